/**
 * What the labelled threads taught: how much each feature of a thread speaks for or against a question.
 * Made by `training/choosing.ts`; nothing is learned at run time.
 */
import type { WordWeights } from "./words.ts";
import learned from "./weights.json" with { type: "json" };

export type Weights = {
  /** Features every question has: how its own words stand in the thread. */
  readonly shared: Readonly<Record<string, number>>;
  /**
   * Features of the thread, by the question they speak for; those that begin with "own " are added to a shared one.
   * A question nobody trained for has none, and stands by its own words alone.
   */
  readonly own: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What single words of a message speak for, by the question. */
  readonly words: WordWeights;
  /** Features of the thread that speak for asking nothing. */
  readonly quiet: Readonly<Record<string, number>>;
};

export const WEIGHTS: Weights = learned;
