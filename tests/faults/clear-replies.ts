import { SAM } from "../../src/playground/people.ts";
import { verdict } from "../../src/questions/verdict.ts";
import { weigh } from "../../src/questions/weigh.ts";

/** How a reply is meant, beyond doubt. */
export type Clear = "answered" | "non-answer";

/** Whatever was suggested, this is asked: its answers are then clear for every template. */
export const questionWith = (word: string) => `Does the number for ${word} include testing it end to end?`;

export const CLEAR: Readonly<Record<Clear, readonly ((word: string) => string)[]>> = {
  "non-answer": [(word) => `should be fine, ${word}`, (word) => `I think ${word} should be fine`],
  answered: [(word) => `no, ${word} is not included`],
};

/** What is clear is for others to find out: here it must be beyond doubt, whatever form the template's question has. */
export function mustBeClear(): void {
  const question = questionWith("zqza");
  const unclear = FORMS.flatMap((form) =>
    Object.entries(CLEAR).flatMap(([meant, replies]) =>
      replies.flatMap((text) => {
        const posed = { id: "any", text: question, form };
        const said = (ts: string, words: string) =>
          weigh(posed, { ts, user: SAM, role: "doer", text: words });
        const one = said("2.0", text("zqzb"));
        // Said again, in these words or in others, it means no more than it did.
        const again = replies.map((other) => [one, said("3.0", other("zqzc"))]);
        return [[one], ...again].some((all) => verdict(posed, all).label !== meant) ? [text("zqzb")] : [];
      }),
    ),
  );
  if (unclear.length > 0) throw new Error(`not judged as they are meant: ${unclear.join("; ")}`);
}

const FORMS = ["yes-no", "either-or", "open", "list"] as const;
