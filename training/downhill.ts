/** A function to be made small: its value at a point, with its slope written into `slope`. */
export type Hill = (point: Float64Array, slope: Float64Array) => number;

/** How many past steps are remembered. */
const MEMORY = 8;
/** A step is taken if it falls at least this share of what the slope promised (Armijo's rule). */
const ENOUGH = 1e-4;
const HALVINGS = 20;

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** `into` plus `by` times `other`, written into `into`. */
function addTo(into: Float64Array, by: number, other: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i]! += by * other[i]!;
}

type Past = { readonly step: Float64Array; readonly bend: Float64Array; readonly scale: number };

/** The way down from a slope, as bent by what earlier steps found (Nocedal & Wright, "Numerical Optimization", 7.4). */
function wayDown(slope: Float64Array, past: readonly Past[]): Float64Array {
  const way = slope.slice();
  const used: number[] = [];
  for (let i = past.length - 1; i >= 0; i--) {
    const { step, bend, scale } = past[i]!;
    used[i] = scale * dot(step, way);
    addTo(way, -used[i]!, bend);
  }
  const last = past.at(-1);
  const length = last
    ? 1 / (last.scale * dot(last.bend, last.bend))
    : 1 / Math.max(1, Math.sqrt(dot(slope, slope)));
  for (let i = 0; i < way.length; i++) way[i]! *= -length;
  past.forEach(({ step, bend, scale }, i) => addTo(way, -used[i]! - scale * dot(bend, way), step));
  return way;
}

/** The lowest point found from zero in at most so many steps (L-BFGS): no randomness, the same point each time. */
export function downhill(hill: Hill, size: number, steps: number): Float64Array {
  let point = new Float64Array(size);
  let slope = new Float64Array(size);
  let height = hill(point, slope);
  const past: Past[] = [];
  for (let n = 0; n < steps; n++) {
    const way = wayDown(slope, past);
    const promised = dot(slope, way);
    const next = new Float64Array(size);
    const nextSlope = new Float64Array(size);
    let [pace, nextHeight] = [1, Infinity];
    for (let halving = 0; halving < HALVINGS; halving++, pace /= 2) {
      next.set(point);
      addTo(next, pace, way);
      nextHeight = hill(next, nextSlope.fill(0));
      if (nextHeight <= height + ENOUGH * pace * promised) break;
    }
    if (!(nextHeight < height)) break;
    const step = next.slice();
    addTo(step, -1, point);
    const bend = nextSlope.slice();
    addTo(bend, -1, slope);
    const curve = dot(step, bend);
    if (curve > 1e-12) past.push({ step, bend, scale: 1 / curve });
    if (past.length > MEMORY) past.shift();
    [point, slope, height] = [next, nextSlope, nextHeight];
  }
  return point;
}
