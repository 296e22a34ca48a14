import type { Clauses } from "./clauses.ts";
import { isMark, wordAt, type Find } from "./find.ts";
import type { Tokens } from "./scan.ts";

/** Struck-through words with a number, like "~2 days~ 4 days". */
export const STRUCK_THROUGH =
  /(?:^|[\s(])~(?=[^~\n]*(?:\d|\b(?:a|one|two|three|week|month|day|sprint)\b))[^~\n]*[^~\s]~(?![\w~])/i;

const CHANGE =
  /\b(?:bump(?:ed|ing)?|re-?point(?:ed|ing)?|re-?estimat\w+|revis\w+|slipp?(?:ed|ing|s)?|moved the date|pushed (?:back|to|out)|drop(?:ped|s) (?:from|to)|goes \d+ ?(?:→|to)|down from|up from|make (?:that|it)|no longer|instead of|misread|was (?:naive|wrong|optimistic|too)|turn(?:s|ed) out|i lied|correction|old (?:one|number|estimate)|rather|should be an?|is fiction|has it wrong|we had \w+ on it|now (?:say|more like|it's|its|\d)|not \d+[^.,]*[,;] ?(?:but|it's|its|\d)|it's not|its not|my ass|we'd said|thought it)\b/i;
const SAID = /\b(?:said|thought|told|gave|had|was|were|planned|estimated|guessed|promised)\b/i;

/** Whether an estimate corrects an earlier one: the old value shows, is struck through, or the change is said outright. */
export function revises(text: string, t: Tokens, c: Clauses, find: Find, finds: readonly Find[]): boolean {
  if (STRUCK_THROUGH.test(text) && text.search(STRUCK_THROUGH) < t.start[find.from]!) return true;
  const others = finds.filter((one) => one !== find);
  const from = t.start[c.starts[Math.max(0, c.sentence[find.from]! - 1)]!] ?? 0;
  const near = text.slice(from, t.end[c.ends[c.sentence[find.to - 1]!]! - 1]);
  if (isMark(t, find.from - 1, "→") || (isMark(t, find.from - 1, ">") && isMark(t, find.from - 2, "-")))
    return others.length > 0 || /\d/.test(wordAt(t, find.from - 3));
  if (
    !CHANGE.test(near) &&
    !(SAID.test(near) && others.some((one) => one.kind === find.kind && one.to <= find.from))
  )
    return false;
  return CHANGE.test(near) || others.length > 0;
}
