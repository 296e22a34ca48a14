/** Prints how well questions are chosen on the labelled threads, world by world: `npx tsx tests/corpus/score-choosing.ts`. */
import { SHIPPED_TEMPLATES } from "../../src/folders.ts";
import { compile } from "../../src/questions/library.ts";
import { loadTemplates } from "../../src/questions/load.ts";
import { add, NOTHING, row, score } from "./choosing-scores.ts";
import { labelled, WORLDS } from "./labelled.ts";

const { templates } = await loadTemplates([SHIPPED_TEMPLATES]);
const library = compile(templates);
const named = process.argv.slice(2);
const all = WORLDS.filter((world) => named.length === 0 || named.includes(world)).map((world) => {
  const scores = score(labelled(world), library);
  process.stdout.write(`${row(world, scores)}\n`);
  return scores;
});
process.stdout.write(`${row("all", all.reduce(add, NOTHING))}\n`);
