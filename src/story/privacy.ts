import type { LeasedJob } from "../store/store.ts";
import { forgetNote, privacyNote, readingNote } from "../telling/privacy-notes.ts";
import type { Handle, Pressed } from "../telling/outside.ts";
import { type ChannelMemory, TRUSTED_FOR } from "./channel-memory.ts";
import { forgetPerson, forgetWordsOf, keptOf } from "./forgetting.ts";
import { unreadJob } from "./jobs.ts";
import { changeNotRead, notRead } from "./not-read.ts";
import { answerPress, saying } from "./saying.ts";
import type { Parts } from "./parts.ts";
import { SETTINGS_DAYS } from "./records.ts";

const isUnread = async (parts: Parts, { team, user }: Handle) => (await notRead(parts, team)).has(user);

/** `/askwhy privacy` */
export async function showPrivacy(parts: Parts, handle: Handle): Promise<void> {
  const unread = await isUnread(parts, handle);
  const note = privacyNote({ days: parts.rules.retentionDays, settingsDays: SETTINGS_DAYS, unread });
  await parts.outside.answer(handle, note, "new");
}

/** `/askwhy forget me`, and the button: says what will go. Nothing goes yet. */
export async function askForgetting(parts: Parts, handle: Handle): Promise<void> {
  const kept = await keptOf(parts, handle.team, handle.user);
  await parts.outside.answer(handle, forgetNote(kept, handle.user), "new");
}

/** Confirmed, by the very person it was asked of. */
export async function forgetMe(parts: Parts, memory: ChannelMemory, pressed: Pressed): Promise<void> {
  const { handle, press } = pressed;
  if (press.about["u"] !== handle.user) return;
  await forgetPerson(parts, handle.team, handle.user);
  await pressed.kept?.();
  const unread = await notRead(parts, handle.team);
  memory.nowUnread(parts, handle.team, unread);
  memory.forgetChannels(handle.team);
  parts.log.info({ team: handle.team }, "somebody was forgotten");
  await parts.outside.answer(
    handle,
    saying(
      unread.has(handle.user)
        ? "You are forgotten. Your messages stay unread: for that I go on knowing your id, and nothing else."
        : "You are forgotten. What you write from now on is read again where a PM opted in; /askwhy reading off ends that.",
    ),
    "replace",
  );
}

/** `/askwhy reading` */
export async function showReading(parts: Parts, handle: Handle): Promise<void> {
  await parts.outside.answer(handle, readingNote(await isUnread(parts, handle)), "new");
}

/**
 * Somebody switches the reading of their own messages off, or on again. What was kept of them goes at once, and once more
 * when other processes have heard of it, too.
 */
export async function setReading(
  parts: Parts,
  memory: ChannelMemory,
  pressed: Pick<Pressed, "handle" | "kept">,
  off: boolean,
): Promise<void> {
  const { team, user } = pressed.handle;
  const again = unreadJob(team, user, parts.now() + 2 * TRUSTED_FOR);
  const unread = await changeNotRead(parts, team, user, { off, schedule: off ? [again] : [] });
  memory.nowUnread(parts, team, unread);
  // What is left to do is done by the job, should this process not live to.
  await pressed.kept?.();
  if (off) await forgetWordsOf(parts, team, user);
  await answerPress(parts, pressed, readingNote(off));
}

export async function unreadDue(parts: Parts, job: LeasedJob): Promise<void> {
  const user = job.about["user"] ?? "";
  if ((await notRead(parts, job.team)).has(user)) await forgetWordsOf(parts, job.team, user);
}
