import { LONGEST_QUOTE, shorten, unnamed } from "../threads/quote.ts";
import { type Label, LABELS, type Role, type Ts, type Weighed } from "../threads/thread.ts";
import { hear, withoutAsides } from "./replies/hear.ts";
import { judge, weighed } from "./replies/judge.ts";
import type { Posed } from "./replies/question.ts";

/** A reply in the thread of a question. */
export type Reply = { readonly ts: Ts; readonly user: string; readonly role: Role; readonly text: string };

/**
 * Weighs one reply against one question when it is heard, since its text is not kept: named findings, and its most
 * telling sentence, shortened. Never throws, whatever the text; takes time linear in its length.
 */
export function weigh(question: Posed, reply: Reply): Weighed {
  const heard = withoutAsides(hear(question, reply), (one) => judge(question, weighed(one)).label);
  const findings = weighed(heard);
  const { label } = judge(question, findings);
  const sentence = mostTelling(question, reply.role, label, heard.said);
  return {
    ts: reply.ts,
    user: reply.user,
    role: reply.role,
    sentence: shorten(unnamed(sentence)),
    findings: { ...findings, alone: LABELS.indexOf(label) },
  };
}

/** No more sentences than this are compared to find the most telling one. */
const COMPARED_AT_MOST = 12;

/**
 * The sentence that, alone, would speak most for what the whole reply says; of an answer, together with what a
 * semicolon joins to it, as far as that is kept: "Column plus backfill; if we skip it the old codes stop working."
 */
function mostTelling(
  question: Posed,
  role: Role,
  label: (typeof LABELS)[number],
  said: readonly { readonly said: string }[],
): string {
  const index = LABELS.indexOf(label);
  const ranked = said.slice(0, COMPARED_AT_MOST).map(({ said: text }) => {
    const alone = judge(question, weighed(hear(question, { role, text })));
    return { text, chance: alone.chances[index] ?? 0, answers: ANSWERS.has(alone.label) };
  });
  const [best] = ranked.toSorted((a, b) => b.chance - a.chance);
  if (best === undefined) return "";
  return label === "answered" && best.answers ? withBesides(ranked, ranked.indexOf(best)) : best.text;
}

/** Half an answer beside an answer belongs to it. */
const ANSWERS: ReadonlySet<Label> = new Set<Label>(["answered", "partial"]);

type Said = { readonly text: string; readonly answers: boolean };

/** The part at `at` with those that a semicolon joins to it and that answer as well, while they may be kept: one sentence, as people write. */
function withBesides(said: readonly Said[], at: number): string {
  let whole = said[at]?.text ?? "";
  const add = (next: Said | undefined, before: Said | undefined, join: (text: string) => string): boolean => {
    if (next?.answers !== true || before?.text.endsWith(";") !== true) return false;
    if (join(next.text).length > LONGEST_QUOTE) return false;
    whole = join(next.text);
    return true;
  };
  for (let n = at - 1; add(said[n], said[n], (text) => `${text} ${whole}`);) n--;
  for (let n = at + 1; add(said[n], said[n - 1], (text) => `${whole} ${text}`);) n++;
  return whole;
}
