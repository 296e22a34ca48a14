import type { Note, Words } from "./note.ts";

const COMMANDS: readonly (readonly [command: string, does: string])[] = [
  ["/askwhy", "questions on the newest estimates and spec links of this channel"],
  ["/askwhy 3 weeks for the export", "questions on a pasted estimate, spec or thread"],
  ["/askwhy open", "my open questions"],
  ["/askwhy why <link to a message>", "what I read there, what I chose, why I said nothing"],
  ["/askwhy card <link to a message>", "the estimate card of that thread, to read or to copy as Markdown"],
  ["/askwhy settings", "who is the PM here, nudges on or off, sprint length, quiet time, budget"],
  [
    "/askwhy corrections",
    "for eng leads and admins: verdicts people put right, as replies for the templates",
  ],
  ["/askwhy privacy", "what I keep and for how long; forget me, and reading off, are there too"],
  ["/askwhy mute 2h", "no nudges for you: 2h, 1d, a date, or forever; /askwhy unmute ends it"],
];

/** `/askwhy help`. */
export function helpNote(): Note {
  return {
    summary: "What Askwhy can do for you.",
    parts: [
      {
        kind: "say",
        words:
          "I help PMs ask engineers the follow-up that most changes the plan. What I suggest, you alone see; nothing is posted unless you press for it.",
      },
      { kind: "list", items: COMMANDS.map(([command, does]): Words => [{ code: command }, ` ${does}`]) },
      {
        kind: "say",
        words: [
          "On any message: ⋮ → ",
          { bold: "Ask why" },
          ", and on your own: ",
          { bold: "What would I be asked?" },
          ". In my Home tab: your open questions, what waits, estimate cards, your switches.",
        ],
      },
    ],
  };
}
