import { LABELS, type Label, type Ts, type Weighed } from "../threads/thread.ts";
import { MEANINGS } from "./verdict-weights.ts";
import { phraseScale, together, vector } from "./verdict-vector.ts";
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
  const found = together(replies.map((reply) => reply.findings));
  const scores = LABELS.map((_, index) => (found[`phrases ${index}`] ?? 0) * phraseScale(found));
  const strengths = vector(question, found);
  for (const [name, strength] of strengths)
    (Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : undefined)?.forEach(
      (weight, index) => (scores[index] = (scores[index] ?? 0) + weight * strength),
    );
  const best = scores.indexOf(Math.max(...scores));
  const label = LABELS[best] ?? "non-answer";
  const last = replies.at(-1);
  const because = [...strengths.keys()]
    .map((name) => [name, (MEANINGS[name]?.[best] ?? 0) * (strengths.get(name) ?? 0)] as const)
    .filter(([name, weight]) => weight > 0.1 && name !== "bias")
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([name]) => name);
  return last
    ? { label, sentence: last.sentence, ts: last.ts, because }
    : { label: "unrelated", because: ["no reply"] };
}
