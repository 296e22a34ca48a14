import type { Words } from "./card.ts";
import { isSized, type Line, type Ts } from "./thread.ts";

/** Words besides the number that a line must hold to say by itself what it is about. */
const ENOUGH = 3;

/** The words that asked how long it takes, where somebody else answered them with a bare number: "3 weeks". */
export function askedFor(lines: readonly Line[], ts: Ts): Words | undefined {
  const line = lines.find((one) => one.ts === ts);
  if (line === undefined || !isBare(line)) return undefined;
  const before = lines.filter((one) => one.ts < ts);
  const asking = before.findLast(({ reading }) => reading.asksForEstimate);
  if (asking?.said === undefined || asking.user === line.user) return undefined;
  // "2 weeks. And the search? 3 days": what was answered in between was meant by it.
  return before.some((one) => one.ts > asking.ts && isSized(one))
    ? undefined
    : { quote: asking.said, ts: asking.ts };
}

function isBare({ said, estimates: [estimate] }: Line): boolean {
  if (said === undefined || estimate === undefined) return false;
  return (said.replace(estimate.quote, " ").match(/\p{L}{3,}/gu) ?? []).length < ENOUGH;
}

/**
 * The lines without words that nobody will see again: of what asked how long it takes, those stay that a bare number answered,
 * and the newest until it is answered.
 */
export function withoutIdleWords(lines: readonly Line[]): Line[] {
  const sized = lines.filter(isSized);
  const answered = new Set(sized.map(({ ts }) => askedFor(lines, ts)?.ts));
  const newest = lines.findLast(({ reading }) => reading.asksForEstimate);
  const open = newest && sized.every(({ ts }) => ts < newest.ts) ? newest.ts : undefined;
  return lines.map((line) => {
    const { said, ...bare } = line;
    const idle = said !== undefined && line.estimates.length + line.specs.length === 0;
    return idle && line.ts !== open && !answered.has(line.ts) ? bare : line;
  });
}
