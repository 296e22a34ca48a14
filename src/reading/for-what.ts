import { plays, says, wordAt, type Find } from "./find.ts";
import { PART } from "./entries.ts";
import type { Tokens } from "./scan.ts";

const WHAT = new Set("the a an this that our its it all both every each get make do build finish".split(" "));

/** Whether a find is followed by what it is for: "3 weeks for the importer", "a day to wire it". */
export const forWhat = (t: Tokens, find: Find): boolean => {
  let at = find.to;
  while (plays(t, at, PART.hedge)) at++;
  return (says(t, at, "for") || says(t, at, "to") || says(t, at, "on")) && WHAT.has(wordAt(t, at + 1));
};
