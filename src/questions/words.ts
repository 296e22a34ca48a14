import type { Role } from "../threads/thread.ts";
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

type Row = { readonly questions: readonly number[]; readonly worth: readonly number[] };

/** `WordWeights`, laid out to be summed up quickly. */
export type WordWorth = {
  /** The ids that a row counts by number. */
  readonly ids: readonly string[];
  readonly rows: ReadonlyMap<string, Readonly<Partial<Record<Role | "anybody", Row>>>>;
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
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const rows = new Map<string, Partial<Record<Role | "anybody", Row>>>();
  for (const [name, row] of Object.entries(weights)) {
    const [word = "", role = "anybody"] = name.split("@");
    rows.set(word, {
      ...rows.get(word),
      [role]: { questions: Object.keys(row).map((id) => numbers.get(id)!), worth: Object.values(row) },
    });
  }
  return { ids, rows };
}

/**
 * What the words of a message speak for, by the id of a question. The words themselves are not kept, so this is summed
 * when the message is heard.
 */
export function leaningOf(
  said: Tokens,
  role: Role,
  { ids, rows }: WordWorth,
): Readonly<Record<string, number>> {
  const sums = new Float64Array(ids.length);
  for (const word of wordsIn(said)) {
    const known = rows.get(word);
    if (known === undefined) continue;
    addTo(sums, known.anybody);
    addTo(sums, known[role]);
  }
  const leaning: Record<string, number> = {};
  for (let number = 0; number < ids.length; number++)
    if (sums[number] !== 0) leaning[ids[number]!] = Math.round(sums[number]! * 100) / 100;
  return leaning;
}

function addTo(sums: Float64Array, row: Row | undefined): void {
  if (row === undefined) return;
  for (let at = 0; at < row.worth.length; at++) sums[row.questions[at]!]! += row.worth[at]! * WORTH;
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
