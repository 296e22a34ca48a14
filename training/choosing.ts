/**
 * Makes `src/questions/weights.json` from the labelled threads: `npx tsx training/choosing.ts`.
 * `--leave-out` instead prints how well each world is chosen for by weights that never saw it.
 */
import { writeFileSync } from "node:fs";
import { linesOf } from "../src/questions/ask-thread.ts";
import { calm } from "../src/questions/calm.ts";
import { lineToAskAbout, see, type Features } from "../src/questions/features.ts";
import { compile } from "../src/questions/library.ts";
import { loadTemplates } from "../src/questions/load.ts";
import type { Line } from "../src/threads/thread.ts";
import type { Weights } from "../src/questions/weights.ts";
import { labelled, type Labelled, WORLDS } from "../tests/corpus/labelled.ts";
import { add, NOTHING, row, score } from "../tests/corpus/choosing-scores.ts";
import { type Example, learnChoice, learnYes } from "./learn.ts";

const WEIGHTS_FILE = new URL("../src/questions/weights.json", import.meta.url);
/** What a fair question counts beside one of the best. */
const FAIR = 0.3;
/** How much silence counts, and how much its weights are held towards zero. */
const QUIET = { counts: 4, hold: 0.003 };

const { templates } = await loadTemplates([new URL("../question-templates", import.meta.url).pathname]);
const library = compile(templates);
const shipped = templates.filter(({ disabled }) => !disabled).map(({ id }) => id);
const worlds = WORLDS.filter((world) => world !== "b2b" || process.argv.includes("--all"));
const heard = worlds.flatMap((world) =>
  labelled(world).map((scenario) => ({ world, scenario, lines: linesOf(scenario.thread, library) })),
);
const general = wordsOfSeveralWorlds();
const seen = heard.flatMap(({ world, scenario, lines }) => {
  const known = lines.map((line) => ({ ...line, noticed: onlyGeneral(line.noticed) }));
  const about = lineToAskAbout({ lines: known, notEstimates: [] });
  return about === undefined ? [] : [{ world, scenario, ...see(known, about) }];
});

type Noted = Line["noticed"]["cues"][number] | Line["noticed"]["signs"][number];

/** Which words stood for what; a word is compared without what differs from one sentence to the next. */
function wordOf(noted: Noted): string {
  const name = "sign" in noted ? noted.sign : noted.question;
  return `${name.replace(/[?!-]$/, "")} ${noted.quote.toLowerCase().replace(/\W+/g, " ")}`;
}

/**
 * A word heard in one world only was perhaps put into its template because of that world. Were it counted, the
 * weights would trust words more than they deserve among people nobody has listened to yet.
 */
function wordsOfSeveralWorlds(): ReadonlySet<string> {
  const first = new Map<string, string>();
  const several = new Set<string>();
  for (const { world, lines } of heard) {
    for (const { noticed } of lines) {
      for (const noted of [...noticed.cues, ...noticed.covered, ...noticed.notAbout, ...noticed.signs]) {
        const word = wordOf(noted);
        if ((first.get(word) ?? world) !== world) several.add(word);
        first.set(word, first.get(word) ?? world);
      }
    }
  }
  return several;
}

function onlyGeneral(noticed: Line["noticed"]): Line["noticed"] {
  const keep = (noted: Noted) => general.has(wordOf(noted));
  return {
    cues: noticed.cues.filter(keep),
    covered: noticed.covered.filter(keep),
    notAbout: noticed.notAbout.filter(keep),
    signs: noticed.signs.filter(keep),
  };
}

function learn(rows: typeof seen): Weights {
  const asking = rows.filter(({ scenario }) => scenario.quiet !== true);
  const choice = learnChoice(
    asking.map((one) => example(one.scenario, one)),
    shipped,
  );
  const quiet = learnYes(
    rows.map((one) => ({
      seen: new Map([...values(one.thread), ...values(calm(one))]),
      yes: one.scenario.quiet === true,
    })),
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
    process.stdout.write(`${row(world, scores)}\n`);
  }
  process.stdout.write(`${row("all", all)}\n`);
} else {
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(learn(seen), undefined, 1)}\n`);
}
