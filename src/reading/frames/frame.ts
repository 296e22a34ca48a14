import type { Around, View } from "../view.ts";

/** One thing the shape of a sentence can tell about a find. */
export type Frame = {
  readonly name: string;
  /** What it is held to be worth before anything is learned: above 0 it speaks for an estimate, below 0 against. */
  readonly worth: number;
  readonly holds: (v: View, around: Around) => boolean;
};
