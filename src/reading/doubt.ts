import type { Clauses } from "./clauses.ts";
import { isMark, plays, type Find } from "./find.ts";
import { SHAPE, type Tokens } from "./scan.ts";

/** Whether the author marks doubt about a find: in its own words, in its clause, or in a clause beside it that says nothing else. */
export function isHedged(t: Tokens, c: Clauses, find: Find, finds: readonly Find[]): boolean {
  if (find.loose) return true;
  for (let i = find.from; i < find.to; i++) if (plays(t, i, "hedge")) return true;
  return hedgedBefore(t, c, find, finds) || hedgedAfter(t, c, find, finds);
}

const inOther = (finds: readonly Find[], self: Find, i: number): boolean =>
  finds.some((other) => other !== self && i >= other.from && i < other.to);

function hedgedBefore(t: Tokens, c: Clauses, find: Find, finds: readonly Find[]): boolean {
  const start = Math.max(c.starts[c.sentence[find.from]!]!, find.from - 25);
  const home = c.clause[find.from];
  for (let i = find.from - 1; i >= start; i--) {
    if (inOther(finds, find, i)) return false;
    if (plays(t, i, "hedge") && (c.clause[i] === home || aside(t, c, i))) return true;
  }
  return false;
}

function hedgedAfter(t: Tokens, c: Clauses, find: Find, finds: readonly Find[]): boolean {
  const end = Math.min(c.ends[c.sentence[find.to - 1]!]!, find.to + 12);
  const tail = c.clause[find.to - 1];
  for (let i = find.to; i < end; i++) {
    if (inOther(finds, find, i)) return false;
    if (plays(t, i, "hedge") && ((c.clause[i] === tail && i < find.to + 6) || aside(t, c, i))) return true;
  }
  return false;
}

/** A clause of nothing but doubt: ", I think", ", give or take", "finger in the air, ". */
function aside(t: Tokens, c: Clauses, i: number): boolean {
  let words = 0;
  for (let at = i + t.reach[i]!; at < t.length && c.clause[at] === c.clause[i]; at++)
    if (t.shape[at] === SHAPE.word && !plays(t, at, "hedge")) words++;
  for (let at = i - 1; at >= 0 && c.clause[at] === c.clause[i]; at--)
    if (t.shape[at] === SHAPE.word && !plays(t, at, "hedge") && !isMark(t, at, "-")) words++;
  return words <= 1;
}
