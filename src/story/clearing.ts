import type { Key, LeasedJob } from "../store/store.ts";
import type { PersonRecord } from "../telling/consent.ts";
import { FOREVER } from "../telling/consent.ts";
import { clearExpired, each, jobsOn, ofKind } from "./forgetting.ts";
import { nextMidnight, tidyJob } from "./jobs.ts";
import { DAY, type Parts, SECOND } from "./parts.ts";
import { changePerson, changeThread, channelKey, refOf } from "./records.ts";

/** Everything kept of a channel goes: its settings, its threads and their jobs, and where people's switches name it. */
export async function forgetChannel(parts: Parts, team: string, channel: string): Promise<void> {
  const now = parts.now();
  const keys = await parts.store.keys(team);
  const cancel = [`welcome:${channel}`];
  if (keys.some(({ kind, id }) => kind === "channel" && id === channel))
    await parts.store.change(channelKey(team, channel), now, () => ({ record: null, until: now, cancel }));
  await each(
    ofKind(keys, "thread").filter(({ id }) => id.startsWith(`${channel}/`)),
    (key) => parts.store.change(key, now, () => ({ record: null, until: now, cancel: jobsOn(key) })),
  );
  await each(ofKind(keys, "person"), (key) => forgetMutesIn(parts, key, channel));
}

async function forgetMutesIn(parts: Parts, key: Key, channel: string): Promise<void> {
  const person = await parts.store.get<PersonRecord>(key, parts.now());
  const elsewhere = (name: string) => !name.startsWith(`${channel}/`);
  if ([...(person?.mutedThreads ?? []), ...(person?.mutedQuestions ?? [])].every(elsewhere)) return;
  await changePerson(parts, key.team, key.id, (record) => ({
    ...record,
    mutedThreads: record.mutedThreads.filter(elsewhere),
    mutedQuestions: record.mutedQuestions.filter(elsewhere),
  }));
}

/**
 * Once a day: what is older than the days of retention goes, also from threads that go on. A thread's record lives on with
 * every change, and what is old goes from it with the next one; this is the next one for threads that have rested since.
 */
export async function tidyDue(parts: Parts, job: LeasedJob): Promise<void> {
  const { team } = job;
  const now = parts.now();
  const keys = await parts.store.keys(team);
  if (keys.every(({ kind }) => kind === "tidy")) return;
  // First of all, so that a day on which it fails is not the last.
  await parts.store.change({ team, kind: "tidy", id: "last" }, now, () => ({
    record: { at: now },
    until: FOREVER,
    schedule: [tidyJob(team, nextMidnight(now))],
  }));
  const since = now - parts.rules.retentionDays * DAY;
  const old = ofKind(keys, "thread").filter((key) => Number(refOf(key).root) * SECOND < since);
  await each(old, async (key) => {
    const left = await changeThread(parts, refOf(key), (thread) => thread && { thread });
    if (left === undefined) await clearExpired(parts, key);
  });
}
