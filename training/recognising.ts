/**
 * Learns `src/questions/recognise-words.json`: by which words a question typed by hand is told to be a template's. From the
 * questions of the labelled answers and of our own pairs; talk that asks, but asks for none of them, is learned as none's.
 *
 *   npx tsx training/recognising.ts          writes the table
 *   npx tsx training/recognising.ts score    prints figures, each world judged by a table learned without it
 */
import { writeFileSync } from "node:fs";
import {
  type AskedWords,
  askedWords,
  likeliest,
  NO_TEMPLATE,
  wordScale,
} from "../src/questions/recognise-words.ts";
import { chancesOf } from "../src/questions/replies/chances.ts";
import { byWording, SURE } from "../src/questions/recognise.ts";
import { compile } from "../src/questions/library.ts";
import { loadTemplates } from "../src/questions/load.ts";
import { SHIPPED_TEMPLATES } from "../src/folders.ts";
import { WORLDS } from "../tests/corpus/labelled.ts";
import { filesIn, linesHere, oneALine } from "./files.ts";
import { ROWS } from "./verdict-rows.ts";

const TABLE = "src/questions/recognise-words.json";

type Typed = { readonly world: string; readonly id: string; readonly text: string };

const library = compile((await loadTemplates([SHIPPED_TEMPLATES])).templates);

const asks = (text: string) => (text.includes("?") ? text : `${text}?`);

/** Every question of a pair once; and what was said on other subjects and asks for something. */
const questions: Typed[] = ROWS.map((row) => ({
  world: row.world,
  id: row.question_id,
  text: asks(row.question),
}));
const ownWords: Typed[] = library.templates.flatMap(({ id, ask, again }) =>
  [ask, again].map((text) => ({ world: "ours", id, text: text.replaceAll(/\{\w+\}/g, "that") })),
);
const aside: Typed[] = ROWS.filter(({ label }) => label === "unrelated").flatMap(({ world, replies }) =>
  replies.filter(({ text }) => text.includes("?")).map(({ text }) => ({ world, id: NO_TEMPLATE, text })),
);
/** What begins a talk asks for a number, and for nothing that a template asks. */
const openings: Typed[] = filesIn("threads")
  .flatMap(linesHere)
  .map((line) => (JSON.parse(line) as { thread: { from: string; text: string }[] }).thread[0])
  .filter((first) => first?.from === "pm" && first.text.includes("?"))
  .filter((_, index) => index % 8 === 0)
  .map((first) => ({ world: "ours", id: NO_TEMPLATE, text: first?.text ?? "" }));
const listed: Typed[] = linesHere("recognising-others.txt").map((text) => ({
  world: "ours",
  id: NO_TEMPLATE,
  text,
}));
const hand: Typed[] = linesHere("recognising-typed.txt").flatMap((line) => {
  const [id = "", ...texts] = line.split(" | ");
  return texts.map((text) => ({ world: "ours", id, text }));
});
const once = (all: readonly Typed[]) => [
  ...new Map(all.map((one) => [`${one.id} ${one.text}`, one])).values(),
];
const ALL = once([...questions, ...ownWords, ...aside, ...openings, ...listed, ...hand]);

const ROUNDS = 40;
const RATE = 0.5;
const HOLD = 0.0005;
const SEEN_AT_LEAST = 3;
const WORTH_AT_LEAST = 0.3;

/** Multinomial logistic regression, step by step with the steps growing smaller: the same table each time. */
function learn(examples: readonly Typed[]): AskedWords {
  const ids = [...new Set(examples.map(({ id }) => id))].toSorted();
  const heard = examples.map(({ id, text }) => ({ own: ids.indexOf(id), words: askedWords(text) }));
  const counts = new Map<string, number>();
  for (const { words } of heard) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const table = new Map(
    [...counts]
      .filter(([, count]) => count >= SEEN_AT_LEAST)
      .map(([word]) => [
        word,
        { worth: new Float64Array(ids.length), slopes: new Float64Array(ids.length).fill(0.1) },
      ]),
  );
  for (let round = 0; round < ROUNDS; round++)
    for (let at = 0; at < heard.length; at++) {
      // A stride that shares no factor with the count visits each once, far from its neighbours.
      const { own, words } = heard[(at * 7919) % heard.length]!;
      const rows = words.flatMap((word) => table.get(word) ?? []);
      const scale = wordScale(words.length);
      const scores = ids.map((_, k) => rows.reduce((sum, { worth }) => sum + worth[k]! * scale, 0));
      chancesOf(scores).forEach((chance, k) => {
        const miss = (chance - (k === own ? 1 : 0)) * scale;
        for (const { worth, slopes } of rows) {
          const slope = miss + HOLD * worth[k]!;
          slopes[k]! += slope * slope;
          worth[k]! -= (RATE * slope) / Math.sqrt(slopes[k]!);
        }
      });
    }
  const rows = [...table].map(([word, { worth }]) => {
    const rounded = ids.map((id, k) => [id, Math.round(worth[k]! * 100) / 100] as const);
    return [word, rounded.filter(([, one]) => Math.abs(one) >= WORTH_AT_LEAST)] as const;
  });
  return Object.fromEntries(
    rows.filter(([, row]) => row.length > 0).map(([word, row]) => [word, Object.fromEntries(row)]),
  );
}

function score(): void {
  const judged: { typed: Typed; id: string; chance: number; wording: string | undefined }[] = [];
  for (const world of WORLDS) {
    const table = learn(ALL.filter((typed) => typed.world !== world));
    for (const typed of ALL.filter((one) => one.world === world))
      judged.push({
        typed,
        ...likeliest(table, askedWords(typed.text)),
        wording: byWording(typed.text, library),
      });
  }
  const own = judged.filter(({ typed }) => typed.id !== NO_TEMPLATE);
  const others = judged.filter(({ typed }) => typed.id === NO_TEMPLATE);
  for (const sure of [0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]) {
    const said = ({ id, chance, wording }: (typeof judged)[number]) =>
      wording ?? (id !== NO_TEMPLATE && chance >= sure ? id : undefined);
    const right = own.filter((one) => said(one) === one.typed.id).length;
    const wrong = own.filter((one) => said(one) !== undefined && said(one) !== one.typed.id);
    const taken = others.filter((one) => said(one) !== undefined);
    console.log(
      `${sure}: of ${own.length} right ${right}, wrong ${wrong.length}; of ${others.length} others taken ${taken.length}`,
    );
    if (sure === SURE && process.argv[3] === "misses")
      for (const one of [...wrong, ...taken])
        console.log(`  ${one.typed.id} > ${said(one)}: ${one.typed.text}`);
  }
}

if (process.argv[2] === "score") score();
else writeFileSync(TABLE, `{\n"words": {\n${oneALine(learn(ALL))}\n}\n}\n`);
