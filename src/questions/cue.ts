import { RE2JS } from "re2js";

/**
 * One entry of a template's word lists, understood. All letters are compared without case.
 *
 * - `start`: the beginning of a word ("migrat" hears migrate and migration)
 * - `phrase`: several words in a row, of which the last is the beginning of a word ("wire up")
 * - `pattern`: a regular expression written `/…/`, for an engine that cannot backtrack
 * - `test`: a question to the thread rather than to its words, written `@…`, among the words that say "covered"
 *
 * `ends`: the last word ends there (written with a space at the end, in quotes: `"pr "`).
 * What begins with a sign rather than a letter or digit ("~", "% of users") may stand anywhere.
 */
export type Cue =
  | { readonly kind: "start"; readonly word: string; readonly ends: boolean }
  | { readonly kind: "phrase"; readonly words: readonly string[]; readonly ends: boolean }
  | { readonly kind: "pattern"; readonly source: string }
  | { readonly kind: "test"; readonly test: CueTest };

/** What can be asked of the thread itself. */
export const CUE_TESTS = {
  "@single-number": "the estimate is one number, not a range",
  "@has-range": "the estimate is a range",
  "@estimate-in-thread": "somebody who does the work has given an estimate",
} as const;
export type CueTest = keyof typeof CUE_TESTS;

export type WrongCue = { readonly kind: "wrong"; readonly message: string; readonly allowed?: string };

/** Longer entries are sentences, and would hardly be heard again. */
const MOST_CHARACTERS = 80;
const MOST_PATTERN_CHARACTERS = 200;
/**
 * The engine unrolls repeats, and its time grows with instructions times characters: the worst patterns of this size
 * took about 0.1 s on 8,000 characters.
 */
const MOST_INSTRUCTIONS = 150;

/** Understands one entry of a word list, or says in plain words what is wrong with it. */
export function parseCue(entry: string): Cue | WrongCue {
  const text = entry.trim().toLowerCase();
  if (text === "") return { kind: "wrong", message: "an empty word" };
  if (text.length > 1 && text.startsWith("/") && text.endsWith("/"))
    return pattern(entry.trim().slice(1, -1));
  if (/^@[a-z]/.test(text)) return test(text);
  if (text.length > MOST_CHARACTERS)
    return {
      kind: "wrong",
      message: `longer than ${MOST_CHARACTERS} characters`,
      allowed: "a word or a short phrase",
    };
  const ends = /\s$/.test(entry);
  const words = text.split(/\s+/);
  if (words.length > 1) return { kind: "phrase", words, ends };
  return { kind: "start", word: text, ends };
}

/** The pattern of a `/…/` entry, ready to run. Throws where `parseCue` would call it wrong. */
export function compilePattern(source: string): RE2JS {
  return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
}

function pattern(source: string): Cue | WrongCue {
  if (source.length > MOST_PATTERN_CHARACTERS)
    return { kind: "wrong", message: `a pattern longer than ${MOST_PATTERN_CHARACTERS} characters` };
  try {
    const compiled = compilePattern(source);
    if (compiled.programSize() > MOST_INSTRUCTIONS)
      return {
        kind: "wrong",
        message: "this pattern is too large",
        allowed: "repeats up to about {20}, and words as entries of their own",
      };
    if (compiled.matcher("").find())
      return {
        kind: "wrong",
        message: "this pattern matches everything",
        allowed: "at least one letter must be needed",
      };
    return { kind: "pattern", source };
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^error parsing regexp: |\(\?i\)/g, "") : String(error);
    return {
      kind: "wrong",
      message: `this pattern is not understood: ${reason}`,
      allowed: "regular expressions of RE2: no look-ahead, no look-behind, no back references",
    };
  }
}

function test(text: string): Cue | WrongCue {
  if (Object.hasOwn(CUE_TESTS, text)) return { kind: "test", test: text as CueTest };
  return {
    kind: "wrong",
    message: `there is no test called '${text}'`,
    allowed: `tests: ${Object.keys(CUE_TESTS).join(", ")}`,
  };
}
