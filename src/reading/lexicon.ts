import { NUMBER_WORDS, UNIT_WORDS, type Unit } from "./words/amounts.ts";
import { DATE_WORDS, SIZE_WORDS, type DatePart } from "./words/anchors.ts";
import { FIELDS } from "./words/fields.ts";
import { LOOSE_WORDS, type LoosePart } from "./words/loose.ts";
import { WORD_CLASSES, type WordClass } from "./words/classes.ts";
import { slips } from "./slips.ts";
import { SIGNS, type Speaks } from "./words/signs.ts";
import { TOPICS } from "./words/topics.ts";
import { VAGUE_WORDS, type VaguePart } from "./words/vague.ts";
import weights from "./weights.json" with { type: "json" };

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
const BITS = 31;

/** What the lexicon knows of a word: which signs it gives, which parts it plays. */
export type Marks = { signs0: number; signs1: number; parts0: number; parts1: number };
/** A phrase behind its first word: the words that follow, and what is known of the whole. */
type Phrase = Marks & { readonly rest: readonly Entry[]; joined: Entry | undefined };
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
};

/** A word of which nothing is known yet; all entries are made here, so that they are alike in memory. */
const entryFor = (word: string): Entry => ({
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
});

const none = (): Marks => ({ signs0: 0, signs1: 0, parts0: 0, parts1: 0 });

/** The number of each part: which bit of `parts0`, or of `parts1` from 31 on. */
export const PART = Object.freeze(
  Object.fromEntries(PART_NAMES.map((name, number) => [name, number])),
) as Readonly<Record<Part, number>>;

function markPart(marks: Marks, name: Part): void {
  const number = PART_NAMES.indexOf(name);
  if (number < 0) throw new Error(`no such part of speech: ${name}`);
  if (number < BITS) marks.parts0 |= 1 << number;
  else marks.parts1 |= 1 << (number - BITS);
}

function markSign(marks: Marks, name: Sign): void {
  const number = SIGN_NAMES.indexOf(name);
  if (number < BITS) marks.signs0 |= 1 << number;
  else marks.signs1 |= 1 << (number - BITS);
}

const entries = new Map<string, Entry>();

function entryOf(word: string): Entry {
  const known = entries.get(word);
  if (known) return known;
  const made = entryFor(word);
  entries.set(word, made);
  return made;
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

const shape = (name: string): Entry => {
  const entry = entryFor("");
  entry.name = name;
  return entry;
};
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
  doubt: shape("<doubt>"),
};
const MARKS = Array.from({ length: 128 }, (_, code) =>
  /[\s\w]/.test(String.fromCharCode(code)) ? UNKNOWN : shape(String.fromCharCode(code)),
);
const SHAPES = [...Object.values(SHAPE_ENTRY), ...MARKS.filter((entry) => entry !== UNKNOWN)];
/** The entry of a mark, by its character code. */
export const markEntry = (code: number): Entry => MARKS[code] ?? UNKNOWN;

export function addMarks(to: Marks, from: Marks): void {
  to.signs0 |= from.signs0;
  to.signs1 |= from.signs1;
  to.parts0 |= from.parts0;
  to.parts1 |= from.parts1;
}

/** Splits like the scanner does: at blanks and hyphens. */
const pieces = (phrase: string): string[] => phrase.split(/[_-]/).filter((piece) => piece !== "");

function marksOf(phrase: string): Marks {
  const [first = "", ...rest] = pieces(phrase);
  const entry = entryOf(first);
  if (rest.length === 0) return entry;
  const known = entry.phrases?.find((one) => one.rest.map(({ word }) => word).join(" ") === rest.join(" "));
  if (known) return known;
  const made: Phrase = { ...none(), rest: rest.map(entryOf), joined: undefined };
  entry.phrases = [...(entry.phrases ?? []), made];
  return made;
}

const words = (table: string): string[] => table.split(/\s+/).filter((word) => word !== "");

for (const name of SIGN_NAMES) for (const word of words(SIGN_TABLE[name][1])) markSign(marksOf(word), name);
for (const [name, table] of Object.entries(DATE_WORDS))
  for (const word of words(table)) markPart(marksOf(word), name as Part);
for (const [name, table] of Object.entries(VAGUE_WORDS))
  for (const word of words(table)) markPart(marksOf(word), `vague-${name}` as Part);
for (const [name, table] of Object.entries(LOOSE_WORDS))
  for (const word of words(table)) markPart(marksOf(word), name as Part);
for (const [unit, table] of Object.entries(UNIT_WORDS))
  for (const word of words(table)) {
    const entry = entryOf(word);
    entry.unit = unit as Unit;
    markPart(entry, "unit");
  }
for (const [word, value] of Object.entries(NUMBER_WORDS)) {
  const entry = entryOf(word);
  entry.value = value;
  markPart(entry, "count");
}
// Every word of a bound like "no more than" is known as such, to find where the bound begins.
for (const word of words(`${LOOSE_WORDS.floor} ${LOOSE_WORDS.ceiling}`))
  for (const piece of pieces(word)) markPart(entryOf(piece), "bound");
for (const [topic, row] of Object.entries(TOPICS))
  for (const word of row.split(" ")) entryOf(word).topic ??= topic;
for (const word of Object.keys(SIZE_WORDS)) markPart(entryOf(word), "size");

for (const [number, row] of Object.values(WORD_CLASSES).entries())
  for (const word of words(row)) {
    const entry = entryOf(word);
    if (number < BITS) entry.classes0 |= 1 << number;
    else entry.classes1 |= 1 << (number - BITS);
  }
// Words that only training found worth something; a phrase among them is one that is known anyway.
for (const word of Object.keys(weights.words)) if (!word.includes("_")) entryOf(word);
joinPhrases();
/** Everything that has a row of its own in the tables of what words are worth; the first is for what has none. */
export const ROWS: readonly Entry[] = numberRows();
for (const [slip, word] of slips([...entries.keys()]))
  if (!entries.has(slip)) entries.set(slip, { ...entryOf(word), word: slip });

/** Of each phrase, the entry of its first word where the phrase stands: all shorter ones that stand there too count. */
function joinPhrases(): void {
  for (const entry of entries.values()) {
    if (entry.phrases === undefined) continue;
    entry.phrases.sort((a, b) => b.rest.length - a.rest.length);
    for (const phrase of entry.phrases) {
      const name = [entry, ...phrase.rest].map(({ word }) => word).join("_");
      const joined = { ...entry, name, reach: 1 + phrase.rest.length, phrases: undefined };
      for (const other of entry.phrases)
        if (other.rest.every((word, at) => phrase.rest[at] === word)) addMarks(joined, other);
      phrase.joined = joined;
    }
  }
}

function numberRows(): Entry[] {
  const rows = [UNKNOWN];
  const give = (entry: Entry): void => {
    entry.id = rows.push(entry) - 1;
  };
  for (const entry of SHAPES) give(entry);
  for (const entry of entries.values()) {
    give(entry);
    for (const { joined } of entry.phrases ?? []) if (joined !== undefined) give(joined);
  }
  return rows;
}

// An open-addressing table over the words' hashes: words are looked up in place, without cutting them out of the text.
const SLOTS = 1 << 15;
const table: (Entry | undefined)[] = Array.from({ length: SLOTS });
export const hashStep = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;
export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at));
  return hash;
}
const slotOf = (hash: number): number => (hash ^ (hash >>> 13)) & (SLOTS - 1);
for (const entry of entries.values()) {
  let slot = slotOf(hashOf(entry.word));
  while (table[slot] !== undefined) slot = (slot + 1) & (SLOTS - 1);
  table[slot] = entry;
}

/** The entry of the word between `start` and `end`, whose hash is given; letters compare without regard to case. */
export function lookup(text: string, start: number, end: number, hash: number): Entry | undefined {
  for (let slot = slotOf(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
    const entry = table[slot];
    if (entry === undefined) return undefined;
    if (entry.word.length === end - start && same(entry.word, text, start)) return entry;
  }
}

/** An entry for a word of the team's own. */
export function ownEntry(word: string, role: { unit?: Unit; part?: Part; sign?: Sign; like: string }): Entry {
  const entry = entryFor(word);
  entry.id = entryOf(role.like).id;
  if (role.unit !== undefined) {
    entry.unit = role.unit;
    markPart(entry, "unit");
  }
  if (role.part !== undefined) markPart(entry, role.part);
  if (role.sign !== undefined) markSign(entry, role.sign);
  return entry;
}

/** One letter as the lexicon writes it: lower case, a straight apostrophe. */
export const plainCode = (code: number): number =>
  code >= 65 && code <= 90 ? code + 32 : code === 0x2019 ? 39 : code;

function same(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== plainCode(text.charCodeAt(start + at))) return false;
  return true;
}
