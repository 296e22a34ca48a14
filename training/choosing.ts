/**
 * Makes `src/questions/weights.json` from the labelled threads: `npx tsx training/choosing.ts`.
 * `--leave-out` instead prints how well each world is chosen for by weights that never saw it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { linesOf } from "../src/questions/ask-thread.ts";
import { lineToAskAbout, see, type Features } from "../src/questions/features.ts";
import { compile } from "../src/questions/library.ts";
import { loadTemplates } from "../src/questions/load.ts";
import type { Weights } from "../src/questions/weights.ts";
import { labelled, type Labelled, WORLDS } from "../tests/corpus/labelled.ts";
import { add, NOTHING, row, score } from "../tests/corpus/choosing-scores.ts";
import { type Example, learnChoice, learnYes } from "./learn.ts";

const WEIGHTS_FILE = new URL("../src/questions/weights.json", import.meta.url);
/** What a fair question counts beside one of the best. */
const FAIR = 0.15;
/** How much silence counts, and how much its weights are held towards zero. */
const QUIET = { counts: 1.5, hold: 0.01 };

const { templates } = await loadTemplates([new URL("../question-templates", import.meta.url).pathname]);
const library = compile(templates);
const shipped = templates.filter(({ off }) => !off).map(({ id }) => id);
const worlds = WORLDS.filter((world) => world !== "b2b" || process.argv.includes("--all"));
const seen = worlds.flatMap((world) =>
  labelled(world).flatMap((scenario) => {
    const lines = linesOf(scenario.thread, library);
    const about = lineToAskAbout({ lines, notEstimates: [] });
    return about === undefined ? [] : [{ world, scenario, ...see(lines, about) }];
  }),
);

function learn(rows: typeof seen): Weights {
  const asking = rows.filter(({ scenario }) => scenario.quiet !== true);
  const choice = learnChoice(asking.map((one) => example(one.scenario, one)), shipped);
  const quiet = learnYes(
    rows.map(({ thread, scenario }) => ({ seen: values(thread), yes: scenario.quiet === true })),
    QUIET.counts,
    QUIET.hold,
  );
  return { ...choice, quiet };
}

function example(scenario: Labelled, { thread, questions }: (typeof seen)[number]): Example {
  const wanted = new Map<string, number>();
  for (const id of scenario.ok ?? []) wanted.set(id, FAIR);
  for (const id of scenario.ask) wanted.set(id, 1);
  const sum = [...wanted.values()].reduce((total, share) => total + share, 0);
  for (const [id, share] of wanted) wanted.set(id, share / sum);
  return {
    thread: values(thread),
    questions: new Map([...questions].map(([id, of]) => [id, values(of)])),
    wanted,
    never: new Set(scenario.never),
  };
}

function values(features: Features): Map<string, number> {
  return new Map([...features].map(([name, { value }]) => [name, value]));
}

if (process.argv.includes("--leave-out")) {
  let all = NOTHING;
  for (const world of worlds) {
    const without = compile(templates, learn(seen.filter((one) => one.world !== world)));
    const scores = score(labelled(world), without);
    all = add(all, scores);
    console.log(row(world, scores));
  }
  console.log(row("all", all));
} else {
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(learn(seen), undefined, 1)}\n`);
}
