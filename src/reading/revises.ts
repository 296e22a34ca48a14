import type { Clauses } from "./clauses.ts";
import { isMark, textAt, type Find } from "./find.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Tokens } from "./scan.ts";

/** Struck-through words with a value, like "~2 days~ 4 days". */
const STRUCK_THROUGH =
  /(?:^|[\s(])~(?=[^~\n]*(?:\d|\b(?:a|one|two|three|week|month|day|sprint|X{0,2}[SL]|M|by|end)\b))[^~\n]*[^~\s]~(?![\w~])/i;

/** The change is said outright: no old value need show. */
const OUTRIGHT =
  /\b(?:re-?point(?:ed|ing)? [^.\n]{0,40}\b(?:from|to)\b|re-?estimat(?:e|ed|es|ing)|revis(?:e|es|ed|ing)|slip(?:ped|s|ping)? (?:to|by|from|into)|moved the date|push(?:ed|ing)? (?:it )?(?:back|out)|bump(?:ed|ing)? [^.\n]{0,30}\b(?:to|from)\b|drop(?:ped|s) (?:from|to)|grew from|(?:goes|went) from|down from|up from|make (?:that|it (?:~|an? )?\d)|no longer|instead of|misread|was (?:naive|wrong|optimistic|too)|too (?:tight|optimistic)|turn(?:s|ed) out|correction|erratum|pardon|no,? sorry|scratch that|scrap (?:what|that|my)|forget (?:the|what|my)|take back|overwrite|halve|downgrade|what i (?:said|called)|old (?:one|number|estimate)|we'd said|thought it|(?:had|said|gave|put) (?:an? )?\d{1,2}\b[^.\n\d]{0,20}\b(?:should be|now|rather))\b/i;
/** An old value stands before, and this word with it. */
const OLD =
  /\b(?:said|thought|told|promised|planned|scoped|estimated|guessed|(?:was|were|had|gave) (?:~|as|for|a|an|one|two|three|four|five|six|eight|\d|X{0,2}[SL]\b|M\b))/i;
/** The old value is denied. */
const DENIED = /\b(?:not|isn't|isnt)(?: an?)? $/i;
/** Between the old value and the new one, or just behind the new one. */
const BETWEEN =
  /(?:\b(?:becomes?|became|now|more like|no sorry|after all|rather)\b|\?\?|→|->)[^.\n\d]{0,14}$/i;
const FROM_TO = /\bfrom [^.\n]{1,24} to (?:an? )?$/i;
const BEHIND = /^(?: now)?,? ?\(?(?:not|had|was|instead|now)\b/i;

/** What a correction needs to know of the whole message: how many finds, the first of each kind, what is struck through. */
export type Earlier = {
  readonly finds: number;
  readonly first: Readonly<Partial<Record<Find["kind"], Find>>>;
  readonly struckAt: number;
};

export function earlierOf(text: string, finds: readonly Find[]): Earlier {
  const first: Partial<Record<Find["kind"], Find>> = {};
  for (const find of finds) first[find.kind] ??= find;
  return { finds: finds.length, first, struckAt: text.includes("~") ? text.search(STRUCK_THROUGH) : -1 };
}

/** A correction is said close by: no further than this many characters before and after. */
const BEFORE = 400;
const AFTER = 200;
/** And an old value is spoken of in the words just before it. */
const LEAD = 30;

/** Whether an estimate corrects an earlier one: the old value shows, is struck through, or the change is said outright. */
export function revises(
  text: string,
  t: Tokens,
  c: Clauses,
  find: Find,
  earlier: Earlier,
  { fresh }: Neighbours,
): boolean {
  const at = t.start[find.from]!;
  if (earlier.struckAt >= 0 && earlier.struckAt < at) return true;
  if (fresh.has(find)) return true;
  if (find.kind === "vague") return false;
  if (isMark(t, find.from - 1, "→") || (isMark(t, find.from - 1, ">") && isMark(t, find.from - 2, "-")))
    return earlier.finds > 1 || /\d/.test(textAt(t, find.from - 3));
  const from = Math.max(t.start[c.starts[Math.max(0, c.sentence[find.from]! - 1)]!] ?? 0, at - BEFORE);
  const end = t.end[find.to - 1]!;
  const to = Math.min(t.end[c.ends[c.sentence[find.to - 1]!]! - 1] ?? text.length, at + AFTER);
  if (OUTRIGHT.test(text.slice(from, to)) || FROM_TO.test(text.slice(Math.max(from, at - 40), at)))
    return true;
  const first = earlier.first[find.kind];
  if (first === undefined || earlier.finds < 2) return false;
  if (first.to > find.from) return first === find && BEHIND.test(text.slice(end, end + LEAD));
  const old = t.start[first.from]!;
  if (at - old > BEFORE || c.sentence[find.from]! - c.sentence[first.from]! > 1) return false;
  return (
    DENIED.test(text.slice(Math.max(0, old - LEAD), old)) ||
    OLD.test(text.slice(Math.max(0, old - LEAD), t.end[first.to - 1])) ||
    BETWEEN.test(text.slice(t.end[first.to - 1], at))
  );
}
