/** The pairs that verdicts are learned from: the labelled answers, pairs of our own, the templates' replies. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { SHIPPED_TEMPLATES } from "../src/folders.ts";
import type { Posed } from "../src/questions/replies/question.ts";
import { LABELS, type Label } from "../src/threads/thread.ts";
import { type LabelledAnswer, labelledAnswers } from "../tests/corpus/answer-scores.ts";
import { type World, WORLDS } from "../tests/corpus/labelled.ts";
import { fileHere, filesIn } from "./files.ts";

const OURS = filesIn("pairs").map(fileHere);

/** A labelled pair, and the world it is from; "ours" for our own. */
export type Row = LabelledAnswer & { readonly world: string };

type Template = { id: string; ask: string; form: Posed["form"]; replies?: Partial<Record<Label, string[]>> };
const templates = readdirSync(SHIPPED_TEMPLATES)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => parse(readFileSync(join(SHIPPED_TEMPLATES, file), "utf8")) as Template)
  .filter((template) => template.form);
const forms = new Map(templates.map(({ id, form }) => [id, form]));

/** The question of a pair, with the form its template gives it. */
export const posed = (row: Row): Posed => ({
  id: row.question_id,
  text: row.question,
  form: forms.get(row.question_id) ?? "open",
});

const corpus = (world: World): Row[] => labelledAnswers(world).map((pair) => ({ ...pair, world }));

const MARKS: Readonly<Record<string, Label>> = {
  a: "answered",
  p: "partial",
  n: "non-answer",
  u: "unrelated",
};

/** The pairs of a file: "Q id | question" opens a question; "a: reply || qa: reply" is a pair under it, by the first letter of its label. */
export function pairsIn(file: URL): Row[] {
  let [question_id, question] = ["", ""];
  return readFileSync(file, "utf8")
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
          id: `${basename(file.pathname)}:${index + 1}`,
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

/** All pairs, always in the same order. */
export const ROWS: readonly Row[] = [...WORLDS.flatMap(corpus), ...OURS.flatMap(pairsIn), ...fromTemplates];
