import { explain } from "../reading/explain.ts";
import type { Reading } from "../reading/reading.ts";
import { isDormant } from "../telling/consent.ts";
import type { Heard } from "../telling/outside.ts";
import { isEmpty } from "../threads/fold.ts";
import type { Message, ThreadRef } from "../threads/thread.ts";
import type { ChannelMemory } from "./channel-memory.ts";
import { heardInThread } from "./heard-in-thread.ts";
import { mannerOf, matters, notedLine, readInThread, readMessage, roleIn } from "./lines.ts";
import { type Parts, SECOND } from "./parts.ts";
import { changeThread } from "./records.ts";
import type { MessageOutcome } from "./tally.ts";

export const refFor = (message: Message): ThreadRef => ({
  team: message.team,
  channel: message.channel,
  root: message.thread ?? message.ts,
});

/**
 * A message somebody wrote or changed. Most say nothing to us and belong to no thread: they end here, without a call to
 * the store, but for the first of a workspace, since who is not to be read has to be known before. What matters is kept, with its jobs, in one write before this resolves.
 */
export async function heardMessage(
  parts: Parts,
  memory: ChannelMemory,
  heard: Extract<Heard, { what: "said" | "edited" }>,
): Promise<MessageOutcome> {
  const { message } = heard;
  const { team, user } = message;
  if ((await memory.wasUnread(parts, message)) && (await memory.unread(parts, team)).has(user))
    return "not-read";
  const manner = mannerOf(parts, undefined);
  const before = memory.before(message);
  const reading = readMessage(message, before, manner);
  const tells = matters(reading);
  if (heard.what === "said") memory.follow(message, tells || reading.asksForEstimate);
  if (parts.observe !== undefined) observeReading(parts, message, reading);
  const belongs = heard.what === "edited" || message.thread !== undefined;
  if (!belongs && !tells) return "nothing";

  const channel = await memory.channel(parts, team, message.channel);
  if ((await memory.unread(parts, team)).has(user)) return "not-read";
  const dormant = isDormant(channel);
  if (dormant && !belongs) return "dormant";
  const quiet = (channel?.quietSeconds ?? parts.rules.quietSeconds) * SECOND;
  const ref = refFor(message);
  const own = mannerOf(parts, channel);
  const here = own === manner ? reading : readMessage(message, before, own);
  let kept = false;
  await changeThread(parts, ref, (stored) => {
    kept = false;
    const { gone } = stored ?? {};
    if (gone?.includes(message.ts)) return undefined;
    const thread = stored && isEmpty(stored) ? undefined : stored;
    // Where nobody opted in, only what somebody asked about by hand is followed.
    if (thread === undefined && dormant) return undefined;
    // Most replies stand in threads nobody follows: a glance is enough to leave them, as for talk outside threads.
    if (thread === undefined && !matters(here)) return undefined;
    const asks = thread?.asked.some((one) => one.by === message.user);
    const role = asks ? "pm" : roleIn(channel, message.user);
    const line = notedLine(parts, message, role, readInThread(thread, message, here, own));
    const isNew = heard.what === "said";
    const change = heardInThread(parts, { thread, gone, ref, line, message, isNew, quiet, dormant });
    kept = change !== undefined;
    return change;
  });
  return kept ? "kept" : "not-followed";
}

/** For the playground's drawer: what was read in every message, also in those that say nothing. */
function observeReading(parts: Parts, message: Message, reading: Reading): void {
  const read = explain({ ...reading, links: reading.links.filter((link) => link.spec) });
  const lines = (read.length > 0 ? read : ["nothing that concerns me"]).map((text) => ({
    label: "read",
    text,
  }));
  parts.observe?.({ channel: message.channel, ts: message.ts, step: "read", lines });
}
