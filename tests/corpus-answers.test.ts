import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { answered } from "../src/questions/answered.ts";
import type { Template } from "../src/questions/template.ts";
import { LABELS, type Label } from "../src/threads/thread.ts";

type Pair = Parameters<typeof answered>[0] & { readonly label: Label };

const CORPUS = new URL("./corpus/", import.meta.url);
const TEMPLATES = new URL("../question-templates/", import.meta.url);

const pairs = [
  "answers.jsonl",
  ...readdirSync(new URL("worlds/", CORPUS)).map((world) => `worlds/${world}/answers.jsonl`),
]
  .flatMap((file) => readFileSync(new URL(file, CORPUS), "utf8").trim().split("\n"))
  .map((line) => JSON.parse(line) as Pair);

const templates = readdirSync(TEMPLATES)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => parse(readFileSync(new URL(file, TEMPLATES), "utf8")) as Template)
  .filter((template) => template.form);
const forms = new Map(templates.map(({ id, form }) => [id, form]));

const judged = (pair: Parameters<typeof answered>[0]) => answered(pair, (id) => forms.get(id)).label;

/**
 * The weights were learned from these very pairs, so the figures here only show that reading, weights and rules still
 * fit together. What to expect of pairs never seen stands in docs/verdicts.md.
 */
describe("the labelled answers", () => {
  const guesses = pairs.map(judged);

  test.each(LABELS)("F1 of %s", (label) => {
    const hits = pairs.filter((pair, index) => pair.label === label && guesses[index] === label).length;
    const due = pairs.filter((pair) => pair.label === label).length;
    const given = guesses.filter((guess) => guess === label).length;
    expect((2 * hits) / (due + given)).toBeGreaterThan(0.95);
  });

  test("a non-answer is hardly ever taken for an answer", () => {
    const dodges = guesses.filter((_, index) => pairs[index]?.label === "non-answer");
    expect(dodges.filter((guess) => guess === "answered").length / dodges.length).toBeLessThanOrEqual(0.03);
  });
});

describe("the replies of the shipped templates", () => {
  const replies = templates.flatMap(({ id, ask, replies: own }) =>
    LABELS.flatMap((label) => (own[label] ?? []).map((text) => ({ id, ask, text, label }))),
  );

  test.each(replies)("$id: $text", ({ id, ask, text, label }) => {
    expect(judged({ question_id: id, question: ask, replies: [{ from: "eng", text }] })).toBe(label);
  });
});
