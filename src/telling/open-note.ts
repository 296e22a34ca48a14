import type { Asked, ThreadRef } from "../threads/thread.ts";
import type { Note, Words } from "./note.ts";
import { VERDICT_WORDS } from "./verdict-note.ts";

export type OpenItem = { readonly ref: ThreadRef; readonly asked: Asked; readonly link: string };

/** The questions this person asked that are not answered yet. */
export function openNote(items: readonly OpenItem[]): Note {
  if (items.length === 0)
    return { summary: "No open questions.", parts: [{ kind: "say", words: "No open questions." }] };
  const summary = items.length === 1 ? "One open question." : `${items.length} open questions.`;
  return {
    summary,
    parts: [
      { kind: "say", words: summary },
      {
        kind: "list",
        items: items.map(({ ref, asked, link }): Words => [
          { channel: ref.channel },
          " · ",
          asked.text,
          " (",
          VERDICT_WORDS[asked.verdict?.label ?? "unrelated"],
          ") ",
          { link, label: "open" },
        ]),
      },
    ],
  };
}
