import { remembering } from "./met.ts";
import { type Token, tokens } from "./tokens.ts";

/** What a lexicon found: whose entry, and the first and last word of the hit. */
export type Found<T> = { readonly of: T; readonly from: number; readonly to: number };

type Entry<T> = { readonly of: T; readonly rest: readonly string[]; readonly ends: boolean };

/** Phrases with the same first word, by the first letter of their second: everyday words begin hundreds of phrases. */
type Phrases<T> = Map<number, Entry<T>[]>;

/** Words and what they stand for, kept so that a text costs a few look-ups a word however many entries there are. */
export type Lexicon<T> = {
  /** The entries that a word is, or begins with, shortest first. */
  readonly begunBy: (word: string) => readonly Entry<T>[];
  /** By the whole first word of a phrase. */
  readonly phrases: ReadonlyMap<string, Phrases<T>>;
};

/** One entry, in the spelling of cues: the beginning of a word, or words in a row of which the last is a beginning. */
export type Spelling<T> = { readonly cue: string; readonly of: T };

/** Builds a lexicon. A space at the end of a cue says that the last word ends there. */
export function lexicon<T>(spellings: readonly Spelling<T>[]): Lexicon<T> {
  const starts = new Map<string, Entry<T>[]>();
  const phrases = new Map<string, Phrases<T>>();
  let longest = 1;
  for (const { cue, of } of spellings) {
    const words = tokens(cue).words.map((token) => token.word);
    const [first, ...rest] = words;
    if (first === undefined) continue;
    const entry = { of, rest, ends: cue.endsWith(" ") };
    const [second] = rest;
    if (second === undefined) append(starts, first, entry);
    else {
      const begun = phrases.get(first) ?? new Map<number, Entry<T>[]>();
      phrases.set(first, begun);
      append(begun, second.charCodeAt(0), entry);
    }
    longest = Math.max(longest, first.length);
  }
  return { begunBy: remembering((word) => beginningsOf(word, starts, longest)), phrases };
}

/** Adds an entry to those of a key. */
export function append<K, T>(index: Map<K, T[]>, key: K, entry: T): void {
  const known = index.get(key);
  if (known) known.push(entry);
  else index.set(key, [entry]);
}

/** Everything a lexicon finds in a text, in the order of the text. */
export function findIn<T>(lexicon: Lexicon<T>, words: readonly Token[]): Found<T>[] {
  const found: Found<T>[] = [];
  for (let from = 0; from < words.length; from++) {
    const { word } = words[from]!;
    for (const { of } of lexicon.begunBy(word)) found.push({ of, from, to: from });
    const next = words[from + 1]?.word;
    const begun = next === undefined ? undefined : lexicon.phrases.get(word)?.get(next.charCodeAt(0));
    if (begun === undefined) continue;
    for (const entry of begun)
      if (continues(entry, words, from)) found.push({ of: entry.of, from, to: from + entry.rest.length });
  }
  return found;
}

function beginningsOf<T>(
  word: string,
  starts: ReadonlyMap<string, readonly Entry<T>[]>,
  longest: number,
): Entry<T>[] {
  const entries: Entry<T>[] = [];
  for (let length = 1; length <= Math.min(word.length, longest); length++) {
    const begin = starts.get(word.slice(0, length)) ?? [];
    entries.push(...begin.filter((entry) => !entry.ends || length === word.length));
  }
  return entries;
}

function continues<T>({ rest, ends }: Entry<T>, words: readonly Token[], from: number): boolean {
  const last = rest.length - 1;
  for (let n = 0; n <= last; n++) {
    const there = words[from + 1 + n]?.word;
    if (there === undefined) return false;
    if (n < last || ends ? there !== rest[n] : !there.startsWith(rest[n]!)) return false;
  }
  return true;
}
