/** Plain learning of weights by gradient descent: no library, no randomness, the same result on every machine. */
import { chancesOf } from "../src/questions/replies/chances.ts";

/** One example: named values, by row of a matrix that is mostly empty. */
export type Sparse = ReadonlyMap<string, number>;

export type Example = {
  /** What the whole thread shows. */
  readonly thread: Sparse;
  /** What was seen of single questions. */
  readonly questions: ReadonlyMap<string, Sparse>;
  /** The single words of all messages. */
  readonly words: Sparse;
  /** How much of the first place each question deserves; sums to 1. */
  readonly wanted: ReadonlyMap<string, number>;
  readonly never: ReadonlySet<string>;
  /** How much the example counts beside others. */
  readonly weight: number;
};

export type Learned = {
  readonly shared: Record<string, number>;
  readonly own: Record<string, Record<string, number>>;
  /** By word, by question. */
  readonly words: Record<string, Record<string, number>>;
};

/**
 * How much weights are held towards zero: those every question shares, those that one question adds to them, those of
 * the whole thread, and those of single words. Chosen on sets that were left out.
 */
const HOLD = { shared: 0.0003, hybrid: 0.0012, own: 0.007, words: 0.00008 };
/** How much more a question counts against a choice that should never be asked. */
const NEVER = 2.2;
const ROUNDS = 150;
const RATE = 0.05;
/** Features seen in fewer threads teach chance. */
const LEAST_THREADS = 3;
const LEAST_THREADS_WORD = 4;

/** Learns which questions come first: one choice among all of them for each thread (a conditional logit). */
export function learnChoice(examples: readonly Example[], ids: readonly string[]): Learned {
  const names = {
    thread: frequent(examples.map(({ thread }) => thread)),
    words: frequent(
      examples.map(({ words }) => words),
      LEAST_THREADS_WORD,
    ),
    questions: frequent(examples.flatMap(({ questions }) => [...questions.values()])),
  };
  const across = ids.length;
  const starts = {
    words: names.thread.size * across,
    hybrid: (names.thread.size + names.words.size) * across,
    shared: (names.thread.size + names.words.size + names.questions.size) * across,
  };
  const weights = new Float64Array(starts.shared + names.questions.size);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const rows = examples.map((example) => ({
    wide: [
      ...positions(example.thread, names.thread).map(([at, value]) => [at * across, value] as const),
      ...positions(example.words, names.words).map(
        ([at, value]) => [starts.words + at * across, value] as const,
      ),
    ],
    questions: ids.map((id) => positions(example.questions.get(id) ?? new Map(), names.questions)),
    wanted: ids.map((id) => example.wanted.get(id) ?? 0),
    counts: ids.map((id) => (example.never.has(id) ? 1 + NEVER : 1)),
    weight: example.weight / total,
  }));
  descend(weights, (gradient) => {
    for (const { wide, questions, wanted, counts, weight } of rows) {
      const scores = Array<number>(across).fill(0);
      for (const [at, value] of wide) for (let k = 0; k < across; k++) scores[k]! += weights[at + k]! * value;
      questions.forEach((seen, k) => {
        for (const [at, value] of seen)
          scores[k]! += (weights[starts.shared + at]! + weights[starts.hybrid + at * across + k]!) * value;
      });
      const errors = chancesOf(scores).map((chance, k) => (chance * counts[k]! - wanted[k]!) * weight);
      for (const [at, value] of wide)
        for (let k = 0; k < across; k++) gradient[at + k]! += errors[k]! * value;
      questions.forEach((seen, k) => {
        for (const [at, value] of seen) {
          gradient[starts.shared + at]! += errors[k]! * value;
          gradient[starts.hybrid + at * across + k]! += errors[k]! * value;
        }
      });
    }
    hold(weights, gradient, 0, starts.words, HOLD.own);
    hold(weights, gradient, starts.words, starts.hybrid, HOLD.words);
    hold(weights, gradient, starts.hybrid, starts.shared, HOLD.hybrid);
    hold(weights, gradient, starts.shared, weights.length, HOLD.shared);
  });
  return named(weights, ids, names, starts);
}

type Names = Readonly<Record<"thread" | "words" | "questions", ReadonlyMap<string, number>>>;

/** The weights by their names, as the table is read. */
function named(
  weights: Float64Array,
  ids: readonly string[],
  names: Names,
  starts: { readonly words: number; readonly hybrid: number; readonly shared: number },
): Learned {
  const across = ids.length;
  const own: Learned["own"] = {};
  ids.forEach((id, k) => {
    const mine: Record<string, number> = {};
    for (const [name, at] of names.thread) keep(mine, name, weights[at * across + k]!);
    for (const [name, at] of names.questions)
      keep(mine, `own ${name}`, weights[starts.hybrid + at * across + k]!);
    own[id] = mine;
  });
  const words: Learned["words"] = {};
  for (const [word, at] of names.words) {
    const speaks: Record<string, number> = {};
    ids.forEach((id, k) => keep(speaks, id, weights[starts.words + at * across + k]!, LEAST_WEIGHT_WORD));
    if (Object.keys(speaks).length > 0) words[word] = speaks;
  }
  const shared: Record<string, number> = {};
  for (const [name, at] of names.questions) keep(shared, name, weights[starts.shared + at]!);
  return { shared, own, words };
}

/** Adds what holds some of the weights towards zero to the slope. */
function hold(weights: Float64Array, gradient: Float64Array, from: number, to: number, by: number): void {
  for (let n = from; n < to; n++) gradient[n]! += weights[n]! * by;
}

/** Learns a yes or no from named values (logistic regression). `yes` examples may count for more than one. */
export function learnYes(
  examples: readonly { readonly seen: Sparse; readonly yes: boolean; readonly weight: number }[],
  yesCounts: number,
  heldBy: number,
): Record<string, number> {
  const names = frequent(examples.map(({ seen }) => seen));
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const rows = examples.map(({ seen, yes, weight }) => ({
    seen: positions(seen, names),
    yes,
    weight: weight / total,
  }));
  const weights = new Float64Array(names.size);
  descend(weights, (gradient) => {
    for (const { seen, yes, weight } of rows) {
      const score = seen.reduce((sum, [at, value]) => sum + weights[at]! * value, 0);
      const error = (yes ? yesCounts : 1) * (1 / (1 + Math.exp(-score)) - (yes ? 1 : 0)) * weight;
      for (const [at, value] of seen) gradient[at]! += error * value;
    }
    hold(weights, gradient, 0, weights.length, heldBy);
  });
  const kept: Record<string, number> = {};
  for (const [name, at] of names) keep(kept, name, weights[at]!);
  return kept;
}

function frequent(seen: readonly Sparse[], least = LEAST_THREADS): Map<string, number> {
  const counts = new Map<string, number>();
  for (const names of seen) for (const name of names.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= least).map(([name]) => name);
  return new Map(kept.toSorted().map((name, n) => [name, n]));
}

function positions(seen: Sparse, names: ReadonlyMap<string, number>): [number, number][] {
  return [...seen].flatMap(([name, value]) => {
    const at = names.get(name);
    return at === undefined ? [] : [[at, value] as [number, number]];
  });
}

/** Adam, with its usual constants. */
function descend(weights: Float64Array, gradientOf: (gradient: Float64Array) => void): void {
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = new Float64Array(weights.length);
    gradientOf(gradient);
    for (let n = 0; n < weights.length; n++) {
      const slope = gradient[n]!;
      mean[n] = 0.9 * mean[n]! + 0.1 * slope;
      square[n] = 0.999 * square[n]! + 0.001 * slope * slope;
      const step = mean[n]! / (1 - 0.9 ** round) / (Math.sqrt(square[n]! / (1 - 0.999 ** round)) + 1e-8);
      weights[n]! -= RATE * step;
    }
  }
}

const LEAST_WEIGHT = 0.03;
/** Of single words there are some dozens in a thread, so that small weights add up: with 0.3 here 0.02 fewer first questions were right. */
export const LEAST_WEIGHT_WORD = 0.05;

function keep(weights: Record<string, number>, name: string, weight: number, least = LEAST_WEIGHT): void {
  if (Math.abs(weight) >= least) weights[name] = Math.round(weight * 100) / 100;
}
