import { frames } from "./frames.ts";
import type { Clauses } from "./clauses.ts";
import { isMark, plays, wordAt, type Find } from "./find.ts";
import { SIGN_NAMES } from "./lexicon.ts";
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

/**
 * What the shape of the sentence around a find tells, each a yes or no, with what it is held to be worth before
 * anything is learned: above 0 it speaks for an estimate, below 0 against.
 */
export const FRAMES = {
  question: -2.5,
  "asks first": -3.5,
  "asks without a mark": -4,
  alone: 1,
  "opens sentence": 0.3,
  "opens message": 0.2,
  "closes clause": 0,
  "colon before": 0.6,
  "equals before": 1.5,
  "then for": 0.4,
  "opens and then for": 1.2,
  "opens and closes": 0.8,
  "then of": 0,
  "then noun": -0.3,
  "adjective of work": 2.5,
  "adjective of something else": -2,
  hyphenated: 0,
  "in bullet": 0.8,
  "one of several": 0.2,
  minutes: -0.8,
  "small unit": -0.3,
  years: -1,
  bounded: 0.2,
  ranged: 0.3,
  loose: 0.8,
  "after in": 0,
  "after after": -3,
  "after since": -3,
  "after for": -1,
  "after within": 0,
  "after every": -4,
  "after last": -1.5,
  "ticket in clause": 0.7,
  "person before": 0.3,
  "clock time": -1,
  bare: -0.3,
  "after a past verb": -0.8,
  "prep by": 0.5,
  "prep on": -0.3,
  "prep in": 0,
  "prep before": 0.3,
  "core only": -0.3,
  "then old": -4,
  "if before": 0,
  "past if": -2,
  "quoted nearby": 0,
  "code nearby": 0,
  "in inverted commas": -1.5,
  "short message": 0.3,
  "long message": 0,
  "after at": 0,
  "after a name": 0.2,
  "then work": 2,
  "then to": 1,
  "then and": 0.1,
  "before asks": 1.5,
  "more of it": 1,
  "then more": 1.2,
  confirms: 2,
  "still stands": 2.5,
  "doer needs": 2,
  "i say": 1.5,
  "doing is": 1.5,
  "past without future": -1.5,
  "in and still": -3,
  "is away": -3,
  "machine subject": -1.2,
  "machine and small unit": -1.5,
  "outsider subject": -1,
  "outsider wants": -1.5,
  gathering: -1,
  "gathering and small unit": -1.5,
  "absence in clause": -1.2,
  "product in clause": -0.8,
  "product keeps": -1.5,
  "supposing in sentence": -2.5,
  "would without if": -0.5,
  "will be done": 1.5,
  "then past": -1,
  "doer in clause": 0.3,
  "starts in clause": -1.2,
  "thing of the past": -1,
  "number of things": -2,
  "alone asks": -3,
  "then would": -2.5,
  "has it": -1.2,
  "I take": -1,
  "then I did": -2.5,
  "was it": -2.5,
  "date changed": 1.5,
  "not before": 2,
  "gone, of somebody": -2.5,
  "perfect tense": -2.5,
  "on machines": -2,
  "chore in clause": -1.2,
  "asked of others": -0.8,
  "event is in": -2,
  "half day off": -0.8,
  "effort unit": 1.5,
  "old value": -3,
  "sprints counted": 0.8,
  "inside an if clause": -1.2,
  "answers with doubt": 4,
  "sprints are": -2,
  "struck-through before": 3,
  "reference of an amount": -2.5,
  "absence elsewhere": -0.8,
  correction: 1.5,
  "points of discussion": -2,
} as const;
export type Frame = keyof typeof FRAMES;
const FRAME_NAMES = Object.keys(FRAMES) as Frame[];
const FRAME_NUMBER = new Map<string, number>(FRAME_NAMES.map((name, at) => [name, at]));

export const SIGN_COUNT = SIGN_NAMES.length;
export const EVIDENCE_COUNT = PLACES.length * SIGN_COUNT + FRAME_NAMES.length;

/** The number of a piece of evidence in plain words. */
export function evidenceName(number: number): string {
  const place = Math.floor(number / SIGN_COUNT);
  if (place < PLACES.length) return `${SIGN_NAMES[number % SIGN_COUNT]} ${PLACES[place]}`;
  return FRAME_NAMES[number - PLACES.length * SIGN_COUNT] ?? "";
}

const REACH = 40;

/** What was said about the whole message once, for all finds in it. */
export type Setting = {
  readonly t: Tokens;
  readonly c: Clauses;
  readonly before0: Int32Array;
  readonly before1: Int32Array;
  readonly after0: Int32Array;
  readonly after1: Int32Array;
  readonly amounts: number;
  readonly quoted: boolean;
  readonly code: boolean;
  readonly asked: boolean;
  readonly struckThrough: boolean;
};

export function settingOf(
  t: Tokens,
  c: Clauses,
  amounts: number,
  quoted: boolean,
  code: boolean,
  asked: boolean,
  struckThrough: boolean,
): Setting {
  const n = t.length;
  const before0 = new Int32Array(n + 1),
    before1 = new Int32Array(n + 1),
    after0 = new Int32Array(n + 1),
    after1 = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) {
    before0[i + 1] = before0[i]! | t.signs0[i]!;
    before1[i + 1] = before1[i]! | t.signs1[i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    after0[i] = after0[i + 1]! | t.signs0[i]!;
    after1[i] = after1[i + 1]! | t.signs1[i]!;
  }
  return { t, c, before0, before1, after0, after1, amounts, quoted, code, asked, struckThrough };
}

/** Calls `take` with the number of each piece of evidence about a find. */
export function evidence(s: Setting, find: Find, take: (number: number) => void): void {
  signs(s, find, take);
  frames(s, find, (name) => take(PLACES.length * SIGN_COUNT + FRAME_NUMBER.get(name)!));
}

function each(place: number, bits0: number, bits1: number, take: (number: number) => void): void {
  const base = place * SIGN_COUNT;
  for (let bits = bits0; bits !== 0; bits &= bits - 1) take(base + (31 - Math.clz32(bits & -bits)));
  for (let bits = bits1; bits !== 0; bits &= bits - 1) take(base + 31 + (31 - Math.clz32(bits & -bits)));
}

const isFiller = (t: Tokens, i: number): boolean =>
  t.shape[i] === SHAPE.mark || plays(t, i, "hedge") || plays(t, i, "degree") || plays(t, i, "article");

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
export const forWhat = (t: Tokens, find: Find): boolean => {
  let at = find.to;
  while (plays(t, at, "hedge")) at++;
  return (
    /^(?:for|to|on)$/.test(wordAt(t, at)) &&
    /^(?:the|a|an|this|that|our|its|it|all|both|every|each|get|make|do|build|finish)$/.test(wordAt(t, at + 1))
  );
};

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
      o0 |= t.signs0[i]!;
      o1 |= t.signs1[i]!;
    } else if (near < 2) {
      a0 |= t.signs0[i]!;
      a1 |= t.signs1[i]!;
      if (!isFiller(t, i)) near++;
    } else {
      b0 |= t.signs0[i]!;
      b1 |= t.signs1[i]!;
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
      o0 |= t.signs0[i]!;
      o1 |= t.signs1[i]!;
    } else if (near < 2) {
      a0 |= t.signs0[i]! & ~(shield ? THINGS.zero : 0);
      a1 |= t.signs1[i]! & ~(shield ? THINGS.one : 0);
      if (!isFiller(t, i)) near++;
    } else {
      b0 |= t.signs0[i]! & ~(shield ? THINGS.zero : 0);
      b1 |= t.signs1[i]! & ~(shield ? THINGS.one : 0);
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
