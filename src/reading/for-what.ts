import { plays, wordAt, type Find } from "./find.ts";
import { PART } from "./lexicon.ts";
import type { Tokens } from "./scan.ts";

/** Whether a find is followed by what it is for: "3 weeks for the importer", "a day to wire it". */
export const forWhat = (t: Tokens, find: Find): boolean => {
  let at = find.to;
  while (plays(t, at, PART.hedge)) at++;
  return (
    /^(?:for|to|on)$/.test(wordAt(t, at)) &&
    /^(?:the|a|an|this|that|our|its|it|all|both|every|each|get|make|do|build|finish)$/.test(wordAt(t, at + 1))
  );
};
