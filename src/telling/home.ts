import { isMuted } from "./decide.ts";
import type { Card } from "../threads/card.ts";
import { type Asked, isOpen, type Offer, type ThreadRef } from "../threads/thread.ts";
import { cardsParts } from "./card-note.ts";
import { type ChannelRecord, FOREVER, type PersonRecord } from "./consent.ts";
import { inReplyTo } from "./in-reply-to.ts";
import type { Button, Home, Part, Press, Words } from "./note.ts";
import { READ_AGAIN, STOP_READING } from "./privacy-notes.ts";
import { suggestionNote } from "./suggestion-note.ts";
import { onAsked, VERDICT_WORDS } from "./verdict-note.ts";

export type HomeView = {
  readonly now: number;
  readonly record: PersonRecord;
  readonly waiting: readonly {
    readonly ref: ThreadRef;
    readonly offer: Offer;
    readonly link: string;
    /** True where nobody knows of a message in the channel that showed it. */
    readonly unshown?: boolean;
    /** True where "2 more" was pressed on it. */
    readonly unfolded?: boolean;
    /** What it answered, where it says little by itself. */
    readonly asked?: string;
    /** Questions this reader does not want in that channel. */
    readonly hidden?: readonly string[];
  }[];
  readonly asked: readonly { readonly ref: ThreadRef; readonly asked: Asked; readonly link: string }[];
  /** True where they do not want their own messages read. */
  readonly unread: boolean;
  /** Channels where this person is a PM, or may become one. */
  readonly channels: readonly ChannelRecord[];
  /** The estimate cards of their threads, newest first. */
  readonly cards: readonly Card[];
};

/** Parts a Home may hold are many, but Slack ends it at 100 blocks: a question takes three. */
const MOST_SHOWN = 10;

/** A person's Home tab: what waits, their open questions, what was answered, their switches. The most relevant on top. */
export function homeView(view: HomeView): Home {
  const open = view.asked.filter(({ asked }) => isOpen(asked));
  const answered = view.asked.filter(({ asked }) => asked.verdict?.label === "answered");
  return {
    parts: [
      ...waitingParts(view),
      { kind: "title", text: "My open questions" },
      ...(open.length === 0
        ? [small("None. Questions you ask in a thread stand here until they are answered.")]
        : open.slice(0, MOST_SHOWN).flatMap((one) => askedParts(one))),
      ...(answered.length === 0 ? [] : [{ kind: "title" as const, text: "Answered" }]),
      ...answered.slice(0, MOST_SHOWN).flatMap((one) => answeredParts(one)),
      ...cardsParts(view.cards),
      ...switchParts(view),
    ],
  };
}

function waitingParts({ waiting }: HomeView): Part[] {
  if (waiting.length === 0) return [];
  return [
    { kind: "title", text: "Worth asking" },
    ...waiting
      .slice(0, MOST_SHOWN)
      .flatMap((one, index) => [...(index === 0 ? [] : [{ kind: "line" as const }]), ...itemParts(one)]),
    ...(waiting.length > MOST_SHOWN
      ? [small(`And ${waiting.length - MOST_SHOWN} more. Put away what you have seen to make room.`)]
      : []),
  ];
}

/** One suggestion: its channel, the quote, the best question, the others behind "2 more". */
function itemParts({
  ref,
  offer,
  asked,
  link,
  unshown,
  unfolded,
  hidden = [],
}: HomeView["waiting"][number]): Part[] {
  const where: Words = [
    { channel: ref.channel },
    ...(unshown ? [" · Not shown to you in the channel: it waits here."] : []),
    ...(asked === undefined ? [] : [" ", ...inReplyTo(asked)]),
  ];
  const note = suggestionNote({ ref, offer, link, hidden, ...(unfolded && { expanded: true }) });
  const press: Press = { do: "dismiss", about: { c: ref.channel, r: ref.root, o: offer.id } };
  const away: Button = { label: unfolded ? "Put these away" : "Put away", press };
  const last = note.parts.at(-1);
  // Behind the buttons of the one question it stands for; below several, it is a row of its own.
  return last?.kind === "buttons" && !unfolded
    ? [small(where), ...note.parts.slice(0, -1), { ...last, buttons: [...last.buttons, away] }]
    : [small(where), ...note.parts, { kind: "buttons", buttons: [away] }];
}

function askedParts({ ref, asked, link }: HomeView["asked"][number]): Part[] {
  const label = asked.verdict?.label;
  const state = label === undefined || label === "unrelated" ? "waiting for a reply" : VERDICT_WORDS[label];
  return [
    { kind: "say", words: [{ bold: asked.text }, " ", { link, label: "open thread" }] },
    {
      kind: "small",
      words: [
        { channel: ref.channel },
        " · ",
        state,
        ...(asked.verdict?.sentence ? [": “", asked.verdict.sentence, "”"] : []),
      ],
    },
    {
      kind: "buttons",
      buttons: [
        { label: "It was answered", press: onAsked("correct", ref, asked, { label: "answered" }) },
        { label: "Let it rest", press: onAsked("close", ref, asked) },
      ],
    },
  ];
}

function answeredParts({ ref, asked, link }: HomeView["asked"][number]): Part[] {
  const words = [asked.text, " ", { link, label: "open thread" }];
  const label = "That's no answer";
  const button = { label, press: onAsked("correct", ref, asked, { label: "non-answer" }) };
  const sentence = asked.verdict?.sentence;
  return sentence === undefined
    ? [{ kind: "say", words, button }]
    : [
        { kind: "say", words },
        { kind: "say", words: ["“", sentence, "”"], button },
      ];
}

function switchParts({ record, channels, unread, now }: HomeView): Part[] {
  const muted = isMuted(record, now);
  return [
    { kind: "line" },
    { kind: "title", text: "My switches" },
    {
      kind: "say",
      words: muted
        ? ["Nudges are paused ", ...until(record.mutedUntil ?? 0), "."]
        : "Nudges come when I am at work.",
      button: muted
        ? { label: "Resume", press: { do: "resume", about: {} } }
        : { label: "My hours", press: { do: "my-settings", about: {} } },
    },
    ...channels.map((channel): Part => ({
      kind: "say",
      words: [
        { channel: channel.id },
        channel.nudged.includes(record.id)
          ? ": private nudges are on for me"
          : ": private nudges are off for me",
      ],
      button: channel.nudged.includes(record.id)
        ? { label: "Switch off", press: { do: "opt-out", about: { c: channel.id } } }
        : { label: "Switch on", press: { do: "opt-in", about: { c: channel.id } } },
    })),
    ...(record.mutedThreads.length + record.mutedQuestions.length === 0
      ? []
      : [
          {
            kind: "say" as const,
            words: `Muted for me: ${count(record.mutedThreads, "thread")}, ${count(record.mutedQuestions, "question")}.`,
            button: { label: "Unmute all", press: { do: "unmute" as const, about: { what: "all" } } },
          },
        ]),
    {
      kind: "say",
      words: unread ? "My own messages are not read." : "My own messages are read where a PM opted in.",
      button: unread ? READ_AGAIN : STOP_READING,
    },
    small("What is kept, and for how long: /askwhy privacy. Everything else: /askwhy help."),
  ];
}

const count = (things: readonly string[], one: string) =>
  `${things.length} ${one}${things.length === 1 ? "" : "s"}`;

const small = (words: Words): Part => ({ kind: "small", words });

/** "until Tuesday …", or for good. */
export function until(when: number): Exclude<Words, string> {
  return when >= FOREVER ? ["until you resume them"] : ["until ", { when, style: "day-and-time" }];
}
