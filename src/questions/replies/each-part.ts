import { clauseKind, type Clause } from "./clauses.ts";
import { finder } from "./phrases.ts";
import type { Posed } from "./question.ts";
import { filledBy, slotsOf } from "./slots.ts";
import type { Sentence } from "./text.ts";
import { partsOf } from "./wants.ts";

/** Where one thing said ends and the next begins, however short both are: "flip it back, seconds". */
const CUTS = new Set([",", "and", "but", "then", "…", "(", ")", ":", "→", "&"]);

/** Nothing is settled by these. */
const LEFT_OPEN: ReadonlySet<Clause> = new Set<Clause>([
  "open point",
  "gap",
  "promise",
  "trust",
  "joke",
  "hanging",
  "vague",
  "aside",
]);

/** More short clauses than this are a story, and no terse answer. */
const CLAUSES_AT_MOST = 5;

function shortClauses(said: readonly Sentence[]): string[][] {
  return said.flatMap(({ words }) => {
    const clauses: string[][] = [[]];
    for (const word of words)
      if (CUTS.has(word)) clauses.push([]);
      else clauses.at(-1)?.push(word);
    return clauses.filter((clause) => clause.some((word) => /[\p{L}#@]/u.test(word)));
  });
}

/** Doubt about the fact itself; "could" and "would" belong to many a plain answer. */
const doubts = finder(
  "probably, prob, maybe, perhaps, might, presumably, hopefully, should, guess, suppose, i think|believe|reckon, not sure, some, something, someone, somebody, ?",
);

const leavesOpen = (clause: readonly string[]) =>
  LEFT_OPEN.has(clauseKind(clause)) || doubts(clause).length > 0;

/** Whether each slot has a clause of its own, with as many left over as there are parts of no known kind. */
function eachHasItsOwn(
  slots: readonly string[],
  fills: readonly ReadonlySet<string>[],
  spare: number,
): boolean {
  const [slot, ...rest] = slots;
  if (slot === undefined) return fills.length >= spare;
  return fills.some((own, at) => own.has(slot) && eachHasItsOwn(rest, fills.toSpliced(at, 1), spare));
}

/** Whether a question of several parts gets a clause for each, none of them left open: "Jo the screens, the parser first". */
export function spokenToEach(question: Posed, said: readonly Sentence[]): boolean {
  const slots = slotsOf(question.text);
  const known = slots.filter((slot) => slot !== "open");
  if (known.length === 0 || Math.max(slots.length, partsOf(question.text).length) < 2) return false;
  const clauses = shortClauses(said);
  if (clauses.length < 2 || clauses.length > CLAUSES_AT_MOST || clauses.some(leavesOpen)) return false;
  const fills = clauses.map((clause) => new Set(filledBy(clause)));
  return eachHasItsOwn(known, fills, slots.includes("open") ? 1 : 0);
}
