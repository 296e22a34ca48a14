import { addMarks, markEntry, SHAPE_ENTRY, UNKNOWN, type Entry, type Marks } from "./entries.ts";
import { hashStep, lookup, plainCode } from "./lexicon.ts";

/** What a token is, beside being known to the lexicon or not. */
export const SHAPE = { word: 1, number: 2, mark: 3, id: 4, person: 5, time: 6, date: 7 } as const;

/** The words, numbers and marks of one cleaned text, in order; arrays run side by side. */
export type Tokens = {
  readonly text: string;
  readonly length: number;
  readonly shape: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** The number a token stands for, the character code of a mark, else 0. */
  readonly value: readonly number[];
  /** What the lexicon knows of each token; a phrase is known at its first word. */
  readonly entries: readonly Entry[];
  /** The words in lower case, filled in as they are asked for. */
  readonly words: (string | undefined)[];
  /** All signs and parts of all tokens together: what is not in here is nowhere in the text. */
  readonly any: Marks;
};

type Mutable = { -readonly [K in keyof Tokens]: Tokens[K] extends readonly (infer T)[] ? T[] : Tokens[K] };

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  code === 95 ||
  (code >= 0xc0 && code < 0x2000) ||
  (code > 0x2e80 && code < 0xd800);
/** Of each character that can stand in a text: a letter, a digit, or neither; a table, since every character is asked. */
const LETTER = 1;
const DIGIT = 2;
const KIND = Uint8Array.from({ length: 1 << 16 }, (_, code) =>
  isLetter(code) ? LETTER : isDigit(code) ? DIGIT : 0,
);
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** Cuts a cleaned text into tokens, in one pass. `own` are words the team taught us; they come before all others. */
export function scan(text: string, own?: ReadonlyMap<string, Entry>): Tokens {
  const tokens: Mutable = {
    text,
    length: 0,
    shape: [],
    start: [],
    end: [],
    value: [],
    entries: [],
    words: [],
    any: { signs0: 0, signs1: 0, parts0: 0, parts1: 0 },
  };
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9 || code === 13) at++;
    else if (KIND[code] === LETTER) at = word(text, at, tokens, own);
    else if (KIND[code] === DIGIT) at = number(text, at, tokens);
    else if (code === 64) at = person(text, at, tokens);
    else {
      if (code < 0xd800 || code > 0xdfff) push(tokens, SHAPE.mark, at, at + 1, code, markEntry(code));
      at++;
    }
  }
  joinPhrases(tokens);
  return tokens;
}

function push(t: Mutable, shape: number, start: number, end: number, value: number, entry: Entry): void {
  t.shape.push(shape);
  t.start.push(start);
  t.end.push(end);
  t.value.push(value);
  t.entries.push(entry);
  t.length++;
  if (entry !== UNKNOWN) addMarks(t.any, entry);
}

function word(text: string, start: number, t: Mutable, own?: ReadonlyMap<string, Entry>): number {
  let at = start;
  let hash = 0;
  let before = 0;
  let beforeTwo = 0;
  let upper = true;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (KIND[code] === 0 && !(isApostrophe(code) && isLetter(text.charCodeAt(at + 1)))) break;
    if (upper && !isUpper(code)) upper = false;
    beforeTwo = before;
    before = hash;
    hash = hashStep(hash, plainCode(code));
  }
  if (upper && at - start > 1 && text.charCodeAt(at) === 45 && isDigit(text.charCodeAt(at + 1))) {
    at++;
    while (isDigit(text.charCodeAt(at))) at++;
    push(t, SHAPE.id, start, at, 0, SHAPE_ENTRY.ticket);
    return at;
  }
  const entry =
    ownWord(own, text, start, at) ??
    lookup(text, start, at, hash) ??
    singular(text, start, at, before, beforeTwo) ??
    UNKNOWN;
  push(t, SHAPE.word, start, at, entry.value, entry);
  return at;
}

function ownWord(
  own: ReadonlyMap<string, Entry> | undefined,
  text: string,
  start: number,
  end: number,
): Entry | undefined {
  if (own === undefined) return undefined;
  const word = text.slice(start, end).toLowerCase();
  return own.get(word) ?? (word.endsWith("s") ? own.get(word.slice(0, -1)) : undefined);
}

/** "tokens" and "token's" are known where "token" is. */
function singular(
  text: string,
  start: number,
  end: number,
  before: number,
  beforeTwo: number,
): Entry | undefined {
  if (end - start < 4 || plainCode(text.charCodeAt(end - 1)) !== 115) return undefined;
  if (isApostrophe(text.charCodeAt(end - 2))) return lookup(text, start, end - 2, beforeTwo);
  return lookup(text, start, end - 1, before);
}

function digits(text: string, at: number): number {
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function number(text: string, start: number, t: Mutable): number {
  let at = digits(text, start);
  let shape: number = SHAPE.number;
  if (at - start === 4 && text.charCodeAt(at) === 45 && isDigit(text.charCodeAt(at + 1))) {
    const month = digits(text, at + 1);
    if (month - at === 3 && text.charCodeAt(month) === 45 && digits(text, month + 1) - month === 3) {
      push(t, SHAPE.date, start, month + 3, 0, SHAPE_ENTRY.date);
      return month + 3;
    }
  }
  if (text.charCodeAt(at) === 58 && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2))) {
    shape = SHAPE.time;
    at = digits(text, at + 1);
  } else {
    while ((text.charCodeAt(at) === 46 || text.charCodeAt(at) === 44) && isDigit(text.charCodeAt(at + 1)))
      at = digits(text, at + 1);
  }
  const value = Number.parseFloat(text.slice(start, Math.min(at, start + 12)).replace(",", "."));
  push(t, shape, start, at, value, shape === SHAPE.time ? SHAPE_ENTRY.time : SHAPE_ENTRY.number);
  return at;
}

function person(text: string, start: number, t: Mutable): number {
  let at = start + 1;
  while (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))) at++;
  push(t, SHAPE.person, start, at, 0, SHAPE_ENTRY.person);
  return at;
}

/** Gives the first word of each known phrase the signs and parts of the phrase. */
function joinPhrases(t: Mutable): void {
  for (let i = 0; i < t.length; i++) {
    const { byNext } = t.entries[i]!;
    if (byNext === undefined) continue;
    const next = secondOf(t, i + 1);
    const phrases = next === undefined ? undefined : byNext.get(next);
    if (phrases === undefined) continue;
    for (const phrase of phrases) {
      const length = follows(t, i, phrase.rest);
      if (length === 0) continue;
      t.entries[i] = length === phrase.joined!.reach ? phrase.joined! : { ...phrase.joined!, reach: length };
      addMarks(t.any, t.entries[i]!);
      break;
    }
  }
}

/** The word at token `i`, or behind the hyphen there, if phrases go on with it. */
function secondOf(t: Mutable, i: number): Entry | undefined {
  const entry = t.entries[t.value[i] === HYPHEN && t.shape[i] === SHAPE.mark ? i + 1 : i];
  return entry?.isSecond === true ? entry : undefined;
}
const HYPHEN = 45;

function follows(t: Mutable, i: number, rest: readonly Entry[]): number {
  let at = i + 1;
  for (const word of rest) {
    if (t.shape[at] === SHAPE.mark && t.value[at] === 45) at++;
    if (t.entries[at] !== word) return 0;
    at++;
  }
  return at - i;
}
