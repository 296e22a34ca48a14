import { chancesOf } from "../src/questions/replies/judge.ts";

/** Strengths of one example by name, the number of its label, and how much the example counts. */
export type Example = {
  readonly strengths: ReadonlyMap<string, number>;
  readonly label: number;
  readonly counts: number;
};

/** A linear model: for each name, one weight a label. */
export type Weights = Map<string, number[]>;

const LABELS = 4;
const STEPS = 150;
const PENALTY = 0.00025;
const PACE = 0.05;
/** A name seen in fewer examples than this gets no weight. */
const SEEN_AT_LEAST = 2;

/** The score of each label for these strengths. */
export function scoresOf(weights: Weights, strengths: ReadonlyMap<string, number>): number[] {
  const scores = [0, 0, 0, 0];
  for (const [name, strength] of strengths)
    weights.get(name)?.forEach((weight, label) => (scores[label]! += weight * strength));
  return scores;
}

/** How often each name of these is seen with each label. */
function countsOf(examples: readonly Example[], applies: (name: string) => boolean): Map<string, number[]> {
  const seen = new Map<string, number[]>();
  for (const { strengths, label } of examples)
    for (const name of strengths.keys()) {
      if (!applies(name)) continue;
      const counts = seen.get(name) ?? [0, 0, 0, 0];
      counts[label]!++;
      seen.set(name, counts);
    }
  return seen;
}

/**
 * How much a name tells one label from the others, by the square root of its largest log ratio of counts
 * (Wang & Manning 2012, "Baselines and Bigrams"): names that tell nothing are held smaller.
 */
function telling(examples: readonly Example[], applies: (name: string) => boolean): Map<string, number> {
  const total = [0, 0, 0, 0];
  for (const { label } of examples) total[label]!++;
  return new Map(
    [...countsOf(examples, applies)].map(([name, counts]) => {
      const all = counts.reduce((a, b) => a + b);
      const ratios = counts.map((count, label) => {
        const inside = (count + 0.5) / (total[label]! + 2);
        const outside = (all - count + 0.5) / (examples.length - total[label]! + 2);
        return Math.abs(Math.log(inside / outside));
      });
      return [name, Math.sqrt(Math.max(...ratios))];
    }),
  );
}

/**
 * Multinomial logistic regression with an L2 penalty, by Adam over all examples at once, stopped after a fixed number
 * of steps: the same weights each time. `applies` says which names are scaled by how telling they are.
 */
export function learn(examples: readonly Example[], applies: (name: string) => boolean): Weights {
  const counts = new Map<string, number>();
  for (const { strengths } of examples)
    for (const name of strengths.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, times]) => times >= SEEN_AT_LEAST).map(([name]) => name);
  const place = new Map(names.map((name, index) => [name, index * LABELS]));
  const tells = telling(examples, applies);
  const rows = examples.map(({ strengths, label, counts: own }) => ({
    label,
    counts: own,
    known: [...strengths].flatMap(([name, strength]) => {
      const at = place.get(name);
      return at === undefined ? [] : [[at, strength * (tells.get(name) ?? 1)] as const];
    }),
  }));
  const weight = descend(rows, names.length * LABELS);
  return new Map(
    names.map((name, index) => {
      const own = weight.slice(index * LABELS, (index + 1) * LABELS);
      return [name, Array.from(own, (one) => one * (tells.get(name) ?? 1))];
    }),
  );
}

type Row = {
  readonly label: number;
  readonly counts: number;
  readonly known: readonly (readonly [number, number])[];
};

function descend(rows: readonly Row[], size: number): Float64Array {
  const [weight, mean, spread] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let step = 1; step <= STEPS; step++) {
    const slope = slopeOf(rows, weight);
    const pace = PACE * (1 - (step / STEPS) * 0.9);
    for (let i = 0; i < size; i++) {
      const down = slope[i]! / rows.length + PENALTY * weight[i]!;
      mean[i] = 0.9 * mean[i]! + 0.1 * down;
      spread[i] = 0.99 * spread[i]! + 0.01 * down * down;
      weight[i]! -=
        (pace * (mean[i]! / (1 - 0.9 ** step))) / (Math.sqrt(spread[i]! / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return weight;
}

function slopeOf(rows: readonly Row[], weight: Float64Array): Float64Array {
  const slope = new Float64Array(weight.length);
  for (const { known, label, counts } of rows) {
    const scores = [0, 0, 0, 0];
    for (const [at, strength] of known)
      for (let k = 0; k < LABELS; k++) scores[k]! += weight[at + k]! * strength;
    const chances = chancesOf(scores);
    for (let k = 0; k < LABELS; k++) {
      const miss = (chances[k]! - (k === label ? 1 : 0)) * counts;
      for (const [at, strength] of known) slope[at + k]! += miss * strength;
    }
  }
  return slope;
}
