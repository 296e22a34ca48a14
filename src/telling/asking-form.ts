import { type Form, LONGEST_FIELD, type Part, type Press, type Words } from "./note.ts";

export type AskingView = {
  readonly text: string;
  readonly press: Press;
  readonly quote?: { readonly text: string; readonly by: string; readonly link?: string };
  /** What happened in the thread since the question was offered. */
  readonly meanwhile?: Words;
};

/** The words to edit before they are posted for all to see. Nothing is posted before "Ask". */
export function askingForm(view: AskingView): Form {
  const parts: Part[] = [];
  if (view.quote) parts.push({ kind: "quote", ...view.quote });
  if (view.meanwhile !== undefined) parts.push({ kind: "say", words: view.meanwhile });
  return {
    title: "Ask in thread",
    submit: "Ask",
    press: view.press,
    parts,
    fields: [
      {
        kind: "text",
        name: "text",
        label: "Your question",
        hint: "Posted in the thread with your name, where everybody there can read it.",
        value: view.text,
        lines: "many",
        max: LONGEST_FIELD,
      },
    ],
  };
}
