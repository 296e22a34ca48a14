import { ASKING } from "./asking.ts";
import { BESIDE } from "./beside.ts";
import { CLAUSE } from "./clause.ts";
import type { Frame } from "./frame.ts";
import { ITSELF } from "./itself.ts";

/** Every frame, in the order they are looked at. All that hold are counted, so the order changes nothing. */
export const FRAMES: readonly Frame[] = [...ASKING, ...ITSELF, ...BESIDE, ...CLAUSE];
