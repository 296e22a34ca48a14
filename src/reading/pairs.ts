import { textAt, type Find } from "./find.ts";
import { SHAPE, type Tokens } from "./scan.ts";

/** How far from a find words are paired, in tokens. */
const REACH = 8;

/** Where two words can stand: before a find or after it, side by side or with one word between them. */
export const PAIRED = ["before", "after", "apart before", "apart after"] as const;
const [BEFORE, AFTER, APART_BEFORE, APART_AFTER] = [0, 1, 2, 3] as const;

/** How a token is spelled in pairs: in lower case; all numbers are one word, and so are all people. */
export function spelled(t: Tokens, i: number): string {
  if (t.shape[i] === SHAPE.number) return "#";
  return t.shape[i] === SHAPE.person ? "@" : textAt(t, i);
}

/** Calls `take` with each pair of words around a find, by their token numbers, and with the number of where they stand. */
export function pairsAround(
  { length }: Tokens,
  { from, to }: Find,
  take: (first: number, second: number, where: number) => void,
): void {
  for (let i = Math.max(0, from - REACH); i < from - 1; i++) {
    take(i, i + 1, BEFORE);
    if (i + 2 < from) take(i, i + 2, APART_BEFORE);
  }
  for (let i = to; i < Math.min(length - 1, to + REACH); i++) {
    take(i, i + 1, AFTER);
    if (i + 2 < length) take(i, i + 2, APART_AFTER);
  }
}

/** What pairs of words are worth, as the table has them: by two words with a blank between, by where they stand. */
export type PairTable = Readonly<Record<string, Readonly<Record<string, number>>>>;

type Pairs = {
  /** The number of each word. */
  readonly words: ReadonlyMap<string, number>;
  /** By the numbers of the first and of the second word: the worth by where they stand. */
  readonly worth: ReadonlyMap<number, readonly number[]>;
};

/** More words than the table will ever have. */
const MOST_WORDS = 1 << 20;

/** Makes the table quick to look up. */
export function pairsOf(table: PairTable): Pairs {
  const words = new Map<string, number>();
  const numberOf = (word: string): number => {
    const number = words.get(word) ?? words.size;
    words.set(word, number);
    return number;
  };
  const worth = new Map<number, readonly number[]>();
  for (const [pair, row] of Object.entries(table)) {
    const [first = "", second = ""] = pair.split(" ");
    worth.set(
      numberOf(first) * MOST_WORDS + numberOf(second),
      PAIRED.map((where) => row[where] ?? 0),
    );
  }
  return { words, worth };
}

/** What all pairs of words around a find come to. */
export function worthOfPairs({ words, worth }: Pairs, t: Tokens, find: Find): number {
  const first = Math.max(0, find.from - REACH);
  const numbers: (number | undefined)[] = [];
  const numberAt = (i: number): number | undefined =>
    i - first in numbers ? numbers[i - first] : (numbers[i - first] = words.get(spelled(t, i)));
  let sum = 0;
  pairsAround(t, find, (one, other, where) => {
    const [a, b] = [numberAt(one), numberAt(other)];
    if (a !== undefined && b !== undefined) sum += worth.get(a * MOST_WORDS + b)?.[where] ?? 0;
  });
  return sum;
}
