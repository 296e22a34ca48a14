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

/**
 * What the words of a message speak for, by the id of a question. The words themselves are not kept, so this is summed
 * when the message is heard.
 */
export function leaningOf(said: Tokens, role: Role, weights: WordWeights): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const word of spoken(said, role)) {
    if (!Object.hasOwn(weights, word)) continue;
    for (const [id, weight] of Object.entries(weights[word] ?? {}))
      sums.set(id, (sums.get(id) ?? 0) + weight * WORTH);
  }
  return Object.fromEntries([...sums].map(([id, sum]) => [id, Math.round(sum * 100) / 100]));
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
