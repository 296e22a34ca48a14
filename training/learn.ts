/** A linear model over named strengths: for each name, one weight a label. */
export type Weights = Map<string, number[]>;
export type Example = { readonly strengths: ReadonlyMap<string, number>; readonly label: number };

const LABELS = 4;
const STEPS = 150;

export function probabilities(weights: Weights, strengths: ReadonlyMap<string, number>): number[] {
  const scores = new Array<number>(LABELS).fill(0);
  for (const [name, strength] of strengths)
    weights.get(name)?.forEach((weight, label) => (scores[label]! += weight * strength));
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((a, b) => a + b);
  return raised.map((one) => one / sum);
}

/** Multinomial logistic regression with an L2 penalty, by Adam over all examples at once: the same weights each time. */
export function learn(examples: readonly Example[], penalty = 0.0005): Weights {
  const seen = new Map<string, number>();
  for (const { strengths } of examples)
    for (const name of strengths.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].filter(([, times]) => times >= 2).map(([name]) => name);
  const place = new Map(names.map((name, index) => [name, index]));
  const size = names.length * LABELS;
  const [weight, mean, spread] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const rows = examples.map(({ strengths, label }) => {
    const known = [...strengths].flatMap(([name, strength]) => {
      const at = place.get(name);
      return at === undefined ? [] : [[at * LABELS, strength] as const];
    });
    return { known, label };
  });
  for (let step = 1; step <= STEPS; step++) {
    const slope = new Float64Array(size);
    for (const { known, label } of rows) {
      const scores = [0, 0, 0, 0];
      for (const [at, strength] of known)
        for (let k = 0; k < LABELS; k++) scores[k]! += weight[at + k]! * strength;
      const top = Math.max(...scores);
      const raised = scores.map((score) => Math.exp(score - top));
      const sum = raised.reduce((a, b) => a + b);
      for (let k = 0; k < LABELS; k++) {
        const miss = raised[k]! / sum - (k === label ? 1 : 0);
        for (const [at, strength] of known) slope[at + k]! += miss * strength;
      }
    }
    const pace = 0.05 * (1 - (step / STEPS) * 0.9);
    for (let i = 0; i < size; i++) {
      const g = slope[i]! / rows.length + penalty * weight[i]!;
      mean[i] = 0.9 * mean[i]! + 0.1 * g;
      spread[i] = 0.99 * spread[i]! + 0.01 * g * g;
      weight[i]! -=
        (pace * (mean[i]! / (1 - 0.9 ** step))) / (Math.sqrt(spread[i]! / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return new Map(names.map((name, i) => [name, [...weight.slice(i * LABELS, (i + 1) * LABELS)]]));
}
