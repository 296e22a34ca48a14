import { answered } from "../../../src/questions/answered.ts";
import { LIBRARY } from "../choosing/shipped.ts";

/** What the shipped template of this name asks, about a number said before. */
const asks = (id: string) =>
  (LIBRARY.byId.get(id)?.ask ?? "").replaceAll("{vendor}", "the vendor").replaceAll(/\{\w+\}/g, "that");

/** The verdict on what was said: "pm> …" by the PM, anything else by the engineer; messages are cut at " || ". */
export const verdictOn = (id: string, said: string, question = asks(id)) =>
  answered(
    {
      question_id: id,
      question,
      replies: said
        .split(" || ")
        .map((part) =>
          part.startsWith("pm> ") ? { from: "pm", text: part.slice(4) } : { from: "eng", text: part },
        ),
    },
    (of) => LIBRARY.byId.get(of)?.form,
  );

/** … in one word. */
export const judged = (id: string, said: string, question?: string) => verdictOn(id, said, question).label;
