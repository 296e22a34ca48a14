import { PART } from "./entries.ts";
import { isDash, isGlued, isMark, plays, says, wordAt } from "./find.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import { unitAt } from "./units.ts";

/** A number as said: "3", "2-3", "a couple of", "few"; `next` is the token after it. */
export type Count = { low: number; high: number | null; next: number; loose: boolean };

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
export function rangeAt(t: Tokens, first: Count): Count | undefined {
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

/** Whether "between" stands shortly before the token. */
export const between = (t: Tokens, next: number): boolean => {
  for (let i = next - 1; i >= Math.max(0, next - 4); i--) if (wordAt(t, i) === "between") return true;
  return false;
};
