import { expect, test } from "vitest";
import { stem } from "../../../src/questions/stem.ts";
import { tokens } from "../../../src/questions/tokens.ts";
import { leaningOf, wordsIn, wordWorth } from "../../../src/questions/words.ts";

test.each([
  ["tables", "table"],
  ["waiting", "waits"],
  ["copied", "copies"],
  ["shipped", "ships"],
])("%s and %s are one word", (one, other) => {
  expect(stem(one)).toBe(stem(other));
});

test.each([
  ["bus", "business"],
  ["test", "text"],
])("%s and %s are two", (one, other) => {
  expect(stem(one)).not.toBe(stem(other));
});

test("numbers count by how large they are", () => {
  expect([...wordsIn(tokens("4 days, 4000 rows"))]).toEqual(["<5>", "day", "<999999>", "row"]);
});

test("what words speak for is summed by question, each word once, and the words are not kept", () => {
  const weights = { row: { scale: 2, range: -1 }, lock: { scale: 1 } };
  expect(leaningOf(tokens("rows, rows and a lock"), "doer", wordWorth(weights))).toEqual({
    scale: 0.45,
    range: -0.15,
  });
  expect(leaningOf(tokens("constructor toString"), "doer", wordWorth(weights))).toEqual({});
});

test("what a word speaks for may hang on who says it", () => {
  const weights = { test: { "integration-testing": 1 }, "test@pm": { "integration-testing": 2 } };
  expect(leaningOf(tokens("the tests?"), "pm", wordWorth(weights))).toEqual({ "integration-testing": 0.45 });
  expect(leaningOf(tokens("the tests."), "doer", wordWorth(weights))).toEqual({
    "integration-testing": 0.15,
  });
});
