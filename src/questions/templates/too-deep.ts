/** Brackets in brackets. A template needs three. */
const MOST_BRACKETS = 30;
/** A line that begins more than 80 columns to the right: each level of a block needs at least one column. */
const FAR_RIGHT = /^ {81,}\S/m;
/** "- - -", "? ?", "&a &b": one inside the other on one line. A template needs one. */
const INDICATORS = /(?<!\S)(?:(?:[-?:]|[&!]\S*)[ \t]+){19}/;

/**
 * Where a YAML text nests deeper than any template would, or undefined. Looked for before the text is parsed: the
 * parser of `yaml` 2.9 recurses, and on Node 20 running out of stack inside it can end the process ("RegExpCompiler
 * Allocation failed"), which no `catch` stops. Brackets inside quotes are counted, too.
 */
export function tooDeep(text: string): number | undefined {
  return deepBracket(text) ?? FAR_RIGHT.exec(text)?.index ?? INDICATORS.exec(text)?.index;
}

function deepBracket(text: string): number | undefined {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_BRACKETS) return index;
  }
  return undefined;
}
