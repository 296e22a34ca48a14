import type { Change, Job, Key } from "../store/store.ts";
import { type ChannelRecord, newChannel, newPerson, type PersonRecord } from "../telling/consent.ts";
import { forgetBefore, isEmpty } from "../threads/fold.ts";
import type { Thread, ThreadRef } from "../threads/thread.ts";
import { nextMidnight, tidyJob } from "./jobs.ts";
import { DAY, type Parts } from "./parts.ts";

/** How long settings and switches outlive their last change: they are no conversation, and losing them would be a nuisance. */
export const SETTINGS_DAYS = 400;

export const threadKey = (ref: ThreadRef): Key => ({
  team: ref.team,
  kind: "thread",
  id: `${ref.channel}/${ref.root}`,
});
export const channelKey = (team: string, channel: string): Key => ({ team, kind: "channel", id: channel });
export const personKey = (team: string, user: string): Key => ({ team, kind: "person", id: user });

/** The threads of a channel, newest estimate or spec link first. */
export const channelList = (channel: string) => `threads-of:${channel}`;
/** Those that somebody asked about by hand, heard of or not. */
export const askedList = (channel: string) => `asked-in:${channel}`;
/** The threads that hold something for this person: suggestions, or questions they asked. */
export const personList = (user: string) => `for:${user}`;
/** The threads in which somebody corrected a verdict, newest first. */
export const CORRECTIONS = "corrections";
/** The channels in which this person is a PM. */
export const pmList = (user: string) => `pm:${user}`;

export function refOf(key: Key): ThreadRef {
  const slash = key.id.lastIndexOf("/");
  return { team: key.team, channel: key.id.slice(0, slash), root: key.id.slice(slash + 1) };
}

export type ThreadChange = {
  readonly thread: Thread | undefined;
  readonly schedule?: readonly Job[];
  readonly cancel?: readonly string[];
  readonly lists?: NonNullable<Change<Thread>["lists"]>;
};

/** How long the ids of deleted messages outlive the rest of their thread: Slack's last try at an event comes after some six minutes. */
const GONE_FOR = DAY / 24;

/**
 * Changes a thread, together with its jobs. Its record lives for the days of retention since the last change, and what is
 * older than that goes from it with every change.
 */
export function changeThread(
  parts: Parts,
  ref: ThreadRef,
  change: (thread: Thread | undefined) => ThreadChange | undefined,
): Promise<Thread | undefined> {
  const now = parts.now();
  const kept = parts.rules.retentionDays * DAY;
  return parts.store.change<Thread>(threadKey(ref), now, (thread) => {
    const result = change(thread);
    if (result === undefined) return undefined;
    const { thread: next, ...rest } = result;
    const record = next && forgetBefore(next, now - kept);
    const until = now + (record && isEmpty(record) ? Math.min(GONE_FOR, kept) : kept);
    return { record: record ?? null, until, ...rest };
  });
}

export const getThread = (parts: Parts, ref: ThreadRef) =>
  parts.store.get<Thread>(threadKey(ref), parts.now());

export const getChannel = (parts: Parts, team: string, channel: string) =>
  parts.store.get<ChannelRecord>(channelKey(team, channel), parts.now());

export async function getPerson(parts: Parts, team: string, user: string): Promise<PersonRecord> {
  return (await parts.store.get<PersonRecord>(personKey(team, user), parts.now())) ?? newPerson(user);
}

export async function changePerson(
  parts: Parts,
  team: string,
  user: string,
  change: (person: PersonRecord) => PersonRecord | undefined,
  schedule: readonly Job[] = [],
): Promise<PersonRecord> {
  const now = parts.now();
  const after = await parts.store.change<PersonRecord>(personKey(team, user), now, (person) => {
    const record = change(person ?? newPerson(user));
    return record && { record, until: now + SETTINGS_DAYS * DAY, schedule };
  });
  return after ?? newPerson(user);
}

export async function changeChannel(
  parts: Parts,
  team: string,
  channel: string,
  change: (channel: ChannelRecord) => ChannelRecord | undefined,
  schedule: readonly Job[] = [],
  cancel: readonly string[] = [],
): Promise<ChannelRecord> {
  const now = parts.now();
  const after = await parts.store.change<ChannelRecord>(channelKey(team, channel), now, (before) => {
    const record = change(before ?? newChannel(channel));
    if (record === undefined) return undefined;
    const lists: Record<string, number | null> = {};
    for (const user of before?.pms ?? []) lists[pmList(user)] = null;
    for (const user of record.pms) lists[pmList(user)] = now;
    const jobs = [...schedule, tidyJob(team, nextMidnight(now))];
    return { record, until: now + SETTINGS_DAYS * DAY, lists, schedule: jobs, cancel };
  });
  return after ?? newChannel(channel);
}
