import type { Asked, Offer, ThreadRef } from "../threads/thread.ts";
import type { Note, Words } from "./note.ts";

export type MorningView = {
  readonly waiting: readonly { readonly ref: ThreadRef; readonly offer: Offer; readonly link: string }[];
  readonly unanswered: readonly { readonly ref: ThreadRef; readonly asked: Asked; readonly link: string }[];
};

/** The one direct message at the start of the working day: what waits, and which questions nobody answered. */
export function morningNote({ waiting, unanswered }: MorningView): Note {
  const items: Words[] = [
    ...waiting.map(({ offer, link }): Words => [
      { user: offer.by },
      ": “",
      offer.quote,
      "” ",
      { link, label: "open" },
      ...(offer.questions[0] ? [" · worth asking: ", { bold: offer.questions[0].text }] : []),
    ]),
    ...unanswered.map(({ asked, link }): Words => [
      "No answer yet: ",
      { italic: asked.text },
      " ",
      { link, label: "open" },
    ]),
  ];
  const summary = `Good morning. ${items.length === 1 ? "One thing waits" : `${items.length} things wait`} for you.`;
  return {
    summary,
    parts: [
      { kind: "say", words: summary },
      { kind: "list", items },
      { kind: "small", words: "They stand in my Home tab with their buttons. I won't bring them up again." },
    ],
  };
}
