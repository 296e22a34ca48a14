/** Plain learning of weights by gradient descent: no library, no randomness, the same result on every machine. */

/** One example: named values, by row of a matrix that is mostly empty. */
export type Sparse = ReadonlyMap<string, number>;

export type Example = {
  /** What the whole thread shows. */
  readonly thread: Sparse;
  /** What was seen of single questions. */
  readonly questions: ReadonlyMap<string, Sparse>;
  /** How much of the first place each question deserves; sums to 1. */
  readonly wanted: ReadonlyMap<string, number>;
  readonly never: ReadonlySet<string>;
};

export type Learned = {
  readonly shared: Record<string, number>;
  readonly own: Record<string, Record<string, number>>;
};

/** How much weights are held towards zero: those every question shares, and those of one question. */
const HOLD_SHARED = 0.001;
const HOLD_OWN = 0.03;
/** How much more a question counts against a choice that should never be asked. */
const NEVER = 0.5;
const ROUNDS = 150;
const RATE = 0.05;
/** Features seen in fewer threads teach chance. */
const LEAST_THREADS = 3;

/** Learns which questions come first: one choice among all of them for each thread (a conditional logit). */
export function learnChoice(examples: readonly Example[], ids: readonly string[]): Learned {
  const threadNames = frequent(examples.map(({ thread }) => thread));
  const sharedNames = frequent(examples.flatMap(({ questions }) => [...questions.values()]));
  const across = ids.length;
  const slots = {
    own: 0,
    shared: threadNames.size * across,
    hybrid: threadNames.size * across + sharedNames.size,
  };
  const weights = new Float64Array(slots.hybrid + sharedNames.size * across);
  const rows = examples.map((example) => ({
    thread: positions(example.thread, threadNames),
    questions: ids.map((id) => positions(example.questions.get(id) ?? new Map(), sharedNames)),
    wanted: ids.map((id) => example.wanted.get(id) ?? 0),
    never: ids.map((id) => example.never.has(id)),
  }));
  descend(weights, (gradient) => {
    for (const { thread, questions, wanted, never } of rows) {
      const scores = new Float64Array(across);
      for (const [at, value] of thread)
        for (let k = 0; k < across; k++) scores[k]! += weights[at * across + k]! * value;
      questions.forEach((seen, k) => {
        for (const [at, value] of seen)
          scores[k]! += (weights[slots.shared + at]! + weights[slots.hybrid + at * across + k]!) * value;
      });
      const chances = softmax(scores);
      const errors = chances.map(
        (chance, k) => (chance * (never[k] ? 1 + NEVER : 1) - wanted[k]!) / rows.length,
      );
      for (const [at, value] of thread)
        for (let k = 0; k < across; k++) gradient[at * across + k]! += errors[k]! * value;
      questions.forEach((seen, k) => {
        for (const [at, value] of seen) {
          gradient[slots.shared + at]! += errors[k]! * value;
          gradient[slots.hybrid + at * across + k]! += errors[k]! * value;
        }
      });
    }
    for (let n = 0; n < weights.length; n++)
      gradient[n]! += weights[n]! * (n >= slots.shared && n < slots.hybrid ? HOLD_SHARED : HOLD_OWN);
  });
  const own: Record<string, Record<string, number>> = {};
  ids.forEach((id, k) => {
    const mine: Record<string, number> = {};
    for (const [name, at] of threadNames) keep(mine, name, weights[at * across + k]!);
    for (const [name, at] of sharedNames) keep(mine, `own ${name}`, weights[slots.hybrid + at * across + k]!);
    own[id] = mine;
  });
  const shared: Record<string, number> = {};
  for (const [name, at] of sharedNames) keep(shared, name, weights[slots.shared + at]!);
  return { shared, own };
}

/** Learns a yes or no from named values (logistic regression). `yes` examples may count for more than one. */
export function learnYes(
  examples: readonly { readonly seen: Sparse; readonly yes: boolean }[],
  yesCounts: number,
  hold: number,
): Record<string, number> {
  const names = frequent(examples.map(({ seen }) => seen));
  const rows = examples.map(({ seen, yes }) => ({ seen: positions(seen, names), yes }));
  const weights = new Float64Array(names.size);
  descend(weights, (gradient) => {
    for (const { seen, yes } of rows) {
      const score = seen.reduce((sum, [at, value]) => sum + weights[at]! * value, 0);
      const error = ((yes ? yesCounts : 1) * (1 / (1 + Math.exp(-score)) - (yes ? 1 : 0))) / rows.length;
      for (const [at, value] of seen) gradient[at]! += error * value;
    }
    for (let n = 0; n < weights.length; n++) gradient[n]! += weights[n]! * hold;
  });
  const kept: Record<string, number> = {};
  for (const [name, at] of names) keep(kept, name, weights[at]!);
  return kept;
}

function frequent(seen: readonly Sparse[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const names of seen) for (const name of names.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST_THREADS).map(([name]) => name);
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

function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

const LEAST_WEIGHT = 0.03;

function keep(weights: Record<string, number>, name: string, weight: number): void {
  if (Math.abs(weight) >= LEAST_WEIGHT) weights[name] = Math.round(weight * 100) / 100;
}
