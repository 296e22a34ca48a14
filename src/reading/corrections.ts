import { findAmounts } from "./amounts.ts";
import { clean } from "./clean.ts";
import type { Manner } from "./reading.ts";
import { scan } from "./scan.ts";
import { ownWords } from "./team-words.ts";
import { NUMBER_WORDS, type Unit } from "./words/amounts.ts";

/** A number, in digits or in words. */
const NUMBER = String.raw`(?:\d{1,2}(?:[.,]\d+)?|half|${Object.keys(NUMBER_WORDS).join("|")})\b(?!\s*(?:of|/)|[.,]?\d)`;
/** What leads from an earlier number to the one in its place, right before it or right behind. */
const CORRECTS = new RegExp(
  String.raw`(?:\b(?:make (?:that|it)|no(?:pe)?|nah|sorry|oops|scratch that|scrap that|correction|rather|actually|more like|nearer|closer to|call it|i meant?|becomes|now|then)\b[^\n\d?]{0,24}|^\*)(?:~\s*)?${NUMBER}`,
  "i",
);
const BEHIND = new RegExp(
  String.raw`${NUMBER}[^\n\d?]{0,12}\b(?:actually|after all|instead|now|rather|sorry|then)\b`,
  "i",
);

/** A correction opens the message. */
const OPENING = 120;

/** Whether a message puts a number in the place of one said before it: "make that 4", "no, 4", "sorry, 4". */
export function corrects(text: string): boolean {
  const opening = text.slice(0, OPENING);
  return CORRECTS.test(opening) || BEHIND.test(opening);
}

/** The unit of the last amount that a text states, for a correction that leaves it out. */
export function statedUnit(text: string, manner: Manner): Unit | undefined {
  const amounts = findAmounts(scan(clean(text), ownWords(manner)), manner);
  return amounts.at(-1)?.unit;
}
