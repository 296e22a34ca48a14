import type { Key } from "../store/store.ts";
import { type ChannelRecord, newPerson } from "../telling/consent.ts";
import type { KeptOf } from "../telling/privacy-notes.ts";
import { isAbout, withoutPerson, withoutWordsOf } from "../threads/forget-person.ts";
import type { Thread } from "../threads/thread.ts";
import { drawHome, refreshHome } from "./home.ts";
import { jobId } from "./jobs.ts";
import { DAY, type Parts } from "./parts.ts";
import { changeChannel, CORRECTIONS, getPerson, getThread, personKey, personList, refOf } from "./records.ts";

/** Threads looked into at once. */
const AT_ONCE = 50;

export async function keptOf(parts: Parts, team: string, user: string): Promise<KeptOf> {
  const keys = await parts.store.keys(team);
  let [wrote, asked, shown] = [0, 0, 0];
  await each(ofKind(keys, "thread"), async (key) => {
    const thread = await getThread(parts, refOf(key));
    if (thread === undefined || !isAbout(thread, user)) return;
    const replied = thread.asked.some((one) => one.replies.some((reply) => reply.user === user));
    if (replied || thread.lines.some((line) => line.user === user)) wrote += 1;
    asked += thread.asked.filter((one) => one.by === user).length;
    shown += thread.offers.filter((offer) => offer.to[user] !== undefined).length;
  });
  const pmOf: string[] = [];
  await each(ofKind(keys, "channel"), async (key) => {
    const channel = await parts.store.get<ChannelRecord>(key, parts.now());
    if (channel?.pms.includes(user)) pmOf.push(channel.id);
  });
  return { wrote, asked, shown, pmOf };
}

/**
 * Everything about one person goes: their switches and jobs, what they wrote, asked, pressed and corrected, what they were
 * shown, and their place among the PMs of channels. That they are not read stays, where they wished so.
 */
export async function forgetPerson(parts: Parts, team: string, user: string): Promise<void> {
  const keys = await parts.store.keys(team);
  const { home } = await getPerson(parts, team, user);
  const readers = await changeThreadsAbout(parts, keys, user, (thread) => withoutPerson(thread, user));
  await leaveList(parts, team, user);
  await each(ofKind(keys, "channel"), (key) => leaveChannel(parts, key, user));
  const now = parts.now();
  const cancel = [`morning:${user}`, `unread:${user}`];
  await parts.store.change(personKey(team, user), now, () => ({ record: null, until: now, cancel }));
  readers.delete(user);
  await refreshHomes(parts, team, readers);
  if (home) await drawHome(parts, team, newPerson(user));
}

/** What one person wrote goes, and what rests on it. Their switches, and the questions they pressed, stay. */
export async function forgetWordsOf(parts: Parts, team: string, user: string): Promise<void> {
  const keys = await parts.store.keys(team);
  const readers = await changeThreadsAbout(parts, keys, user, (thread) => withoutWordsOf(thread, user));
  await refreshHomes(parts, team, readers);
}

/** Changes every thread that is about this person. Resolves to the people whose Home shows something of these threads. */
async function changeThreadsAbout(
  parts: Parts,
  keys: readonly Key[],
  user: string,
  change: (thread: Thread) => Thread | undefined,
): Promise<Set<string>> {
  const readers = new Set<string>();
  await each(ofKind(keys, "thread"), async (key) => {
    const now = parts.now();
    const kept = await parts.store.get<Thread>(key, now);
    if (kept === undefined) return void (await clearExpired(parts, key));
    if (!isAbout(kept, user)) return;
    for (const reader of readersOf(kept)) readers.add(reader);
    await parts.store.change<Thread>(key, now, (thread) => {
      const left = thread && change(thread);
      if (left === undefined) return { record: null, until: now, cancel: jobsOn(key) };
      return { record: left, until: now + parts.rules.retentionDays * DAY, lists: listsLeft(left, user) };
    });
  });
  return readers;
}

function readersOf({ offers, asked }: Thread): string[] {
  return [...offers.flatMap((offer) => Object.keys(offer.to)), ...asked.map((one) => one.by)];
}

/** The lists a thread stands on no longer. */
function listsLeft(thread: Thread, user: string): Record<string, null> {
  const corrected = thread.asked.some((one) => one.verdict?.correctedBy !== undefined);
  return {
    ...(!isAbout(thread, user) && { [personList(user)]: null }),
    ...(!corrected && { [CORRECTIONS]: null }),
  };
}

export const jobsOn = (key: Key): string[] => [jobId("suggest", refOf(key)), jobId("judge", refOf(key))];

/** What has expired may stand in the store a little longer: whoever is forgotten does not wait for that. */
export const clearExpired = (parts: Parts, key: Key) =>
  parts.store.change(key, parts.now(), (record) =>
    record === undefined ? { record: null, until: parts.now() } : undefined,
  );

/** Threads may stand on a person's list that say nothing of them any more. */
async function leaveList(parts: Parts, team: string, user: string): Promise<void> {
  const list = personList(user);
  for (;;) {
    const now = parts.now();
    const keys = await parts.store.list(team, list, now, AT_ONCE);
    if (keys.length === 0) return;
    await each(keys, (key) =>
      parts.store.change<Thread>(
        key,
        now,
        (record) =>
          record && { record, until: now + parts.rules.retentionDays * DAY, lists: { [list]: null } },
      ),
    );
  }
}

async function leaveChannel(parts: Parts, key: Key, user: string): Promise<void> {
  const channel = await parts.store.get<ChannelRecord>(key, parts.now());
  if (channel === undefined) return void (await clearExpired(parts, key));
  if (!JSON.stringify(channel).includes(user)) return;
  await changeChannel(
    parts,
    key.team,
    key.id,
    ({ invitedBy, sharedAgreedBy, ...rest }) => ({
      ...rest,
      pms: rest.pms.filter((pm) => pm !== user),
      nudged: rest.nudged.filter((pm) => pm !== user),
      ...(invitedBy !== undefined && invitedBy !== user && { invitedBy }),
      ...(sharedAgreedBy !== undefined && sharedAgreedBy !== user && { sharedAgreedBy }),
    }),
    [],
    channel.invitedBy === user ? [`welcome:${key.id}`] : [],
  );
}

async function refreshHomes(parts: Parts, team: string, users: ReadonlySet<string>): Promise<void> {
  for (const user of users) await refreshHome(parts, team, user);
}

export const ofKind = (keys: readonly Key[], kind: string) => keys.filter((key) => key.kind === kind);

/** Does something with many records, some at once. */
export async function each(keys: readonly Key[], does: (key: Key) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < keys.length; from += AT_ONCE)
    await Promise.all(keys.slice(from, from + AT_ONCE).map(does));
}
