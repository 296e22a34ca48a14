import { expect, test } from "vitest";
import { clean } from "../../src/reading/clean.ts";
import { findAll } from "../../src/reading/finders.ts";
import { PAIRED, pairsAround, pairsOf, spelled, worthOfPairs } from "../../src/reading/pairs.ts";
import { scan } from "../../src/reading/scan.ts";

function looked(text: string) {
  const t = scan(clean(text));
  const find = findAll(t, {})[0]!;
  return { t, find };
}

function pairsIn(text: string): string[] {
  const { t, find } = looked(text);
  const pairs: string[] = [];
  pairsAround(t, find, (first, second, where) =>
    pairs.push(`${spelled(t, first)} ${spelled(t, second)}|${PAIRED[where]}`),
  );
  return pairs;
}

test("words are paired on either side of the find, side by side and with one between, never across it", () => {
  expect(pairsIn("it took Them 3 weeks for search")).toEqual([
    "it took|before",
    "took them|before",
    "it them|apart before",
    "for search|after",
  ]);
});

test("numbers are one word in pairs, and so are people", () => {
  const pairs = pairsIn("<@U0SAM> did 7 screens, the rest is 3 weeks");
  expect(pairs).toContain("@ did|before");
  expect(pairs).toContain("did #|before");
});

test("only words near the find are paired", () => {
  expect(pairsIn(`first second ${"and so on ".repeat(3)}it is 3 weeks`)).not.toContain("first second|before");
});

test.each([
  ["it took them 3 weeks", -2],
  ["3 weeks, it took them", 0],
  ["them took it 3 weeks", 0],
  ["took all them 3 weeks", -0.5],
  ["constructor toString 3 weeks", 0],
])("%s: the pairs come to %d", (text, sum) => {
  const { t, find } = looked(text);
  const pairs = pairsOf({ "took them": { before: -2, "apart before": -0.5 } });
  expect(worthOfPairs(pairs, t, find)).toBe(sum);
});
