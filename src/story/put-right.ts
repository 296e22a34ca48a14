import { putsRight } from "../reading/puts-right.ts";
import type { Estimate, Reading } from "../reading/reading.ts";
import type { Line, Message, Thread } from "../threads/thread.ts";

/**
 * The reading of a message with its number marked as one that corrects, where it takes the place of an earlier one of the same
 * author: that says it only beside the earlier one.
 */
export function markedAsPutRight(
  { lines, asked }: Pick<Thread, "lines" | "asked">,
  { user, ts }: Pick<Message, "user" | "ts">,
  text: string,
  reading: Reading,
): Reading {
  const [only, ...more] = reading.estimates;
  if (only === undefined || more.length > 0 || only.revises) return reading;
  const old = lastSized(lines, { user, ts }, only);
  if (old === undefined) return reading;
  const wasAsked = asked.some((one) => one.ts > old.ts && one.ts < ts);
  if (!putsRight(text, only, { before: old.said, asked: wasAsked })) return reading;
  return { ...reading, estimates: [{ ...only, revises: true }] };
}

/** The author's last number of the same kind before a message, where it was another one. */
function lastSized(
  lines: readonly Line[],
  { user, ts }: Pick<Message, "user" | "ts">,
  now: Estimate,
): Line | undefined {
  const old = lines.findLast(
    (line) => line.user === user && line.ts < ts && line.estimates.some(({ kind }) => kind === now.kind),
  );
  return old !== undefined && isAnother(old.estimates, now) ? old : undefined;
}

/** True for a number of a kind that was there before, with another size. */
export const isAnother = (before: readonly Estimate[], now: Estimate): boolean =>
  before.some(({ kind }) => kind === now.kind) && !before.some((estimate) => isSame(estimate, now));

const isSame = (one: Estimate, other: Estimate): boolean =>
  one.kind === other.kind &&
  one.low === other.low &&
  one.high === other.high &&
  (one.low !== null || one.high !== null || one.quote.toLowerCase() === other.quote.toLowerCase());
