import { isMark, says, textAt } from "./find.ts";
import type { Tokens } from "./scan.ts";

const CHANGED =
  /^(?:bump|rais|mov|re-?point|pointing|estimat|goes|go|went|chang|drop|cut|grow|grew|up|down|revis|push|slip|reduc|increas|updat|correct|shrunk|shrink|jump|came|set|adjust|extend|lower|bring|brought)/;

/** In "bumping it from 1 sprint to 2 sprints" only the second is meant: the token where it begins. */
export function pastOldValue(t: Tokens, i: number): number {
  if (!says(t, i - 1, "from")) return i;
  let changed = false;
  for (let at = i - 2; at >= Math.max(0, i - 9); at--) if (CHANGED.test(textAt(t, at))) changed = true;
  if (!changed) return i;
  for (let at = i + 1; at < i + 5; at++)
    if ((says(t, at, "to") || isMark(t, at, "→")) && at + 1 < t.length) return at + 1;
  return i;
}
