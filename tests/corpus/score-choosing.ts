/** Prints how well questions are chosen on the labelled threads, world by world: `npx tsx tests/corpus/score-choosing.ts`. */
import { fileURLToPath } from "node:url";
import { compile } from "../../src/questions/library.ts";
import { loadTemplates } from "../../src/questions/load.ts";
import { add, NOTHING, row, score } from "./choosing-scores.ts";
import { labelled, WORLDS } from "./labelled.ts";

const { templates } = await loadTemplates([fileURLToPath(new URL("../../question-templates", import.meta.url))]);
const library = compile(templates);
const named = process.argv.slice(2);
const all = WORLDS.filter((world) => named.length === 0 || named.includes(world)).map((world) => {
  const scores = score(labelled(world), library);
  process.stdout.write(`${row(world, scores)}\n`);
  return scores;
});
process.stdout.write(`${row("all", all.reduce(add, NOTHING))}\n`);
