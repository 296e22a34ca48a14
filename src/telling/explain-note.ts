import type { Note } from "./note.ts";

export type ExplainView = {
  readonly read: readonly string[];
  readonly decided: readonly string[];
  readonly link: string;
  readonly by: string;
};

/** What was read in a message and what became of it. */
export function explainNote({ read, decided, link, by }: ExplainView): Note {
  return {
    summary: "What I read there, and what I made of it.",
    parts: [
      {
        kind: "say",
        words: [{ bold: "What I read" }, " in ", { link, label: "this message" }, " by ", { user: by }],
      },
      { kind: "list", items: read.length === 0 ? ["Nothing that concerns me."] : read },
      { kind: "say", words: [{ bold: "What I made of it" }] },
      { kind: "list", items: decided },
    ],
  };
}
