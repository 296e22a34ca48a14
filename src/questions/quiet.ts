import type { Line } from "../threads/thread.ts";
import type { Features } from "./features.ts";
import { WEIGHTS } from "./weights.ts";

/** In plain words, why nothing should be asked about this line; undefined where something may. */
export function quietly(_lines: readonly Line[], _about: Line, features: Features): string | undefined {
  let score = 0;
  for (const [name, { value }] of features) score += (WEIGHTS.quiet[name] ?? 0) * value;
  return score > 0 ? "nothing here needs a question" : undefined;
}
