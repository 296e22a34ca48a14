/**
 * Learns what each piece of evidence is worth, and writes `src/reading/weights.json`.
 *
 *   npx tsx training/reading.ts              learns and writes
 *   npx tsx training/reading.ts --check      learns without each set in turn, and says how that set is read
 *   npx tsx training/reading.ts --unfound    lists labelled estimates that no finder finds
 *
 * Plain logistic weights by gradient descent, held towards what a person would say beforehand (the `worth` of a frame,
 * what a sign speaks for; nothing of a word). No randomness: the same lines give the same table.
 */
import { basename } from "node:path";
import { writeFileSync } from "node:fs";
import { FRAMES } from "../src/reading/frames/frames.ts";
import { SIGN_NAMES, SIGN_TABLE, type Sign } from "../src/reading/entries.ts";
import { ZONES } from "../src/reading/places.ts";
import { ESTIMATE_KINDS, type EstimateKind } from "../src/reading/reading.ts";
import { FIELDS } from "../src/reading/words/fields.ts";
import { READ_WORLDS } from "../tests/corpus/labelled.ts";
import { downhill } from "./downhill.ts";
import { oneALine } from "./files.ts";
import {
  examples,
  labelledOf,
  likelyOf,
  likelyOfWritten,
  writtenFiles,
  writtenIn,
  type Case,
  type Message,
} from "./reading-cases.ts";

const STEPS = 60;
/** How strongly weights are held: of signs and frames for all kinds, the same for one kind, of words, and to begin with. */
const HOLD = { every: 1.3, kind: 2, word: 1.5, pair: 1, bias: 0.05 };
/** Words, and pairs of words, seen beside fewer finds teach chance. */
const LEAST = { word: 3, pair: 2 };

/** What a sign is worth beforehand, by zone: against an estimate, for one; doubts about the whole sentence reach further. */
const AGAINST = [0, -1, -0.7, -0.2, -0.05, -0.9, -0.6, -0.2, -0.2, -0.05];
const DOUBTING = [0, -1, -1, -0.8, -0.3, -0.6, -0.6, -0.3, -0.4, -0.1];
const FOR = [0, 0.6, 0.4, 0.05, 0, 0.4, 0.3, 0.3, 0.05, 0];
const SIGN_SHARE = 0.7;
/** Signs that name persons or things as often as they tell something count less, and so do everyday fields. */
const WEAK = new Set<string>(["outsider", "gone", ...Object.keys(FIELDS)]);
const WEAK_SHARE = 0.4;
const FRAME_SHARE = 1.6;
/** Reasons that cannot be: nobody meets for three points, no machine runs for "a big one". */
const MUTE: Readonly<Partial<Record<EstimateKind, readonly string[]>>> = {
  vague: ["meeting", "absence", "runtime", "external", "cadence", "age", "product"],
  size: ["meeting", "absence", "runtime", "external", "cadence", "age"],
  points: ["runtime", "meeting", "absence", "age", "cadence"],
};

function signWorth(sign: Sign, zone: number, kind: EstimateKind): number {
  const [reason] = SIGN_TABLE[sign];
  if (reason === "none" || MUTE[kind]?.includes(reason)) return 0;
  const far = reason === "question" || reason === "hypothetical" || reason === "quoted";
  const table = reason === "estimate" ? FOR : far ? DOUBTING : AGAINST;
  return table[zone]! * SIGN_SHARE * (WEAK.has(sign) ? WEAK_SHARE : 1);
}

/** What evidence is worth beforehand for one kind, by name. */
function beforehand(kind: EstimateKind): Map<string, number> {
  const worth = new Map(FRAMES.map((frame) => [frame.name, frame.worth * FRAME_SHARE]));
  for (const sign of SIGN_NAMES)
    for (const [zone, name] of ZONES.entries()) worth.set(`${sign} ${name}`, signWorth(sign, zone, kind));
  return worth;
}

/** Weights by name: those of all kinds, and what each kind adds. */
type Weights = { readonly every: ReadonlyMap<string, number>; readonly own: ReadonlyMap<string, number>[] };

const isWord = (name: string): boolean => name.includes("|");
const isPair = (name: string): boolean => PAIR.test(name);
const PAIR = / .*\|/;
const BIAS = "to begin with";

function learn(messages: readonly Message[]): Weights {
  const cases = messages.flatMap((message) => message.cases);
  const names = namesOf(cases);
  const width = names.size;
  const rows = cases.map((one) => ({
    kind: ESTIMATE_KINDS.indexOf(one.kind) + 1,
    seen: Int32Array.from([BIAS, ...one.seen].flatMap((name) => names.get(name) ?? [])),
    wanted: Number(one.right),
    counts: one.counts,
  }));
  const weights = new Float64Array(width * (ESTIMATE_KINDS.length + 1));
  const holds = new Float64Array(weights.length);
  for (const [name, at] of names) {
    holds[at] = holdOf(name);
    for (let kind = 1; kind <= ESTIMATE_KINDS.length; kind++)
      holds[width * kind + at] = name === BIAS ? HOLD.bias : isWord(name) ? 0 : HOLD.kind;
  }
  for (const [at, kind] of ESTIMATE_KINDS.entries())
    for (const [name, worth] of beforehand(kind)) weights[width * (at + 1) + names.get(name)!] = worth;
  descend(weights, holds, width, rows);
  const part = (from: number): Map<string, number> =>
    new Map([...names].map(([name, at]) => [name, weights[from + at]!]));
  return { every: part(0), own: ESTIMATE_KINDS.map((_, at) => part(width * (at + 1))) };
}

function holdOf(name: string): number {
  if (name === BIAS) return HOLD.bias;
  if (isPair(name)) return HOLD.pair;
  return isWord(name) ? HOLD.word : HOLD.every;
}

/** All evidence but words too seldom seen, each with its number. */
function namesOf(cases: readonly Case[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { seen } of cases)
    for (const name of new Set(seen)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const words = [...counts.keys()]
    .filter((name) => isWord(name) && counts.get(name)! >= (isPair(name) ? LEAST.pair : LEAST.word))
    .toSorted();
  return new Map([BIAS, ...beforehand("duration").keys(), ...words].map((name, at) => [name, at]));
}

type Row = {
  readonly kind: number;
  readonly seen: Int32Array;
  /** 1 for an estimate, 0 for none. */
  readonly wanted: number;
  readonly counts: number;
};

/** Goes downhill from what the weights are held towards; what a hold of 0 says is that a weight does not move. */
function descend(weights: Float64Array, holds: Float64Array, width: number, rows: readonly Row[]): void {
  const held = weights.slice();
  const moved = downhill(
    (point, slope) => {
      let misses = 0;
      for (let at = 0; at < point.length; at++) {
        weights[at] = held[at]! + point[at]!;
        slope[at] = holds[at]! * point[at]!;
        misses += (holds[at]! * point[at]! ** 2) / 2;
      }
      for (const { kind, seen, wanted, counts } of rows) {
        const own = width * kind;
        let sum = 0;
        for (const at of seen) sum += weights[at]! + weights[own + at]!;
        misses += counts * Math.log1p(Math.exp(wanted === 1 ? -sum : sum));
        const off = (1 / (1 + Math.exp(-sum)) - wanted) * counts;
        for (const at of seen) {
          slope[at]! += off;
          if (holds[own + at] !== 0) slope[own + at]! += off;
        }
      }
      return misses;
    },
    weights.length,
    STEPS,
  );
  for (let at = 0; at < weights.length; at++) weights[at] = held[at]! + moved[at]!;
}

function sumOf(weights: Weights, one: Case): number {
  const own = weights.own[ESTIMATE_KINDS.indexOf(one.kind)]!;
  return [BIAS, ...one.seen].reduce(
    (sum, name) => sum + (weights.every.get(name) ?? 0) + (own.get(name) ?? 0),
    0,
  );
}

const rounded = (worth: number): number => Math.round(worth * 100) / 100;
/** What is worth less than this, either way, is left out of the table. */
const LEAST_WORTH = 0.05;
/** The same for pairs of words, of which there are many. */
const LEAST_WORTH_PAIR = 0.08;

const tableOf = (weights: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries(
    [...weights]
      .filter(([name, worth]) => !isWord(name) && Math.abs(worth) >= LEAST_WORTH)
      .map(([name, worth]) => [name, rounded(worth)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The words, or the pairs of words, each with what it is worth where. */
function wordTable(
  weights: ReadonlyMap<string, number>,
  wanted: (name: string) => boolean,
  least: number,
): Record<string, Record<string, number>> {
  const words = new Map<string, Record<string, number>>();
  for (const [name, worth] of weights) {
    if (!wanted(name) || Math.abs(worth) < least) continue;
    const at = name.lastIndexOf("|");
    const row = words.get(name.slice(0, at)) ?? {};
    row[name.slice(at + 1)] = rounded(worth);
    words.set(name.slice(0, at), row);
  }
  return Object.fromEntries(words);
}

/** The tables as a file that people can read: one word a line. */
function written(weights: Weights): string {
  const tables = [
    ["every", tableOf(weights.every)],
    ...ESTIMATE_KINDS.map((kind, at) => [kind, tableOf(weights.own[at]!)]),
  ];
  const words = oneALine(wordTable(weights.every, (name) => isWord(name) && !isPair(name), LEAST_WORTH));
  const pairs = oneALine(wordTable(weights.every, isPair, LEAST_WORTH_PAIR));
  const shown = tables.map(([name, table]) => ` ${JSON.stringify(name)}: ${JSON.stringify(table, null, 2)}`);
  return `{\n${shown.join(",\n")},\n "words": {\n${words}\n },\n "pairs": {\n${pairs}\n }\n}\n`;
}

const labelled = new Map([
  ...READ_WORLDS.map((world) => [world, labelledOf(world)] as const),
  ...writtenFiles().map((file) => [basename(file), writtenIn(file)] as const),
]);
const unsure = new Map<string, Message[]>(READ_WORLDS.map((world) => [world, likelyOf(world)]));
const shown = [...examples(), ...likelyOfWritten()];
const without = (left: ReadonlySet<string>): Message[] => [
  ...shown,
  ...[...labelled.keys()]
    .filter((set) => !left.has(set))
    .flatMap((set) => [...labelled.get(set)!, ...(unsure.get(set) ?? [])]),
];

type Counts = { right: number; wrong: number; missed: number };
const f1 = ({ right, wrong, missed }: Counts): number => (2 * right) / (2 * right + wrong + missed);
const told = (name: string, counts: Counts): string =>
  `${name}: messages F1 ${f1(counts).toFixed(3)}, precision ${(counts.right / (counts.right + counts.wrong)).toFixed(3)} ${JSON.stringify(counts)}\n`;

/** Bars tried by `--check`; the one in use stands in `weigh.ts`. */
const BARS = [-0.5, -0.2, 0, 0.3, 0.6, 1];

/** Learns without one set or several, and counts how they are read. */
function check(groups: readonly (readonly string[])[]): void {
  const all = new Map(BARS.map((bar) => [bar, { right: 0, wrong: 0, missed: 0 }]));
  const tags = new Map<string, { right: number; of: number }>();
  for (const group of groups) {
    const weights = learn(without(new Set(group)));
    for (const set of group) {
      const counts = { right: 0, wrong: 0, missed: 0 };
      for (const { cases, right, tag, text } of labelled.get(set)!) {
        const most = Math.max(-99, ...cases.map((one) => sumOf(weights, one)));
        const count = (bar: number, into: Counts): void => {
          if (most > bar || right) into[most > bar && right ? "right" : most > bar ? "wrong" : "missed"]++;
        };
        count(0, counts);
        for (const [bar, into] of all) count(bar, into);
        const row = tags.get(tag) ?? { right: 0, of: 0 };
        row.of++;
        if (most > 0 === right) row.right++;
        else if (process.argv.includes("--misses"))
          process.stdout.write(`${set} [${tag}] ${most.toFixed(1)} ${JSON.stringify(text.slice(0, 200))}\n`);
        tags.set(tag, row);
      }
      process.stdout.write(told(set, counts));
    }
  }
  for (const [bar, counts] of all) process.stdout.write(told(`all, bar ${bar}`, counts));
  process.stdout.write(`${[...tags].map(([tag, { right, of }]) => `${tag} ${right}/${of}`).join(", ")}\n`);
}

const names = process.argv.slice(2).filter((one) => labelled.has(one));
if (process.argv.includes("--check"))
  check(names.length > 0 ? [names] : [...labelled.keys()].map((set) => [set]));
else if (process.argv.includes("--unfound"))
  for (const [set, messages] of labelled)
    for (const { unfound, text } of messages)
      for (const quote of unfound) process.stdout.write(`${set}: ${quote} | ${text.slice(0, 120)}\n`);
else
  writeFileSync(new URL("../src/reading/weights.json", import.meta.url), written(learn(without(new Set()))));
