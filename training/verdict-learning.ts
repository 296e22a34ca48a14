import { chancesOf } from "../src/questions/replies/chances.ts";
import { downhill } from "./downhill.ts";

/** Strengths of one example by name, the number of its label, and how much the example counts. */
export type Example = {
  readonly strengths: ReadonlyMap<string, number>;
  readonly label: number;
  readonly counts: number;
};

/** A linear model: for each name, one weight a label. */
export type Weights = Map<string, number[]>;

/** How weights are learned: for how many steps, held how near to zero, and which names are scaled by how telling they are. */
export type Manner = {
  readonly steps: number;
  readonly hold: number;
  readonly seenAtLeast: number;
  readonly scaled: (name: string) => boolean;
};

const LABELS = 4;

/** The score of each label for these strengths. */
export function scoresOf(weights: Weights, strengths: ReadonlyMap<string, number>): number[] {
  const scores = [0, 0, 0, 0];
  for (const [name, strength] of strengths)
    weights.get(name)?.forEach((weight, label) => (scores[label]! += weight * strength));
  return scores;
}

/** How often each name is seen with each label. */
function countsOf(examples: readonly Example[]): Map<string, number[]> {
  const seen = new Map<string, number[]>();
  for (const { strengths, label } of examples)
    for (const name of strengths.keys()) {
      const counts = seen.get(name) ?? [0, 0, 0, 0];
      counts[label]!++;
      seen.set(name, counts);
    }
  return seen;
}

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b);

/**
 * How much a name tells one label from the others, by the square root of its largest log ratio of counts
 * (Wang & Manning 2012, "Baselines and Bigrams"): names that tell nothing are held smaller.
 */
function telling(counts: readonly number[], totals: readonly number[]): number {
  const [own, all] = [sum(counts), sum(totals)];
  const ratios = counts.map((count, label) => {
    const inside = (count + 0.5) / (totals[label]! + 2);
    const outside = (own - count + 0.5) / (all - totals[label]! + 2);
    return Math.abs(Math.log(inside / outside));
  });
  return Math.sqrt(Math.max(...ratios));
}

/** Multinomial logistic regression with an L2 penalty: the same weights each time. */
export function learn(examples: readonly Example[], manner: Manner): Weights {
  const totals = [0, 0, 0, 0];
  for (const { label } of examples) totals[label]!++;
  const names = [...countsOf(examples)].filter(([, counts]) => sum(counts) >= manner.seenAtLeast);
  const scales = new Map(
    names.map(([name, counts]) => [name, manner.scaled(name) ? telling(counts, totals) : 1]),
  );
  const place = new Map(names.map(([name], index) => [name, index * LABELS]));
  const rows = examples.map(({ strengths, label, counts }) => {
    const known = [...strengths].filter(([name]) => place.has(name));
    return {
      label,
      counts,
      at: Int32Array.from(known, ([name]) => place.get(name)!),
      strength: Float64Array.from(known, ([name, strength]) => strength * scales.get(name)!),
    };
  });
  const weight = downhill(
    (point, slope) => missesOf(rows, manner.hold, point, slope),
    names.length * LABELS,
    manner.steps,
  );
  return new Map(
    names.map(([name], index) => {
      const own = weight.slice(index * LABELS, (index + 1) * LABELS);
      return [name, Array.from(own, (one) => one * scales.get(name)!)];
    }),
  );
}

type Row = {
  readonly label: number;
  readonly counts: number;
  readonly at: Int32Array;
  readonly strength: Float64Array;
};

/** How badly these weights judge the rows, with the slope towards worse. */
function missesOf(rows: readonly Row[], hold: number, weight: Float64Array, slope: Float64Array): number {
  let misses = 0;
  for (const { at, strength, label, counts } of rows) {
    const scores = [0, 0, 0, 0];
    for (let i = 0; i < at.length; i++)
      for (let k = 0; k < LABELS; k++) scores[k]! += weight[at[i]! + k]! * strength[i]!;
    const chances = chancesOf(scores);
    misses -= (counts * Math.log(chances[label]! + 1e-300)) / rows.length;
    for (let k = 0; k < LABELS; k++) {
      const miss = ((chances[k]! - (k === label ? 1 : 0)) * counts) / rows.length;
      for (let i = 0; i < at.length; i++) slope[at[i]! + k]! += miss * strength[i]!;
    }
  }
  for (let i = 0; i < weight.length; i++) {
    misses += (hold / 2) * weight[i]! * weight[i]!;
    slope[i]! += hold * weight[i]!;
  }
  return misses;
}
