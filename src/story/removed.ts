import { isDormant } from "../telling/consent.ts";
import type { Heard } from "../telling/outside.ts";
import { emptyThread, forgetMessage, isEmpty } from "../threads/fold.ts";
import type { Thread, ThreadRef, Ts } from "../threads/thread.ts";
import { isTalkAround } from "./catch-up.ts";
import type { ChannelMemory } from "./channel-memory.ts";
import { forgetChannel } from "./clearing.ts";
import { nothingToSuggest } from "./heard-in-thread.ts";
import { jobId } from "./jobs.ts";
import type { Parts } from "./parts.ts";
import { askedList, channelList, changeThread, refOf, type ThreadChange } from "./records.ts";

/**
 * A message is gone: what was kept of it goes, and so does what was about to be said of it. It does not come back, however late
 * it is delivered, or told by Slack to somebody who asks about it this very moment: so its id is noted wherever it may be kept.
 */
export async function heardDeletion(
  parts: Parts,
  memory: ChannelMemory,
  heard: Extract<Heard, { what: "deleted" }>,
): Promise<void> {
  memory.unsay(heard.team, heard.channel, heard.ts);
  const ref = { team: heard.team, channel: heard.channel, root: heard.thread ?? heard.ts };
  const dormant = isDormant(await memory.channel(parts, heard.team, heard.channel));
  await changeThread(parts, ref, (thread) => {
    if (thread === undefined && dormant) return undefined;
    return forgotten(thread ?? emptyThread(ref), heard.ts);
  });
  if (heard.thread !== undefined) return;
  // Talk outside threads is kept as what was said around an estimate, too, or is about to be.
  for (const other of await threadsAround(parts, ref)) {
    await changeThread(parts, other, (thread) =>
      thread !== undefined && (!thread.caughtUp || thread.lines.some(({ ts }) => ts === heard.ts))
        ? forgotten(thread, heard.ts)
        : undefined,
    );
  }
}

function forgotten(thread: Thread, ts: Ts): ThreadChange {
  const left = forgetMessage(thread, ts);
  return {
    thread: left,
    cancel: nothingToSuggest(left) ? [jobId("suggest", thread)] : [],
    lists: isEmpty(left) ? { [channelList(thread.channel)]: null } : {},
  };
}

/** More threads than a channel has in the days of retention. */
const MOST_AROUND = 1000;

async function threadsAround(parts: Parts, { team, channel, root }: ThreadRef): Promise<ThreadRef[]> {
  const lists = [channelList(channel), askedList(channel)].map((list) =>
    parts.store.list(team, list, parts.now(), MOST_AROUND),
  );
  const refs = (await Promise.all(lists)).flat().map(refOf);
  const around = refs.filter((other) => other.root !== root && isTalkAround(other.root, root));
  return [...new Map(around.map((other) => [other.root, other])).values()];
}

/** The bot left the channel, or was put out: nothing of it is kept. */
export async function heardRemoval(
  parts: Parts,
  memory: ChannelMemory,
  heard: Extract<Heard, { what: "removed" }>,
): Promise<void> {
  await forgetChannel(parts, heard.team, heard.channel);
  memory.forget(heard.team, heard.channel);
}
