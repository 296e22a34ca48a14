import { CLASS, PART } from "./entries.ts";
import { isDash, isGlued, isMark, isOf, plays, textAt, wordAt } from "./find.ts";
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
    const halts = i > 0 && (plays(t, i, PART.halt) || opensClause(t, i));
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

/** "… and cutting that is", "… before we touch it", "if we keep it it's 3 days": a clause without a comma. */
function opensClause(t: Tokens, i: number): boolean {
  if (isOf(t, i, CLASS.resumes))
    return (
      !isOf(t, i - 1, CLASS.clauseLink) &&
      t.shape[i - 1] === SHAPE.word &&
      !/^(?:think|guess|say|says|reckon|so|but|told|me|because|bc|cuz)$/.test(wordAt(t, i - 1))
    );
  if (!isOf(t, i, CLASS.clauseLink) && !isMark(t, i, "&")) return false;
  const word = wordAt(t, i);
  const next = wordAt(t, i + 1);
  return (
    (isOf(t, i + 1, CLASS.clauseSubject) &&
      !(/^(?:before|until|till|after|since|once)$/.test(word) && /^(?:the|this|my|our)$/.test(next))) ||
    (/^(?:and|n)$/.test(word) && /[a-z]{3}ing$/.test(textAt(t, i + 1)))
  );
}

function endsSentence(t: Tokens, i: number): boolean {
  if (isMark(t, i, "\n")) return true;
  if (isMark(t, i, "?") || isMark(t, i, "!"))
    return !isMark(t, i + 1, "?") && !isMark(t, i + 1, "!") && !isMark(t, i + 1, ")");
  if (!isMark(t, i, ".")) return false;
  if (isMark(t, i + 1, ".") || (isGlued(t, i) && isMark(t, i - 1, "."))) return false;
  if (isGlued(t, i + 1) && t.shape[i + 1] !== SHAPE.mark) return false;
  if (
    /^(?:incl|excl|approx|ca|max|min|etc|vs|est|resp|e\.g|i\.e|eg|ie|no|nr|appx)$/.test(wordAt(t, i - 1)) &&
    /[a-z0-9]/.test(t.text.charAt(t.start[i + 1] ?? 0))
  )
    return false;
  return !plays(t, i - 1, PART.bound) || t.text.charAt(t.end[i - 1]! - 1) !== "x";
}
