import { isDash, isGlued, isMark, plays } from "./find.ts";
import { SHAPE, type Tokens } from "./scan.ts";

/** Which sentence and which clause each token stands in, and where each sentence begins and ends (in tokens). */
export type Clauses = {
  readonly clause: readonly number[];
  readonly sentence: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Per sentence: the character that ends it, or empty. */
  readonly closing: readonly string[];
};

/** Divides tokens into sentences at full stops, question marks and line ends, and those into clauses at commas and "but". */
export function clausesOf(t: Tokens): Clauses {
  const clause: number[] = [];
  const sentence: number[] = [];
  const starts: number[] = [0];
  const ends: number[] = [];
  const closing: string[] = [];
  let clauses = 0;
  for (let i = 0; i < t.length; i++) {
    const halts = plays(t, i, "halt") && i > 0;
    if (halts) clauses++;
    clause.push(clauses);
    sentence.push(starts.length - 1);
    if (t.shape[i] !== SHAPE.mark) continue;
    if (endsSentence(t, i)) {
      ends.push(i + 1);
      closing.push(String.fromCharCode(t.value[i]!));
      starts.push(i + 1);
      clauses++;
    } else if (
      isMark(t, i, ",") ||
      isMark(t, i, ";") ||
      isMark(t, i, "(") ||
      isMark(t, i, ")") ||
      (isDash(t, i) && !isGlued(t, i) && !isGlued(t, i + 1)) ||
      isMark(t, i, "…") ||
      (isMark(t, i, ".") && isMark(t, i + 1, "."))
    )
      clauses++;
  }
  ends.push(t.length);
  closing.push("");
  return { clause, sentence, starts, ends, closing };
}

function endsSentence(t: Tokens, i: number): boolean {
  if (isMark(t, i, "\n")) return true;
  if (isMark(t, i, "?") || isMark(t, i, "!"))
    return (
      !isMark(t, i + 1, "?") && !isMark(t, i + 1, "!") && !isMark(t, i + 1, ")") && !isMark(t, i + 1, '"')
    );
  if (!isMark(t, i, ".")) return false;
  if (isMark(t, i + 1, ".") || (isGlued(t, i) && isMark(t, i - 1, "."))) return false;
  if (isGlued(t, i + 1) && t.shape[i + 1] !== SHAPE.mark) return false;
  return !plays(t, i - 1, "bound") || t.text.charAt(t.end[i - 1]! - 1) !== "x";
}
