import type { Asked, Label, ThreadRef } from "../threads/thread.ts";
import { brief } from "./brief.ts";
import type { Button, Note, Part, Press } from "./note.ts";

export type VerdictView = {
  readonly ref: ThreadRef;
  readonly asked: Asked;
  readonly link?: string;
  /** The kinder second try, where there is one. */
  readonly again?: string;
};

/** What each verdict is called in front of people. */
export const VERDICT_WORDS: Readonly<Record<Label, string>> = {
  answered: "answered",
  partial: "partly answered",
  "non-answer": "still open",
  unrelated: "no reply to it yet",
};

export function onAsked(
  name: Press["do"],
  ref: ThreadRef,
  asked: Asked,
  more?: Record<string, string>,
): Press {
  return { do: name, about: { c: ref.channel, r: ref.root, a: asked.id, ...more } };
}

/** Lines of a note, one of them its buttons, and characters of a line. */
const MOST_LINES = 6;
const ONE_LINE = 95;
const QUOTED = 170;
const linesOf = (words: string | undefined, besides: number) =>
  words === undefined ? 0 : Math.ceil((words.length + besides) / ONE_LINE);

/** The question, whole where the six lines allow: the second try hangs on it. */
function question({ asked, again }: VerdictView): string {
  const others = linesOf(brief(asked.verdict?.sentence ?? "", QUOTED), 15) + linesOf(again, 15);
  const room = Math.max(1, MOST_LINES - 1 - others);
  return brief(asked.text, room * ONE_LINE - 35);
}

/** Shown to the PM alone when a question was met with half an answer or none, with one tap to say otherwise. */
export function verdictNote(view: VerdictView): Note {
  const { asked, ref, again } = view;
  const label = asked.verdict?.label ?? "unrelated";
  const summary = `Your question is ${VERDICT_WORDS[label]}: ${asked.text}`;
  const parts: Part[] = [
    {
      kind: "say",
      words: ["Your question is ", { bold: VERDICT_WORDS[label] }, ": ", { italic: question(view) }],
    },
  ];
  const { verdict } = asked;
  const by = asked.replies.find((reply) => reply.ts === verdict?.ts)?.user;
  if (verdict?.sentence !== undefined && by !== undefined) {
    parts.push({
      kind: "quote",
      text: brief(verdict.sentence, QUOTED),
      by,
      ...(view.link !== undefined && { link: view.link }),
    });
  }
  if (again !== undefined) parts.push({ kind: "say", words: ["A second try: ", { bold: again }] });
  const buttons: Button[] = [
    ...(again === undefined
      ? []
      : [{ label: "Ask that", press: onAsked("again", ref, asked), style: "primary" as const }]),
    {
      label: "It was answered",
      press: onAsked("correct", ref, asked, { label: "answered" }),
    },
    { label: "Let it rest", press: onAsked("close", ref, asked) },
  ];
  return { summary, parts: [...parts, { kind: "buttons", buttons }] };
}
