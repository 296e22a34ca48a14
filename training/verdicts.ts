import { readFileSync, writeFileSync } from "node:fs";
import { findings } from "../src/questions/findings.ts";
import { cues } from "../src/questions/reply-cues.ts";
import { sentences } from "../src/questions/reply-text.ts";
import { phraseScale, together, vector } from "../src/questions/verdict-vector.ts";
import { LABELS } from "../src/threads/thread.ts";
import { learn, probabilities, type Example } from "./learn.ts";

const FORMS: Record<string, "yes-no" | "either-or" | "open" | "list"> = {
  "integration-testing": "yes-no",
  spike: "yes-no",
  exclusions: "list",
  "open-questions": "list",
  "spec-estimate": "list",
  "reuse-or-new-service": "either-or",
};
const WORLDS = ["common", "money", "play", "machines", "platform", "commerce", "public"];

export type Row = {
  id: string;
  question_id: string;
  question: string;
  replies: { from: string; text: string }[];
  label: string;
  world: string;
};

const fileOf = (world: string) => `tests/corpus/${world === "common" ? "" : `worlds/${world}/`}answers.jsonl`;

export function example(row: Row): Example {
  const question = {
    id: row.question_id,
    text: row.question,
    form: FORMS[row.question_id] ?? "open",
  } as const;
  const said = row.replies.map((reply) => sentences(reply.text));
  const own = said.map((one) => cues(question, one));
  const found = together(said.map((one, i) => ({ ...findings(question, one), cues: own[i]!.length })));
  const strengths = vector(question, found);
  for (const cue of own.flat())
    strengths.set(`“${cue}`, (strengths.get(`“${cue}`) ?? 0) + phraseScale(found));
  return { strengths, label: LABELS.indexOf(row.label as never) };
}

function score(label: number[], guess: number[]) {
  const f1 = LABELS.map((_, c) => {
    const [hit, given, due] = [
      label.filter((l, i) => l === c && guess[i] === c).length,
      guess.filter((g) => g === c).length,
      label.filter((l) => l === c).length,
    ];
    return (2 * hit) / (given + due || 1);
  });
  const dodges = label.flatMap((l, i) => (LABELS[l] === "non-answer" ? [guess[i]] : []));
  return {
    macro: (f1.reduce((a, b) => a + b) / 4).toFixed(3),
    f1: f1.map((x) => x.toFixed(2)).join(" "),
    taken: (dodges.filter((g) => g === 0).length / dodges.length).toFixed(3),
  };
}

const rows: Row[] = WORLDS.flatMap((world) =>
  readFileSync(fileOf(world), "utf8")
    .trim()
    .split("\n")
    .map((line) => ({ ...JSON.parse(line), world })),
);
const examples = rows.map(example);
const top = (p: number[]) => p.indexOf(Math.max(...p));
if (process.argv[2] === "score") {
  const all: number[] = [];
  for (const world of WORLDS) {
    const weights = learn(examples.filter((_, i) => rows[i]!.world !== world));
    rows.forEach(
      (row, i) => row.world === world && (all[i] = top(probabilities(weights, examples[i]!.strengths))),
    );
    const at = rows.flatMap((row, i) => (row.world === world ? [i] : []));
    console.log(
      world,
      score(
        at.map((i) => examples[i]!.label),
        at.map((i) => all[i]!),
      ),
    );
  }
  console.log(
    "all",
    score(
      examples.map((e) => e.label),
      all,
    ),
  );
} else {
  const weights = learn(examples);
  const line = ([name, w]: [string, number[]]) =>
    `  ${JSON.stringify(name)}: [${w
      .map((x) =>
        x
          .toFixed(2)
          .replace(/\.?0+$/, "")
          .replace("-0", "-0"),
      )
      .join(", ")}],\n`;
  const entries = [...weights];
  const meanings = entries.filter(([n]) => !n.startsWith("“"));
  const phrases = entries
    .filter(([n, w]) => n.startsWith("“") && Math.max(...w.map(Math.abs)) > 0.15)
    .map(([n, w]) => [n.slice(1), w] as [string, number[]]);
  writeFileSync(
    "src/questions/verdict-weights.ts",
    `/** Learned by training/verdicts.ts: for each finding its weight for answered, partial, non-answer, unrelated. */\nexport const MEANINGS: Readonly<Record<string, readonly number[]>> = {\n${meanings.map(line).join("")}};\n\n/** The same for words and phrases; "=" is a word of the question, "^" and "$" a sentence's ends. */\nexport const PHRASES: Readonly<Record<string, readonly number[]>> = {\n${phrases.map(line).join("")}};\n`,
  );
  console.log(meanings.length, phrases.length);
}
