import { findAmounts } from "./amounts.ts";
import { findBareNumbers, hasNumber } from "./bare-numbers.ts";
import { findDates } from "./dates.ts";
import { anyPlays, type Find } from "./find.ts";
import { PART } from "./entries.ts";
import type { Manner } from "./reading.ts";
import type { Tokens } from "./scan.ts";
import { findSizes } from "./sizes.ts";
import type { Unit } from "./words/amounts.ts";
import { findVague } from "./vague.ts";

/** The parts of which a date needs at least one, unless it is all numbers. */
const DATED = [
  PART.weekday,
  PART.month,
  PART.day,
  PART.shorthand,
  PART.quarter,
  PART.period,
  PART.occasion,
  PART.meeting,
  PART.edge,
  PART.which,
  PART.before,
];

/** Everything that looks like an estimate, in the order it stands in; of two that overlap the earlier in this list wins. */
export function findAll(t: Tokens, manner: Manner, asked?: Unit): Find[] {
  const amounts = anyPlays(t, PART.unit) ? findAmounts(t, manner) : [];
  const kept: Find[] = [];
  const taken = new Uint8Array(t.length);
  keep(amounts, kept, taken);
  if (hasNumber(t) || anyOf(t, DATED)) keep(findDates(t), kept, taken);
  keep(findSizes(t, manner), kept, taken);
  keep(findVague(t), kept, taken);
  keep(findBareNumbers(t, amounts, manner, asked), kept, taken);
  return kept.length < 2 ? kept : kept.sort((a, b) => a.from - b.from);
}

const anyOf = (t: Tokens, parts: readonly number[]): boolean => parts.some((part) => anyPlays(t, part));

function keep(finds: readonly Find[], kept: Find[], taken: Uint8Array): void {
  for (const find of finds) {
    let free = true;
    for (let i = find.from; i < find.to; i++) if (taken[i] === 1) free = false;
    if (!free) continue;
    for (let i = find.from; i < find.to; i++) taken[i] = 1;
    kept.push(find);
  }
}
