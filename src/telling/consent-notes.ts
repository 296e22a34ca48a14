import type { ChannelRecord } from "./consent.ts";
import { CHANNEL_NUMBER_NAMES, CHANNEL_NUMBERS } from "./consent.ts";
import type { Button, Field, Form, Note, Piece } from "./note.ts";

/** What is read and kept, in one breath; said wherever somebody is about to agree to it. */
export const WHAT_IS_READ =
  "I read new messages of this channel for estimates and spec links, and show questions worth asking to its PMs alone. " +
  "I keep ids, the quoted words and what they say for some weeks, never whole conversations, and never speak in the channel by myself.";

/** Shown to whoever invited the bot, and to nobody else. */
export function welcomeNote(channel: string): Note {
  return {
    summary: "Thanks for the invitation. Who is the PM of this channel?",
    parts: [
      { kind: "say", words: ["Thanks for the invitation to ", { channel }, ". Who is the PM here?"] },
      { kind: "small", words: WHAT_IS_READ },
      {
        kind: "buttons",
        buttons: [
          { label: "Choose the PMs", press: { do: "choose-pms", about: { c: channel } }, style: "primary" },
          { label: "I am the PM", press: { do: "opt-in", about: { c: channel, self: "yes" } } },
        ],
      },
      {
        kind: "small",
        words: "Until a PM opts in I stay quiet here; /askwhy and the message shortcut work all the same.",
      },
    ],
  };
}

/** What `/askwhy settings` opens. The switch for nudges is the reader's own; the rest is the channel's. */
export function settingsForm(
  channel: ChannelRecord,
  user: string,
  { shared, quietSeconds }: { readonly shared: boolean; readonly quietSeconds: number },
): Form {
  const mayNudge = channel.nudged.includes(user);
  return {
    title: "Askwhy in this channel",
    submit: "Save",
    press: { do: "settings", about: { c: channel.id } },
    parts: [{ kind: "small", words: WHAT_IS_READ }],
    fields: [
      { kind: "people", name: "pms", label: "PMs of this channel", value: channel.pms, optional: true },
      {
        kind: "checks",
        name: "switches",
        label: "Nudges",
        value: [...(mayNudge ? ["mine"] : []), ...(channel.sharedAgreedBy === undefined ? [] : ["shared"])],
        options: [
          { value: "mine", label: "Show private nudges to me (I am a PM here)" },
          ...(shared
            ? [{ value: "shared", label: "Nudge although another company shares this channel" }]
            : []),
        ],
      },
      ...CHANNEL_NUMBER_NAMES.map((name): Field => {
        const { label, min, max, usual = quietSeconds } = CHANNEL_NUMBERS[name];
        return { kind: "number", name, label, min, max, value: channel[name] ?? usual };
      }),
    ],
  };
}

/** After the settings were saved: what holds now, and what is left to do. */
export function savedNote(
  channel: ChannelRecord,
  user: string,
  /** `held`: another company shares the channel, and nobody agreed to nudges all the same. */
  { held }: { readonly held: boolean },
): Note {
  const { pms, nudged } = channel;
  const others = pms.filter((pm) => !nudged.includes(pm) && pm !== user);
  const waits = held && nudged.length > 0;
  const goTo: readonly Piece[] =
    nudged.length === 0
      ? ["Nobody gets nudges here yet, so I stay quiet."]
      : ["Private nudges go to ", ...namesOf(nudged), "."];
  const maySwitchOn: readonly Piece[] = [
    ...namesOf(others),
    " can switch nudges on in my Home tab or with /askwhy settings. I won't write to them unasked.",
  ];
  const left = buttonsLeft(channel, user, waits);
  return {
    summary: "Saved.",
    parts: [
      { kind: "say", words: ["Saved. ", ...goTo] },
      ...(others.length === 0 ? [] : [{ kind: "say" as const, words: maySwitchOn }]),
      ...(waits ? [{ kind: "say" as const, words: WAITS }] : []),
      ...(left.length === 0 ? [] : [{ kind: "buttons" as const, buttons: left }]),
    ],
  };
}

const WAITS = "Another company shares this channel, so I stay quiet until somebody of this workspace agrees.";

/** What a reader of the saved settings may still switch on. */
function buttonsLeft({ id, pms, nudged }: ChannelRecord, user: string, waits: boolean): Button[] {
  const optIn: Button = {
    label: "Nudge me here",
    press: { do: "opt-in", about: { c: id } },
    style: "primary",
  };
  const agree: Button = { label: "Nudge here all the same", press: { do: "agree-shared", about: { c: id } } };
  return [...(pms.includes(user) && !nudged.includes(user) ? [optIn] : []), ...(waits ? [agree] : [])];
}

/** People in a row, with commas between. */
export function namesOf(users: readonly string[]) {
  return users.flatMap((user, index) => (index === 0 ? [{ user }] : [", ", { user }]));
}

/** A person's own hours. */
export function hoursForm(workday: { readonly from: number; readonly to: number }): Form {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return {
    title: "My working hours",
    submit: "Save",
    press: { do: "save-my-settings", about: {} },
    parts: [
      {
        kind: "say",
        words: "Outside these hours, by the time zone of your Slack profile, suggestions wait in Home.",
      },
    ],
    fields: [
      { kind: "text", name: "from", label: "From", value: clock(workday.from), lines: "one", max: 5 },
      { kind: "text", name: "to", label: "To", value: clock(workday.to), lines: "one", max: 5 },
    ],
  };
}
