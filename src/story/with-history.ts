import { withoutReasons } from "../threads/reasons.ts";
import type { Offer, Thread } from "../threads/thread.ts";

/**
 * The newest record, with the lines history brought that it does not have itself. The same words read in their place tell
 * more than when they were heard alone.
 */
export function withHistory(newest: Thread, whole: Thread): Thread {
  const told = new Map(whole.lines.map((line) => [line.ts, line]));
  const known = newest.lines.map((line) => {
    const again = told.get(line.ts);
    if (again?.print !== line.print || again.role !== line.role) return line;
    return line.was === undefined ? again : { ...again, was: line.was };
  });
  const own = new Set(known.map((line) => line.ts));
  const gone = new Set(newest.gone);
  const added = whole.lines.filter((line) => !own.has(line.ts) && !gone.has(line.ts));
  const lines = [...known, ...added].toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
  return { ...newest, lines, caughtUp: true, ...(whole.hasReplies && { hasReplies: true }) };
}

/** The offer made on `whole` without reasons from what was deleted meanwhile. */
export function stillBased(offer: Offer, whole: Thread, { lines, gone }: Thread): Offer {
  const deleted = whole.lines.filter(({ ts }) => gone?.includes(ts));
  const [left = offer] = deleted.length === 0 ? [] : withoutReasons([offer], deleted, lines);
  return left;
}
