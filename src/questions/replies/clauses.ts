import { kindOf } from "./kinds.ts";
import { finder } from "./phrases.ts";
import { SIGNS, type Sign } from "./signs.ts";

/**
 * What a clause is, in the order in which it is decided: it says that something is not known (`gap`), and perhaps
 * names the point (`open point`); it promises, trusts, jokes, trails off, stays vague; it has something hard in it (an
 * amount, a day, in or out); it is an aside to others; it is a bare yes or no; or it says something plainly.
 */
export type Clause =
  | "open point"
  | "gap"
  | "promise"
  | "trust"
  | "joke"
  | "hanging"
  | "vague"
  | "hard"
  | "aside"
  | "yes or no"
  | "plain"
  | "short";

const FINDERS = (Object.keys(SIGNS) as Sign[]).map((sign) => [sign, finder(SIGNS[sign])] as const);

/** How often each sign is seen in these words; signs that are not seen are left out. */
export function signsIn(words: readonly string[]): Partial<Record<Sign, number>> {
  const seen: Partial<Record<Sign, number>> = {};
  for (const [sign, find] of FINDERS) {
    const times = find(words).length;
    if (times > 0) seen[sign] = times;
  }
  return seen;
}

const CUTS = new Set(["but", "though", "and", "…", "(", ")", ":"]);

/** A sentence cut where one thing said ends and the next begins; a comma cuts only between groups of words. */
export function clausesOf(words: readonly string[]): string[][] {
  const clauses: string[][] = [[]];
  words.forEach((word, at) => {
    const comma = word === "," && (clauses.at(-1)?.length ?? 0) >= 2 && words.length - at > 2;
    if (comma || CUTS.has(word)) clauses.push([]);
    else clauses.at(-1)?.push(word);
  });
  return clauses.filter((clause) => clause.some((word) => /[\p{L}#@]/u.test(word)));
}

/** How far a word of knowing may stand from the negation: "not … decided", "their date I haven't". */
const BEFORE = 2;
const AFTER = 4;

function deniesKnowing(clause: readonly string[], kinds: readonly (string | undefined)[]): boolean {
  return kinds.some((kind, at) => {
    if (kind !== "NOT") return false;
    const from = Math.max(0, at - BEFORE, clause.lastIndexOf(",", at) + 1);
    const comma = clause.indexOf(",", at);
    const to = Math.min(at + AFTER + 1, comma < 0 ? clause.length : comma);
    return kinds.slice(from, to).includes("KNOW");
  });
}

const LOOKING = new Set(
  "look check ask find talk see think measure sit discuss speak clarify read investigate dig figure verify write wait decide".split(
    " ",
  ),
);

const ORDERED = new Set(["first", "start", "before"]);
/** "I would look at the old rows first": what to do first is itself an answer, unless somebody is to be asked. */
const namesFirstStep = (clause: readonly string[]) =>
  clause.some((word) => word === "would" || word === "id") &&
  clause.some((word) => ORDERED.has(word)) &&
  !clause.some((word) => word === "have" || word === "need" || word === "ask" || word === "with");

/** "I'd have to look", "ask them": finding out is still to be done. */
const leavesItToLooking = (clause: readonly string[], kinds: readonly (string | undefined)[]) =>
  !namesFirstStep(clause) &&
  clause.some(
    (word, at) => LOOKING.has(word) && (at === 0 || kinds.slice(Math.max(0, at - 3), at).includes("MUST")),
  );

const POINTS = finder(
  "what, how, when, who, whose, where, which, whether, if, as to, as for, as regards, for the, for her|him|them, the rest, rest, the other|others, others, beyond that, apart from that",
);
const LEFT = finder(
  "up to, matter, another, open, depends, ask, nobody, noone, no one, never, dont, havent, hasnt, cant, couldnt, isnt, not, have to, need, need to, must, decides, decide, decided, is with, unclear, unknown, tbd, hm, hmm, idk, dunno, none, remains, wait, later, yet, talk, fight, argue*, discuss*, question, says, no idea, no clue, guess",
);

/** "What happens to the rest is up to them": a point is named first, and then left. */
export function leavesAPoint(words: readonly string[]): boolean {
  if (words.at(-1) === "?") return false;
  const point = POINTS(words.slice(0, 4))[0];
  return point !== undefined && point.at <= 1 && LEFT(words.slice(point.at + point.length)).length > 0;
}

const HANGING = /^(?:h+m+|u+h+|u+m+|pff|puh|pass|\.{2,}|…)$/;

/** What kind of clause this is. */
export function clauseKind(clause: readonly string[]): Clause {
  const kinds = clause.map(kindOf);
  const signs = signsIn(clause);
  if (signs.unknown || deniesKnowing(clause, kinds) || leavesItToLooking(clause, kinds))
    return kinds.some((kind) => kind === "WH" || kind === "WHO") ? "open point" : "gap";
  if (signs.promise) return "promise";
  if (signs.trust) return "trust";
  if (signs.joke) return "joke";
  if (HANGING.test(clause.at(-1) ?? "") || (signs["takes back"] && clause.length <= 3)) return "hanging";
  if (signs.vague && !signs.amount && !signs.date) return "vague";
  if (signs.amount || signs.date || signs["in or out"] || signs.number) return "hard";
  if (signs.announcement || signs.request) return "aside";
  if (signs.yes || signs.no || signs.nothing) return "yes or no";
  return clause.length >= 3 ? "plain" : "short";
}
