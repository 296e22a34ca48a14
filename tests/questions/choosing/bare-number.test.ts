import { expect, test } from "vitest";
import { askThread } from "../../../src/questions/ask-thread.ts";
import { LIBRARY } from "./shipped.ts";

const answered = (number: string) =>
  askThread(
    [
      { from: "pm", text: "how long for the checkout?" },
      { from: "eng", text: number },
    ],
    LIBRARY,
  );

test.each(["about 3 weeks", "3 weeks", "2-3 weeks", "5 days", "8 points", "by Friday", "I'd say 2 sprints"])(
  "a number alone settles nothing: %s",
  (number) => {
    expect(answered(number).quiet).toBeUndefined();
    expect(answered(number).questions.length).toBeGreaterThan(0);
  },
);

test.each(["half a day, all reviewed and tested, just needs the deploy"])("but %s does", (number) => {
  expect(answered(number).questions).toEqual([]);
});
