/**
 * One entry of a template's word lists, understood. All letters are compared without case.
 *
 * - `start`: the beginning of a word ("migrat" hears migrate and migration)
 * - `phrase`: several words in a row, of which the last is the beginning of a word ("wire up")
 * - `pattern`: a regular expression written `/…/`, for an engine that cannot backtrack
 * - `test`: a question to the thread rather than to its words, written `@…`
 *
 * `ends`: the last word ends there (written with a space at the end, in quotes: `"pr "`).
 */
export type Cue =
  | { readonly kind: "start"; readonly word: string; readonly ends: boolean }
  | { readonly kind: "phrase"; readonly words: readonly string[]; readonly ends: boolean }
  | { readonly kind: "pattern"; readonly source: string }
  | { readonly kind: "test"; readonly test: string };

/** Understands one entry of a word list, or says in plain words what is wrong with it. */
export function parseCue(entry: string): Cue | { readonly kind: "wrong"; readonly message: string } {
  const words = entry.trim().toLowerCase().split(/\s+/);
  const ends = entry.endsWith(" ");
  if (words.length > 1) return { kind: "phrase", words, ends };
  return { kind: "start", word: words[0] ?? "", ends };
}
