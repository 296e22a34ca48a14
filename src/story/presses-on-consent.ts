import { hoursForm, namesOf, savedNote, settingsForm } from "../telling/consent-notes.ts";
import { CHANNEL_NUMBER_NAMES, CHANNEL_NUMBERS, type ChannelRecord, newChannel } from "../telling/consent.ts";
import type { Note, Words } from "../telling/note.ts";
import type { Handle, Pressed } from "../telling/outside.ts";
import type { ChannelMemory } from "./channel-memory.ts";
import { refreshHome } from "./home.ts";
import { isLead } from "./leads.ts";
import { answerPress, sayAtOnce, say, saying, openForm } from "./saying.ts";
import type { Parts } from "./parts.ts";
import { changeChannel, changePerson, getChannel, getPerson } from "./records.ts";

const channelOf = (pressed: Pressed) => pressed.press.about["c"] ?? pressed.handle.channel;

/**
 * Who may change what others see: the channel's PMs, whoever invited the bot, and anybody while nobody is PM, as long as they
 * are in the channel; leads and admins. Nobody from another company, and no guest.
 */
async function mayChange(parts: Parts, handle: Handle, channel: ChannelRecord): Promise<boolean> {
  const { user, team } = handle;
  const person = await parts.outside.person(team, user);
  if (person.stranger) return false;
  if (person.admin || (await isLead(parts, team, user))) return true;
  const theirs = channel.pms.length === 0 || channel.pms.includes(user) || channel.invitedBy === user;
  return theirs && (await parts.outside.isMember({ team, channel: channel.id }, user));
}

const NO_CHANNEL =
  "Settings belong to a channel that you and I are both in: invite me there with /invite @askwhy, then type /askwhy settings in it. Your own switches are in my Home tab.";
const NO_STRANGERS =
  "I show nudges to members of this workspace alone, not to guests or other companies. /askwhy and the shortcuts work for you all the same.";
const NOT_YOURS = "Only the PMs of this channel, eng leads and admins can change its settings.";

/** Who may, and what there is for somebody who may not. */
const notYours = ({ pms }: ChannelRecord): Words => [
  `${NOT_YOURS} `,
  ...(pms.length === 0 ? [] : ["Here that is ", ...namesOf(pms), ". "]),
  "Your own switches are in my Home tab.",
];

/** Opens the settings of a channel: for the command, and for "Choose the PMs". */
export async function openSettings(parts: Parts, handle: Handle, channelId: string): Promise<void> {
  const channel = (await getChannel(parts, handle.team, channelId)) ?? newChannel(channelId);
  const at = { team: handle.team, channel: channelId };
  const [place, member, allowed] = await Promise.all([
    parts.outside.place(at),
    parts.outside.isMember(at, handle.user),
    mayChange(parts, handle, channel),
  ]);
  if ("accepted" in place || !place.member || !member) return say(parts, handle, NO_CHANNEL);
  // A form that cannot be saved would only keep somebody busy.
  if (!allowed && !channel.pms.includes(handle.user)) return say(parts, handle, notYours(channel));
  const { shared } = place;
  const { quietSeconds } = parts.rules;
  await openForm(parts, handle, settingsForm(channel, handle.user, { shared, quietSeconds }));
}

export const chooseChannelPms = (parts: Parts, pressed: Pressed) =>
  openSettings(parts, pressed.handle, channelOf(pressed));

/** The settings form was submitted. The reader's own switch is theirs; the rest is changed by those who may. */
export async function saveSettings(parts: Parts, memory: ChannelMemory, pressed: Pressed): Promise<void> {
  const { handle, fields = {} } = pressed;
  const id = channelOf(pressed);
  const before = (await getChannel(parts, handle.team, id)) ?? newChannel(id);
  const allowed = await mayChange(parts, handle, before);
  const wishes = { fields, user: handle.user, quietSeconds: parts.rules.quietSeconds };
  const after = await changeChannel(parts, handle.team, id, (channel) => {
    // Nothing to change here, and perhaps no such channel at all.
    if (!allowed && !channel.pms.includes(handle.user)) return undefined;
    const next = allowed ? withWishes(channel, wishes) : channel;
    const mine = people(fields["switches"]).includes("mine") && next.pms.includes(handle.user);
    const others = next.nudged.filter((user) => user !== handle.user && next.pms.includes(user));
    return { ...next, nudged: mine ? [...others, handle.user] : others };
  });
  memory.forget(handle.team, id);
  await pressed.kept?.();
  const at = { ...handle, channel: id };
  const own = after.pms.includes(handle.user) ? "Your own switch is saved." : "Nothing was changed.";
  if (!allowed) await say(parts, at, `${NOT_YOURS} ${own}`);
  else await parts.outside.answer(at, await noteOfSaved(parts, at, after), "new");
  for (const user of new Set([...before.pms, ...after.pms])) await refreshHome(parts, handle.team, user);
}

async function noteOfSaved(parts: Parts, handle: Handle, channel: ChannelRecord): Promise<Note> {
  const place = await parts.outside.place({ team: handle.team, channel: channel.id });
  const held = !("accepted" in place) && place.shared && channel.sharedAgreedBy === undefined;
  return savedNote(channel, handle.user, { held });
}

const people = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

type Wishes = {
  readonly fields: NonNullable<Pressed["fields"]>;
  readonly user: string;
  /** What holds where the channel sets nothing of its own. */
  readonly quietSeconds: number;
};

/** The channel with the form's values. Whoever switches "nudge me" on says that they are a PM here. */
function withWishes(channel: ChannelRecord, { fields, user, quietSeconds }: Wishes): ChannelRecord {
  const pms = people(fields["pms"]);
  const switches = people(fields["switches"]);
  const { sharedAgreedBy, sprintDays: _s, hoursInDay: _h, quietSeconds: _q, budget: _b, ...rest } = channel;
  const agreed = switches.includes("shared") ? (sharedAgreedBy ?? user) : undefined;
  const numbers = CHANNEL_NUMBER_NAMES.flatMap((name) => {
    const { min, max, usual = quietSeconds } = CHANNEL_NUMBERS[name];
    const wished = fields[name] === undefined ? channel[name] : Math.round(Number(fields[name]));
    if (wished === undefined || Number.isNaN(wished) || wished === usual) return [];
    return [[name, Math.min(max, Math.max(min, wished))] as const];
  });
  return {
    ...rest,
    pms: switches.includes("mine") && !pms.includes(user) ? [...pms, user] : pms,
    ...Object.fromEntries(numbers),
    ...(agreed && { sharedAgreedBy: agreed }),
  };
}

/** A PM switches their own nudges on. "I am the PM" on the welcome also names them PM, if they may. */
export async function optIn(parts: Parts, memory: ChannelMemory, pressed: Pressed): Promise<void> {
  const { handle } = pressed;
  const id = channelOf(pressed);
  const before = (await getChannel(parts, handle.team, id)) ?? newChannel(id);
  const isPm = before.pms.includes(handle.user);
  if (!isPm && !(pressed.press.about["self"] === "yes" && (await mayChange(parts, handle, before)))) {
    return sayAtOnce(
      parts,
      pressed,
      "Only a PM of this channel gets nudges here. Ask for it with /askwhy settings.",
    );
  }
  if ((await parts.outside.person(handle.team, handle.user)).stranger)
    return sayAtOnce(parts, pressed, NO_STRANGERS);
  const after = await changeChannel(parts, handle.team, id, (channel) => ({
    ...channel,
    pms: [...channel.pms.filter((user) => user !== handle.user), handle.user],
    nudged: [...channel.nudged.filter((user) => user !== handle.user), handle.user],
  }));
  memory.forget(handle.team, id);
  await pressed.kept?.();
  await answerPress(parts, pressed, await noteOfSaved(parts, handle, after));
}

export async function optOut(parts: Parts, memory: ChannelMemory, pressed: Pressed): Promise<void> {
  const { handle } = pressed;
  const id = channelOf(pressed);
  const channel = await getChannel(parts, handle.team, id);
  if (channel?.nudged.includes(handle.user) !== true)
    return sayAtOnce(parts, pressed, "You get no nudges there.");
  await changeChannel(parts, handle.team, id, (now) => ({
    ...now,
    nudged: now.nudged.filter((user) => user !== handle.user),
  }));
  memory.forget(handle.team, id);
  await pressed.kept?.();
  await answerPress(parts, pressed, saying(["Nudges in ", { channel: id }, " are off for you."]));
}

/** Somebody of the home workspace agrees to nudges in a channel shared with another company. */
export async function agreeShared(parts: Parts, memory: ChannelMemory, pressed: Pressed): Promise<void> {
  const { handle } = pressed;
  const id = channelOf(pressed);
  const before = (await getChannel(parts, handle.team, id)) ?? newChannel(id);
  if (!(await mayChange(parts, handle, before))) return sayAtOnce(parts, pressed, NOT_YOURS);
  const after = await changeChannel(parts, handle.team, id, (channel) => ({
    ...channel,
    sharedAgreedBy: handle.user,
  }));
  memory.forget(handle.team, id);
  await pressed.kept?.();
  await answerPress(parts, pressed, await noteOfSaved(parts, handle, after));
}

export async function showHours(parts: Parts, pressed: Pressed): Promise<void> {
  const { handle } = pressed;
  const person = await getPerson(parts, handle.team, handle.user);
  await openForm(parts, handle, hoursForm(person.workday));
}

/** Hours as "09:00" to "18:00". What makes no day is refused in words, and nothing changes. */
export async function saveHours(parts: Parts, pressed: Pressed): Promise<void> {
  const { handle, fields = {} } = pressed;
  const [from, to] = [minutesOf(fields["from"]), minutesOf(fields["to"])];
  if (from === undefined || to === undefined || from >= to) {
    return sayAtOnce(
      parts,
      pressed,
      "I did not understand these hours; nothing was changed. Write them as 09:00 and 18:00.",
    );
  }
  await changePerson(parts, handle.team, handle.user, (person) => ({ ...person, workday: { from, to } }));
  await pressed.kept?.();
  await refreshHome(parts, handle.team, handle.user);
}

function minutesOf(value: string | readonly string[] | undefined): number | undefined {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(String(value ?? "").trim());
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && hours < 25 && minutes < 60 && hours * 60 + minutes <= 24 * 60
    ? hours * 60 + minutes
    : undefined;
}
