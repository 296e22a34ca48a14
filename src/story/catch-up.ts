import { isOutage } from "../questions/quiet.ts";
import { fold, isOccasion } from "../threads/fold.ts";
import type { Line, Message, Thread, Ts } from "../threads/thread.ts";
import type { ChannelRecord } from "../telling/consent.ts";
import { OutsideError } from "../telling/outside.ts";
import { heardLine, mannerOf, roleIn } from "./lines.ts";
import { historyOf } from "./not-read.ts";
import { DAY, type Parts, SECOND } from "./parts.ts";
import { givenUp, putRightBy } from "./put-right-later.ts";

/** Talk outside threads: how long before an estimate the talk may still be about it, and after what pause it is other talk. */
const TALK_BEFORE = 60 * 60 * SECOND;
const PAUSE = 15 * 60 * SECOND;
/** How long an outage that has a thread of its own is taken to go on. */
const OUTAGE = 30 * 60 * SECOND;
/** And how long after it its author may still add to it. */
const TALK_AFTER = 10 * 60 * SECOND;
const MOST_BEFORE = 6;

/**
 * The thread with what was said in it so far, asked of Slack once. Where Slack refuses, it goes on with what it heard;
 * where Slack fails, it does so too if `anyway`, and rejects with Slack's `OutsideError` otherwise.
 */
export async function catchUp(
  parts: Parts,
  thread: Thread,
  channel: ChannelRecord,
  { anyway }: { readonly anyway: boolean },
): Promise<Thread> {
  try {
    return await askedOfSlack(parts, thread, channel);
  } catch (error) {
    if (!(error instanceof OutsideError) || !anyway) throw error;
    parts.log.warn({ team: thread.team, channel: thread.channel, err: error }, "going on without history");
    return thread;
  }
}

async function askedOfSlack(parts: Parts, thread: Thread, channel: ChannelRecord): Promise<Thread> {
  if (thread.caughtUp) return thread;
  const history = await historyOf(parts, thread);
  if ("accepted" in history) {
    parts.log.info({ team: thread.team, channel: thread.channel, reason: history.reason }, "history refused");
    return { ...thread, caughtUp: true };
  }
  return foldAll(parts, { ...thread, caughtUp: true }, history, channel);
}

/** The thread with these messages, oldest first, each read with the one before it in mind. */
export function foldAll(
  parts: Parts,
  thread: Thread,
  messages: readonly Message[],
  channel: ChannelRecord | undefined,
): Thread {
  const near = nearby(thread, messages);
  const manner = mannerOf(parts, channel);
  const hasReplies = near.some((message) => message.thread === thread.root && message.ts !== thread.root);
  const start: Thread = { ...thread, ...(hasReplies && { hasReplies: true }) };
  const old = putRightBy(near, thread.root, manner);
  return near.reduce((folded, message, index) => {
    const role = roleIn(channel, message.user);
    const line = heardLine(parts, message, role, {
      before: near[index - 1]?.text,
      thread: folded,
      manner,
    });
    if (message.ts === old) return fold(folded, givenUp(line));
    return belongs(thread, message, line) ? fold(folded, line) : folded;
  }, start);
}

/** What belongs to the talk about this root: its thread, or the few messages around it in the channel. */
function nearby(thread: Thread, messages: readonly Message[]): readonly Message[] {
  const inThread = messages.filter((message) => message.thread === thread.root || message.ts === thread.root);
  if (inThread.some((message) => message.ts !== thread.root)) return inThread;
  const root = Number(thread.root) * SECOND;
  const author = messages.find((message) => message.ts === thread.root)?.user;
  const before = messages.filter(
    (message) => message.ts < thread.root && root - Number(message.ts) * SECOND < TALK_BEFORE,
  );
  const after = messages.filter(
    (message) =>
      message.ts > thread.root &&
      message.user === author &&
      message.thread === undefined &&
      Number(message.ts) * SECOND - root < TALK_AFTER,
  );
  return [...withoutPause(before.slice(-MOST_BEFORE)), ...inThread, ...after];
}

/** The last of these messages, back to the last long pause between two of them. */
function withoutPause(messages: readonly Message[]): readonly Message[] {
  const pause = messages.findLastIndex(
    ({ ts }, index) => index > 0 && (Number(ts) - Number(messages[index - 1]!.ts)) * SECOND > PAUSE,
  );
  return messages.slice(Math.max(pause, 0));
}

/** True where a message outside threads may have been taken in as talk around this root. */
export function isTalkAround(root: Ts, ts: Ts): boolean {
  const before = (Number(root) - Number(ts)) * SECOND;
  return before >= 0 ? before < TALK_BEFORE : -before < TALK_AFTER;
}

/**
 * Talk around a root is context, but for what is of other things: an estimate or a spec has its own thread, and so has what was
 * answered in one. An outage counts all the same, until it may be over.
 */
function belongs(thread: Thread, message: Message, line: Line): boolean {
  if (message.ts === thread.root || message.thread === thread.root) return true;
  if (isOccasion(line)) return false;
  const age = (Number(thread.root) - Number(message.ts)) * SECOND;
  return message.begins !== true || (age < OUTAGE && isOutage([line]));
}

/** True for a thread nobody has written in for more than two days: too late for a nudge (questions.md, rule 1). */
export function isAsleep(thread: Thread, now: number): boolean {
  const last = thread.lines.at(-1)?.ts;
  return last !== undefined && now - Number(last) * SECOND > 2 * DAY;
}
