import type { Piece } from "./note.ts";
import { brief } from "./brief.ts";

/** Enough of a question to know what was asked for. */
const LONGEST = 90;

/** "(asked: “how long for the store locator?”) ", behind words that say little by themselves; nothing where they do not. */
export const inReplyTo = (asked: string | undefined): readonly Piece[] =>
  asked === undefined ? [] : ["(asked: “", brief(asked, LONGEST), "”) "];
