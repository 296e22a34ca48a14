import { type Label, LABELS } from "../../src/threads/thread.ts";
import { linesOf, type World } from "./labelled.ts";

/** A question, the replies to it, and what they did to it by a person's judgement. */
export type LabelledAnswer = {
  readonly id: string;
  readonly question_id: string;
  readonly question: string;
  readonly replies: readonly { readonly from: string; readonly text: string }[];
  readonly label: Label;
};

/** The labelled answers of one world. */
export const labelledAnswers = (world: World): LabelledAnswer[] => linesOf(world, "answers");

/** How well verdicts hit: F1 by label, their mean, and the share of non-answers that were taken for answers. */
export type VerdictScores = {
  readonly macro: number;
  readonly f1: readonly number[];
  readonly taken: number;
};

/** Scores verdicts; `guesses` go with `pairs` by place. */
export function scoreVerdicts(
  pairs: readonly { readonly label: Label }[],
  guesses: readonly (Label | undefined)[],
): VerdictScores {
  const f1 = LABELS.map((label) => {
    const hits = pairs.filter((pair, index) => pair.label === label && guesses[index] === label).length;
    const given = guesses.filter((guess) => guess === label).length;
    return (2 * hits) / (given + pairs.filter((pair) => pair.label === label).length || 1);
  });
  const dodges = guesses.filter((_, index) => pairs[index]?.label === "non-answer");
  return {
    macro: f1.reduce((a, b) => a + b) / f1.length,
    f1,
    taken: dodges.filter((guess) => guess === "answered").length / (dodges.length || 1),
  };
}

/** One row of the table. */
export function verdictRow(name: string, { macro, f1, taken }: VerdictScores): string {
  const by = LABELS.map((label, index) => `${label} ${f1[index]?.toFixed(2)}`).join(", ");
  return `${name.padEnd(10)} macro F1 ${macro.toFixed(3)} (${by}); non-answers taken for answers ${taken.toFixed(3)}`;
}
