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
