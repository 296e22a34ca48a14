import { isOpen } from "../threads/thread.ts";
import { helpNote } from "../telling/help-note.ts";
import { openNote } from "../telling/open-note.ts";
import type { Handle, Invoked } from "../telling/outside.ts";
import { nearest } from "../questions/templates/nearest.ts";
import { HOW_TO_SHOW_CARD, showCard } from "./carding.ts";
import type { ChannelMemory } from "./channel-memory.ts";
import { showCorrections } from "./corrections.ts";
import { answerPasted, openDraft } from "./drafts.ts";
import { explainMessage, HOW_TO_EXPLAIN } from "./explaining.ts";
import { linkTo, threadsFor } from "./home.ts";
import { mute, unmuteAll } from "./muting.ts";
import { askWhy, whatWouldIBeAsked } from "./on-demand.ts";
import { beginsAfresh, pointTo } from "./pointers.ts";
import { say } from "./saying.ts";
import type { Parts } from "./parts.ts";
import { showPickList } from "./picking.ts";
import { askForgetting, setReading, showPrivacy, showReading } from "./privacy.ts";
import { openSettings } from "./presses-on-consent.ts";
import { refFor } from "./heard.ts";

type Word = {
  readonly word: string;
  readonly does: (parts: Parts, handle: Handle, rest: string, memory: ChannelMemory) => Promise<void>;
  /** What may stand after the word: "why would it take 3 weeks" is a text, "why <link>" a command. Nothing, where absent. */
  readonly takes?: (rest: string) => boolean;
  /** What is said where something else stands after it, and nothing can be asked about that. */
  readonly usage?: string;
};

const isLink = (rest: string) => rest.includes("/archives/");

/** The words `/askwhy` knows. Anything else is text to find questions for. */
const WORDS: readonly Word[] = [
  { word: "", does: (parts, handle) => showPickList(parts, handle) },
  {
    word: "help",
    does: async (parts, handle) => void (await parts.outside.answer(handle, helpNote(), "new")),
  },
  { word: "settings", does: (parts, handle) => openSettings(parts, handle, handle.channel) },
  { word: "mute", does: mute, takes: () => true },
  { word: "unmute", does: (parts, handle) => unmuteAll(parts, handle) },
  { word: "open", does: (parts, handle) => showOpen(parts, handle) },
  { word: "why", does: explainMessage, takes: isLink, usage: HOW_TO_EXPLAIN },
  { word: "card", does: showCard, takes: isLink, usage: HOW_TO_SHOW_CARD },
  { word: "corrections", does: (parts, handle) => showCorrections(parts, handle) },
  { word: "privacy", does: (parts, handle) => showPrivacy(parts, handle) },
  {
    word: "forget",
    does: (parts, handle) => askForgetting(parts, handle),
    takes: (rest) => rest.toLowerCase() === "me",
  },
  {
    word: "reading",
    does: (parts, handle, rest, memory) =>
      rest === ""
        ? showReading(parts, handle)
        : setReading(parts, memory, { handle }, rest.toLowerCase() === "off"),
    takes: (rest) => /^(on|off)$/i.test(rest),
  },
];

/** "draft 3 weeks for the export": the word is for me, and is not read along. */
const BEFORE_A_DRAFT = ["draft", "prep"];

/** `/askwhy …`, the message shortcuts, and the shortcut on a draft. */
export async function invoked(parts: Parts, memory: ChannelMemory, what: Invoked): Promise<void> {
  const { handle } = what;
  parts.log.info(
    { team: handle.team, channel: handle.channel, user: handle.user, what: what.what },
    "invoked",
  );
  switch (what.what) {
    case "command":
      return command(parts, memory, handle, what.text);
    case "ask-why":
      return askWhy(parts, handle, { ref: refFor(what.message), ts: what.message.ts, message: what.message });
    case "what-would-i-be-asked":
      return onOwnMessage(parts, what);
    case "draft":
      return openDraft(parts, handle);
  }
}

async function command(parts: Parts, memory: ChannelMemory, handle: Handle, text: string): Promise<void> {
  const trimmed = text.trim();
  const space = trimmed.search(/\s|$/);
  const first = trimmed.slice(0, space).toLowerCase();
  const known = WORDS.find(({ word }) => word === first);
  const rest = trimmed.slice(space).trim();
  if (known !== undefined && (rest === "" || known.takes?.(rest)))
    return known.does(parts, handle, rest, memory);
  if (BEFORE_A_DRAFT.includes(first) && rest === "") return openDraft(parts, handle);
  if (BEFORE_A_DRAFT.includes(first) && beginsAfresh(rest)) return answerPasted(parts, handle, rest);
  const points = pointTo(trimmed);
  if (points !== undefined) return say(parts, handle, points);
  return answerPasted(parts, handle, trimmed, notUnderstood(first, rest));
}

/** What is said where the text holds nothing to ask about and looks like a command; undefined where it does not. */
function notUnderstood(first: string, rest: string): string | undefined {
  const usage = WORDS.find(({ word }) => word === first)?.usage;
  if (usage !== undefined) return `${usage} /askwhy help shows the rest.`;
  if (rest !== "" || !/^\p{L}[\p{L}-]*$/u.test(first)) return undefined;
  const meant = nearest(
    first,
    WORDS.map(({ word }) => word).filter((word) => word !== ""),
  );
  const hint = meant === undefined ? "/askwhy help shows what I know." : `did you mean ${meant}?`;
  return `I don't know '${first.slice(0, LONGEST_WORD)}'${meant === undefined ? ". " : ", "}${hint}`;
}

/** Letters of a word that are said back. */
const LONGEST_WORD = 40;

/** Only the author may look: somebody else's words are asked about with "Ask why". */
async function onOwnMessage(
  parts: Parts,
  what: Extract<Invoked, { what: "what-would-i-be-asked" }>,
): Promise<void> {
  const { handle, message } = what;
  if (message.user !== handle.user) {
    return say(
      parts,
      handle,
      "That is for your own messages. For somebody else's there is the shortcut “Ask why”.",
    );
  }
  await whatWouldIBeAsked(parts, handle, { ref: refFor(message), ts: message.ts, message });
}

/** `/askwhy open`: the questions I asked that nobody answered yet. */
async function showOpen(parts: Parts, handle: Handle): Promise<void> {
  const threads = await threadsFor(parts, handle.team, handle.user, { anyway: true });
  const open = threads.flatMap((thread) =>
    thread.asked
      .filter((asked) => asked.by === handle.user && asked.ts !== "" && isOpen(asked))
      .map((asked) => ({ ref: thread, asked })),
  );
  const items = await Promise.all(
    open.map(async (one) => ({ ...one, link: await linkTo(parts, one.ref, one.asked.ts) })),
  );
  await parts.outside.answer(handle, openNote(items), "new");
}
