import { inReplyTo } from "./in-reply-to.ts";
import type { Note, Part } from "./note.ts";

export type Pickable = {
  readonly channel: string;
  readonly root: string;
  readonly ts: string;
  readonly quote: string;
  readonly by: string;
  /** What it answered, where it says little by itself. */
  readonly asked?: string;
  readonly link: string;
};

/** The newest estimates and spec links of a channel, each with a button. */
export function pickNote(items: readonly Pickable[]): Note {
  return {
    summary: "Pick an estimate or a spec to get questions for.",
    parts: [
      {
        kind: "say",
        words: "The newest estimates and spec links here. For which one would you like questions?",
      },
      ...items.map((item): Part => ({
        kind: "say",
        words: [
          { user: item.by },
          ": “",
          item.quote,
          "” ",
          ...inReplyTo(item.asked),
          { link: item.link, label: "open" },
        ],
        button: {
          label: "Ask why",
          press: { do: "pick", about: { c: item.channel, r: item.root, t: item.ts } },
        },
      })),
    ],
  };
}
