import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verdict } from "../../../src/questions/verdict.ts";
import { weigh } from "../../../src/questions/weigh.ts";

const QUESTION = {
  id: "failure-mode",
  text: "What does a guest see when the booking engine is down, and who repairs it?",
  form: "open",
} as const;

const said = (text: string) => weigh(QUESTION, { ts: "1.000001", user: "U1", role: "doer", text });

describe("whatever is written", () => {
  test("a verdict is reached, on any text and any question", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.lorem());
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom("yes-no", "either-or", "open", "list"),
        (asked, reply, form) => {
          const question = { id: "x", text: asked, form } as const;
          const weighed = weigh(question, { ts: "1", user: "U1", role: "pm", text: reply });
          expect(weighed.sentence.length).toBeLessThanOrEqual(280);
          expect(["answered", "partial", "non-answer", "unrelated"]).toContain(
            verdict(question, [weighed, weighed]).label,
          );
        },
      ),
    );
  });

  test.each([
    ["backticks", "`".repeat(40_000)],
    ["angle brackets", "<@".repeat(20_000)],
    ["colons", ":a".repeat(20_000)],
    ["one long word", "a".repeat(40_000)],
    ["hyphens", "a-".repeat(20_000)],
    ["lines of quotes", "> x\n".repeat(10_000)],
    ["the same phrase", "i have to ".repeat(4_000)],
    ["many sentences", "no. ".repeat(10_000)],
    ["dots", ".".repeat(40_000)],
    ["prototype names", "constructor __proto__ toString hasOwnProperty"],
  ])("%s", (_, text) => {
    const weighed = said(text);
    expect(Object.values(weighed.findings).every(Number.isFinite)).toBe(true);
    expect(verdict(QUESTION, [weighed]).because.length).toBeLessThanOrEqual(5);
  });
});

describe("what is kept of a reply", () => {
  test("a long sentence ends at a whole character", () => {
    expect(said("😀".repeat(300)).sentence).toBe(`${"😀".repeat(139)}…`);
  });

  test("its most telling sentence and names of findings, not its words", () => {
    const weighed = said(
      "Rosalind wrote the zebra part. They see a banner with a phone number, and ops repairs it within an hour.",
    );
    expect(weighed.sentence).toBe(
      "They see a banner with a phone number, and ops repairs it within an hour.",
    );
    expect(JSON.stringify(weighed)).not.toMatch(/rosalind|zebra/i);
  });
});
