/**
 * Learns the weights of `src/questions/replies/weights.ts` and `clause-weights.ts` from the labelled answers, from pairs
 * of our own beside this file, and from the replies written in the question templates.
 *
 *   npx tsx training/verdicts.ts                writes the tables
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
import { type Row, ROWS } from "./verdict-rows.ts";

const TABLES = "src/questions/replies";

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

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

const HEAD = "Learned by training/verdicts.ts; not edited by hand.";
const TYPE = "readonly (readonly [string, readonly number[]])[]";

function table(name: string, about: string, weights: Iterable<readonly [string, readonly number[]]>): string {
  const lines = [...weights]
    .toSorted(byName)
    .map(
      ([cue, own]) =>
        `  [${JSON.stringify(cue)}, [${own.map((one) => Number(one.toFixed(3))).join(", ")}]],\n`,
    );
  return `/** ${HEAD} ${about} */\nexport const ${name}: ${TYPE} = [\n${lines.join("")}];\n`;
}

function write({ clauses, whole }: Model): void {
  const meanings = [...whole].filter(([name]) => !isPhrase(name));
  const phrases = [...whole]
    .filter(([name]) => isPhrase(name))
    .map(([name, own]) => [phraseOf(name), inTable(name, own)] as const);
  const each = "weight for answered, partial, non-answer, unrelated";
  const marks = `"=" is a word of the question, "^" and "$" are a sentence's ends, "×" joins a word to what is asked`;
  writeFileSync(
    `${TABLES}/weights.ts`,
    `${table("MEANINGS", `Each finding's ${each}.`, meanings)}\n${table("PHRASES", `The same for words, runs of words and runs of kinds of words: ${marks}.`, phrases)}`,
  );
  writeFileSync(
    `${TABLES}/clause-weights.ts`,
    table("CLAUSES", `What each cue of a clause alone is worth: its ${each}.`, clauses),
  );
  console.log(`${meanings.length} findings, ${phrases.length} phrases, ${clauses.size} cues of clauses`);
}

const pairs = ROWS.map(pairOf);
if (process.argv[2] === "score") score(pairs, process.argv[3] === "misses");
else write(learned(pairs));
