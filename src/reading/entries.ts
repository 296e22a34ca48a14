import type { Unit } from "./words/amounts.ts";
import { DATE_WORDS, type DatePart } from "./words/anchors.ts";
import { WORD_CLASSES, type WordClass } from "./words/classes.ts";
import { FIELDS } from "./words/fields.ts";
import { LOOSE_WORDS, type LoosePart } from "./words/loose.ts";
import { SIGNS, type Speaks } from "./words/signs.ts";
import { VAGUE_WORDS, type VaguePart } from "./words/vague.ts";

/** The part a word can play in a find itself: unit, number, weekday, hedge, … */
export type Part = DatePart | `vague-${VaguePart}` | LoosePart | "unit" | "count" | "size" | "bound";

/** All signs a word can give: those small words give, and those of everyday fields. */
export const SIGN_TABLE = { ...SIGNS, ...FIELDS } as const satisfies Record<
  string,
  readonly [Speaks, string]
>;
export type Sign = keyof typeof SIGN_TABLE;
export const SIGN_NAMES = Object.keys(SIGN_TABLE) as Sign[];

const PART_NAMES = [
  ...Object.keys(DATE_WORDS),
  ...Object.keys(VAGUE_WORDS).map((part) => `vague-${part}`),
  ...Object.keys(LOOSE_WORDS),
  "unit",
  "count",
  "size",
  "bound",
] as Part[];

/** Groups are kept as bits, 31 to a number. */
export const BITS = 31;

/** What the lexicon knows of a word: which signs it gives, which parts it plays. */
export type Marks = { signs0: number; signs1: number; parts0: number; parts1: number };
/** A phrase behind its first word: the words that follow, and what is known of the whole. */
export type Phrase = Marks & { readonly rest: readonly Entry[]; joined: Entry | undefined };
export type Entry = Marks & {
  readonly word: string;
  /** Its row in the tables of what words are worth; 0 for what no table holds. */
  id: number;
  /** How the tables call it. */
  name: string;
  /** Which of `WORD_CLASSES` the word is in, 31 to a number. */
  classes0: number;
  classes1: number;
  /** How many tokens the longest phrase that begins here has; 1 where none does. */
  reach: number;
  value: number;
  unit: Unit | undefined;
  topic: string | undefined;
  phrases: Phrase[] | undefined;
  /** The same phrases by their second word, longest first. */
  byNext: Map<Entry, Phrase[]> | undefined;
  /** Whether it is the second word of any phrase. */
  isSecond: boolean;
};

/** A word of which nothing is known yet; all entries begin here, so that they are alike in memory. */
export const entryFor = (word: string): Entry => ({
  signs0: 0,
  signs1: 0,
  parts0: 0,
  parts1: 0,
  word,
  name: word,
  id: 0,
  classes0: 0,
  classes1: 0,
  reach: 1,
  value: 0,
  unit: undefined,
  topic: undefined,
  phrases: undefined,
  byNext: undefined,
  isSecond: false,
});

/** What is known of one word, for another. */
export const copyOf = (entry: Entry, word = entry.word): Entry =>
  Object.assign(entryFor(word), entry, { word, phrases: undefined });

export const none = (): Marks => ({ signs0: 0, signs1: 0, parts0: 0, parts1: 0 });

/** The number of each part: which bit of `parts0`, or of `parts1` from 31 on. */
export const PART = Object.freeze(
  Object.fromEntries(PART_NAMES.map((name, number) => [name, number])),
) as Readonly<Record<Part, number>>;

export function markPart(marks: Marks, name: Part): void {
  const number = PART_NAMES.indexOf(name);
  if (number < 0) throw new Error(`no such part of speech: ${name}`);
  if (number < BITS) marks.parts0 |= 1 << number;
  else marks.parts1 |= 1 << (number - BITS);
}

export function markSign(marks: Marks, name: Sign): void {
  const number = SIGN_NAMES.indexOf(name);
  if (number < BITS) marks.signs0 |= 1 << number;
  else marks.signs1 |= 1 << (number - BITS);
}

const numbered = <Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> =>
  Object.freeze(Object.fromEntries(names.map((name, number) => [name, number]))) as Readonly<
    Record<Name, number>
  >;

/** The number of each sign: which bit of `signs0`, or of `signs1` from 31 on. */
export const SIGN = numbered(SIGN_NAMES);
/** The number of each word class: which bit of `classes0`, or of `classes1` from 31 on. */
export const CLASS = numbered(Object.keys(WORD_CLASSES) as WordClass[]);

/** What is known of a token that no table holds: nothing. */
export const UNKNOWN: Entry = entryFor("");

/** What has a row in the tables without being a word; the first row is for what has none. */
export const SHAPES: Entry[] = [UNKNOWN];
function shape(name: string): Entry {
  const entry = entryFor("");
  entry.name = name;
  entry.id = SHAPES.push(entry) - 1;
  return entry;
}
/** What stands for tokens that are no words, and for words counted as something else, where their worth is looked up. */
export const SHAPE_ENTRY = {
  number: shape("#"),
  person: shape("@"),
  ticket: shape("ID"),
  time: shape("TIME"),
  date: shape("DATE"),
  duration: shape("<duration>"),
  points: shape("<points>"),
  size: shape("<size>"),
  dated: shape("<date>"),
  vague: shape("<vague>"),
};
const MARKS = Array.from({ length: 128 }, (_, code) =>
  /[\s\w]/.test(String.fromCharCode(code)) ? UNKNOWN : shape(String.fromCharCode(code)),
);
/** The entry of a mark, by its character code. */
export const markEntry = (code: number): Entry => MARKS[code] ?? UNKNOWN;

export function addMarks(to: Marks, from: Marks): void {
  to.signs0 |= from.signs0;
  to.signs1 |= from.signs1;
  to.parts0 |= from.parts0;
  to.parts1 |= from.parts1;
}
