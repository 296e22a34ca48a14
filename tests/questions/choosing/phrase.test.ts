import { describe, expect, test } from "vitest";
import { linesOf } from "../../../src/questions/ask-thread.ts";
import { phrase } from "../../../src/questions/phrase.ts";
import { LIBRARY, SHIPPED } from "./shipped.ts";

function phrased(ask: string, ...texts: string[]): string {
  const lines = linesOf(
    texts.map((text) => ({ from: "eng", text })),
    LIBRARY,
  );
  return phrase(ask, lines.at(-1), lines);
}

describe("blanks are filled with the engineer's own words", () => {
  test.each([
    ["Does {estimate} include it?", "3 weeks for checkout", "Does the 3 weeks include it?"],
    ["Does {estimate} include it?", "quick one, trivial", "Does that estimate include it?"],
    ["Does {estimate} include it?", "thanks", "Does that estimate include it?"],
    ["Does {estimate} include it?", "a week, two at worst, for the api", "Does that estimate include it?"],
    ["Does {estimate} include it?", "2w be, 1w fe for the new api", "Does that estimate include it?"],
    ["Does {estimate} include it?", "2-3 weeks for checkout", "Does the 2-3 weeks include it?"],
    ["If {dependency} goes down?", "3 weeks for checkout", "If what it depends on goes down?"],
    ["What do we need from {vendor}?", "3 weeks for checkout", "What do we need from the vendor?"],
  ])("%s %s", (ask, text, expected) => {
    expect(phrased(ask, text)).toBe(expected);
  });

  test("the number before is the one that stood", () => {
    expect(phrased("From {previous} to {estimate}?", "2 weeks for search", "no, 5 weeks for search")).toBe(
      "From the 2 weeks to the 5 weeks?",
    );
  });

  test("or the one that a correction names itself", () => {
    expect(phrased("From {previous} to {estimate}?", "was 2 weeks, now more like 5")).toBe(
      "From the 2 weeks to the 5?",
    );
    expect(phrased("From {previous}?", "the migration took 2 weeks, this one is 3 weeks")).toBe(
      "From the earlier one?",
    );
  });

  test("no shipped question brings a number of its own", () => {
    for (const { ask } of SHIPPED) expect(phrased(ask, "thanks")).not.toMatch(/\d/);
  });
});
