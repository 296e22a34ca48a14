import { helpNote } from "../telling/help-note.ts";
import { openNote } from "../telling/open-note.ts";
import type { Handle, Invoked } from "../telling/outside.ts";
import { showCard } from "./carding.ts";
import { showCorrections } from "./corrections.ts";
import { answerPasted, openDraft } from "./drafts.ts";
import { explainMessage } from "./explaining.ts";
import { linkTo, threadsFor } from "./home.ts";
import { mute, unmuteAll } from "./muting.ts";
import { askWhy, whatWouldIBeAsked } from "./on-demand.ts";
import { say } from "./offers.ts";
import type { Parts } from "./parts.ts";
import { showPickList } from "./picking.ts";
import { openSettings } from "./presses-on-consent.ts";
import { refFor } from "./heard.ts";

type Word = {
  readonly word: string;
  readonly does: (parts: Parts, handle: Handle, rest: string) => Promise<void>;
};

/** The words `/askwhy` knows. Anything else is text to find questions for. */
const WORDS: readonly Word[] = [
  { word: "", does: (parts, handle) => showPickList(parts, handle) },
  {
    word: "help",
    does: async (parts, handle) => void (await parts.outside.answer(handle, helpNote(), "new")),
  },
  { word: "settings", does: (parts, handle) => openSettings(parts, handle, handle.channel) },
  { word: "mute", does: mute },
  { word: "unmute", does: (parts, handle) => unmuteAll(parts, handle) },
  { word: "open", does: (parts, handle) => showOpen(parts, handle) },
  { word: "why", does: explainMessage },
  { word: "card", does: showCard },
  { word: "corrections", does: (parts, handle) => showCorrections(parts, handle) },
];

/** `/askwhy …`, the message shortcuts, and the shortcut on a draft. */
export async function invoked(parts: Parts, what: Invoked): Promise<void> {
  const { handle } = what;
  parts.log.info(
    { team: handle.team, channel: handle.channel, user: handle.user, what: what.what },
    "invoked",
  );
  switch (what.what) {
    case "command":
      return command(parts, handle, what.text);
    case "ask-why":
      return askWhy(parts, handle, { ref: refFor(what.message), ts: what.message.ts, message: what.message });
    case "what-would-i-be-asked":
      return onOwnMessage(parts, what);
    case "draft":
      return openDraft(parts, handle);
  }
}

async function command(parts: Parts, handle: Handle, text: string): Promise<void> {
  const trimmed = text.trim();
  const space = trimmed.search(/\s|$/);
  const first = trimmed.slice(0, space).toLowerCase();
  const known = WORDS.find(({ word }) => word === first);
  // "why would it take 3 weeks" is a text, "why <link>" a command: only `mute`, `why` and `card` take something after them.
  const rest = trimmed.slice(space).trim();
  const takesLink = first === "why" || first === "card";
  const takesRest = first === "mute" || (takesLink && rest.includes("/archives/"));
  if (known !== undefined && (rest === "" || takesRest)) return known.does(parts, handle, rest);
  return answerPasted(parts, handle, trimmed);
}

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
  const threads = await threadsFor(parts, handle.team, handle.user);
  const open = threads.flatMap((thread) =>
    thread.asked
      .filter(
        (asked) =>
          asked.by === handle.user && !asked.closed && asked.ts !== "" && asked.verdict?.label !== "answered",
      )
      .map((asked) => ({ ref: thread, asked })),
  );
  const items = await Promise.all(
    open.map(async (one) => ({ ...one, link: await linkTo(parts, one.ref, one.asked.ts) })),
  );
  await parts.outside.answer(handle, openNote(items), "new");
}
