import { PART } from "./entries.ts";
import { isDash, isGlued, isMark, plays, says, wordAt } from "./find.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import { unitAt } from "./units.ts";

/** A number as said: "3", "2-3", "a couple of", "few"; `next` is the token after it. */
export type Count = { low: number; high: number | null; next: number; loose: boolean };

/** The number that begins at token `i`. */
export function countAt(t: Tokens, i: number): Count | undefined {
  if (t.shape[i] === SHAPE.number) return fraction(t, i) ?? numeral(t, i, t.value[i]!);
  if (isMark(t, i, "½")) return { low: 0.5, high: 0.5, next: i + 1, loose: false };
  if (plays(t, i, PART.count)) return numeral(t, i, t.value[i]!);
  const one = wholeAt(t, i);
  if (one) return one;
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
  return undefined;
}

const WHOLE = /^(?:whole|entire|full)$/;

/** "the whole sprint", "all week", "most of the week", "the rest of the sprint": one of the unit, or up to one. */
function wholeAt(t: Tokens, i: number): Count | undefined {
  const the = plays(t, i, PART.article);
  const at = the ? i + 1 : i;
  const isWhole = the
    ? WHOLE.test(wordAt(t, at)) && unitAt(t, at + 1) !== undefined
    : says(t, at, "all") && t.entries[at + 1]?.unit !== undefined;
  if (isWhole) return { low: 1, high: 1, next: at + 1, loose: false };
  const isPart =
    says(t, at, the ? "rest" : "most") && says(t, at + 1, "of") && plays(t, at + 2, PART.article);
  return isPart ? { low: the ? 0 : 1, high: 1, next: at + 3, loose: false } : undefined;
}

const skipOf = (t: Tokens, i: number): number => (says(t, i, "of") ? i + 1 : i);

/** "half a day", "half day", "half of a sprint". */
function half(t: Tokens, i: number): Count {
  let at = skipOf(t, i + 1);
  if (isDash(t, at)) at++;
  if (plays(t, at, PART.article)) at++;
  return { low: 0.5, high: 0.5, next: at, loose: false };
}

/** "1/2 day", "3/4 of a day"; but "1/2 days" are one or two. */
function fraction(t: Tokens, i: number): Count | undefined {
  if (!isMark(t, i + 1, "/") || !isGlued(t, i + 1) || !isGlued(t, i + 2)) return undefined;
  const [over, under] = [t.value[i]!, t.value[i + 2]!];
  if (t.shape[i + 2] !== SHAPE.number || over >= under || under > 4) return undefined;
  const of = skipOf(t, i + 3);
  const at = plays(t, of, PART.article) ? of + 1 : of;
  const unit = unitAt(t, at);
  if (unit === undefined || t.text[t.end[unit.next - 1]! - 1] === "s") return undefined;
  return { low: over / under, high: over / under, next: at, loose: false };
}

/** "3", "2+", "10ish", "two and a half", "2½". */
function numeral(t: Tokens, i: number, value: number): Count {
  let next = i + 1;
  let high: number | null = value;
  let loose = false;
  if (isMark(t, next, "½") && isGlued(t, next))
    return { low: value + 0.5, high: value + 0.5, next: next + 1, loose };
  if (isMark(t, next, "+") && isGlued(t, next) && !isMark(t, next + 1, "/")) {
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
export function rangeAt(t: Tokens, first: Count): Count | undefined {
  let at = first.next;
  let open = false;
  if (isDash(t, at) || plays(t, at, PART.joint)) at++;
  else if (plays(t, at, PART.and) && first.next >= 2) {
    at++;
    open = true;
  } else return undefined;
  while (plays(t, at, PART.hedge) || isMark(t, at, "~") || says(t, at, "max")) at++;
  const second = countAt(t, at);
  if (!second || second.high === null) return undefined;
  if (open && !between(t, first.next)) return undefined;
  return { low: first.low, high: second.high, next: second.next, loose: first.loose || second.loose };
}

/** Whether "between" stands shortly before the token. */
export const between = (t: Tokens, next: number): boolean => {
  for (let i = next - 1; i >= Math.max(0, next - 4); i--) if (wordAt(t, i) === "between") return true;
  return false;
};
