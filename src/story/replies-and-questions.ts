import { recognise } from "../questions/recognise.ts";
import { weigh } from "../questions/weigh.ts";
import { occasions } from "../threads/fold.ts";
import { plain, shorten } from "../threads/quote.ts";
import { type Asked, LABELS, type Line, type Thread, type Weighed } from "../threads/thread.ts";
import type { Parts } from "./parts.ts";

/** Replies kept for one question: answers come in two or three messages, and a later one may take them back. */
const MOST_REPLIES = 12;

/** The reply weighed against every question that stands in the thread. Its text is not kept. */
export function withReply(parts: Parts, thread: Thread, line: Line, text: string): Thread {
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
export function withQuestionByHand(parts: Parts, thread: Thread, line: Line, text: string): Thread {
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
