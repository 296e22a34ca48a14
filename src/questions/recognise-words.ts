import { chancesOf } from "./replies/chances.ts";
import { stem } from "./stem.ts";
import { tokens } from "./tokens.ts";

/** What each word of a typed question speaks for, by the id of the template; `NO_TEMPLATE` is a question that is none's. */
export type AskedWords = Readonly<Record<string, Readonly<Record<string, number>>>>;
export const NO_TEMPLATE = "none";

/** No question is read further than this many words. */
const READ_AT_MOST = 60;

/** The words of the sentences that ask, by their stems, alone and two in a row; "^" stands before the first, "$" behind the last. */
export function askedWords(text: string): string[] {
  const { words, sentences } = tokens(text);
  const asked = words
    .filter(({ sentence, word }) => sentences[sentence]?.asks && word !== "?")
    .slice(0, READ_AT_MOST)
    .map(({ word }) => (/^\d+$/.test(word) ? "#" : stem(word)));
  if (asked.length === 0) return [];
  const ended = ["^", ...asked, "$"];
  const length = asked.length <= 3 ? "few" : asked.length <= 7 ? "some" : "many";
  return [
    ...new Set(["", `[${length}]`, ...asked, ...ended.slice(1).map((word, at) => `${ended[at]} ${word}`)]),
  ];
}

/** A long question has more words to speak than a short one, and is no surer for that. */
export const wordScale = (count: number) => 3 / Math.sqrt(count);

/** The likeliest template by the words of a question, and how likely it is. */
export function likeliest(table: AskedWords, words: readonly string[]): { id: string; chance: number } {
  const scores = new Map<string, number>([[NO_TEMPLATE, 0]]);
  const scale = wordScale(words.length);
  for (const word of words) {
    // The words come from outside: "constructor" is in no table of ours.
    if (!Object.hasOwn(table, word)) continue;
    for (const [id, worth] of Object.entries(table[word] ?? {}))
      scores.set(id, (scores.get(id) ?? 0) + worth * scale);
  }
  const ids = [...scores.keys()];
  const chances = chancesOf([...scores.values()]);
  const best = chances.indexOf(Math.max(...chances));
  return { id: ids[best] ?? NO_TEMPLATE, chance: chances[best] ?? 0 };
}
