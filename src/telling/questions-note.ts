import type { Template } from "../questions/template.ts";
import type { Question } from "../threads/thread.ts";
import type { Note, Part } from "./note.ts";

export type QuestionsView = {
  readonly quote: string;
  /** Absent for a pasted text, which nobody in Slack said. */
  readonly by?: string;
  readonly questions: readonly Question[];
  readonly library: { readonly byId: ReadonlyMap<string, Template> };
};

/** Questions to read alone, with what a good answer sounds like: for an engineer's own message, and for pasted text. */
export function questionsNote({ quote, by, questions, library }: QuestionsView): Note {
  const first = questions[0]?.text ?? "";
  const parts: Part[] =
    by === undefined ? [{ kind: "small", words: ["“", quote, "”"] }] : [{ kind: "quote", text: quote, by }];
  for (const question of questions) {
    const template = library.byId.get(question.id);
    parts.push({ kind: "say", words: [{ bold: question.text }] });
    if (template) parts.push({ kind: "small", words: ["A good answer, about other work: ", template.good] });
  }
  return { summary: `Worth having an answer to: ${first}`, parts };
}
