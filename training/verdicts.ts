/**
 * Learns the weights of `src/questions/replies/weights.ts` from the labelled answers, from pairs of our own beside
 * this file, and from the replies written in the question templates.
 *
 *   npx tsx training/verdicts.ts                writes the table
 *   npx tsx training/verdicts.ts score          prints figures, each world judged by weights learned without it
 *   npx tsx training/verdicts.ts score misses   and every pair judged wrongly
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { combine } from "../src/questions/replies/combine.ts";
import { hear } from "../src/questions/replies/hear.ts";
import { chancesOf, labelOf } from "../src/questions/replies/judge.ts";
import type { Posed } from "../src/questions/replies/question.ts";
import { phraseScale, strengths } from "../src/questions/replies/strengths.ts";
import type { Found } from "../src/questions/replies/findings.ts";
import { LABELS, type Label } from "../src/threads/thread.ts";
import {
  ANSWER_WORLDS,
  type LabelledAnswer,
  labelledAnswers,
  scoreVerdicts,
  verdictRow,
} from "../tests/corpus/answer-scores.ts";
import { learn, scoresOf, type Example, type Weights } from "./verdict-learning.ts";

const TEMPLATES = "question-templates";
const OURS = ["verdict-pairs-1", "verdict-pairs-2", "verdict-pairs-3", "verdict-pairs-4"];
/** How much a pair of our own counts beside a labelled one. */
const OURS_COUNT = 0.5;
const TABLE = "src/questions/replies/weights.ts";

type Row = LabelledAnswer & { readonly world: string };

type Template = { id: string; ask: string; form: Posed["form"]; replies?: Partial<Record<Label, string[]>> };
const templates = readdirSync(TEMPLATES)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => parse(readFileSync(`${TEMPLATES}/${file}`, "utf8")) as Template)
  .filter((template) => template.form);
const forms = new Map(templates.map(({ id, form }) => [id, form]));

const corpus = (world: (typeof ANSWER_WORLDS)[number]): Row[] =>
  labelledAnswers(world).map((pair) => ({ ...pair, world }));

const MARKS: Readonly<Record<string, Label>> = {
  a: "answered",
  p: "partial",
  n: "non-answer",
  u: "unrelated",
};

/** "Q id | question" opens a question; "a: reply || qa: reply" is a pair under it, by the first letter of its label. */
function ours(name: string): Row[] {
  let [question_id, question] = ["", ""];
  return readFileSync(new URL(`${name}.txt`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .flatMap((line, index) => {
      if (line.startsWith("Q ")) {
        [question_id = "", question = ""] = line.slice(2).split(" | ");
        return [];
      }
      const replies = line
        .slice(3)
        .split(" || ")
        .map((part) => {
          const speaker = /^(pm|lead|qa|support|design): /.exec(part);
          return speaker
            ? { from: speaker[1]!, text: part.slice(speaker[0].length) }
            : { from: "eng", text: part };
        });
      return [
        {
          id: `${name}:${index + 1}`,
          world: "ours",
          question_id,
          question,
          replies,
          label: MARKS[line[0]!]!,
        },
      ];
    });
}

const fromTemplates: Row[] = templates.flatMap(({ id, ask, replies }) =>
  LABELS.flatMap((label) =>
    (replies?.[label] ?? []).map((text) => ({
      id: `template:${id}`,
      world: "ours",
      question_id: id,
      question: ask,
      replies: [{ from: "eng", text }],
      label,
    })),
  ),
);

const PHRASE = "phrase: ";
const isPhrase = (name: string) => name.startsWith(PHRASE);

type Known = Example & { readonly question: Posed; readonly found: Found };

function exampleOf(row: Row): Known {
  const question = { id: row.question_id, text: row.question, form: forms.get(row.question_id) ?? "open" };
  const heard = row.replies.map(({ from, text }) =>
    hear(question, {
      role: from === "pm" ? "pm" : from === "eng" || from === "lead" ? "doer" : "bystander",
      text,
    }),
  );
  const found = combine(heard.map((one) => one.found));
  const all = new Map(strengths(question, found));
  const scale = phraseScale(found);
  for (const cue of heard.flatMap((one) => one.cues))
    all.set(PHRASE + cue, (all.get(PHRASE + cue) ?? 0) + scale);
  return {
    question,
    found,
    strengths: all,
    label: LABELS.indexOf(row.label),
    counts: row.world === "ours" ? OURS_COUNT : 1,
  };
}

const guess = (weights: Weights, { question, found, strengths: all }: Known) =>
  labelOf(question, found, chancesOf(scoresOf(weights, all)));

/** Phrases whose every weight is smaller than this are left out of the table. */
const WORTH_KEEPING = 0.16;

const learned = (examples: readonly Known[]): Weights =>
  new Map(
    [...learn(examples, isPhrase)].filter(
      ([name, own]) => !isPhrase(name) || own.some((one) => Math.abs(one) >= WORTH_KEEPING),
    ),
  );

/** Each world's pairs judged by weights that never saw that world. */
function unseen(rows: readonly Row[], known: readonly Known[]): Map<Row, Label> {
  const guesses = new Map<Row, Label>();
  for (const world of ANSWER_WORLDS) {
    const weights = learned(known.filter((_, i) => rows[i]!.world !== world));
    rows.forEach((row, i) => row.world === world && guesses.set(row, guess(weights, known[i]!)));
  }
  return guesses;
}

function score(rows: readonly Row[], known: readonly Known[], misses: boolean): void {
  const guesses = unseen(rows, known);
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
  const judged = rows.filter((row) => guesses.has(row));
  for (const world of ANSWER_WORLDS)
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

function write(weights: Weights): void {
  const lines = (entries: readonly (readonly [string, number[]])[]) =>
    entries
      .map(
        ([name, own]) =>
          `  [${JSON.stringify(name)}, [${own.map((one) => Number(one.toFixed(3))).join(", ")}]],\n`,
      )
      .join("");
  const meanings = [...weights].filter(([name]) => !isPhrase(name)).toSorted(byName);
  const phrases = [...weights]
    .filter(([name]) => isPhrase(name))
    .map(([name, own]) => [name.slice(PHRASE.length), own] as const)
    .toSorted(byName);
  const head = "Learned by training/verdicts.ts; not edited by hand.";
  const type = "readonly (readonly [string, readonly number[]])[]";
  writeFileSync(
    TABLE,
    `/** ${head} Each finding's weight for answered, partial, non-answer, unrelated. */\nexport const MEANINGS: ${type} = [\n${lines(meanings)}];\n\n` +
      `/** The same for words, runs of words ("=" is a word of the question, "^" and "$" are a sentence's ends) and runs of kinds of words. */\nexport const PHRASES: ${type} = [\n${lines(phrases)}];\n`,
  );
  console.log(`${meanings.length} findings, ${phrases.length} phrases`);
}

const rows: Row[] = [...ANSWER_WORLDS.flatMap(corpus), ...OURS.flatMap(ours), ...fromTemplates];
const known = rows.map(exampleOf);
if (process.argv[2] === "score") score(rows, known, process.argv[3] === "misses");
else write(learned(known));
