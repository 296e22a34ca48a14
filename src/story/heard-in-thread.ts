import { withoutReasons } from "../threads/reasons.ts";
import { emptyThread, fold, isDelivering, isOccasion, openOccasion } from "../threads/fold.ts";
import type { Line, Message, Thread, ThreadRef } from "../threads/thread.ts";
import { withQuestionByHand, withReply } from "./replies-and-questions.ts";
import { withWhatItWas } from "./edited.ts";
import { judgeJob, jobId, suggestJob } from "./jobs.ts";
import { type Parts, SECOND } from "./parts.ts";
import { channelList, personList, type ThreadChange } from "./records.ts";

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
export function heardInThread(
  parts: Parts,
  { thread, gone, ref, line: heardNow, message, isNew, quiet, dormant }: InThread,
): ThreadChange | undefined {
  if (thread === undefined && !isOccasion(heardNow)) return undefined;
  // Delivered again, perhaps with words that were edited since; or an unfurl that arrives as an edit.
  const known = thread?.lines.find((other) => other.ts === heardNow.ts);
  if (known !== undefined && (isNew || !isNews(heardNow, known))) return undefined;
  const line = thread && known ? withWhatItWas(thread, heardNow, known) : heardNow;
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

/** True where no job needs to look at the thread for something worth asking. */
export const nothingToSuggest = (thread: Thread) =>
  openOccasion(thread) === undefined && !isDelivering(thread);
