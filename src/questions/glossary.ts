/** A term a PM meets, in one plain sentence. `also` are other spellings. */
export type Term = { readonly term: string; readonly also: readonly string[]; readonly means: string };
export type Glossary = readonly Term[];

/** Characters of a text that are looked at. */
const LOOKED_AT = 8000;

/**
 * The terms of the glossary that a text uses: whole words (a plural counts), each term once, longest first, at most
 * `most`. Where terms overlap ("connection pool", "pool"), the longest is meant.
 */
export function termsIn(text: string, glossary: Glossary, most = 3): Term[] {
  const index = indexOf(glossary);
  const words = wordsOf(text.slice(0, LOOKED_AT));
  const found = new Map<Term, number>();
  for (let at = 0; at < words.length; at++) {
    const hit = longestAt(words, at, index);
    if (!hit) continue;
    found.set(hit.term, hit.words.join(" ").length);
    at += hit.words.length - 1;
  }
  return [...found]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([term]) => term);
}

type Spelling = { readonly term: Term; readonly words: readonly string[] };
/** Spellings by their first word, longest first. */
type Index = ReadonlyMap<string, readonly Spelling[]>;

const indexes = new WeakMap<Glossary, Index>();

function indexOf(glossary: Glossary): Index {
  const known = indexes.get(glossary);
  if (known) return known;
  const index = new Map<string, Spelling[]>();
  for (const term of glossary) {
    for (const words of [term.term, ...term.also].map(wordsOf)) {
      const [first] = words;
      if (first !== undefined) index.set(first, [...(index.get(first) ?? []), { term, words }]);
    }
  }
  for (const spellings of index.values())
    spellings.sort((one, other) => other.words.length - one.words.length);
  indexes.set(glossary, index);
  return index;
}

function longestAt(words: readonly string[], at: number, index: Index): Spelling | undefined {
  const first = words[at] ?? "";
  const spellings = [...(index.get(first) ?? []), ...(index.get(singular(first)) ?? [])];
  return spellings.find((spelling) =>
    spelling.words.every((word, n) => {
      const there = words[at + n] ?? "";
      return there === word || (n === spelling.words.length - 1 && singular(there) === word);
    }),
  );
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word;
}

/** Words without their punctuation: "blue/green" and "blue-green" are the same two. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
