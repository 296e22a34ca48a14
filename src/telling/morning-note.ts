import type { Asked, Offer, ThreadRef } from "../threads/thread.ts";
import type { Note, Words } from "./note.ts";
import { inReplyTo } from "./in-reply-to.ts";
import { openQuestions } from "./suggestion-note.ts";

/** More than these are looked at in Home. */
const MOST_LISTED = 8;

export type MorningView = {
  readonly waiting: readonly {
    readonly ref: ThreadRef;
    readonly offer: Offer;
    readonly link: string;
    /** What it answered, where it says little by itself. */
    readonly asked?: string;
    /** Questions this reader does not want in that channel. */
    readonly hidden?: readonly string[];
  }[];
  readonly unanswered: readonly { readonly ref: ThreadRef; readonly asked: Asked; readonly link: string }[];
};

/** The one direct message at the start of the working day: what waits, and which questions nobody answered. */
export function morningNote({ waiting, unanswered }: MorningView): Note {
  const items: Words[] = [
    ...waiting.map(({ ref, offer, asked, link, hidden }): Words => {
      const [first] = openQuestions(offer, hidden);
      return [
        { channel: ref.channel },
        " · ",
        { user: offer.by },
        ": “",
        offer.quote,
        "” ",
        ...inReplyTo(asked),
        { link, label: "open" },
        ...(first ? [" · worth asking: ", { bold: first.text }] : []),
      ];
    }),
    ...unanswered.map(({ ref, asked, link }): Words => [
      { channel: ref.channel },
      " · ",
      asked.verdict?.label === "partial" ? "Partly answered: " : "No answer yet: ",
      { italic: asked.text },
      " ",
      { link, label: "open" },
    ]),
  ];
  const summary = `Good morning. ${items.length === 1 ? "One thing waits" : `${items.length} things wait`} for you.`;
  const rest = items.length - MOST_LISTED;
  return {
    summary,
    parts: [
      { kind: "say", words: summary },
      { kind: "list", items: [...items.slice(0, MOST_LISTED), ...(rest > 0 ? [`and ${rest} more`] : [])] },
      {
        kind: "small",
        words:
          items.length === 1
            ? "It stands in my Home tab with its buttons. I won't bring it up again."
            : "They stand in my Home tab with their buttons. I won't bring them up again.",
      },
    ],
  };
}
