import type { Job } from "../store/store.ts";
import { type ChannelRecord, FOREVER } from "../telling/consent.ts";
import type { Message } from "../threads/thread.ts";
import type { Place, Refused } from "../telling/outside.ts";
import type { Parts } from "./parts.ts";
import { channelKey } from "./records.ts";

/** The people of one workspace whose messages are not read. One record for them all, so that one look tells of everybody. */
type NotRead = { readonly users: readonly string[] };

const keyOf = (team: string) => ({ team, kind: "not-read", id: "people" });

export const notRead = async (parts: Parts, team: string): Promise<ReadonlySet<string>> =>
  usersOf(await parts.store.get<NotRead>(keyOf(team), parts.now()));

/** A channel's settings and the people who are not read, for the price of one: both are looked at with every message that matters. */
export async function channelAndNotRead(
  parts: Parts,
  team: string,
  channel: string,
): Promise<readonly [ChannelRecord | undefined, ReadonlySet<string>]> {
  const keys = [channelKey(team, channel), keyOf(team)] as const;
  const [settings, people] = await parts.store.getBoth<ChannelRecord, NotRead>(keys, parts.now());
  return [settings, usersOf(people)];
}

const usersOf = (record: NotRead | undefined): ReadonlySet<string> =>
  new Set(Array.isArray(record?.users) ? record.users : []);

/** Stands until it is changed: nobody is read again because time went by. Resolves to all who are not read now. */
export async function changeNotRead(
  parts: Parts,
  team: string,
  user: string,
  { off, schedule = [] }: { readonly off: boolean; readonly schedule?: readonly Job[] },
): Promise<ReadonlySet<string>> {
  const after = await parts.store.change<NotRead>(keyOf(team), parts.now(), (before) => {
    const others = (before?.users ?? []).filter((other) => other !== user);
    const users = off ? [...others, user] : others;
    return { record: users.length === 0 ? null : { users }, until: FOREVER, schedule };
  });
  return usersOf(after);
}

type History = Promise<readonly Message[] | Refused>;

/** What Slack tells of a thread, without those who are not read. */
export const historyOf = (parts: Parts, ref: Place & { readonly root: string }): History =>
  readable(parts, ref.team, parts.outside.history(ref));

/** The newest messages of a channel, without those who are not read. */
export const latestIn = (parts: Parts, place: Place): History =>
  readable(parts, place.team, parts.outside.latest(place));

async function readable(parts: Parts, team: string, told: History): History {
  const [messages, users] = await Promise.all([told, notRead(parts, team)]);
  return "accepted" in messages ? messages : messages.filter((message) => !users.has(message.user));
}
