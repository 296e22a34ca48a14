import type { Clauses } from "./clauses.ts";
import { isMark, textAt, type Find } from "./find.ts";
import type { Tokens } from "./scan.ts";

/** Struck-through words with a number, like "~2 days~ 4 days". */
export const STRUCK_THROUGH =
  /(?:^|[\s(])~(?=[^~\n]*(?:\d|\b(?:a|one|two|three|week|month|day|sprint)\b))[^~\n]*[^~\s]~(?![\w~])/i;

const CHANGE =
  /\b(?:bump(?:ed|ing)?|re-?point(?:ed|ing)? [^.\n]{0,40}\b(?:from|to)\b|re-?estimat(?:e|ed|es|ing)|revis(?:e|es|ed|ing|ion)|slip(?:ped|s|ping)? (?:to|by|from|into)|moved the date|pushed (?:back|to|out)|drop(?:ped|s) (?:from|to)|goes \d{1,4} ?(?:→|to)|down from|up from|make (?:that|it)|no longer|instead of|misread|was (?:naive|wrong|optimistic|too)|turn(?:s|ed) out|i lied|correction|old (?:one|number|estimate)|rather|should be an?|is fiction|has it wrong|we had \w{1,12} on it|now (?:say|more like|it's|its|\d)|not \d{1,4}[^.,]{0,40}[,;] ?(?:but|it's|its|\d)|it's not|its not|my ass|we'd said|thought it)\b/i;
const SAID =
  /\b(?:said|thought|told|promised|planned|estimated|guessed|(?:was|were|had|gave) (?:~|a|an|one|two|three|four|five|six|eight|\d))/i;

/** What a correction needs to know of the whole message: how many finds, the first of each kind, what is struck through. */
export type Earlier = {
  readonly finds: number;
  readonly firstEnd: Readonly<Partial<Record<Find["kind"], number>>>;
  readonly struckAt: number;
};

export function earlierOf(text: string, finds: readonly Find[]): Earlier {
  const firstEnd: Partial<Record<Find["kind"], number>> = {};
  for (const find of finds) firstEnd[find.kind] ??= find.to;
  return { finds: finds.length, firstEnd, struckAt: text.includes("~") ? text.search(STRUCK_THROUGH) : -1 };
}

/** A correction is said close by: no further than this many characters before and after. */
const BEFORE = 400;
const AFTER = 200;

/** Whether an estimate corrects an earlier one: the old value shows, is struck through, or the change is said outright. */
export function revises(text: string, t: Tokens, c: Clauses, find: Find, earlier: Earlier): boolean {
  const at = t.start[find.from]!;
  if (earlier.struckAt >= 0 && earlier.struckAt < at) return true;
  const others = earlier.finds > 1;
  if (isMark(t, find.from - 1, "→") || (isMark(t, find.from - 1, ">") && isMark(t, find.from - 2, "-")))
    return others || /\d/.test(textAt(t, find.from - 3));
  const from = Math.max(t.start[c.starts[Math.max(0, c.sentence[find.from]! - 1)]!] ?? 0, at - BEFORE);
  const to = Math.min(t.end[c.ends[c.sentence[find.to - 1]!]! - 1] ?? text.length, at + AFTER);
  const near = text.slice(from, to);
  if (CHANGE.test(near)) return true;
  return others && (earlier.firstEnd[find.kind] ?? Number.POSITIVE_INFINITY) <= find.from && SAID.test(near);
}
