import { describe, expect, test } from "vitest";
import { verdict } from "../../../src/questions/verdict.ts";
import { weigh } from "../../../src/questions/weigh.ts";
import type { Role } from "../../../src/threads/thread.ts";

const QUESTION = {
  id: "integration-testing",
  text: "Does the three weeks include testing it end to end?",
  form: "yes-no",
} as const;

const weighed = (...replies: readonly (readonly [Role, string])[]) =>
  replies.map(([role, text], index) =>
    weigh(QUESTION, { ts: `${index}.000001`, user: `U${index}`, role, text }),
  );

describe("the verdict over weighed replies", () => {
  test("no reply", () => {
    expect(verdict(QUESTION, [])).toEqual({ label: "unrelated", because: ["no reply"] });
  });

  test("it says which message decided", () => {
    const replies = weighed(
      ["doer", "hm"],
      ["bystander", "no, that is three days more on staging"],
      ["doer", ":joy:"],
    );
    expect(verdict(QUESTION, replies)).toMatchObject({
      label: "answered",
      ts: "1.000001",
      sentence: "no, that is three days more on staging",
    });
  });

  test("a promise stays open, and says so first", () => {
    const { label, because } = verdict(QUESTION, weighed(["doer", "I'll get back to you on that"]));
    expect(label).toBe("non-answer");
    expect(because[0]).toBe("a promise to come back to it");
  });

  test("what was taken back does not stand", () => {
    const replies = weighed(
      ["doer", "it's in, last week of the three"],
      ["doer", "scratch that, I have to ask ops"],
    );
    expect(verdict(QUESTION, replies)).toMatchObject({ label: "non-answer", ts: "1.000001" });
  });

  test("the PM's restating is no answer, the yes to it is", () => {
    const asked = weighed(["pm", "so it comes on top of the three weeks?"]);
    expect(verdict(QUESTION, asked).label).not.toBe("answered");
    const confirmed = weighed(["pm", "so it comes on top of the three weeks?"], ["doer", "yep"]);
    expect(verdict(QUESTION, confirmed).label).toBe("answered");
  });
});

describe("the words that decided", () => {
  const CHANGE = {
    id: "schema-migration",
    form: "open",
    text: "What does the database change involve, and what's the risk if we skip it or do it later?",
  } as const;
  const sentenceOf = (text: string) => weigh(CHANGE, { ts: "1", user: "eng", role: "doer", text }).sentence;
  const SKIP = "if we skip it the old codes stop working in July.";

  test.each([
    [
      "both halves of an answer",
      `Column plus backfill of 40k codes; ${SKIP}`,
      `Column plus backfill of 40k codes; ${SKIP}`,
    ],
    [
      "not what stands beside it",
      `Good question, thanks. Column plus backfill of 40k codes; ${SKIP}`,
      `Column plus backfill of 40k codes; ${SKIP}`,
    ],
  ])("%s", (_name, text, sentence) => expect(sentenceOf(text)).toBe(sentence));

  test("never more than is kept, and whole sentences", () => {
    const long = `Column plus backfill of 40k codes${", and of their prices".repeat(12)}; ${SKIP}`;
    expect(sentenceOf(long).length).toBeLessThanOrEqual(280);
    expect([SKIP, long.split("; ")[0] + ";"]).toContain(sentenceOf(long));
  });
});
