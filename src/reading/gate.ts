import { UNKNOWN, type Entry } from "./entries.ts";

/** Parts and word classes, at least one of which a word must have for a finder to look closer. */
export type Gate = {
  readonly parts0: number;
  readonly parts1: number;
  readonly classes0: number;
  readonly classes1: number;
};

const bits = (numbers: readonly number[], from: number): number =>
  numbers.reduce((sum, one) => (one >= from && one < from + 31 ? sum | (1 << (one - from)) : sum), 0);

/** A gate for any of these numbers of `PART` and `CLASS`. */
export const gateOf = (parts: readonly number[], classes: readonly number[] = []): Gate => ({
  parts0: bits(parts, 0),
  parts1: bits(parts, 31),
  classes0: bits(classes, 0),
  classes1: bits(classes, 31),
});

/** Whether what is known of a word passes the gate: one comparison instead of one for each part. */
export const passes = (entry: Entry, gate: Gate): boolean =>
  entry !== UNKNOWN &&
  ((entry.parts0 & gate.parts0) |
    (entry.parts1 & gate.parts1) |
    (entry.classes0 & gate.classes0) |
    (entry.classes1 & gate.classes1)) !==
    0;
