import { UNIT_WORDS } from "./words/amounts.ts";
import { DATE_WORDS } from "./words/anchors.ts";

/** Real words that a slip of the keyboard would otherwise turn into a unit or a day. */
const REAL = new Set(
  "print prints spring springs pint pints moth moths our ours spit spirit tuesdays wee weep seeks weeds ears pours hour hours quart quarts minuets mouth mouths sprit sprits mother tree there even sever severn eights elven twinty".split(
    " ",
  ),
);

/** Typing slips of the words that matter most: a letter left out, doubled, or swapped with its neighbour ("weks", "thrusday"). */
export function slips(known: readonly string[]): Map<string, string> {
  const taken = new Set(known);
  const found = new Map<string, string>();
  for (const word of [
    ...Object.values(UNIT_WORDS),
    DATE_WORDS.weekday,
    DATE_WORDS.month,
    "tomorrow three seven eight eleven twelve thirteen fourteen fifteen twenty",
  ].flatMap((row) => row.split(/\s+/))) {
    if (word.length < 4) continue;
    for (const slip of slipsOf(word))
      if (!taken.has(slip) && !REAL.has(slip) && slip.length > 3) found.set(slip, word);
  }
  return found;
}

/** The first letter is hardly ever wrong. */
function slipsOf(word: string): string[] {
  const all: string[] = [];
  for (let at = 1; at < word.length; at++) {
    all.push(word.slice(0, at) + word.slice(at + 1));
    all.push(word.slice(0, at) + word.charAt(at) + word.slice(at));
    if (at + 1 < word.length)
      all.push(word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
  }
  return all.filter((slip) => slip !== word);
}
