import { forWhat } from "./for-what.ts";
import { FRAMES } from "./frames/frames.ts";
import { aroundOf, REACH, viewOf } from "./view.ts";
import type { Setting } from "./setting.ts";
import { isMark, plays, type Find } from "./find.ts";
import { PART, SIGN_NAMES } from "./lexicon.ts";
import { SHAPE, type Tokens } from "./scan.ts";

/** Where a sign can stand, seen from the find. */
export const PLACES = [
  "close before",
  "before",
  "close after",
  "after",
  "earlier clause",
  "later clause",
  "earlier sentence",
  "later sentence",
] as const;

export const SIGN_COUNT = SIGN_NAMES.length;
export const EVIDENCE_COUNT = PLACES.length * SIGN_COUNT + FRAMES.length;

/** The number of a piece of evidence in plain words. */
export function evidenceName(number: number): string {
  const place = Math.floor(number / SIGN_COUNT);
  if (place < PLACES.length) return `${SIGN_NAMES[number % SIGN_COUNT]} ${PLACES[place]}`;
  return FRAMES[number - PLACES.length * SIGN_COUNT]?.name ?? "";
}

/** Calls `take` with the number of each piece of evidence about a find. */
export function evidence(s: Setting, find: Find, take: (number: number) => void): void {
  signs(s, find, take);
  const view = viewOf(s, find);
  const around = aroundOf(view);
  for (let number = 0; number < FRAMES.length; number++)
    if (FRAMES[number]!.holds(view, around)) take(PLACES.length * SIGN_COUNT + number);
}

function each(place: number, bits0: number, bits1: number, take: (number: number) => void): void {
  const base = place * SIGN_COUNT;
  for (let bits = bits0; bits !== 0; bits &= bits - 1) take(base + (31 - Math.clz32(bits & -bits)));
  for (let bits = bits1; bits !== 0; bits &= bits - 1) take(base + 31 + (31 - Math.clz32(bits & -bits)));
}

const isFiller = (t: Tokens, i: number): boolean =>
  t.shape[i] === SHAPE.mark ||
  plays(t, i, PART.hedge) ||
  plays(t, i, PART.degree) ||
  plays(t, i, PART.article);

/** Signs that only name a thing: after "3 weeks for the …" they name what is worked on. */
const THINGS = [
  "product",
  "machine",
  "meeting",
  "outsider",
  "counted",
  "gone",
  "habit",
  "report",
  "wants",
].reduce(
  (bits, sign) => {
    const number = SIGN_NAMES.indexOf(sign as (typeof SIGN_NAMES)[number]);
    return number < 31
      ? { ...bits, zero: bits.zero | (1 << number) }
      : { ...bits, one: bits.one | (1 << (number - 31)) };
  },
  { zero: 0, one: 0 },
);
function signs(s: Setting, find: Find, take: (number: number) => void): void {
  const { t, c } = s;
  const sentence = c.sentence[find.from]!;
  const first = Math.max(c.starts[sentence]!, find.from - REACH);
  const last = Math.min(c.ends[sentence]!, find.to + REACH);
  let a0 = 0,
    a1 = 0,
    b0 = 0,
    b1 = 0,
    o0 = 0,
    o1 = 0,
    near = 0;
  const home = c.clause[find.from]!;
  for (let i = find.from - 1; i >= first; i--) {
    if (c.clause[i] !== home && !isMark(t, i, ":")) {
      o0 |= t.entries[i]!.signs0;
      o1 |= t.entries[i]!.signs1;
    } else if (near < 2) {
      a0 |= t.entries[i]!.signs0;
      a1 |= t.entries[i]!.signs1;
      if (!isFiller(t, i)) near++;
    } else {
      b0 |= t.entries[i]!.signs0;
      b1 |= t.entries[i]!.signs1;
    }
  }
  each(0, a0, a1, take);
  each(1, b0, b1, take);
  each(4, o0, o1, take);
  a0 = a1 = b0 = b1 = o0 = o1 = near = 0;
  const shield = forWhat(t, find);
  const tail = c.clause[find.to - 1]!;
  for (let i = find.to; i < last; i++) {
    if (c.clause[i] !== tail) {
      o0 |= t.entries[i]!.signs0;
      o1 |= t.entries[i]!.signs1;
    } else if (near < 2) {
      a0 |= t.entries[i]!.signs0 & ~(shield ? THINGS.zero : 0);
      a1 |= t.entries[i]!.signs1 & ~(shield ? THINGS.one : 0);
      if (!isFiller(t, i)) near++;
    } else {
      b0 |= t.entries[i]!.signs0 & ~(shield ? THINGS.zero : 0);
      b1 |= t.entries[i]!.signs1 & ~(shield ? THINGS.one : 0);
    }
  }
  each(2, a0, a1, take);
  each(3, b0, b1, take);
  each(5, o0, o1, take);
  const from = c.starts[sentence]!,
    to = c.ends[sentence]!;
  each(6, s.before0[from]!, s.before1[from]!, take);
  each(7, s.after0[to]!, s.after1[to]!, take);
}
