/**
 * Prints how well verdicts hit on the labelled answers, world by world: `npx tsx tests/corpus/score-answers.ts`. The
 * weights were learned from these answers; `npx tsx training/verdicts.ts score` judges each world by weights that never
 * saw it.
 */
import { SHIPPED_TEMPLATES } from "../../src/folders.ts";
import { answered } from "../../src/questions/answered.ts";
import { loadTemplates } from "../../src/questions/load.ts";
import { labelledAnswers, scoreVerdicts, verdictRow } from "./answer-scores.ts";
import { WORLDS } from "./labelled.ts";

const { templates } = await loadTemplates([SHIPPED_TEMPLATES]);
const forms = new Map(templates.map(({ id, form }) => [id, form]));

const judged = WORLDS.map((world) => {
  const pairs = labelledAnswers(world);
  const guesses = pairs.map((pair) => answered(pair, (id) => forms.get(id)).label);
  process.stdout.write(`${verdictRow(world, scoreVerdicts(pairs, guesses))}\n`);
  return { pairs, guesses };
});
const all = scoreVerdicts(
  judged.flatMap(({ pairs }) => pairs),
  judged.flatMap(({ guesses }) => guesses),
);
process.stdout.write(`${verdictRow("all", all)}\n`);
