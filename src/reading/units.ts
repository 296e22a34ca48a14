import { PART } from "./entries.ts";
import { isDash, isGlued, isMark, plays, says, wordAt } from "./find.ts";
import type { Manner } from "./reading.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import { UNIT_DAYS, type Unit } from "./words/amounts.ts";

const isTeamUnit = (unit: Unit): unit is `team:${string}` => unit.startsWith("team:");

/** How many working days one unit has for this team; points count as themselves. */
export function daysIn(unit: Unit, manner: Manner): number {
  const hour = 1 / (manner.hoursInDay ?? 8);
  if (unit === "points") return 1;
  if (unit === "hour") return hour;
  if (unit === "minute") return hour / 60;
  if (unit === "sprint") return manner.sprintDays ?? UNIT_DAYS.sprint;
  if (isTeamUnit(unit)) return manner.unitNames?.[unit.slice("team:".length)] ?? 1;
  return UNIT_DAYS[unit];
}

const SINGLE_LETTERS = new Set(["h", "d", "w"]);

/** The unit at token `i`, past "working", "dev-", "more" and the like. */
export function unitAt(t: Tokens, i: number): { unit: Unit; next: number } | undefined {
  let at = i;
  for (let skipped = 0; skipped < 4; skipped++) {
    const unit = t.entries[at]?.unit;
    if (unit !== undefined && unitStands(t, at)) return { unit, next: at + 1 };
    if (isDash(t, at) && !isMark(t, at, "/") && (isGlued(t, at) || isGlued(t, at + 1))) at++;
    else if (plays(t, at, PART.dayKind) || says(t, at, "story")) at++;
    else return undefined;
  }
  return undefined;
}

function unitStands(t: Tokens, i: number): boolean {
  const word = wordAt(t, i);
  if (word.length > 1) return true;
  if (word === "m") return isGlued(t, i);
  if (!SINGLE_LETTERS.has(word)) return false;
  return (
    isGlued(t, i) ||
    (t.shape[i - 1] === SHAPE.number &&
      !isMark(t, i + 1, "/") &&
      (i + 1 >= t.length ||
        t.shape[i + 1] === SHAPE.mark ||
        /^(?:for|of|in|to|tops|max)$/.test(wordAt(t, i + 1))))
  );
}
