import type { Role } from "../threads/thread.ts";
import { ROLES } from "../threads/thread.ts";
import type { Silenced } from "./silenced.ts";
import { stem } from "./stem.ts";
import type { Tokens } from "./tokens.ts";

/** How many words of a message are looked at: nobody explains a plan in more. */
const MOST_WORDS = 400;
/** What one word counts beside a situation: a message has some twenty of them. */
const WORTH = 0.15;

/** What single words speak for: by word, alone or as "word@role" with the role of who says it, by the id of a question, how much. */
export type WordWeights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The different words of a message, as the table of words spells them: by their stem, numbers by how large they are. */
export function wordsIn({ words }: Tokens): ReadonlySet<string> {
  return new Set(
    words.slice(0, MOST_WORDS).map(({ word }) => (/^\d+$/.test(word) ? sized(word) : stem(word))),
  );
}

const SIZES = [1, 2, 5, 12, 99, 999, 999_999];

function sized(digits: string): string {
  return `<${SIZES.find((size) => Number(digits) <= size) ?? "more"}>`;
}

/** The words of a message, each alone and by the role of who says it: the PM's "tests" are not the engineer's. */
function* spoken(said: Tokens, role: Role): Generator<string> {
  for (const word of wordsIn(said)) {
    yield word;
    yield `${word}@${role}`;
  }
}

/** `WordWeights`, laid out to be summed up quickly: small and in one piece, since it is the memory that takes the time. */
export type WordWorth = {
  /** The ids that are counted, in the order of their worths. */
  readonly ids: readonly string[];
  /** Where the worths of a word begin: those from the mouth of each of `ROLES`, one after another. */
  readonly from: ReadonlyMap<string, number>;
  /** In hundredths, as the table has them. */
  readonly worth: Int16Array;
};

const laidOut = new WeakMap<WordWeights, WordWorth>();

/** The table laid out by word and by who says it: once for each table, however often templates are compiled. */
export function wordWorth(weights: WordWeights): WordWorth {
  const known = laidOut.get(weights) ?? layOut(weights);
  laidOut.set(weights, known);
  return known;
}

function layOut(weights: WordWeights): WordWorth {
  const ids = [...new Set(Object.values(weights).flatMap((row) => Object.keys(row)))];
  const each = ROLES.length * ids.length;
  const words = new Set(Object.keys(weights).map((name) => name.replace(/@.*/, "")));
  const from = new Map([...words].map((word, n) => [word, n * each]));
  const worth = new Int16Array(words.size * each);
  for (const [word, start] of from)
    for (const [n, role] of ROLES.entries())
      for (const row of [weights[word], weights[`${word}@${role}`]])
        for (const [id, value] of Object.entries(row ?? {}))
          worth[start + n * ids.length + ids.indexOf(id)]! += Math.round(value * 100);
  return { ids, from, worth };
}

/** The same table, in which what is silenced for a question speaks no longer for it: one copy, made when templates are compiled. */
export function without(table: WordWorth, silenced: Silenced): WordWorth {
  if (silenced.size === 0) return table;
  const { ids, from } = table;
  const worth = table.worth.slice();
  for (const [id, gone] of silenced) {
    const column = ids.indexOf(id);
    if (column < 0) continue;
    for (const word of gone === "all" ? from.keys() : gone) {
      const start = from.get(word);
      if (start === undefined) continue;
      for (let role = 0; role < ROLES.length; role++) {
        const cell = start + role * ids.length + column;
        if (gone === "all" || worth[cell]! > 0) worth[cell] = 0;
      }
    }
  }
  return { ids, from, worth };
}

/**
 * What the words of a message speak for, by the id of a question. The words themselves are not kept, so this is summed
 * when the message is heard.
 */
export function leaningOf(
  said: Tokens,
  role: Role,
  { ids, from, worth }: WordWorth,
): Readonly<Record<string, number>> {
  const sums = new Int32Array(ids.length);
  for (const word of wordsIn(said)) {
    const start = from.get(word);
    if (start === undefined) continue;
    const row = start + ROLES.indexOf(role) * ids.length;
    for (let id = 0; id < ids.length; id++) sums[id]! += worth[row + id]!;
  }
  const leaning: Record<string, number> = {};
  for (const [n, id] of ids.entries()) if (sums[n] !== 0) leaning[id] = Math.round(sums[n]! * WORTH) / 100;
  return leaning;
}

/** The words of some messages as the weights are learned from: how much each counts. */
export function wordValues(
  messages: readonly { readonly said: Tokens; readonly role: Role }[],
): Map<string, number> {
  const values = new Map<string, number>();
  for (const { said, role } of messages)
    for (const word of spoken(said, role)) values.set(word, (values.get(word) ?? 0) + WORTH);
  return values;
}
