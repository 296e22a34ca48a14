import { explain } from "../reading/explain.ts";
import type { Reading } from "../reading/reading.ts";
import { recognise } from "../questions/recognise.ts";
import { weigh } from "../questions/weigh.ts";
import { isDormant } from "../telling/consent.ts";
import type { Heard } from "../telling/outside.ts";
import { plain, shorten } from "../threads/quote.ts";
import {
  emptyThread,
  fold,
  isDelivering,
  isEmpty,
  isOccasion,
  occasions,
  openOccasion,
} from "../threads/fold.ts";
import {
  type Asked,
  LABELS,
  type Line,
  type Message,
  type Thread,
  type ThreadRef,
  type Weighed,
} from "../threads/thread.ts";
import { withoutReasons } from "../threads/reasons.ts";
import type { ChannelMemory } from "./channel-memory.ts";
import { judgeJob, jobId, suggestJob } from "./jobs.ts";
import type { MessageOutcome } from "./tally.ts";
import { mannerOf, matters, notedLine, readInThread, readMessage, roleIn } from "./lines.ts";
import { type Parts, SECOND } from "./parts.ts";
import { channelList, changeThread, personList, type ThreadChange } from "./records.ts";

/** Replies kept for one question: answers come in two or three messages, and a later one may take them back. */
const MOST_REPLIES = 12;

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

type InThread = {
  readonly thread: Thread | undefined;
  readonly gone: Thread["gone"];
  readonly ref: ThreadRef;
  readonly line: Line;
  readonly message: Message;
  /** False for an edit. */
  readonly isNew: boolean;
  /** Milliseconds of the author's silence before a nudge. */
  readonly quiet: number;
  readonly dormant: boolean;
};

/** The thread with one more message, and the jobs that follow from it; undefined where nothing changes. */
function heardInThread(
  parts: Parts,
  { thread, gone, ref, line, message, isNew, quiet, dormant }: InThread,
): ThreadChange | undefined {
  if (thread === undefined && !isOccasion(line)) return undefined;
  // Delivered again, perhaps with words that were edited since; or an unfurl that arrives as an edit.
  const known = thread?.lines.find((other) => other.ts === line.ts);
  if (known !== undefined && (isNew || !isNews(line, known))) return undefined;
  // Silence counts from when the message was said, however late it reaches us.
  const from = isNew ? Number(line.ts) * SECOND : parts.now();
  const replied = message.thread !== undefined && message.thread !== message.ts;
  const heard = fold(
    { ...(thread ?? emptyThread(ref)), ...(gone && { gone }), ...(replied && { hasReplies: true }) },
    line,
  );
  const folded = isNew ? heard : quotedAnew(heard, line, known);
  const answered = withReply(parts, folded, line, message.text);
  const next = withQuestionByHand(parts, answered, line, message.text);
  const open = dormant ? undefined : openOccasion(next);
  const schedule = [
    ...(open?.user === line.user || (isOccasion(line) && open) ? [suggestJob(ref, from + quiet)] : []),
    ...(next === folded ? [] : [judgeJob(ref, from + parts.rules.replyQuietSeconds * SECOND)]),
  ];
  return {
    thread: next,
    schedule,
    cancel: nothingToSuggest(next) ? [jobId("suggest", ref)] : [],
    lists: {
      ...(isOccasion(line) && { [channelList(ref.channel)]: Number(line.ts) }),
      ...(next !== answered && { [personList(line.user)]: parts.now() }),
    },
  };
}

/** A suggestion on words that were edited shows what they are now. */
function quotedAnew(thread: Thread, { ts, said = "" }: Line, before: Line | undefined): Thread {
  const offers = thread.offers.map((offer) => (offer.about === ts ? { ...offer, quote: said } : offer));
  return { ...thread, offers: withoutReasons(offers, before ? [before] : [], thread.lines) };
}

/** True where a message says something else than what is known of it, or the same after a later edit; not for an edit that comes late. */
function isNews(line: Line, known: Line): boolean {
  const [now = "", then = ""] = [line.edited, known.edited];
  return now > then || (now === then && line.print !== known.print);
}

/** The reply weighed against every question that stands in the thread. Its text is not kept. */
function withReply(parts: Parts, thread: Thread, line: Line, text: string): Thread {
  // A question without a ts is being posted this moment: somebody may be quicker than our own note of it.
  const standsOpen = (asked: Asked) => (asked.ts === "" || asked.ts < line.ts) && !asked.closed;
  if (!thread.asked.some(standsOpen)) return thread;
  const asked = thread.asked.map((one): Asked => {
    if (!standsOpen(one)) return one;
    const form = parts.library().byId.get(one.question)?.form ?? "open";
    const reply = weigh(
      { id: one.question, text: one.text, form },
      { ts: line.ts, user: line.user, role: line.role, text },
    );
    const own = one.replies.filter((other) => other.ts !== line.ts);
    const replies = [...own, isUnrelated(reply) ? { ...reply, sentence: "" } : reply];
    return { ...one, replies: replies.slice(-MOST_REPLIES) };
  });
  return { ...thread, asked };
}

/** Words that have nothing to do with the question decide nothing, and are not kept. */
const isUnrelated = (reply: Weighed) => LABELS[reply.findings["alone"] ?? -1] === "unrelated";

/** A PM who types the question instead of pressing the button has asked it all the same. */
function withQuestionByHand(parts: Parts, thread: Thread, line: Line, text: string): Thread {
  const about = occasions(thread).at(-1);
  if (line.role !== "pm" || about === undefined || about.ts >= line.ts) return thread;
  const question = recognise(text, parts.library());
  if (question === undefined) return thread;
  const asked: Asked = {
    id: `h${line.ts}`,
    question,
    text: shorten(plain(text)),
    ts: line.ts,
    by: line.user,
    how: "hand",
    about: about.ts,
    replies: [],
  };
  return { ...thread, asked: [...thread.asked.filter((other) => other.id !== asked.id), asked] };
}

/** True where no job needs to look at the thread for something worth asking. */
export const nothingToSuggest = (thread: Thread) =>
  openOccasion(thread) === undefined && !isDelivering(thread);
