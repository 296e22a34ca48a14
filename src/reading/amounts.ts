import { withBounds, type Amount } from "./bounds.ts";
import { between, countAt, rangeAt, type Count } from "./counts.ts";
import { PART } from "./entries.ts";
import { gateOf, passes } from "./gate.ts";
import { isDash, isGlued, isMark, plays, says, wordAt, type Find } from "./find.ts";
import { pastOldValue } from "./old-values.ts";
import type { Manner } from "./reading.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import { daysIn, unitAt } from "./units.ts";

/** Finds "3 weeks", "2-3 sprints", "a week or two", "half a day", "5 SP", "at least 2 months". */
export function findAmounts(t: Tokens, manner: Manner): Find[] {
  const finds: Find[] = [];
  for (let i = 0; i < t.length; i++) {
    if (!beginsAmount(t, i)) continue;
    i = pastOldValue(t, i);
    const amount = amountAt(t, i, manner);
    if (!amount) continue;
    finds.push(withBounds(t, i, amount));
    i = amount.next - 1;
  }
  return finds;
}

const OPENS = gateOf([PART.count, PART.article, PART.half, PART.couple, PART.few, PART.several, PART.unit]);

function beginsAmount(t: Tokens, i: number): boolean {
  if (t.shape[i] === SHAPE.number) return !(isGlued(t, i) && isMark(t, i - 1, ".") && isGlued(t, i - 1));
  if (isMark(t, i, "½")) return true;
  return (
    t.shape[i] === SHAPE.word && (passes(t.entries[i]!, OPENS) || says(t, i, "most") || says(t, i, "all"))
  );
}

function amountAt(t: Tokens, i: number, manner: Manner): Amount | undefined {
  const first = countAt(t, i) ?? unitAlone(t, i);
  if (!first) return undefined;
  const direct = unitAt(t, first.next);
  const ranged = direct ? undefined : rangeAt(t, first);
  const at = direct ?? (ranged && unitAt(t, ranged.next));
  if (!at) return undefined;
  return afterUnit(t, inDays({ ...(ranged ?? first), unit: at.unit, next: at.next }, manner), first, manner);
}

function inDays(amount: Amount, manner: Manner): Amount {
  const days = daysIn(amount.unit, manner);
  return { ...amount, low: amount.low * days, high: amount.high === null ? null : amount.high * days };
}

/** "month and a half", "week or two", "month-long": a unit that stands for one of itself. */
function unitAlone(t: Tokens, i: number): Count | undefined {
  if (!plays(t, i, PART.unit) || t.end[i]! - t.start[i]! < 3) return undefined;
  const half = plays(t, i + 1, PART.and) && (plays(t, i + 2, PART.half) || plays(t, i + 3, PART.half));
  const orTwo = says(t, i + 1, "or") && plays(t, i + 2, PART.count) && !plays(t, i + 3, PART.unit);
  const long = isDash(t, i + 1) && says(t, i + 2, "long");
  return half || orTwo || long ? { low: 1, high: 1, next: i, loose: false } : undefined;
}

/** What may follow the unit and still belongs to the amount: "and a half", "or two", "-1w", "+ 3 days". */
function afterUnit(t: Tokens, amount: Amount, first: Count, manner: Manner): Amount {
  const days = daysIn(amount.unit, manner);
  const at = amount.next;
  if (isDash(t, at) && says(t, at + 1, "long")) return { ...amount, next: at + 2 };
  if (plays(t, at, PART.and) || says(t, at, "plus")) {
    const halfAt = plays(t, at + 1, PART.article) ? at + 2 : at + 1;
    if (plays(t, halfAt, PART.half) && !unitAt(t, halfAt + 1) && amount.high !== null)
      return { ...amount, low: amount.low + days / 2, high: amount.high + days / 2, next: halfAt + 1 };
  }
  if (
    says(t, at, "of") &&
    plays(t, at + 1, PART.article) &&
    t.entries[at + 2]?.unit === "year" &&
    amount.unit === "quarter"
  )
    return { ...amount, next: at + 3 };
  if (says(t, at, "ish")) return { ...amount, loose: true, next: at + 1 };
  if (isDash(t, at) && says(t, at + 1, "ish")) return { ...amount, loose: true, next: at + 2 };
  return plusMinus(t, amount, manner) ?? secondAmount(t, amount, first, manner) ?? moreAfter(t, amount);
}

/** "2 weeks +/- 3 days", "10 days ± 2": as far off to either side. */
function plusMinus(t: Tokens, amount: Amount, manner: Manner): Amount | undefined {
  const at = plusMinusEnd(t, amount.next);
  const off = at === undefined ? undefined : countAt(t, at);
  if (off === undefined || off.high === null || amount.high === null) return undefined;
  const unit = unitAt(t, off.next);
  if (unit !== undefined && (unit.unit === "points") !== (amount.unit === "points")) return undefined;
  const by = off.high * daysIn(unit?.unit ?? amount.unit, manner);
  if (by >= amount.low) return undefined;
  return { ...amount, low: amount.low - by, high: amount.high + by, next: unit?.next ?? off.next };
}

function plusMinusEnd(t: Tokens, at: number): number | undefined {
  if (isMark(t, at, "±")) return at + 1;
  if (!isMark(t, at, "+")) return undefined;
  const minus = isMark(t, at + 1, "/") ? at + 2 : at + 1;
  return isMark(t, minus, "-") ? minus + 1 : undefined;
}

const moreAfter = (t: Tokens, amount: Amount): Amount =>
  says(t, amount.next, "more") && !says(t, amount.next + 1, "than")
    ? { ...amount, next: amount.next + 1 }
    : amount;

function secondAmount(t: Tokens, amount: Amount, first: Count, manner: Manner): Amount | undefined {
  let at = amount.next;
  const plus = isMark(t, at, "+") && !isGlued(t, at);
  const compound = t.shape[at] === SHAPE.number && first.next - at < 3 && amount.unit !== "points";
  const comma = isMark(t, at, ",") && plays(t, at + 1, PART.hedge);
  if (isMark(t, at, ",") && !comma) return atMost(t, amount, manner);
  const joins = plays(t, at, PART.joint) || plays(t, at, PART.and);
  if (comma) at += 2;
  else if (!compound) {
    if (!(isDash(t, at) && isGlued(t, at)) && !joins && !plus) return undefined;
    at++;
  }
  while (plays(t, at, PART.hedge)) at++;
  const count = countAt(t, at);
  if (!count) return undefined;
  const unit = unitAt(t, count.next);
  if (!unit && comma) return widened(t, amount, count, manner);
  if (!unit) return orTwo(t, amount, count, manner, plus || compound);
  if ((unit.unit === "points") !== (amount.unit === "points")) return undefined;
  const second = inDays({ ...count, unit: unit.unit, next: unit.next }, manner);
  const whole = afterHalf(t, second, manner);
  if (plus || compound || (plays(t, amount.next, PART.and) && !between(t, amount.next)))
    return summed(t, amount, whole);
  if (comma && (whole.low < amount.low || wordAt(t, whole.next) === "if")) return undefined;
  return (whole.high ?? 0) >= amount.low ? { ...whole, low: amount.low, unit: amount.unit } : undefined;
}

function afterHalf(t: Tokens, amount: Amount, manner: Manner): Amount {
  const halfAt = plays(t, amount.next + 1, PART.article) ? amount.next + 2 : amount.next + 1;
  if (!plays(t, amount.next, PART.and) || !plays(t, halfAt, PART.half) || unitAt(t, halfAt + 1))
    return amount;
  const days = daysIn(amount.unit, manner) / 2;
  return { ...amount, low: amount.low + days, high: (amount.high ?? amount.low) + days, next: halfAt + 1 };
}

/** "2 weeks + 3 days" is one amount, "4d eng + 2d qa" are two. */
function summed(t: Tokens, one: Amount, other: Amount): Amount | undefined {
  const ends = endsAt(t, other.next) || plays(t, other.next, PART.condition);
  if (!ends || one.high === null || other.high === null || daysIn(other.unit, {}) >= daysIn(one.unit, {}))
    return undefined;
  return { ...one, low: one.low + other.low, high: one.high + other.high, next: other.next };
}

const endsAt = (t: Tokens, at: number): boolean => at >= t.length || t.shape[at] === SHAPE.mark;

/** "2 weeks, maybe 3": up to a number of a unit already said. */
function widened(t: Tokens, amount: Amount, { high, next }: Count, manner: Manner): Amount | undefined {
  const most = high === null ? null : high * daysIn(amount.unit, manner);
  return endsAt(t, next) && most !== null && amount.high !== null && most > amount.high
    ? { ...amount, high: most, next }
    : undefined;
}

/** "a week, two at most" */
function atMost(t: Tokens, amount: Amount, manner: Manner): Amount | undefined {
  const count = countAt(t, amount.next + 1);
  if (count === undefined || !plays(t, count.next, PART.ceiling)) return undefined;
  return widened(t, amount, { ...count, next: count.next + t.entries[count.next]!.reach }, manner);
}

/** "a week or two", "a day or so": the second number of a unit already said. */
function orTwo(t: Tokens, amount: Amount, count: Count, manner: Manner, apart: boolean): Amount | undefined {
  if (apart || !says(t, amount.next, "or") || count.high === null) return undefined;
  const ends = count.next >= t.length || t.shape[count.next] !== SHAPE.number;
  const days = daysIn(amount.unit, manner);
  return ends && count.high * days > amount.low && amount.low === days
    ? { ...amount, high: count.high * days, next: count.next }
    : undefined;
}
