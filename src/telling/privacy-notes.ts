import type { Button, Note, Piece, Words } from "./note.ts";

/** What is kept of one person, in numbers. */
export type KeptOf = {
  /** Threads with something they wrote. */
  readonly wrote: number;
  readonly asked: number;
  /** Suggestions they were shown. */
  readonly shown: number;
  /** The channels they are a PM of. */
  readonly pmOf: readonly string[];
};

const FORGET: Button = { label: "Forget me…", press: { do: "forget-me", about: {} } };
export const STOP_READING: Button = {
  label: "Don't read my messages",
  press: { do: "reading-off", about: {} },
};
export const READ_AGAIN: Button = { label: "Read my messages", press: { do: "reading-on", about: {} } };

/** `/askwhy privacy`: what is kept, why, for how long, and how to be forgotten. `unread`: the reader is not read. */
export function privacyNote({
  days,
  settingsDays,
  unread,
}: {
  readonly days: number;
  readonly settingsDays: number;
  readonly unread: boolean;
}): Note {
  const span = days === 1 ? "one day" : `${days} days`;
  return {
    summary: "What Askwhy keeps, why, and for how long.",
    parts: [
      {
        kind: "say",
        words:
          "I keep little, and only where a PM of the channel opted in or somebody pointed me at a message:",
      },
      {
        kind: "list",
        items: [
          `What estimates, spec links and the replies to questions say, who said it and when, so that a PM can ask and see what was answered. Of the words themselves only what is shown again, 280 characters at most. For ${span}.`,
          `Questions asked with my help, and what was pressed. For ${span}.`,
          `Settings of channels, and your own switches: until ${settingsDays} days after they were last changed.`,
          "No conversations, no direct messages, no names. Nothing leaves for anybody but Slack.",
        ],
      },
      {
        kind: "say",
        words:
          "A deleted message takes with it what I kept of it, and so does a channel I am removed from. When I am uninstalled, everything goes.",
      },
      { kind: "small", words: unread ? "Your messages are not read." : readNow },
      { kind: "buttons", buttons: [unread ? READ_AGAIN : STOP_READING, FORGET] },
    ],
  };
}

const readNow =
  "Your messages are read where a PM opted in. You can switch that off, in every channel at once.";

/** `/askwhy forget me`: what will go, and the button that does it. */
export function forgetNote({ wrote, asked, shown, pmOf }: KeptOf, user: string): Note {
  const items: Words[] = [
    `What I noted of your messages: ${count(wrote, "thread")}, with what others were shown of them.`,
    `${count(asked, "question")} you asked, and ${count(shown, "suggestion")} you were shown.`,
    "Your switches, hours and mutes.",
    ...(pmOf.length === 0 ? [] : [["That you are a PM of ", ...channels(pmOf), "."]]),
  ];
  return {
    summary: "This will be forgotten. Press the button to confirm.",
    parts: [
      { kind: "say", words: "This is what I keep of you, and what will go:" },
      { kind: "list", items },
      {
        kind: "small",
        words:
          "What stands in Slack stays there, also questions that were posted. To stop me reading your messages from now on, switch that off too; I keep only your id for that.",
      },
      {
        kind: "buttons",
        buttons: [
          { label: "Forget me", press: { do: "forget-me-now", about: { u: user } }, style: "danger" },
          STOP_READING,
        ],
      },
    ],
  };
}

/** `/askwhy reading`, and the answer to the switch. */
export function readingNote(unread: boolean): Note {
  const words = unread
    ? "Your messages are not read, in any channel. What I had kept of them is gone; a PM sees nothing of them."
    : readNow;
  return {
    summary: words,
    parts: [{ kind: "say", words, button: unread ? READ_AGAIN : STOP_READING }],
  };
}

const count = (many: number, one: string) => `${many} ${one}${many === 1 ? "" : "s"}`;

const channels = (ids: readonly string[]): Piece[] =>
  ids.flatMap((channel, index) => (index === 0 ? [{ channel }] : [", ", { channel }]));
