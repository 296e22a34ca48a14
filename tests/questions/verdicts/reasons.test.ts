import { expect, test } from "vitest";
import { inWords } from "../../../src/questions/replies/reasons.ts";

test.each([
  ["amount", "an amount"],
  ["clause: gap", "something not known"],
  ["opens: vague", "vague words"],
  ["last: hard", "a hard fact"],
  ["fills: when", "it says when"],
  ["missing: who", "it does not say who"],
  ["missing beside another: both ends", "it does not say both ends of the range"],
  ["answer, then dodge", "an answer and then a dodge"],
])("%s is called “%s”", (name, words) => {
  expect(inWords(name)).toBe(words);
});

test.each([
  "bias",
  "content words",
  "hard then gap",
  "amount × two parts",
  "fills: open",
  "clause: constructor",
  "toString",
])("%s has no words", (name) => {
  expect(inWords(name)).toBeUndefined();
});
