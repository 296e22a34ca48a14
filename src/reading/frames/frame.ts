import { SIGN, type Sign } from "../entries.ts";
import type { Bits, View } from "../view.ts";

/** One thing the shape of a sentence can tell about a find. */
export type Frame = {
  readonly name: string;
  /** What it is held to be worth before anything is learned: above 0 it speaks for an estimate, below 0 against. */
  readonly worth: number;
  readonly holds: (v: View) => boolean;
};

type Mask = { readonly zero: number; readonly one: number };

/** Any of these signs. */
export const signs = (...names: readonly Sign[]): Mask => ({
  zero: names.reduce((bits, name) => (SIGN[name] < 31 ? bits | (1 << SIGN[name]) : bits), 0),
  one: names.reduce((bits, name) => (SIGN[name] < 31 ? bits : bits | (1 << (SIGN[name] - 31))), 0),
});

/** Whether any of the signs is given there. */
export const given = (bits: Bits, mask: Mask): boolean =>
  ((bits.signs0 & mask.zero) | (bits.signs1 & mask.one)) !== 0;

/** Whether any of the signs is given in the find's own clause. */
export const inClause = (v: View, mask: Mask): boolean =>
  given(v.said.before, mask) || given(v.said.after, mask);

/** Whether a word of the class is there. */
export const classed = (bits: Bits, wordClass: number): boolean =>
  wordClass < 31
    ? ((bits.classes0 >>> wordClass) & 1) !== 0
    : ((bits.classes1 >>> (wordClass - 31)) & 1) !== 0;
