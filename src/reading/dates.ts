import { CLASS, PART } from "./entries.ts";
import { gateOf, passes } from "./gate.ts";
import { isDash, isGlued, isMark, isOf, plays, says, textAt, wordAt, type Find } from "./find.ts";
import { SHAPE, type Tokens } from "./scan.ts";

/** Finds days and dates: "by Friday", "end of next sprint", "mid-March", "on the 14th", "before the freeze", "EOW". */
export function findDates(t: Tokens): Find[] {
  const finds: Find[] = [];
  for (let i = 0; i < t.length; i++) {
    if (!mayOpen(t, i)) continue;
    const to = coreAt(t, i) ?? eventAt(t, i);
    if (to === undefined) continue;
    const from = prepositionBefore(t, i);
    finds.push({ kind: "date", from, to, low: null, high: null, rule: "date" });
    i = to - 1;
  }
  return finds;
}

/** What a date begins with, unless it is a number or the number of a week. */
const OPENS = gateOf(
  [
    PART.edge,
    PART.which,
    PART.weekday,
    PART.month,
    PART.shorthand,
    PART.quarter,
    PART.day,
    PART.occasion,
    PART.unit,
  ],
  [CLASS.eventLead],
);

function mayOpen(t: Tokens, i: number): boolean {
  const shape = t.shape[i];
  if (shape !== SHAPE.word) return shape === SHAPE.number || shape === SHAPE.date;
  return passes(t.entries[i]!, OPENS) || isWeekNumber(t, i);
}

/** "kw 12", "cw12" */
const isWeekNumber = (t: Tokens, i: number): boolean =>
  t.end[i]! - t.start[i]! <= 4 && (t.text.charCodeAt(t.start[i]! + 1) | 32) === 119;

/** "before the winter term", "by the demo", "not before the inventory is over": a limit that is something happening. */
function eventAt(t: Tokens, i: number): number | undefined {
  if (!isOf(t, i, CLASS.eventLead) || !/^(?:by|before|until|till|til|with)$/.test(wordAt(t, i - 1)))
    return undefined;
  let at = says(t, i, "peak") ? i : i + 1;
  while (
    at < i + 4 &&
    t.shape[at] === SHAPE.word &&
    !plays(t, at, PART.condition) &&
    !/^(?:is|are|for|will|we|i|it|and|of)$/.test(wordAt(t, at))
  )
    at++;
  if (at === i && !says(t, i, "peak")) return undefined;
  if (
    wordAt(t, i - 1) === "with" &&
    !/^(?:release|train|drop|update|version|sprint|build)$/.test(wordAt(t, at - 1))
  )
    return undefined;
  if (at === i + 1 && !says(t, i, "peak") && t.shape[i + 1] !== SHAPE.word) return undefined;
  const ends =
    at >= t.length ||
    t.shape[at] === SHAPE.mark ||
    /^(?:for|is|are|if|and|but|so|unless|because|bc|cuz)$/.test(wordAt(t, at));
  return ends && at > i ? at : undefined;
}

const WEEKS = new Set(["kw", "cw", "week", "wk"]);
const AMBIGUOUS = new Set(["may", "march", "mar", "sat", "sun", "mon", "second", "dec", "fri", "wed"]);

/** The end of the date that begins at token `i` with its first edge or core word; undefined where none does. */
function coreAt(t: Tokens, i: number): number | undefined {
  if (t.shape[i] === SHAPE.date) return i + 1;
  if (t.shape[i] === SHAPE.number) return numericAt(t, i);
  if (t.shape[i] !== SHAPE.word) return undefined;
  let at = i;
  let edge = false;
  let which = false;
  while (at < Math.min(t.length, i + 8)) {
    if (plays(t, at, PART.edge) && !(at === i && plays(t, at, PART.month))) {
      edge = true;
      at++;
      if (isDash(t, at) || (isMark(t, at, ".") && isGlued(t, at))) at++;
    } else if (plays(t, at, PART.which)) {
      which = true;
      at++;
    } else if ((edge || which) && says(t, at, "of")) at++;
    else break;
  }
  const ordinal = (edge || which) && t.shape[at] === SHAPE.number ? numericAt(t, at) : undefined;
  return ordinal ?? wordCore(t, at, edge, which, i);
}

function wordCore(t: Tokens, at: number, edge: boolean, which: boolean, start: number): number | undefined {
  const word = wordAt(t, at);
  const led = edge || plays(t, start - 1, PART.before);
  const whichWord = wordAt(t, start);
  if (plays(t, at, PART.weekday)) {
    if (AMBIGUOUS.has(word) && !led && /^(?:i|we|he|she|they|who|and|it|the|are|is)$/.test(wordAt(t, at - 1)))
      return undefined;
    if (says(t, at + 1, "week")) return at + 2;
    if (isDash(t, at + 1) && isGlued(t, at + 1)) return plays(t, at + 2, PART.weekday) ? undefined : at + 1;
    return tail(t, at + 1);
  }
  if (plays(t, at, PART.month)) {
    if (t.shape[at + 1] === SHAPE.number && t.value[at + 1]! <= 31 && !t.entries[at + 2]?.unit)
      return tail(t, ordinalEnd(t, at + 1));
    if (AMBIGUOUS.has(word) && !led && !plays(t, at - 1, PART.before)) return undefined;
    return t.shape[at + 1] === SHAPE.number && t.value[at + 1]! > 2000 ? at + 2 : at + 1;
  }
  if (plays(t, at, PART.shorthand))
    return isDash(t, at + 1) && wordAt(t, at + 2) === "ish" ? at + 3 : tail(t, at + 1);
  if (plays(t, at, PART.quarter)) return year(t, at + 1);
  if (plays(t, at, PART.day))
    return led || !/^(?:lunch|noon|midnight|lunchtime)$/.test(word) ? tail(t, at + 1) : undefined;
  if (WEEKS.has(word) && t.shape[at + 1] === SHAPE.number && !isGlued(t, at + 1)) return at + 2;
  if (at < t.length && isWeekNumber(t, at) && /^(?:kw|cw)\d\d?$/.test(textAt(t, at))) return at + 1;
  if (plays(t, at, PART.period) && (edge || (which && whichWord !== "the"))) return tail(t, at + 1);
  if (plays(t, at, PART.period) && whichWord === "the" && says(t, at + 1, "after")) return at + 2;
  if (plays(t, at, PART.unit) && wordAt(t, at) === "day" && which && says(t, at + 1, "after")) return at + 2;
  if (plays(t, at, PART.occasion) && plays(t, start - 1, PART.before))
    return at + Math.max(1, t.entries[at]!.reach);
  if (
    which &&
    plays(t, start - 1, PART.before) &&
    /^(?:by|before|until|till|til)$/.test(wordAt(t, start - 1)) &&
    plays(t, at + 1, PART.occasion)
  )
    return at + 2;
  return undefined;
}

/** "14th", "14 March", "28 Feb", "11/21", "14.03." */
function numericAt(t: Tokens, i: number): number | undefined {
  const value = t.value[i]!;
  if (value < 1 || value >= 32) return undefined;
  const end = ordinalEnd(t, i);
  const isOrdinal = end > i + 1;
  if (plays(t, end, PART.month) && !t.entries[end]?.unit) return year(t, end + 1);
  if (says(t, end, "of") && plays(t, end + 1, PART.month)) return year(t, end + 2);
  if (isOrdinal) return end;
  const led =
    plays(t, i - 1, PART.before) || plays(t, i - 1, PART.hedge) || MILESTONES.test(wordAt(t, i - 1));
  if (led && isMark(t, i + 1, "/") && t.shape[i + 2] === SHAPE.number && isGlued(t, i + 2))
    return Math.min(value, t.value[i + 2]!) <= 12 && t.value[i + 2]! < 32 ? i + 3 : undefined;
  const said = t.text.slice(t.start[i], t.end[i]);
  if (/^\d\d?\.\d\d?$/.test(said) && isMark(t, i + 1, ".") && isGlued(t, i + 1)) return tail(t, i + 2);
  return undefined;
}

/** What a plan puts a day to: "beta 3/14", "code complete 11/12". */
const MILESTONES =
  /^(?:alpha|beta|ga|gold|live|launch|release|released|complete|completed|freeze|frozen|ready|done|handover|shipped|ship|prod|production|staging|demo|eta|due|through|rollout|cutover|kickoff|mvp)$/;

const ENDINGS = new Set(["st", "nd", "rd", "th"]);
function ordinalEnd(t: Tokens, i: number): number {
  return isGlued(t, i + 1) && ENDINGS.has(textAt(t, i + 1)) ? i + 2 : i + 1;
}

const year = (t: Tokens, i: number): number =>
  t.shape[i] === SHAPE.number &&
  (t.value[i]! > 2000 || (t.value[i]! >= 24 && t.value[i]! < 40)) &&
  !t.entries[i + 1]?.unit
    ? i + 1
    : i;

/** "friday evening", "tmrw EOD", "monday at the latest". */
function tail(t: Tokens, i: number): number {
  let at = i;
  if (plays(t, at, PART.daytime) || plays(t, at, PART.shorthand)) at++;
  if (says(t, at, "at") && wordAt(t, at + 2) === "latest") return at + 3;
  if (wordAt(t, at) === "latest") return at + 1;
  if (plays(t, at, PART.weekday)) return at + 1;
  return at;
}

/** Takes in the preposition, and "not before". */
function prepositionBefore(t: Tokens, i: number): number {
  let at = i;
  while (plays(t, at - 1, PART.hedge)) at--;
  if (!plays(t, at - 1, PART.before) || plays(t, at - 1, PART.hedge)) {
    if (wordAt(t, i - 1) === "around" && plays(t, i - 2, PART.before)) return i - 2;
    return i;
  }
  return says(t, at - 2, "not") ? at - 2 : at - 1;
}
