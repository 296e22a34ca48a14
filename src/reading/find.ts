import type { EstimateKind } from "./reading.ts";
import type { Size } from "./reading.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import { part, type Marks, type Part } from "./lexicon.ts";
import type { Unit } from "./words/amounts.ts";

/** Something that looks like an estimate: tokens `from` up to but not including `to`. */
export type Find = {
  readonly kind: EstimateKind;
  readonly from: number;
  readonly to: number;
  readonly low: number | Size | null;
  readonly high: number | Size | null;
  readonly rule: string;
  /** The unit of an amount, for a later number that leaves it out. */
  readonly unit?: Unit;
  /** True where the find's own words mark doubt, like "~" and "-ish". */
  readonly loose?: boolean;
  /** True for a number that takes its unit from elsewhere. */
  readonly bare?: boolean;
};

const cache = new Map<string, Marks>();
const marksOf = (name: Part): Marks => {
  let marks = cache.get(name);
  if (!marks) cache.set(name, (marks = part(name)));
  return marks;
};

/** Whether token `i` plays the part. */
export function plays(t: Tokens, i: number, name: Part): boolean {
  if (i < 0 || i >= t.length) return false;
  const marks = marksOf(name);
  return (t.parts0[i]! & marks.parts0) !== 0 || (t.parts1[i]! & marks.parts1) !== 0;
}

/** Whether token `i` is the mark. */
export const isMark = (t: Tokens, i: number, mark: string): boolean =>
  t.shape[i] === SHAPE.mark && t.value[i] === mark.charCodeAt(0);

/** Whether token `i` follows the one before without a blank. */
export const isGlued = (t: Tokens, i: number): boolean =>
  i > 0 && i < t.length && t.start[i] === t.end[i - 1];

/** The word of token `i` in lower case; empty beyond the ends. */
export const wordAt = (t: Tokens, i: number): string =>
  i < 0 || i >= t.length ? "" : t.text.slice(t.start[i], t.end[i]).toLowerCase().replace("’", "'");

const DASHES = new Set([45, 0x2013, 0x2014, 47]);
/** Whether token `i` is a hyphen, a dash or a slash. */
export const isDash = (t: Tokens, i: number): boolean => t.shape[i] === SHAPE.mark && DASHES.has(t.value[i]!);
