/**
 * Learns what each piece of evidence is worth, and writes `src/reading/weights.json`.
 *
 *   npx tsx training/reading.ts            learns and writes
 *   npx tsx training/reading.ts --check    learns without each set in turn, and says how that set is read
 *
 * Plain logistic weights by gradient descent, held towards what a person would say beforehand (the `worth` of a frame,
 * what a sign speaks for). No randomness: the same lines give the same table.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { clausesOf } from "../src/reading/clauses.ts";
import { clean } from "../src/reading/clean.ts";
import { evidence, EVIDENCE_COUNT, evidenceName, PLACES, SIGN_COUNT } from "../src/reading/evidence.ts";
import { findAll } from "../src/reading/finders.ts";
import { FRAMES } from "../src/reading/frames/frames.ts";
import { SIGN_NAMES } from "../src/reading/lexicon.ts";
import { earlierOf } from "../src/reading/revises.ts";
import type { EstimateKind } from "../src/reading/reading.ts";
import { scan } from "../src/reading/scan.ts";
import { settingOf } from "../src/reading/setting.ts";
import { SIGNS } from "../src/reading/words/signs.ts";

const SETS = ["common", "money", "play", "machines", "platform", "commerce", "public"] as const;
const KINDS: readonly EstimateKind[] = ["duration", "points", "size", "date", "vague"];
const BIAS = EVIDENCE_COUNT;
const WIDTH = EVIDENCE_COUNT + 1;
const ROUNDS = 400;
const RATE = 0.5;
/** How strongly weights are held: those of all kinds, those of one kind, and the one to begin with. */
const HOLD = { every: 1.3, kind: 4, bias: 0.05 };
/** What a line counts whose label is only likely: an engineer's last words in a scenario, a question that was asked. */
const LIKELY = 0.15;
/** What a line written for training counts: it is cleaner than what people type. */
const WRITTEN = 0.5;

type Case = { kind: number; seen: number[]; right: boolean; counts: number };
type Message = { cases: Case[]; right: boolean };
type Labelled = { text: string; estimates: { quote: string }[] };

function messageOf({ text, estimates }: Labelled, counts = 1): Message {
  const t = scan(clean(text));
  const finds = findAll(t, {});
  const amounts = finds.filter(({ kind }) => kind === "duration" || kind === "points").length;
  const quoted = /(?:^|\n)(?:&gt;|>)/.test(text);
  const struck = earlierOf(text, finds).struckAt >= 0;
  const setting = settingOf(t, clausesOf(t), amounts, quoted, text.includes("`"), false, struck);
  const cases = finds.map((find): Case => {
    const seen = new Set([BIAS]);
    evidence(setting, find, (number) => seen.add(number));
    const right = estimates.some(({ quote }) =>
      overlaps(text, quote, t.start[find.from]!, t.end[find.to - 1]!),
    );
    return { kind: KINDS.indexOf(find.kind), seen: [...seen], right, counts };
  });
  return { cases, right: estimates.length > 0 };
}

function overlaps(text: string, quote: string, from: number, to: number): boolean {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (at < to && at + quote.length > from) return true;
  return false;
}

const corpus = new URL("../tests/corpus/", import.meta.url);
function lines<T>(set: string, name: string): T[] {
  const path = set === "common" ? `${name}.jsonl` : `worlds/${set}/${name}.jsonl`;
  return readFileSync(new URL(path, corpus), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** Where no estimate is labelled but one is likely: the last engineer's message with a single amount, in scenarios. */
function likely(set: string): Message[] {
  type Scenario = { quiet?: boolean; ask: string[]; thread: { from: string; text: string }[] };
  const scenarios = lines<Scenario>(set, "scenarios").filter(({ quiet, ask }) => !quiet && ask.length > 0);
  const said = scenarios.flatMap(({ thread }): Message[] => {
    for (const { text } of thread.filter(({ from }) => from === "eng" || from === "lead").toReversed()) {
      const { cases } = messageOf({ text, estimates: [] }, LIKELY);
      const plain = cases.filter(({ kind }) => KINDS[kind] !== "date" && KINDS[kind] !== "vague");
      const only = plain.length === 1 ? plain : cases;
      if (only.length === 1) return [{ cases: [{ ...only[0]!, right: true }], right: true }];
    }
    return [];
  });
  const asked = lines<{ question: string }>(set, "answers").map(({ question }) =>
    messageOf({ text: question, estimates: [] }, LIKELY),
  );
  return [...said, ...asked];
}

/** The lines written for training alone: `tag|text`, estimates in double brackets. */
function written(): Message[] {
  const text = readFileSync(new URL("./reading-lines.txt", import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const marked = line
        .slice(line.indexOf("|") + 1)
        .replaceAll("\\n", "\n")
        .replace(/^> /, "&gt; ");
      const estimates = [...marked.matchAll(/\[\[(.*?)\]\]/g)].map((match) => ({ quote: match[1]! }));
      return messageOf({ text: marked.replace(/\[\[|\]\]/g, ""), estimates }, WRITTEN);
    });
}

/** What a sign is worth beforehand, by place: against an estimate, for one; doubts about the whole sentence reach further. */
const AGAINST = [-1, -0.7, -0.9, -0.6, -0.2, -0.2, -0.05, -0.05];
const DOUBTING = [-1, -1, -0.6, -0.6, -0.8, -0.4, -0.3, -0.1];
const FOR = [0.6, 0.4, 0.4, 0.3, 0.05, 0.05, 0, 0];
const SIGN_SHARE = 0.8;
const FRAME_SHARE = 1.2;
/** Signs that name persons or things as often as they tell something count less. */
const WEAK = new Set(["outsider", "gone"]);
/** Reasons that cannot be: nobody meets for three points, no machine runs for "a big one". */
const MUTE: Readonly<Partial<Record<EstimateKind, readonly string[]>>> = {
  vague: ["meeting", "absence", "runtime", "external", "cadence", "age", "product"],
  size: ["meeting", "absence", "runtime", "external", "cadence", "age"],
  points: ["runtime", "meeting", "absence", "age", "cadence"],
};

function beforehand(number: number, kind: EstimateKind): number {
  const place = Math.floor(number / SIGN_COUNT);
  if (place >= PLACES.length) return (FRAMES[number - PLACES.length * SIGN_COUNT]?.worth ?? 0) * FRAME_SHARE;
  const sign = SIGN_NAMES[number % SIGN_COUNT]!;
  const [reason] = SIGNS[sign];
  if (reason === "none" || MUTE[kind]?.includes(reason)) return 0;
  const far = reason === "question" || reason === "hypothetical" || reason === "quoted";
  const table = reason === "estimate" ? FOR : far ? DOUBTING : AGAINST;
  return table[place]! * SIGN_SHARE * (WEAK.has(sign) ? 0.4 : 1);
}

/** Weights for all kinds first, then what each kind adds. */
function learn(messages: readonly Message[]): Float64Array {
  const cases = messages.flatMap((message) => message.cases);
  const weights = new Float64Array(WIDTH * (KINDS.length + 1));
  for (const [at, kind] of KINDS.entries())
    for (let number = 0; number < EVIDENCE_COUNT; number++)
      weights[WIDTH * (at + 1) + number] = beforehand(number, kind);
  const held = Float64Array.from(weights);
  const squares = new Float64Array(weights.length).fill(1e-8);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, at) => holdOf(at) * (weight - held[at]!));
    for (const one of cases) {
      const error = (1 / (1 + Math.exp(-sumOf(weights, one))) - Number(one.right)) * one.counts;
      for (const number of one.seen) {
        slope[number]! += error;
        slope[WIDTH * (one.kind + 1) + number]! += error;
      }
    }
    for (let at = 0; at < weights.length; at++) {
      squares[at]! += slope[at]! ** 2;
      weights[at]! -= (RATE * slope[at]!) / Math.sqrt(squares[at]!);
    }
  }
  return weights;
}

const holdOf = (at: number): number =>
  at % WIDTH === BIAS ? HOLD.bias : at < WIDTH ? HOLD.every : HOLD.kind;

const sumOf = (weights: Float64Array, one: Case): number =>
  one.seen.reduce((sum, number) => sum + weights[number]! + weights[WIDTH * (one.kind + 1) + number]!, 0);

function tableOf(weights: Float64Array, offset: number): Record<string, number> {
  const rows = Array.from(
    { length: WIDTH },
    (_, number) =>
      [
        number === BIAS ? "to begin with" : evidenceName(number),
        Math.round(weights[offset + number]! * 100) / 100,
      ] as const,
  );
  return Object.fromEntries(
    rows.filter(([, worth]) => Math.abs(worth) >= 0.05).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const labelled = new Map(
  SETS.map((set) => [set, lines<Labelled>(set, "estimates").map((line) => messageOf(line))]),
);
const unsure = new Map(SETS.map((set) => [set, likely(set)]));
const own = written();
const without = (left?: string): Message[] => [
  ...SETS.filter((set) => set !== left).flatMap((set) => [...labelled.get(set)!, ...unsure.get(set)!]),
  ...own,
];

if (process.argv.includes("--check")) {
  for (const set of SETS) {
    const weights = learn(without(set));
    const counts = { right: 0, wrong: 0, missed: 0 };
    for (const { cases, right } of labelled.get(set)!) {
      const found = cases.some((one) => sumOf(weights, one) > 0);
      if (found || right) counts[found && right ? "right" : found ? "wrong" : "missed"]++;
    }
    const f1 = (2 * counts.right) / (2 * counts.right + counts.wrong + counts.missed);
    process.stdout.write(`${set}: messages F1 ${f1.toFixed(3)} ${JSON.stringify(counts)}\n`);
  }
} else {
  const weights = learn(without());
  const table = {
    every: tableOf(weights, 0),
    ...Object.fromEntries(KINDS.map((kind, at) => [kind, tableOf(weights, WIDTH * (at + 1))])),
  };
  writeFileSync(
    new URL("../src/reading/weights.json", import.meta.url),
    `${JSON.stringify(table, null, 1)}\n`,
  );
}
