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
  /** By the number of the first word, then of the second: the worth by where they stand. */
  readonly worth: readonly (ReadonlyMap<number, readonly number[]> | undefined)[];
};

/** Makes the table quick to look up. */
export function pairsOf(table: PairTable): Pairs {
  const words = new Map<string, number>();
  const numberOf = (word: string): number => {
    const number = words.get(word) ?? words.size;
    words.set(word, number);
    return number;
  };
  const worth: Map<number, readonly number[]>[] = [];
  for (const [pair, row] of Object.entries(table)) {
    const [first = "", second = ""] = pair.split(" ");
    (worth[numberOf(first)] ??= new Map()).set(
      numberOf(second),
      PAIRED.map((where) => row[where] ?? 0),
    );
  }
  return { words, worth };
}

/** The numbers of the words around one find, filled in as they are asked for; written anew for each find. */
const NUMBERS = new Int32Array(2 * REACH + 2);
const NOT_ASKED = -2;
const UNKNOWN = -1;

/** What all pairs of words around a find come to. */
export function worthOfPairs({ words, worth }: Pairs, t: Tokens, find: Find): number {
  NUMBERS.fill(NOT_ASKED);
  const numberAt = (i: number): number => {
    const at = i < find.from ? i - find.from + REACH : i - find.to + REACH;
    if (NUMBERS[at] === NOT_ASKED) NUMBERS[at] = words.get(spelled(t, i)) ?? UNKNOWN;
    return NUMBERS[at]!;
  };
  let sum = 0;
  pairsAround(t, find, (one, other, where) => {
    const first = numberAt(one);
    if (first === UNKNOWN) return;
    sum += worth[first]?.get(numberAt(other))?.[where] ?? 0;
  });
  return sum;
}
