import type { Count } from "./counts.ts";
import { countAt } from "./counts.ts";
import { PART } from "./entries.ts";
import { isMark, plays, wordAt, type Find } from "./find.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import type { Unit } from "./words/amounts.ts";

/** A number with its unit. */
export type Amount = Count & { unit: Unit };

/** "can't do it in under a month": what is denied of less is a floor. */
function isDenied(t: Tokens, i: number): boolean {
  if (!/^(?:under|less|below|within|inside)$/.test(wordAt(t, i))) return false;
  for (let at = i - 1; at >= Math.max(0, i - 6) && t.shape[at] === SHAPE.word; at--)
    if (
      /^(?:can't|cannot|cant|couldn't|couldnt|never|impossible|unable|no|isn't|won't|not)$/.test(
        wordAt(t, at),
      )
    )
      return true;
  return false;
}

/** The head of "->" or "=>", which leads to a new value or a total. */
const isArrow = (t: Tokens, head: number): boolean => isMark(t, head - 1, "-") || isMark(t, head - 1, "=");

/** Widens an amount by "at least", "under", "tops", "> " and the like around it. */
export function withBounds(t: Tokens, start: number, amount: Amount): Find {
  let from = start;
  let { low, high, next }: { low: number | null; high: number | null; next: number } = amount;
  let loose = amount.loose;
  let first = start;
  while (
    first > 0 &&
    (plays(t, first - 1, PART.bound) || plays(t, first - 1, PART.article) || isMark(t, first - 1, "."))
  )
    first--;
  for (let i = first; i < start; i++) {
    if (!plays(t, i, PART.floor) && !plays(t, i, PART.ceiling)) continue;
    if (plays(t, i, PART.ceiling) && !isDenied(t, i)) low = 0;
    else high = null;
    from = i;
    break;
  }
  if (from === start && isMark(t, from - 1, ">") && !isArrow(t, from - 1)) {
    high = null;
    from--;
  } else if (from === start && isMark(t, from - 1, "<")) {
    low = 0;
    from--;
  } else if (from === start) {
    const after = isMark(t, next, ",") ? next + 1 : next;
    const ceiling = plays(t, after, PART.ceiling);
    if ((ceiling || plays(t, after, PART.floor)) && !countAt(t, after + t.entries[after]!.reach)) {
      if (ceiling) low = 0;
      else high = null;
      next = after + t.entries[after]!.reach;
    }
  }
  if (isMark(t, from - 1, "~")) {
    loose = true;
    from--;
  }
  const kind = amount.unit === "points" ? "points" : "duration";
  return {
    kind,
    from,
    to: next,
    low,
    high,
    rule: low === 0 || high === null ? `${kind}-bound` : high !== low ? `${kind}-range` : kind,
    unit: amount.unit,
    loose,
  };
}
