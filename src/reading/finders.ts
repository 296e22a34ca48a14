import { findAmounts } from "./amounts.ts";
import { findBareNumbers } from "./bare-numbers.ts";
import { findDates } from "./dates.ts";
import type { Find } from "./find.ts";
import type { Manner } from "./reading.ts";
import type { Tokens } from "./scan.ts";
import { findSizes } from "./sizes.ts";
import type { Unit } from "./words/amounts.ts";
import { findVague } from "./vague.ts";

/** Everything that looks like an estimate, in the order it stands in; of two that overlap the earlier in this list wins. */
export function findAll(t: Tokens, manner: Manner, asked?: Unit): Find[] {
  const amounts = findAmounts(t, manner);
  const all = [
    ...amounts,
    ...findDates(t),
    ...findSizes(t, manner),
    ...findVague(t),
    ...findBareNumbers(t, amounts, manner, asked),
  ];
  const taken = new Set<number>();
  const kept: Find[] = [];
  for (const find of all) {
    let free = true;
    for (let i = find.from; i < find.to; i++) if (taken.has(i)) free = false;
    if (!free) continue;
    for (let i = find.from; i < find.to; i++) taken.add(i);
    kept.push(find);
  }
  return kept.sort((a, b) => a.from - b.from);
}
