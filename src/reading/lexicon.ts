import {
  addMarks,
  BITS,
  copyOf,
  entryFor,
  markPart,
  markSign,
  none,
  SHAPES,
  SIGN_NAMES,
  SIGN_TABLE,
  type Entry,
  type Marks,
  type Part,
  type Phrase,
  type Sign,
} from "./entries.ts";
import { slips } from "./slips.ts";
import weights from "./weights.json" with { type: "json" };
import { NUMBER_WORDS, UNIT_WORDS, type Unit } from "./words/amounts.ts";
import { DATE_WORDS, SIZE_WORDS } from "./words/anchors.ts";
import { WORD_CLASSES } from "./words/classes.ts";
import { LOOSE_WORDS } from "./words/loose.ts";
import { TOPICS } from "./words/topics.ts";
import { VAGUE_WORDS } from "./words/vague.ts";

const entries = new Map<string, Entry>();

function entryOf(word: string): Entry {
  const known = entries.get(word);
  if (known) return known;
  const made = entryFor(word);
  entries.set(word, made);
  return made;
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
const SLIPS = slips([...entries.keys()]);
// Words that only training found worth something; a phrase among them is one that is known anyway. They change nothing else
// about how a text is read: what training sees must not hang on what it found the last time.
for (const word of Object.keys(weights.words)) if (!word.includes("_") && !SLIPS.has(word)) entryOf(word);
joinPhrases();
/** Everything that has a row of its own in the tables of what words are worth; the first is for what has none. */
export const ROWS: readonly Entry[] = numberRows();
for (const [slip, word] of SLIPS) entries.set(slip, copyOf(entryOf(word), slip));

/** Of each phrase, the entry of its first word where the phrase stands: all shorter ones that stand there too count. */
function joinPhrases(): void {
  for (const entry of entries.values()) {
    if (entry.phrases === undefined) continue;
    entry.phrases.sort((a, b) => b.rest.length - a.rest.length);
    for (const phrase of entry.phrases) {
      const name = [entry, ...phrase.rest].map(({ word }) => word).join("_");
      const joined = copyOf(entry);
      joined.name = name;
      joined.reach = 1 + phrase.rest.length;
      for (const other of entry.phrases)
        if (other.rest.every((word, at) => phrase.rest[at] === word)) addMarks(joined, other);
      phrase.joined = joined;
    }
    entry.byNext = new Map();
    for (const phrase of entry.phrases) {
      const second = phrase.rest[0]!;
      second.isSecond = true;
      entry.byNext.set(second, [...(entry.byNext.get(second) ?? []), phrase]);
    }
  }
}

function numberRows(): Entry[] {
  const rows = [...SHAPES];
  const give = (entry: Entry): void => {
    entry.id = rows.push(entry) - 1;
  };
  for (const entry of entries.values()) {
    give(entry);
    for (const { joined } of entry.phrases ?? []) if (joined !== undefined) give(joined);
  }
  return rows;
}

// An open-addressing table over the words' hashes: words are looked up in place, without cutting them out of the text.
const SLOTS = 1 << 15;
const table: (Entry | undefined)[] = Array.from({ length: SLOTS });
/** The hash in each slot, 0 where the slot is empty: most lookups end here, without a look at the entry. */
const hashes = new Int32Array(SLOTS);
/** One letter as the lexicon writes it: lower case, a straight apostrophe. */
export const plainCode = (code: number): number =>
  code >= 65 && code <= 90 ? code + 32 : code === 0x2019 ? 39 : code;
export const hashStep = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;
/** The hash of a stretch of text, whatever the case of its letters. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = hashStep(hash, plainCode(text.charCodeAt(at)));
  return hash;
}
const slotOf = (hash: number): number => (hash ^ (hash >>> 13)) & (SLOTS - 1);
for (const entry of entries.values()) {
  const hash = hashOf(entry.word);
  let slot = slotOf(hash);
  while (table[slot] !== undefined) slot = (slot + 1) & (SLOTS - 1);
  table[slot] = entry;
  hashes[slot] = hash;
}

/** The entry of the word between `start` and `end`, whose hash is given; letters compare without regard to case. */
export function lookup(text: string, start: number, end: number, hash: number): Entry | undefined {
  for (let slot = slotOf(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
    const there = hashes[slot];
    if (there === 0) return undefined;
    if (there !== hash) continue;
    const entry = table[slot]!;
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

function same(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== plainCode(text.charCodeAt(start + at))) return false;
  return true;
}
