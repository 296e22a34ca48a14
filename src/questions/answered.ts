import type { Label } from "../threads/thread.ts";
import { roleOf } from "./roles.ts";
import type { Template } from "./template.ts";
import { verdict } from "./verdict.ts";
import { weigh } from "./weigh.ts";

/** A question and its replies as the `answered` command reads them. */
export type Pair = {
  readonly question_id: string;
  readonly question: string;
  readonly replies: readonly { readonly from: string; readonly text: string }[];
};

/** The verdict on a pair, with the sentence that decided it, and what spoke for it in plain words. */
export type Answered = { readonly label: Label; readonly sentence?: string; readonly because?: string };

/** Judges one pair of the `answered` command; a question of unknown id is read as an open one. */
export function answered(pair: Pair, formOf: (id: string) => Template["form"] | undefined): Answered {
  const question = { id: pair.question_id, text: pair.question, form: formOf(pair.question_id) ?? "open" };
  const weighed = pair.replies.map((reply, index) =>
    weigh(question, {
      ts: String(index).padStart(6, "0"),
      user: reply.from,
      role: roleOf(reply.from),
      text: reply.text,
    }),
  );
  const { label, sentence, because } = verdict(question, weighed);
  return {
    label,
    ...(sentence !== undefined && { sentence }),
    ...(because.length > 0 && { because: because.join(", ") }),
  };
}
