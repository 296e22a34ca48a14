import { PART } from "./entries.ts";
import { countAt, rangeAt } from "./counts.ts";
import { pastOldValue } from "./old-values.ts";
import { daysIn } from "./units.ts";
import { anyPlays, isDash, isGlued, isMark, plays, wordAt, type Find } from "./find.ts";
import type { Manner } from "./reading.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import type { Unit } from "./words/amounts.ts";

/** Words that tell that people are giving points right now. */
const POINTING = new Set(
  `vote votes voted voting poker pointing pointed points point pts pt sp re-pointing repointing card cards estimate fibonacci showed
  pointer pointers sizing sized planning`.split(/\s+/),
);
const LEADS = new Set(
  `is it's its be make now or maybe else rather at say voted vote points estimate worst best to for with then more another than
  are was but not showed show says got gave give landed ended pick nearer like call him her them of and 's that's thats becomes became
  until from = it think took takes only goes come came being needs need another`.split(/\s+/),
);

/** What may follow a number whose unit was said before: small words, of which it counts none. */
const FOLLOWS = new Set(
  `total altogether overall says said imo tbh either too calendar each all then again now here there
  of for in on at with by from to into as per within over under without
  i we you he she they it this that these those my our your his her their the a an
  is are was were be has have had will would can could should might may must do does did won't isn't
  and or but so because since than if when while unless though just only maybe not no yes please sorry
  tops max instead more less honest really actually probably`.split(/\s+/),
);

/** Finds numbers that take their unit from what was said before: "not 4 days, 9", "make it 3", "it's a 5", "my vote is 8". */
export function findBareNumbers(
  t: Tokens,
  amounts: readonly Find[],
  manner: Manner,
  asked: Unit | undefined,
): Find[] {
  if (!hasNumber(t)) return [];
  let points: boolean | undefined;
  const named = unitNamed(t);
  const finds: Find[] = [];
  let last = -1;
  for (let i = 0; i < t.length; i++) {
    while (last + 1 < amounts.length && amounts[last + 1]!.from <= i) last++;
    if (t.shape[i] !== SHAPE.number && !plays(t, i, PART.count)) continue;
    if (last >= 0 && i < amounts[last]!.to) continue;
    const old = i;
    i = pastOldValue(t, i);
    const one = countAt(t, i);
    const count = one && (rangeAt(t, one) ?? one);
    if (!count || !standsAlone(t, i, count.next)) continue;
    points ??= asked === "points" || amounts.some((one) => one.unit === "points") || mentionsPointing(t);
    const pointed = points || (i > old && hasTicket(t)) || putAt(t, i) || isFromMe(t, count.next);
    const said =
      amounts[last]?.unit ?? (pointed ? "points" : undefined) ?? asked ?? amounts[0]?.unit ?? named;
    if (last < 0 && saysNothingElse(t, i, count.next) && asked === undefined && !pointed) continue;
    const find = bareAt(t, i, count.next, said, pointed);
    if (!find) continue;
    const days = daysIn(find.unit, manner);
    const high = count.high === null ? null : count.high * days;
    finds.push({ ...find, low: count.low * days, high, to: count.next, bare: true, loose: count.loose });
    i = count.next - 1;
  }
  return finds;
}

/** The unit that a text names without a number: "splash 2, crash triage 3, all in days". */
function unitNamed(t: Tokens): Unit | undefined {
  if (!anyPlays(t, PART.unit)) return undefined;
  return t.entries.find((entry) => entry.unit !== undefined)?.unit;
}

/** Whether the text holds a number at all, in digits or in words. */
export const hasNumber = (t: Tokens): boolean => anyPlays(t, PART.count) || t.shape.includes(SHAPE.number);
const hasTicket = (t: Tokens): boolean => t.shape.includes(SHAPE.id);

/** "I'd put it at 8", "put me down for 8". */
const putAt = (t: Tokens, i: number): boolean =>
  (wordAt(t, i - 1) === "at" &&
    /^(?:it|this|that)$/.test(wordAt(t, i - 2)) &&
    /^(?:put|peg|place|have|size|left|see)$/.test(wordAt(t, i - 3))) ||
  (wordAt(t, i - 1) === "for" && wordAt(t, i - 2) === "down" && /^(?:me|us)$/.test(wordAt(t, i - 3)));

/** "8 from me" */
const isFromMe = (t: Tokens, next: number): boolean =>
  wordAt(t, next) === "from" && /^(?:me|us|my|our)$/.test(wordAt(t, next + 1));

function mentionsPointing(t: Tokens): boolean {
  for (let i = 0; i < t.length; i++) if (t.shape[i] === SHAPE.word && POINTING.has(wordAt(t, i))) return true;
  return false;
}

/** Nothing that the number could count follows it. */
function standsAlone(t: Tokens, i: number, next: number): boolean {
  if (
    i > 0 &&
    isGlued(t, i) &&
    !isMark(t, i - 1, "~") &&
    !isMark(t, i - 1, "=") &&
    !isMark(t, i - 1, "(") &&
    !isMark(t, i - 1, ">")
  )
    return false;
  if (next >= t.length) return true;
  if (isGlued(t, next))
    return (
      !isDash(t, next) &&
      t.shape[next] === SHAPE.mark &&
      !isMark(t, next, "%") &&
      !isMark(t, next, "/") &&
      !isMark(t, next, "°")
    );
  return t.shape[next] === SHAPE.mark
    ? !isMark(t, next, "%") && !isMark(t, next, "€")
    : plays(t, next, PART.condition) ||
        plays(t, next, PART.and) ||
        plays(t, next, PART.hedge) ||
        plays(t, next, PART.joint) ||
        FOLLOWS.has(wordAt(t, next));
}

/** A sentence of one number: "Three." */
const saysNothingElse = (t: Tokens, i: number, next: number): boolean =>
  (i === 0 || isMark(t, i - 1, ".") || isMark(t, i - 1, "\n") || isMark(t, i - 1, "?")) &&
  (next >= t.length || isMark(t, next, ".") || isMark(t, next, "\n") || isMark(t, next, "?"));

function bareAt(
  t: Tokens,
  i: number,
  next: number,
  said: Unit | undefined,
  points: boolean,
): (Omit<Find, "to" | "low" | "high"> & { unit: Unit }) | undefined {
  const article =
    plays(t, i - 1, PART.article) &&
    wordAt(t, i - 1) !== "the" &&
    wordAt(t, i - 1) !== "this" &&
    wordAt(t, i - 1) !== "that";
  if (article && (wordAt(t, i - 1) === "a" || wordAt(t, i - 1) === "an"))
    return isStoryNumber(t.value[i]!)
      ? { kind: "points", from: i - 1, rule: "points-bare", unit: "points" }
      : undefined;
  if (said === undefined) return undefined;
  if (said === "points" && !points) return undefined;
  const from = article ? i - 1 : i;
  const before = from - 1;
  const led =
    before < 0 ||
    t.shape[before] === SHAPE.mark ||
    LEADS.has(wordAt(t, before)) ||
    plays(t, before, PART.hedge) ||
    plays(t, before, PART.degree) ||
    article ||
    isMark(t, before, "~") ||
    t.shape[before] === SHAPE.id ||
    next >= t.length ||
    t.shape[next] === SHAPE.mark;
  if (!led) return undefined;
  const kind = said === "points" ? "points" : "duration";
  if (kind === "points" && !isStoryNumber(t.value[i]!)) return undefined;
  return { kind, from, rule: `${kind}-bare`, unit: said };
}

/** Numbers on estimation cards. */
const STORY_NUMBERS = new Set([0.5, 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 21, 34, 40, 55, 89, 100]);
const isStoryNumber = (value: number): boolean => STORY_NUMBERS.has(value);
