import { corrects } from "../reading/corrections.ts";
import { read } from "../reading/read.ts";
import type { Manner, Reading } from "../reading/reading.ts";
import type { Line } from "../threads/thread.ts";

/**
 * What was read in a message that comes after these lines: "make that 4" takes its unit from the last estimate among them,
 * whatever was said since. `reading` is what the message says by itself.
 */
export function inThread(
  reading: Reading,
  text: string,
  lines: readonly Line[],
  manner: Manner = {},
): Reading {
  if (reading.estimates.length > 0 || !corrects(text)) return reading;
  const before = lines.findLast(({ estimates }) => estimates.length > 0)?.estimates.at(-1)?.quote;
  return before === undefined ? reading : read(text, { manner, before });
}
