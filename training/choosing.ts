/**
 * Makes `src/questions/weights.json` from the labelled threads: `npx tsx training/choosing.ts`.
 * `--leave-out` instead prints how well each set is chosen for by weights that never saw it; `--leave-out b2b` for one.
 * `--together b2b public` leaves the named sets out at once, and learns once.
 */
import { writeFileSync } from "node:fs";
import { SHIPPED_TEMPLATES } from "../src/folders.ts";
import { linesOf } from "../src/questions/ask-thread.ts";
import { calm } from "../src/questions/calm.ts";
import { type Features, lineAnsweringHowLong, lineToAskAbout, see } from "../src/questions/features.ts";
import { QUIET } from "../src/questions/quiet.ts";
import { compile } from "../src/questions/library.ts";
import { loadTemplates } from "../src/questions/load.ts";
import type { Line } from "../src/threads/thread.ts";
import type { Weights } from "../src/questions/weights.ts";
import { tokens } from "../src/questions/tokens.ts";
import { wordValues } from "../src/questions/words.ts";
import { WORLDS } from "../tests/corpus/labelled.ts";
import { add, NOTHING, row, score } from "../tests/corpus/choosing-scores.ts";
import { type Example, LEAST_WEIGHT_WORD, learnChoice, learnYes } from "./learn.ts";
import { oneALine } from "./files.ts";
import { EXAMPLES, exampleSet, threadSets } from "./threads.ts";

const WEIGHTS_FILE = new URL("../src/questions/weights.json", import.meta.url);
/** What a fair question counts beside one of the best. */
const FAIR = 0.3;
/** How much silence counts, how much its weights are held towards zero, and what a near thread counts for it (see `NEAR`). */
const SILENCE = { counts: 6, hold: 0.015, near: 5 };
/** How the names of single words begin among the named things that speak for silence. */
const WORD = "word ";
/** How much louder single words are learned, for silence, than they are kept. */
const LOUDER = 10;
/** How much those count that are nearest to how people talk: a thread of the tests, an example of a template, a plain thread. */
const NEAR = 4;
const NEAREST: ReadonlySet<string> = new Set([...WORLDS, EXAMPLES, "threads-plain", "threads-plain-facts"]);
const weightOf = (world: string, near: number): number => (NEAREST.has(world) ? near : 1);

const { templates } = await loadTemplates([SHIPPED_TEMPLATES]);
const library = compile(templates);
const shipped = templates.filter(({ disabled }) => !disabled).map(({ id }) => id);
const sets = [...threadSets(), exampleSet(templates.filter(({ disabled }) => !disabled))];
const heard = sets.flatMap(({ name: world, threads }) =>
  threads.map((scenario) => ({ world, scenario, lines: linesOf(scenario.thread, library) })),
);
const general = wordsOfSeveralWorlds();
const seen = heard.flatMap(({ world, scenario, lines }) => {
  const known = lines.map((line) => ({ ...line, noticed: onlyGeneral(line.noticed) }));
  const about = lineToAskAbout({ lines: known, notEstimates: [] }) ?? lineAnsweringHowLong(known);
  if (about === undefined) return [];
  const words = wordValues(lines.map(({ role }, n) => ({ said: tokens(scenario.thread[n]!.text), role })));
  return [{ world, scenario, words, ...see(known, about) }];
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
    asking.map((one) => example(one)),
    shipped,
  );
  const silence = learnYes(
    rows.map((one) => ({
      seen: new Map([
        ...values(one.thread),
        ...values(calm(one)),
        ...[...one.words].map(([word, value]) => [WORD + word, value * LOUDER] as const),
      ]),
      yes: one.scenario.quiet === true,
      weight: weightOf(one.world, SILENCE.near),
    })),
    SILENCE.counts,
    SILENCE.hold,
  );
  const quiet: Record<string, number> = {};
  const words = choice.words;
  for (const [name, weight] of Object.entries(silence)) {
    const word = name.slice(WORD.length);
    if (!name.startsWith(WORD)) quiet[name] = weight;
    else if (Math.abs(weight * LOUDER) >= LEAST_WEIGHT_WORD)
      words[word] = { ...words[word], [QUIET]: Math.round(weight * LOUDER * 100) / 100 };
  }
  return { ...choice, words, quiet };
}

function example({ world, scenario, thread, questions, words }: (typeof seen)[number]): Example {
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
    weight: weightOf(world, NEAR),
    words,
  };
}

/** The weights as a file that people can read: one word a line, since there are many. */
function written({ words, ...others }: Weights): string {
  return `${JSON.stringify(others, undefined, 1).slice(0, -2)},\n "words": {\n${oneALine(words)}\n }\n}\n`;
}

function values(features: Features): Map<string, number> {
  return new Map([...features].map(([name, { value }]) => [name, value]));
}

type Sets = typeof sets;

/** Prints how well sets are chosen for: those of one group by weights that saw none of them. */
function scoreLeftOut(groups: readonly Sets[]): void {
  let all = NOTHING;
  for (const group of groups) {
    const left = new Set(group.map(({ name }) => name));
    const without = compile(templates, learn(seen.filter(({ world }) => !left.has(world))));
    for (const { name, threads } of group) {
      const scores = score(threads, without);
      all = add(all, scores);
      process.stdout.write(`${row(name, scores)}\n`);
    }
  }
  process.stdout.write(`${row("all", all)}\n`);
}

function setNamed(name: string): Sets[number] {
  const set = sets.find((one) => one.name === name);
  if (set === undefined)
    throw new Error(`There is no set "${name}", but: ${sets.map((one) => one.name).join(", ")}`);
  return set;
}

const [wish, ...names] = process.argv.slice(2);
const named = names.map(setNamed);
if (wish === undefined) writeFileSync(WEIGHTS_FILE, written(learn(seen)));
else if (wish === "--leave-out") scoreLeftOut((named.length > 0 ? named : sets).map((set) => [set]));
else if (wish === "--together" && named.length > 0) scoreLeftOut([named]);
else throw new Error("usage: choosing.ts [--leave-out [set …] | --together set …]");
