import type { Label, Ts, Weighed } from "../threads/thread.ts";
import type { Posed } from "./weigh.ts";

/** What the replies did to the question, the sentence that decided it, where it was said, and what spoke for it. */
export type Judged = {
  readonly label: Label;
  readonly sentence?: string;
  readonly ts?: Ts;
  readonly because: readonly string[];
};

/** Judges the weighed replies to one question, in the order they were said. */
export function verdict(question: Posed, replies: readonly Weighed[]): Judged {
  void question;
  const last = replies.at(-1);
  if (!last) return { label: "unrelated", because: ["no reply"] };
  return { label: "non-answer", sentence: last.sentence, ts: last.ts, because: [] };
}
