import { describe, expect, test } from "vitest";
import { SHIPPED_TEMPLATES } from "../src/folders.ts";
import { answered } from "../src/questions/answered.ts";
import { loadTemplates } from "../src/questions/load.ts";
import { LABELS } from "../src/threads/thread.ts";
import { labelledAnswers, scoreVerdicts } from "./corpus/answer-scores.ts";
import { WORLDS } from "./corpus/labelled.ts";

const pairs = WORLDS.flatMap(labelledAnswers);

const { templates } = await loadTemplates([SHIPPED_TEMPLATES]);
const forms = new Map(templates.map(({ id, form }) => [id, form]));

const judged = (pair: Parameters<typeof answered>[0]) => answered(pair, (id) => forms.get(id)).label;

/**
 * The weights were learned from these very pairs, so the figures here only show that reading, weights and rules still
 * fit together. What to expect of pairs never seen stands in docs/verdicts.md.
 */
describe("the labelled answers", () => {
  const { f1, taken } = scoreVerdicts(pairs, pairs.map(judged));

  test.each(LABELS.map((label, index) => [label, f1[index]] as const))("F1 of %s: %d", (_, own) => {
    expect(own).toBeGreaterThan(0.98);
  });

  test("a non-answer is hardly ever taken for an answer", () => {
    expect(taken).toBeLessThanOrEqual(0.01);
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
