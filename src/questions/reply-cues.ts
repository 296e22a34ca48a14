import type { Sentence } from "./reply-text.ts";
import { words } from "./reply-text.ts";
import type { Posed } from "./weigh.ts";

const stem = (word: string) =>
  word.length > 5 ? word.replace(/(?:ing|ed|es|s|ly)$/, "") : word.length > 3 ? word.replace(/s$/, "") : word;

/** The words and pairs of words of a reply, as the learned table knows them. "=" stands for a word of the question. */
export function cues(question: Pick<Posed, "text">, said: readonly Sentence[]): string[] {
  const asked = new Set(words(question.text).map(stem));
  const out: string[] = [];
  said.forEach((sentence) => {
    const own = sentence.words.map(stem);
    const seq = ["^", ...own, "$"];
    const echo = ["^", ...own.map((w) => (w.length > 3 && asked.has(w) ? "=" : w)), "$"];
    for (let i = 0; i < own.length; i++) out.push(own[i]!);
    for (let i = 0; i + 1 < seq.length; i++) out.push(`${seq[i]} ${seq[i + 1]}`);
    for (let i = 0; i + 1 < seq.length; i++)
      if (echo[i] === "=" || echo[i + 1] === "=") out.push(`${echo[i]} ${echo[i + 1]}`);
    for (let i = 0; i + 2 < seq.length; i++) out.push(`${seq[i]} ${seq[i + 1]} ${seq[i + 2]}`);
  });
  return [...new Set(out)];
}
