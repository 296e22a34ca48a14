import { PART } from "./entries.ts";
import type { Clauses } from "./clauses.ts";
import { doubts, isMark, plays, type Find } from "./find.ts";
import { SHAPE, type Tokens } from "./scan.ts";

/** Whether the author marks doubt about a find: in its own words, in its clause, or in a clause beside it that says nothing else. */
export function isHedged(t: Tokens, c: Clauses, find: Find, owner: readonly (Find | undefined)[]): boolean {
  if (find.loose) return true;
  for (let i = find.from; i < find.to; i++) if (plays(t, i, PART.hedge)) return true;
  return hedgedBefore(t, c, find, owner) || hedgedAfter(t, c, find, owner);
}

const inOther = (owner: readonly (Find | undefined)[], self: Find, i: number): boolean =>
  owner[i] !== undefined && owner[i] !== self;

function hedgedBefore(t: Tokens, c: Clauses, find: Find, owner: readonly (Find | undefined)[]): boolean {
  const start = Math.max(c.starts[c.sentence[find.from]!]!, find.from - 25);
  const home = c.clause[find.from];
  for (let i = find.from - 1; i >= start; i--) {
    if (inOther(owner, find, i)) return false;
    if (doubts(t, i) && (c.clause[i] === home || aside(t, c, i) || leadsTo(t, i, find))) return true;
  }
  return false;
}

function hedgedAfter(t: Tokens, c: Clauses, find: Find, owner: readonly (Find | undefined)[]): boolean {
  const end = Math.min(c.ends[c.sentence[find.to - 1]!]!, find.to + 12);
  const tail = c.clause[find.to - 1];
  for (let i = find.to; i < end; i++) {
    if (inOther(owner, find, i)) return false;
    if (
      doubts(t, i) &&
      ((c.clause[i] === tail && (i < find.to + 6 || endsClause(t, c, i))) || aside(t, c, i))
    )
      return true;
  }
  return false;
}

/** "…on the batch side I reckon, …" */
const endsClause = (t: Tokens, c: Clauses, i: number): boolean => {
  const next = i + t.entries[i]!.reach;
  return next >= t.length || c.clause[next] !== c.clause[i] || t.shape[next] === SHAPE.mark;
};

/** "…i think, 3 weeks" */
const leadsTo = (t: Tokens, i: number, find: Find): boolean => {
  const next = i + t.entries[i]!.reach;
  return isMark(t, next, ",") && next + 1 === find.from;
};

/** How many tokens on either side of a hedge can still be an aside. */
const ASIDE = 8;

/** A clause of nothing but doubt: ", I think", ", give or take", "finger in the air, ". */
function aside(t: Tokens, c: Clauses, i: number): boolean {
  let words = 0;
  const after = i + t.entries[i]!.reach;
  for (let at = after; at < Math.min(t.length, after + ASIDE) && c.clause[at] === c.clause[i]; at++)
    if (t.shape[at] === SHAPE.word && !plays(t, at, PART.hedge)) words++;
  for (let at = i - 1; at >= Math.max(0, i - ASIDE) && c.clause[at] === c.clause[i]; at--)
    if (t.shape[at] === SHAPE.word && !plays(t, at, PART.hedge) && !isMark(t, at, "-")) words++;
  return words <= 2;
}
