import type { PressName } from "../telling/note.ts";
import type { Pressed } from "../telling/outside.ts";
import { askAgain, askOffered, sendQuestion } from "./asking.ts";
import { openCard } from "./carding.ts";
import type { ChannelMemory } from "./channel-memory.ts";
import { sendDraft } from "./drafts.ts";
import type { Parts } from "./parts.ts";
import { pick } from "./picking.ts";
import {
  agreeShared,
  chooseChannelPms,
  optIn,
  optOut,
  saveHours,
  saveSettings,
  showHours,
} from "./presses-on-consent.ts";
import { askForgetting, forgetMe, setReading } from "./privacy.ts";
import {
  close,
  correct,
  covered,
  dismiss,
  muteQuestion,
  muteThread,
  notAnEstimate,
  notUseful,
  pause,
  resume,
  showMore,
  showWhy,
  unmute,
} from "./presses-on-suggestion.ts";

type OnPress = (parts: Parts, memory: ChannelMemory, pressed: Pressed) => Promise<void>;

/** What each button and form does. */
const ON_PRESS: Readonly<Record<PressName, OnPress>> = {
  ask: (parts, _memory, pressed) => askOffered(parts, pressed),
  send: (parts, _memory, pressed) => sendQuestion(parts, pressed),
  more: (parts, _memory, pressed) => showMore(parts, pressed),
  why: (parts, _memory, pressed) => showWhy(parts, pressed),
  "not-useful": (parts, _memory, pressed) => notUseful(parts, pressed),
  covered: (parts, _memory, pressed) => covered(parts, pressed),
  "not-an-estimate": (parts, _memory, pressed) => notAnEstimate(parts, pressed),
  "mute-thread": (parts, _memory, pressed) => muteThread(parts, pressed),
  "mute-question": (parts, _memory, pressed) => muteQuestion(parts, pressed),
  pause: (parts, _memory, pressed) => pause(parts, pressed),
  correct: (parts, _memory, pressed) => correct(parts, pressed),
  again: (parts, _memory, pressed) => askAgain(parts, pressed),
  close: (parts, _memory, pressed) => close(parts, pressed),
  pick: (parts, _memory, pressed) => pick(parts, pressed),
  "choose-pms": (parts, _memory, pressed) => chooseChannelPms(parts, pressed),
  settings: saveSettings,
  "opt-in": optIn,
  "opt-out": optOut,
  "agree-shared": agreeShared,
  draft: (parts, _memory, pressed) => sendDraft(parts, pressed),
  unmute: (parts, _memory, pressed) => unmute(parts, pressed),
  resume: (parts, _memory, pressed) => resume(parts, pressed),
  "my-settings": (parts, _memory, pressed) => showHours(parts, pressed),
  "save-my-settings": (parts, _memory, pressed) => saveHours(parts, pressed),
  dismiss: (parts, _memory, pressed) => dismiss(parts, pressed),
  "forget-me": (parts, _memory, { handle }) => askForgetting(parts, handle),
  "forget-me-now": forgetMe,
  "reading-off": (parts, memory, what) => setReading(parts, memory, what, true),
  "reading-on": (parts, memory, what) => setReading(parts, memory, what, false),
  card: (parts, _memory, pressed) => openCard(parts, pressed, "card"),
  "card-markdown": (parts, _memory, pressed) => openCard(parts, pressed, "markdown"),
  copied: async () => {},
};

/** What keeps nothing, but a note that somebody saw a suggestion: Slack is told at once, as it opens a form for three seconds. */
const KEEPS_NOTHING: ReadonlySet<PressName> = new Set([
  "ask",
  "more",
  "why",
  "again",
  "pick",
  "choose-pms",
  "draft",
  "my-settings",
  "forget-me",
  "card",
  "card-markdown",
  "copied",
]);

/** A button pressed or a form submitted, by whom it may be pressed: anybody else's press does nothing. */
export async function pressed(parts: Parts, memory: ChannelMemory, what: Pressed): Promise<void> {
  const { handle, press } = what;
  parts.log.info(
    { team: handle.team, channel: handle.channel, user: handle.user, press: press.do },
    "pressed",
  );
  parts.tally?.pressed(press.do);
  if (KEEPS_NOTHING.has(press.do)) await what.kept?.();
  await ON_PRESS[press.do](parts, memory, what);
}
