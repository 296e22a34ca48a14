import { type Token, tokens } from "./tokens.ts";

/** What a lexicon found: whose entry, and the first and last word of the hit. */
export type Found<T> = { readonly of: T; readonly from: number; readonly to: number };

type Entry<T> = { readonly of: T; readonly rest: readonly string[]; readonly ends: boolean };

/**
 * Words and what they stand for, kept so that a text costs a few look-ups a word however many entries there are:
 * `starts` by the beginning of a word, `firsts` by the whole first word of a phrase.
 */
export type Lexicon<T> = {
  readonly starts: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly firsts: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly longest: number;
};

/** One entry, in the spelling of cues: the beginning of a word, or words in a row of which the last is a beginning. */
export type Spelling<T> = { readonly cue: string; readonly of: T };

/** Builds a lexicon. A space at the end of a cue says that the last word ends there. */
export function lexicon<T>(spellings: readonly Spelling<T>[]): Lexicon<T> {
  const starts = new Map<string, Entry<T>[]>();
  const firsts = new Map<string, Entry<T>[]>();
  let longest = 1;
  for (const { cue, of } of spellings) {
    const words = tokens(cue).words.map((token) => token.word);
    const [first, ...rest] = words;
    if (first === undefined) continue;
    const entry = { of, rest, ends: cue.endsWith(" ") };
    const index = rest.length === 0 ? starts : firsts;
    const known = index.get(first);
    if (known) known.push(entry);
    else index.set(first, [entry]);
    longest = Math.max(longest, first.length);
  }
  return { starts, firsts, longest };
}

/** Everything a lexicon finds in a text, in the order of the text. */
export function findIn<T>({ starts, firsts, longest }: Lexicon<T>, words: readonly Token[]): Found<T>[] {
  const found: Found<T>[] = [];
  for (const [from, { word }] of words.entries()) {
    for (let length = 1; length <= Math.min(word.length, longest); length++) {
      for (const entry of starts.get(word.slice(0, length)) ?? []) {
        if (!entry.ends || length === word.length) found.push({ of: entry.of, from, to: from });
      }
    }
    for (const entry of firsts.get(word) ?? []) {
      if (continues(entry, words, from)) found.push({ of: entry.of, from, to: from + entry.rest.length });
    }
  }
  return found;
}

function continues<T>({ rest, ends }: Entry<T>, words: readonly Token[], from: number): boolean {
  const last = rest.length - 1;
  return rest.every((word, n) => {
    const there = words[from + 1 + n]?.word;
    return there !== undefined && (n < last || ends ? there === word : there.startsWith(word));
  });
}
