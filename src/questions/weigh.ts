import type { Role, Ts, Weighed } from "../threads/thread.ts";
import { findings } from "./findings.ts";
import { cues } from "./reply-cues.ts";
import { sentences } from "./reply-text.ts";
import type { Template } from "./template.ts";
import { PHRASES } from "./verdict-weights.ts";

/** A question as a verdict needs it: its template's id, the words it was asked in, and what counts as an answer. */
export type Posed = { readonly id: string; readonly text: string; readonly form: Template["form"] };

/** A reply in the thread of a question. */
export type Reply = { readonly ts: Ts; readonly user: string; readonly role: Role; readonly text: string };

const SENTENCE_AT_MOST = 280;

/** Weighs one reply against one question; the text itself is not kept, but for its most telling sentence. */
export function weigh(question: Posed, reply: Reply): Weighed {
  const said = sentences(reply.text);
  const found: Record<string, number> = { ...findings(question, said) };
  const own = cues(question, said);
  found["cues"] = own.length;
  for (const cue of own) {
    const weights = Object.hasOwn(PHRASES, cue) ? PHRASES[cue] : undefined;
    if (!weights) continue;
    weights.forEach((weight, index) => {
      const name = `phrases ${index}`;
      found[name] = (found[name] ?? 0) + weight;
    });
  }
  return {
    ts: reply.ts,
    user: reply.user,
    role: reply.role,
    sentence: (said[0]?.said ?? reply.text.trim()).slice(0, SENTENCE_AT_MOST),
    findings: found,
  };
}
