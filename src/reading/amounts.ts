import { PART } from "./lexicon.ts";
import { gateOf, passes } from "./gate.ts";
import { isDash, isGlued, isMark, plays, says, wordAt, type Find } from "./find.ts";
import type { Manner } from "./reading.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import { UNIT_DAYS, type Unit } from "./words/amounts.ts";

/** A number as said: "3", "2-3", "a couple of", "few"; `next` is the token after it. */
type Count = { low: number; high: number | null; next: number; loose: boolean };
type Amount = Count & { unit: Unit };

const isTeamUnit = (unit: Unit): unit is `team:${string}` => unit.startsWith("team:");

/** How many working days one unit has for this team; points count as themselves. */
export function daysIn(unit: Unit, manner: Manner): number {
  const hour = 1 / (manner.hoursInDay ?? 8);
  if (unit === "points") return 1;
  if (unit === "hour") return hour;
  if (unit === "minute") return hour / 60;
  if (unit === "sprint") return manner.sprintDays ?? UNIT_DAYS.sprint;
  if (isTeamUnit(unit)) return manner.unitNames?.[unit.slice("team:".length)] ?? 1;
  return UNIT_DAYS[unit];
}

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

const CHANGED =
  /^(?:bump|rais|mov|re-?point|pointing|estimat|goes|go|went|chang|drop|cut|grow|grew|up|down|revis|push|slip|reduc|increas|updat|correct|shrunk|shrink|jump|came|set|adjust|extend|lower|bring|brought)/;

/** In "bumping it from 1 sprint to 2 sprints" only the second is meant: the token where it begins. */
export function pastOldValue(t: Tokens, i: number): number {
  if (!says(t, i - 1, "from")) return i;
  let changed = false;
  for (let at = i - 2; at >= Math.max(0, i - 9); at--) if (CHANGED.test(wordAt(t, at))) changed = true;
  if (!changed) return i;
  for (let at = i + 1; at < i + 5; at++)
    if ((says(t, at, "to") || isMark(t, at, "→")) && at + 1 < t.length) return at + 1;
  return i;
}

const OPENS = gateOf([PART.count, PART.article, PART.half, PART.couple, PART.few, PART.several, PART.unit]);

function beginsAmount(t: Tokens, i: number): boolean {
  if (t.shape[i] === SHAPE.number) return !(isGlued(t, i) && isMark(t, i - 1, ".") && isGlued(t, i - 1));
  return t.shape[i] === SHAPE.word && (passes(t.entries[i]!, OPENS) || says(t, i, "most"));
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

/** The number that begins at token `i`. */
export function countAt(t: Tokens, i: number): Count | undefined {
  if (t.shape[i] === SHAPE.number) return numeral(t, i, t.value[i]!);
  if (plays(t, i, PART.count)) return numeral(t, i, t.value[i]!);
  if (plays(t, i, PART.article)) {
    let at = i + 1;
    while (plays(t, at, PART.hedge) || plays(t, at, PART.dayKind) || plays(t, at, PART.degree)) at++;
    const inner = plays(t, at, PART.article) || t.shape[at] === SHAPE.mark ? undefined : countAt(t, at);
    if (inner) return inner;
    return unitAt(t, i + 1) && !says(t, i, "the") && !says(t, i, "this") && !says(t, i, "that")
      ? { low: 1, high: 1, next: i + 1, loose: false }
      : undefined;
  }
  if (plays(t, i, PART.couple)) return { low: 2, high: 2, next: skipOf(t, i + 1), loose: false };
  if (plays(t, i, PART.few)) return { low: 3, high: 5, next: skipOf(t, i + 1), loose: false };
  if (plays(t, i, PART.several)) return { low: 3, high: 7, next: i + 1, loose: false };
  if (plays(t, i, PART.half)) return half(t, i);
  if (says(t, i, "most") && says(t, i + 1, "of") && plays(t, i + 2, PART.article))
    return { low: 1, high: 1, next: i + 3, loose: false };
  return undefined;
}

const skipOf = (t: Tokens, i: number): number => (says(t, i, "of") ? i + 1 : i);

/** "half a day", "half day", "half of a sprint". */
function half(t: Tokens, i: number): Count {
  let at = skipOf(t, i + 1);
  if (isDash(t, at)) at++;
  if (plays(t, at, PART.article)) at++;
  return { low: 0.5, high: 0.5, next: at, loose: false };
}

/** "3", "2+", "10ish", "two and a half". */
function numeral(t: Tokens, i: number, value: number): Count {
  let next = i + 1;
  let high: number | null = value;
  let loose = false;
  if (isMark(t, next, "+") && isGlued(t, next)) {
    high = null;
    next++;
  }
  const ish = isDash(t, next) ? next + 1 : next;
  if (says(t, ish, "ish") && isGlued(t, next)) {
    loose = true;
    next = ish + 1;
  }
  const halfAt = plays(t, next + 1, PART.article) ? next + 2 : next + 1;
  if (plays(t, next, PART.and) && plays(t, halfAt, PART.half)) {
    const more = halfAt + 1;
    if (unitAt(t, more)) return { low: value + 0.5, high: value + 0.5, next: more, loose };
  }
  return { low: value, high, next, loose };
}

/** "2-3", "2 to 3", "one or two": the count widened by the one that follows. */
function rangeAt(t: Tokens, first: Count): Count | undefined {
  let at = first.next;
  let open = false;
  if (isDash(t, at) || plays(t, at, PART.joint)) at++;
  else if (plays(t, at, PART.and) && first.next >= 2) {
    at++;
    open = true;
  } else return undefined;
  while (plays(t, at, PART.hedge) || isMark(t, at, "~")) at++;
  const second = countAt(t, at);
  if (!second || second.high === null) return undefined;
  if (open && !between(t, first.next)) return undefined;
  return { low: first.low, high: second.high, next: second.next, loose: first.loose || second.loose };
}

const between = (t: Tokens, next: number): boolean => {
  for (let i = next - 1; i >= Math.max(0, next - 4); i--) if (wordAt(t, i) === "between") return true;
  return false;
};

const SINGLE_LETTERS = new Set(["h", "d", "w"]);

/** The unit at token `i`, past "working", "dev-", "more" and the like. */
export function unitAt(t: Tokens, i: number): { unit: Unit; next: number } | undefined {
  let at = i;
  for (let skipped = 0; skipped < 4; skipped++) {
    const unit = t.entries[at]?.unit;
    if (unit !== undefined && unitStands(t, at)) return { unit, next: at + 1 };
    if (isDash(t, at) && !isMark(t, at, "/") && (isGlued(t, at) || isGlued(t, at + 1))) at++;
    else if (plays(t, at, PART.dayKind) || says(t, at, "story")) at++;
    else return undefined;
  }
  return undefined;
}

function unitStands(t: Tokens, i: number): boolean {
  const word = wordAt(t, i);
  if (word.length > 1) return true;
  if (word === "m") return isGlued(t, i);
  if (!SINGLE_LETTERS.has(word)) return false;
  return (
    isGlued(t, i) ||
    (t.shape[i - 1] === SHAPE.number &&
      !isMark(t, i + 1, "/") &&
      (i + 1 >= t.length ||
        t.shape[i + 1] === SHAPE.mark ||
        /^(?:for|of|in|to|tops|max)$/.test(wordAt(t, i + 1))))
  );
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
  return secondAmount(t, amount, first, manner) ?? moreAfter(t, amount);
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
  if (comma) at += 2;
  else if (!compound) {
    if (!(isDash(t, at) && isGlued(t, at)) && !plays(t, at, PART.joint) && !plus) return undefined;
    at++;
  }
  while (plays(t, at, PART.hedge)) at++;
  const count = countAt(t, at);
  if (!count) return undefined;
  const unit = unitAt(t, count.next);
  if (!unit) return orTwo(t, amount, count, manner, plus || compound || comma);
  if ((unit.unit === "points") !== (amount.unit === "points")) return undefined;
  const second = inDays({ ...count, unit: unit.unit, next: unit.next }, manner);
  const whole = afterHalf(t, second, manner);
  if (plus || compound) return summed(t, amount, whole);
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
  const ends =
    other.next >= t.length || t.shape[other.next] === SHAPE.mark || plays(t, other.next, PART.condition);
  if (!ends || one.high === null || other.high === null || daysIn(other.unit, {}) >= daysIn(one.unit, {}))
    return undefined;
  return { ...one, low: one.low + other.low, high: one.high + other.high, next: other.next };
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

/** Widens an amount by "at least", "under", "tops", "> " and the like around it. */
function withBounds(t: Tokens, start: number, amount: Amount): Find {
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
  if (from === start && isMark(t, from - 1, ">")) {
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
