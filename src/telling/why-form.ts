import type { Question } from "../threads/thread.ts";
import type { Form, Part } from "./note.ts";

export type WhyView = {
  readonly question: Question;
  /** From the template; undefined where it has gone since. */
  readonly template: { readonly why: string; readonly good: string; readonly weak: string } | undefined;
  readonly terms: readonly { readonly term: string; readonly means: string }[];
};

/** "Why ask?": the reason, what a good answer and a weak one sound like, and the words a PM may not know. */
export function whyForm(view: WhyView): Form {
  return { title: "Why ask?", parts: whyParts(view), fields: [] };
}

/** Nothing where the words that led to it are gone. */
const because = ({ because: words }: Question): Part[] =>
  words === "" ? [] : [{ kind: "small", words: ["Chosen because: ", words] }];

export function whyParts({ question, template, terms }: WhyView): Part[] {
  const parts: Part[] = [{ kind: "say", words: [{ bold: question.text }] }, ...because(question)];
  if (template === undefined) {
    return [...parts, { kind: "say", words: "The template behind this question is no longer there." }];
  }
  parts.push(
    { kind: "say", words: template.why },
    { kind: "say", words: [{ bold: "A good answer, about other work, sounds like: " }, template.good] },
    { kind: "say", words: [{ bold: "And a weak one: " }, template.weak] },
  );
  if (terms.length === 0) return parts;
  return [
    ...parts,
    { kind: "line" },
    {
      kind: "list",
      items: terms.map(({ term, means }) => [{ bold: term }, ": ", means]),
    },
  ];
}
