import { shapeOf } from "./kinds.ts";
import type { Posed } from "./question.ts";
import { wantsBeside } from "./wants.ts";
import { type Sentence, words } from "./text.ts";

/**
 * A word without its commonest endings, so that "counted" and "counts" are one. Plainer than `stem` of questions: the
 * learned tables hold their phrases in this spelling, and another would leave them unheard until all is learned anew.
 */
const stem = (word: string) =>
  word.length > 5 ? word.replace(/(?:ing|ed|es|s|ly)$/, "") : word.length > 3 ? word.replace(/s$/, "") : word;

/** All runs of so many neighbours in a list. */
export const runs = (list: readonly string[], length: number, joint: string) =>
  list.slice(length - 1).map((_, at) => list.slice(at, at + length).join(joint));

/**
 * A reply's words, its runs of two and three of them, and of their kinds, as the learned table knows them. "=" stands
 * for a word of the question, "^" and "$" for a sentence's ends, capitals for a kind of word, "×" joins a word to what
 * the question wants and to its id.
 */
export function cues(question: Posed, said: readonly Sentence[]): string[] {
  const asked = new Set(words(question.text).map(stem));
  const beside = [...wantsBeside(question), question.id];
  const found = said.flatMap((sentence) => {
    const own = sentence.words.map(stem);
    const ended = ["^", ...own, "$"];
    const echoed = ["^", ...own.map((word) => (word.length > 3 && asked.has(word) ? "=" : word)), "$"];
    const shapes = ["^", ...sentence.words.map(shapeOf), "$"];
    return [
      ...own,
      ...runs(ended, 2, " "),
      ...runs(echoed, 2, " ").filter((run) => run.startsWith("= ") || run.endsWith(" =")),
      ...runs(ended, 3, " "),
      ...runs(shapes, 2, "~"),
      ...runs(shapes, 3, "~"),
      ...beside.flatMap((want) => sentence.words.map((word) => `${want}×${word}`)),
    ];
  });
  return [...new Set(found)];
}
