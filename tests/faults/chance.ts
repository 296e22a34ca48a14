/** Chance that a seed repeats. */
export type Chance = {
  /** From 0 up to, but without, 1. */
  number(): number;
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** True so often, out of one. */
  often(share: number): boolean;
};

/** mulberry32, a generator of 32 bits of state by Tommy Ettinger, in the public domain. */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(number() * (most - least + 1));
  return {
    number,
    whole,
    pick(from) {
      const one = from[whole(0, from.length - 1)];
      if (one === undefined) throw new Error("nothing to pick from");
      return one;
    },
    often: (share) => number() < share,
  };
}
