import * as z from "zod";
import type { Message, ThreadRef } from "../threads/thread.ts";
import { OutsideError, type Place, type Posted, type Refused } from "../telling/outside.ts";
import { type Caller, isRefused } from "./calls.ts";
import { readPosted } from "./hear.ts";
import { type Bot, rawMessage, toMessage } from "./message.ts";

/** What was said before, asked of Slack. */

const messagePage = z.object({
  messages: z.array(z.unknown()),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
});

/** A thread is read to its end, or to this many pages of 200; around talk outside threads so many messages either way. */
const THREAD_PAGES = 3;
const AROUND = 10;
const LATEST = 30;

/** What was said so far, oldest first: see `Outside`. */
export async function history(
  caller: Caller,
  ref: ThreadRef,
  bot: Bot,
): Promise<readonly Message[] | Refused> {
  const raw = await inThread(caller, ref);
  if (isRefused(raw)) return raw;
  return raw.length > 1 ? inOrder(raw, ref, bot) : around(caller, ref, bot);
}

/** The questions we posted in a thread, oldest first. */
export async function posted(caller: Caller, ref: ThreadRef, bot: Bot): Promise<readonly Posted[] | Refused> {
  const raw = await inThread(caller, ref);
  if (isRefused(raw)) return raw;
  return raw.flatMap((one) => {
    const parsed = rawMessage.safeParse(one);
    return parsed.success && parsed.data.user === bot.user ? (readPosted(parsed.data) ?? []) : [];
  });
}

/** The thread as Slack gives it; empty where there is none. */
async function inThread(caller: Caller, { channel, root }: ThreadRef): Promise<readonly unknown[] | Refused> {
  const raw: unknown[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < THREAD_PAGES; pages += 1) {
    const args = { channel, ts: root, limit: 200, ...(cursor && { cursor }) };
    const answer = await caller.ask("conversations.replies", args);
    if (isRefused(answer)) {
      if (answer.reason === "thread_not_found") break;
      return answer;
    }
    const { messages, response_metadata } = understood("conversations.replies", messagePage, answer);
    raw.push(...messages);
    cursor = response_metadata?.next_cursor ?? undefined;
    if (!cursor) break;
  }
  return raw;
}

async function around(caller: Caller, ref: ThreadRef, bot: Bot): Promise<readonly Message[] | Refused> {
  const { channel, root } = ref;
  const before = await said(caller, { channel, latest: root, inclusive: true, limit: AROUND });
  if (isRefused(before)) return before;
  const after = await said(caller, { channel, oldest: root, limit: AROUND });
  return isRefused(after) ? after : outsideThreads(inOrder([...before, ...after], ref, bot));
}

/** The newest messages of a channel. */
export async function latest(caller: Caller, at: Place, bot: Bot): Promise<readonly Message[] | Refused> {
  const raw = await said(caller, { channel: at.channel, limit: LATEST });
  return isRefused(raw) ? raw : outsideThreads(inOrder(raw, at, bot));
}

async function said(caller: Caller, args: Record<string, unknown>): Promise<unknown[] | Refused> {
  const answer = await caller.ask("conversations.history", args);
  return isRefused(answer) ? answer : understood("conversations.history", messagePage, answer).messages;
}

/** A reply that was also sent to the channel stands in its history; it belongs to its thread. */
function outsideThreads(messages: readonly Message[]): readonly Message[] {
  return messages.filter((message) => message.thread === undefined);
}

function inOrder(raw: readonly unknown[], where: Place, bot: Bot): Message[] {
  const messages = raw.flatMap((one) => {
    const parsed = rawMessage.safeParse(one);
    const message = parsed.success ? toMessage(parsed.data, where, bot) : { dropped: "malformed" };
    return "dropped" in message ? [] : [message];
  });
  const byTs = new Map(messages.map((message) => [message.ts, message]));
  return [...byTs.values()].sort((a, b) => Number(a.ts) - Number(b.ts));
}

/** What Slack answered, in the form it is said to have. */
export function understood<T>(method: string, schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new OutsideError(`cannot read Slack's answer to ${method}`);
}
