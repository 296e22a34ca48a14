/**
 * Learns the weights of `src/questions/replies/weights.json` from the labelled answers, from pairs of our own beside
 * this file, and from the replies written in the question templates.
 *
 *   npx tsx training/verdicts.ts                writes the table
 *   npx tsx training/verdicts.ts score          prints figures, each world judged by weights learned without it
 *   npx tsx training/verdicts.ts score misses   and every pair judged wrongly
 */
import { writeFileSync } from "node:fs";
import type { Label } from "../src/threads/thread.ts";
import { scoreVerdicts, verdictRow } from "../tests/corpus/answer-scores.ts";
import { WORLDS } from "../tests/corpus/labelled.ts";
import {
  guess,
  inTable,
  isPhrase,
  learnModel,
  type Model,
  type Pair,
  pairOf,
  phraseOf,
  worthKeeping,
} from "./verdict-model.ts";
import { oneALine } from "./files.ts";
import { type Row, ROWS } from "./verdict-rows.ts";

const WEIGHTS_FILE = new URL("../src/questions/replies/weights.json", import.meta.url);

/** Phrases and clauses' cues whose every weight is smaller than this are left out of the tables. */
const PHRASE_AT_LEAST = 0.1;
const CLAUSE_AT_LEAST = 0.1;

const learned = (pairs: readonly Pair[]): Model =>
  worthKeeping(learnModel(pairs), PHRASE_AT_LEAST, CLAUSE_AT_LEAST);

/** Each world's pairs judged by weights that never saw that world. */
function unseen(pairs: readonly Pair[]): Map<Row, Label> {
  const guesses = new Map<Row, Label>();
  for (const world of WORLDS) {
    const model = learned(pairs.filter((pair) => pair.world !== world));
    ROWS.forEach((row, i) => row.world === world && guesses.set(row, guess(model, pairs[i]!)));
  }
  return guesses;
}

function score(pairs: readonly Pair[], misses: boolean): void {
  const guesses = unseen(pairs);
  const judged = ROWS.filter((row) => guesses.has(row));
  const print = (name: string, some: readonly Row[]) =>
    console.log(
      verdictRow(
        name,
        scoreVerdicts(
          some,
          some.map((row) => guesses.get(row)),
        ),
      ),
    );
  for (const world of WORLDS)
    print(
      world,
      judged.filter((row) => row.world === world),
    );
  print("all", judged);
  if (!misses) return;
  for (const row of judged) {
    const said = row.replies.map(({ from, text }) => `${from}: ${text}`).join(" || ");
    if (row.label !== guesses.get(row))
      console.log(
        `${row.id} ${row.label} > ${guesses.get(row)} [${row.question_id}] ${row.question} ## ${said}`,
      );
  }
}

const rounded = (weights: Iterable<readonly [string, readonly number[]]>): Record<string, number[]> =>
  Object.fromEntries([...weights].map(([name, own]) => [name, own.map((one) => Number(one.toFixed(3)))]));

function write({ clauses, whole }: Model): void {
  const phrases = [...whole].filter(([name]) => isPhrase(name));
  const tables = {
    findings: rounded([...whole].filter(([name]) => !isPhrase(name))),
    phrases: rounded(phrases.map(([name, own]) => [phraseOf(name), inTable(name, own)] as const)),
    clauses: rounded(clauses),
  };
  const written = Object.entries(tables).map(([name, rows]) => ` "${name}": {\n${oneALine(rows)}\n }`);
  writeFileSync(WEIGHTS_FILE, `{\n${written.join(",\n")}\n}\n`);
  for (const [name, rows] of Object.entries(tables)) console.log(`${Object.keys(rows).length} ${name}`);
}

const pairs = ROWS.map(pairOf);
if (process.argv[2] === "score") score(pairs, process.argv[3] === "misses");
else write(learned(pairs));
