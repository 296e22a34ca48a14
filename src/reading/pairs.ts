import { textAt, type Find } from "./find.ts";
import { hashOf } from "./lexicon.ts";
import { SHAPE, type Tokens } from "./scan.ts";

/** How far from a find words are paired, in tokens. */
const REACH = 8;
const startOf = ({ from }: Find): number => Math.max(0, from - REACH);
const endOf = ({ length }: Tokens, { to }: Find): number => Math.min(length, to + REACH);

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
  t: Tokens,
  find: Find,
  take: (first: number, second: number, where: number) => void,
): void {
  const between = (start: number, end: number, beside: number, apart: number): void => {
    for (let i = start + 1; i < end; i++) {
      take(i - 1, i, beside);
      if (i > start + 1) take(i - 2, i, apart);
    }
  };
  between(startOf(find), find.from, BEFORE, APART_BEFORE);
  between(find.to, endOf(t, find), AFTER, APART_AFTER);
}

/** What pairs of words are worth, as the table has them: by two words with a blank between, by where they stand. */
export type PairTable = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** An open-addressing table over the hashes of both words; a first word of 0 is an empty slot. */
type Pairs = {
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** By slot: the worth by where they stand. */
  readonly worth: Float32Array;
};

const slotOf = (first: number, second: number, slots: number): number => {
  const mixed = Math.imul(first, 0x9e3779b1) + second;
  return (mixed ^ (mixed >>> 15)) & (slots - 1);
};

/** The slot of a pair, or the empty one where it would stand. */
function slotFor(pairs: Pick<Pairs, "first" | "second">, first: number, second: number): number {
  const slots = pairs.first.length;
  let slot = slotOf(first, second, slots);
  while (pairs.first[slot] !== 0 && (pairs.first[slot] !== first || pairs.second[slot] !== second))
    slot = (slot + 1) & (slots - 1);
  return slot;
}

/** Makes the table quick to look up: at least half of it stays empty. */
export function pairsOf(table: PairTable): Pairs {
  const rows = Object.entries(table);
  const slots = 2 ** Math.ceil(Math.log2(2 * rows.length + 2));
  const pairs = {
    first: new Int32Array(slots),
    second: new Int32Array(slots),
    worth: new Float32Array(slots * PAIRED.length),
  };
  for (const [pair, row] of rows) {
    const [first = "", second = ""] = pair.split(" ");
    const slot = slotFor(pairs, hashOf(first), hashOf(second));
    pairs.first[slot] = hashOf(first);
    pairs.second[slot] = hashOf(second);
    for (const [where, name] of PAIRED.entries()) pairs.worth[slot * PAIRED.length + where] = row[name] ?? 0;
  }
  return pairs;
}

const NUMBER = hashOf("#");
const PERSON = hashOf("@");

/** The hash of a token as it is spelled in pairs. */
function hashAt(t: Tokens, i: number): number {
  if (t.shape[i] === SHAPE.number) return NUMBER;
  if (t.shape[i] === SHAPE.person) return PERSON;
  return hashOf(t.text, t.start[i], t.end[i]);
}

/** What all pairs of words around a find come to. The same pairs as `pairsAround`, written out: this is asked of every find. */
export function worthOfPairs(pairs: Pairs, t: Tokens, find: Find): number {
  return (
    worthBetween(pairs, t, startOf(find), find.from, BEFORE, APART_BEFORE) +
    worthBetween(pairs, t, find.to, endOf(t, find), AFTER, APART_AFTER)
  );
}

/** The pairs among the tokens from `from` up to but not including `to`. */
function worthBetween(p: Pairs, t: Tokens, from: number, to: number, beside: number, apart: number): number {
  let sum = 0;
  let before = 0;
  let beforeThat = 0;
  for (let i = from; i < to; i++) {
    const hash = hashAt(t, i);
    if (i > from) sum += p.worth[slotFor(p, before, hash) * PAIRED.length + beside]!;
    if (i > from + 1) sum += p.worth[slotFor(p, beforeThat, hash) * PAIRED.length + apart]!;
    beforeThat = before;
    before = hash;
  }
  return sum;
}
