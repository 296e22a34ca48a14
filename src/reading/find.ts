import { PART, UNKNOWN } from "./entries.ts";
import type { EstimateKind } from "./reading.ts";
import type { Size } from "./reading.ts";
import { SHAPE, type Tokens } from "./scan.ts";
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

/** Whether token `i` plays the part, given by its number in `PART`. */
export function plays(t: Tokens, i: number, part: number): boolean {
  if (i < 0 || i >= t.length) return false;
  return part < 31
    ? ((t.entries[i]!.parts0 >>> part) & 1) !== 0
    : ((t.entries[i]!.parts1 >>> (part - 31)) & 1) !== 0;
}

/**
 * Whether token `i` marks doubt. "About" and "around" do so right before a number, an amount or a date; elsewhere they tell
 * what something is about.
 */
export const doubts = (t: Tokens, i: number): boolean =>
  plays(t, i, PART.hedge) && !(TOPICAL.has(t.entries[i]!.word) && !nears(t, i + 1) && !nears(t, i + 2));

const TOPICAL: ReadonlySet<string> = new Set(["about", "around"]);
const AMOUNTS = [
  PART.unit,
  PART.count,
  PART.couple,
  PART.few,
  PART.several,
  PART.half,
  PART.weekday,
  PART.month,
  PART.day,
  PART.shorthand,
  PART.quarter,
  PART.edge,
  PART.size,
];
const nears = (t: Tokens, i: number): boolean =>
  t.shape[i] === SHAPE.number || AMOUNTS.some((part) => plays(t, i, part));

/** Whether token `i` gives the sign, by its number in `SIGN`. */
export function gives(t: Tokens, i: number, sign: number): boolean {
  const entry = t.entries[i];
  if (entry === undefined) return false;
  return sign < 31 ? ((entry.signs0 >>> sign) & 1) !== 0 : ((entry.signs1 >>> (sign - 31)) & 1) !== 0;
}

/** Whether token `i` is a word of the class, by its number in `CLASS`. */
export function isOf(t: Tokens, i: number, wordClass: number): boolean {
  const entry = t.entries[i];
  if (entry === undefined) return false;
  return wordClass < 31
    ? ((entry.classes0 >>> wordClass) & 1) !== 0
    : ((entry.classes1 >>> (wordClass - 31)) & 1) !== 0;
}

/** Whether token `i` is the very word. */
export const isWord = (t: Tokens, i: number, word: string): boolean => t.entries[i]?.word === word;

/** Whether token `i` is written just so: unlike `isWord`, no plural counts. The word must be one of the lexicon. */
export function says(t: Tokens, i: number, word: string): boolean {
  const entry = t.entries[i];
  if (entry === undefined || entry === UNKNOWN) return false;
  if (entry.word.length === t.end[i]! - t.start[i]!) return entry.word === word;
  return wordAt(t, i) === word;
}

/** Whether any token of the text plays the part. */
export const anyPlays = (t: Tokens, part: number): boolean =>
  part < 31 ? ((t.any.parts0 >>> part) & 1) !== 0 : ((t.any.parts1 >>> (part - 31)) & 1) !== 0;

/** Whether token `i` is the mark. */
export const isMark = (t: Tokens, i: number, mark: string): boolean =>
  t.shape[i] === SHAPE.mark && t.value[i] === mark.charCodeAt(0);

/** Whether token `i` follows the one before without a blank. */
export const isGlued = (t: Tokens, i: number): boolean =>
  i > 0 && i < t.length && t.start[i] === t.end[i - 1];

/** The word of token `i` in lower case; empty beyond the ends, and for words that the lexicon does not know. */
export function wordAt(t: Tokens, i: number): string {
  if (i < 0 || i >= t.length) return "";
  const known = t.entries[i]!.word;
  return known.length === 0 || known.length === t.end[i]! - t.start[i]! ? known : textAt(t, i);
}

/** The text of token `i` in lower case, known or not; empty beyond the ends. */
export function textAt(t: Tokens, i: number): string {
  if (i < 0 || i >= t.length) return "";
  return (t.words[i] ??= t.text.slice(t.start[i], t.end[i]).toLowerCase().replace("’", "'"));
}

const DASHES = new Set([45, 0x2013, 0x2014, 47]);
/** Whether token `i` is a hyphen, a dash or a slash. */
export const isDash = (t: Tokens, i: number): boolean => t.shape[i] === SHAPE.mark && DASHES.has(t.value[i]!);

/** Whether a phrase may end before token `i`: the text ends there, or a mark that joins nothing, a condition or a hedge follows. */
export const phraseEnds = (t: Tokens, i: number): boolean =>
  i >= t.length ||
  (t.shape[i] === SHAPE.mark && !isDash(t, i)) ||
  plays(t, i, PART.condition) ||
  plays(t, i, PART.hedge);
