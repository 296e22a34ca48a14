import type { Handle } from "../telling/outside.ts";
import { emptyThread } from "../threads/fold.ts";
import type { Thread, ThreadRef, Ts } from "../threads/thread.ts";
import { foldAll } from "./catch-up.ts";
import { historyOf } from "./not-read.ts";
import type { Parts } from "./parts.ts";
import { getChannel, getThread } from "./records.ts";
import { say } from "./saying.ts";

/** Where a link to a message leads: "…/archives/C024BE7LR/p1700000000000100?thread_ts=1699999999.000100". */
function messageLinked(link: string): { channel: string; ts: Ts; root: Ts } | undefined {
  const match = /\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})(?:\?[^\s]*?thread_ts=(\d{10}\.\d{6}))?/.exec(link);
  if (match === null) return undefined;
  const [, channel = "", seconds = "", micros = "", root] = match;
  const ts = `${seconds}.${micros}`;
  return { channel, ts, root: root ?? ts };
}

/** The message that a link leads to, and its thread. Undefined where there is none for this reader, who was told so. */
export async function messageFor(
  parts: Parts,
  handle: Handle,
  link: string,
  /** What is said where the link leads to no message, and where the reader or the bot is not in its channel. */
  says: { readonly usage: string; readonly closed: string },
): Promise<{ readonly ref: ThreadRef; readonly ts: Ts } | undefined> {
  const linked = messageLinked(link);
  if (linked === undefined) {
    await say(parts, handle, says.usage);
    return undefined;
  }
  const ref = { team: handle.team, channel: linked.channel, root: linked.root };
  if (await parts.outside.isMember(ref, handle.user)) return { ref, ts: linked.ts };
  await say(parts, handle, says.closed);
  return undefined;
}

/** The thread as kept, if the message pointed at is in it; else with what Slack tells. Nothing of that is written down. */
export async function threadOf(parts: Parts, ref: ThreadRef, pointed?: Ts): Promise<Thread | undefined> {
  const kept = await getThread(parts, ref);
  if (kept !== undefined && (pointed === undefined || kept.lines.some((line) => line.ts === pointed)))
    return kept;
  const history = await historyOf(parts, ref);
  if ("accepted" in history) return kept;
  const channel = await getChannel(parts, ref.team, ref.channel);
  return foldAll(parts, kept ?? emptyThread(ref), history, channel);
}
