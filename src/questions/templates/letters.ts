import { visible } from "../problem.ts";

/** A letter that cannot be meant, and where in the text it stands. */
export type Stray = { readonly at: number; readonly message: string; readonly allowed: string };

/** What a file in another encoding leaves behind where UTF-8 is read. */
const NOT_UTF_8 = /\uFFFD|\0/;
/** A carriage return alone ended lines on machines of old. */
const OLD_LINES = /\r(?!\n)/;

/** A file that was not saved as text in UTF-8. */
export function notText(text: string): Stray | undefined {
  const strange = NOT_UTF_8.exec(text);
  if (strange !== null)
    return { at: strange.index, message: "this file is not UTF-8", allowed: "save it as UTF-8" };
  const line = OLD_LINES.exec(text);
  if (line === null) return undefined;
  return {
    at: line.index,
    message: "a line ends in a carriage return alone",
    allowed: "save the file with line ends of Unix or Windows",
  };
}

/** Control characters, and letters that take no room: what is written differs from what is seen, and words with them are never heard. */
const INVISIBLE = /(?![\t\n\r])\p{Cc}|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/** A letter in a text that nobody sees. */
export function invisible(text: string): Stray | undefined {
  const found = INVISIBLE.exec(text);
  if (found === null) return undefined;
  return {
    at: found.index,
    message: `an invisible character (${unicode(found[0])}) in '${shown(text)}'`,
    allowed:
      found[0] === "\b"
        ? "in double quotes \\b means something else: put the pattern in single quotes"
        : "write it anew without",
  };
}

const WORD = /\p{L}+/gu;
const LATIN = /\p{Script=Latin}/u;
/** Letters that look like Latin ones: typed on another keyboard, or copied. */
const LOOKALIKE = /[\p{Script=Cyrillic}\u0370-\u03FF]/u;
/** Signs that are written before Latin letters: "µs", "Ωm", "Δt". */
const SIGNS = /[µμΩΔπ]/gu;

/** A word of two alphabets, which nobody will write a second time. */
export function twoAlphabets(text: string): Stray | undefined {
  const words = [...text.replace(SIGNS, " ").matchAll(WORD)];
  const found = words.find(([word]) => LATIN.test(word) && LOOKALIKE.test(word));
  if (found === undefined) return undefined;
  const [letter = ""] = LOOKALIKE.exec(found[0]) ?? [];
  return {
    at: found.index,
    message: `'${shown(text)}' mixes two alphabets: its '${letter}' (${unicode(letter)}) is not the Latin letter it looks like`,
    allowed: "write the word anew on one keyboard",
  };
}

/** A letter as Unicode names it: "U+0430". */
const unicode = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** The beginning of a text, with a mark where something cannot be seen. */
function shown(text: string): string {
  const seen = visible(text);
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST)}…` : seen;
}

const LONGEST = 40;
