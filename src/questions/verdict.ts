import { LABELS, type Label, type Ts, type Weighed } from "../threads/thread.ts";
import { combine, standsFrom } from "./replies/combine.ts";
import { judge, reasons } from "./replies/judge.ts";
import type { Posed } from "./replies/question.ts";
import { PROMISE } from "./replies/reasons.ts";

/** What the replies did to the question, the sentence that decided it, where it was said, and what spoke for it. */
export type Judged = {
  readonly label: Label;
  readonly sentence?: string;
  readonly ts?: Ts;
  /** In plain words, strongest first; a promise to come back to it before all else. */
  readonly because: readonly string[];
};

const REASONS_AT_MOST = 4;

/**
 * Judges the weighed replies to one question, in the order they were said. A colleague's answer counts, a later
 * message may take an earlier one back, a promise leaves the question open. No reply at all is "unrelated".
 */
export function verdict(question: Posed, replies: readonly Weighed[]): Judged {
  if (replies.length === 0) return { label: "unrelated", because: ["no reply"] };
  const found = combine(replies.map((reply) => reply.findings));
  const judgement = judge(question, found);
  const { label } = judgement;
  const promised = label !== "answered" && (found["clause: promise"] ?? 0) > 0;
  const spoke = reasons(judgement, REASONS_AT_MOST);
  const because = promised ? [PROMISE, ...spoke.filter((reason) => reason !== PROMISE)] : spoke;
  const decided = deciding(label, replies);
  return decided?.sentence
    ? { label, sentence: decided.sentence, ts: decided.ts, because }
    : { label, because };
}

/** The last standing reply that alone says what all say together; else the last that says anything. */
function deciding(label: Label, replies: readonly Weighed[]): Weighed | undefined {
  const standing = replies.slice(standsFrom(replies.map((reply) => reply.findings)));
  const index = LABELS.indexOf(label);
  return (
    standing.findLast((reply) => reply.findings["alone"] === index && !reply.findings["pm asks"]) ??
    standing.findLast((reply) => !reply.findings["pm asks"]) ??
    standing.at(-1)
  );
}
