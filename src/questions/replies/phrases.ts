/**
 * Finds phrases in a list of words. A phrase is written as words with a blank between; "a|b" is either word,
 * "migrat*" is any word that starts so, "*" any one word, "?" before a word makes it optional.
 */
export type Finder = (words: readonly string[]) => { readonly at: number; readonly length: number }[];

type Step = {
  readonly whole: ReadonlySet<string>;
  readonly starts: readonly string[];
  readonly optional: boolean;
};

function step(written: string): Step {
  const optional = written.length > 1 && written.startsWith("?");
  const options = (optional ? written.slice(1) : written).split("|");
  return {
    whole: new Set(options.filter((option) => !option.endsWith("*"))),
    starts: options.filter((option) => option.endsWith("*")).map((option) => option.slice(0, -1)),
    optional,
  };
}

const fits = ({ whole, starts }: Step, word: string) =>
  whole.has(word) || starts.some((start) => word.startsWith(start));

/** How many words from `at` on the steps take, or -1. Each step takes at most one word, so this ends soon. */
function take(steps: readonly Step[], words: readonly string[], at: number, from = 0): number {
  const next = steps[from];
  if (!next) return 0;
  const word = words[at];
  if (word !== undefined && fits(next, word)) {
    const rest = take(steps, words, at + 1, from + 1);
    if (rest >= 0) return rest + 1;
  }
  return next.optional ? take(steps, words, at, from + 1) : -1;
}

/** Reads a table of phrases, one a line, into a finder; the longest phrase at a place wins. */
export function finder(table: string): Finder {
  const phrases = table
    .split("\n")
    .flatMap((line) => line.split(","))
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .map((phrase) => phrase.split(/\s+/).map(step));
  const byFirst = new Map<string, Step[][]>();
  const loose: Step[][] = [];
  for (const steps of phrases) {
    const first = steps[0];
    if (!first) continue;
    if (first.optional || first.starts.length > 0) loose.push(steps);
    else for (const word of first.whole) byFirst.set(word, [...(byFirst.get(word) ?? []), steps]);
  }
  return (words) =>
    words.flatMap((word, at) => {
      const length = Math.max(
        0,
        ...[...(byFirst.get(word) ?? []), ...loose].map((steps) => take(steps, words, at)),
      );
      return length > 0 ? [{ at, length }] : [];
    });
}
