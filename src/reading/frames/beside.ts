import { gateOf, passes } from "../gate.ts";
import { gives, isDash, isGlued, isMark, isOf, isWord, plays, wordAt } from "../find.ts";
import { CLASS, PART, SIGN } from "../lexicon.ts";
import { SHAPE, type Tokens } from "../scan.ts";
import { endsIn, type View } from "../view.ts";
import type { Frame } from "./frame.ts";

const before = (v: View, word: string): boolean => isWord(v.t, v.prev, word);
const after = (v: View, word: string): boolean => isWord(v.t, v.beyond, word);
const signless = (t: Tokens, i: number): boolean => t.entries[i]!.signs0 === 0 && t.entries[i]!.signs1 === 0;

const NO_NOUN = gateOf([
  PART.condition,
  PART.halt,
  PART.hedge,
  PART.degree,
  PART.floor,
  PART.ceiling,
  PART.article,
  PART.joint,
]);
const NO_NAME = gateOf([PART.hedge, PART.degree, PART.halt, PART.article, PART.condition, PART.not]);

/** A word that can head a noun: no hedge, joint, article or beginning of another clause. */
function worded({ t, end }: View, i: number): boolean {
  return i < t.length && i < end && t.shape[i] === SHAPE.word && !passes(t.entries[i]!, NO_NOUN);
}

/** In "a 3 week trial" the amount describes the word that follows: the token of that word. */
const headOf = (v: View): number => (isDash(v.t, v.next) && isGlued(v.t, v.next) ? v.next + 1 : v.next);

function isSingular({ t, find, amount }: View): boolean {
  if (!amount) return false;
  let unit = "";
  for (let i = find.from; i < find.to; i++) if (t.entries[i]?.unit !== undefined) unit = wordAt(t, i);
  return unit.length > 1 && !unit.endsWith("s");
}

function ofWork(v: View): boolean {
  const head = headOf(v);
  return (
    v.amount &&
    (isOf(v.t, head, CLASS.work) || (worded(v, head) && isOf(v.t, head + 1, CLASS.work) && isSingular(v)))
  );
}
const isAdjective = (v: View): boolean => isSingular(v) || !isWord(v.t, headOf(v), "one");

function ofSomethingElse(v: View): boolean {
  const { t, find } = v;
  const head = headOf(v);
  if (ofWork(v) || !isSingular(v) || find.low === null || find.low === 0 || typeof find.low !== "number")
    return false;
  if (
    !worded(v, head) ||
    gives(t, head, SIGN.need) ||
    gives(t, head, SIGN.more) ||
    gives(t, head, SIGN.doer) ||
    isOf(t, head, CLASS.verbAfter)
  )
    return false;
  const counted = t.shape[find.from] === SHAPE.number || plays(t, find.from, PART.count);
  return counted || (/^(?:the|this|that|a)$/.test(wordAt(t, find.from)) && find.to - find.from > 2);
}

function isEvery(v: View): boolean {
  const { t, find, prev } = v;
  if (isOf(t, prev, CLASS.every) || after(v, "per") || isWord(t, v.next, "cycle")) return true;
  const single = /^(?:a|an|per)$/.test(wordAt(t, find.from)) && find.to - find.from === 2;
  return single && isOf(t, prev, CLASS.rate);
}

function isQuoted({ t, prev, next, closes }: View): boolean {
  let at = prev;
  while (plays(t, at, PART.hedge) || plays(t, at, PART.degree)) at--;
  return isMark(t, at, '"') || isMark(t, at, "“") || isMark(t, prev, "'") || (isMark(t, next, '"') && closes);
}

function onMachines({ t, beyond, end, amount }: View): boolean {
  if (!amount || !(isWord(t, beyond, "on") || isWord(t, beyond, "over") || isWord(t, beyond, "in")))
    return false;
  for (let i = beyond + 1; i < Math.min(beyond + 5, end); i++) if (gives(t, i, SIGN.machine)) return true;
  return false;
}

function thenIDid({ t, beyond }: View): boolean {
  const verb = beyond + 1;
  return (
    isOf(t, beyond, CLASS.person) &&
    (gives(t, verb, SIGN.was) ||
      gives(t, verb, SIGN.spent) ||
      gives(t, verb, SIGN.done) ||
      gives(t, verb, SIGN.been) ||
      endsIn(t, verb, "ed"))
  );
}

function wasIt({ t, start, find }: View): boolean {
  for (let i = Math.max(start, find.from - 2); i < find.to; i++) if (isOf(t, i, CLASS.was)) return true;
  return false;
}

function pastVerb({ t, prev }: View): boolean {
  if (prev < 0 || t.end[prev]! - t.start[prev]! < 4 || isOf(t, prev, CLASS.notPast)) return false;
  return endsIn(t, prev, "ed") || endsIn(t, prev, "ught") || endsIn(t, prev, "ent") || endsIn(t, prev, "ook");
}

function afterName({ t, prev, start }: View): boolean {
  if (prev < start || t.shape[prev] !== SHAPE.word || !signless(t, prev)) return false;
  return !passes(t.entries[prev]!, NO_NAME);
}

function stillStands({ t, next, beyond }: View): boolean {
  if (!isOf(t, beyond, CLASS.still)) return false;
  return isOf(t, next + 1, CLASS.stands) || (next + 1 >= t.length && isOf(t, beyond, CLASS.stands));
}

function isAway(v: View): boolean {
  const { t, beyond, amount } = v;
  if (after(v, "away")) return !isWord(t, beyond + 1, "from");
  return after(v, "off") || (amount && (after(v, "till") || after(v, "until") || after(v, "til")));
}

function ofDiscussion(v: View): boolean {
  const { t, find, next, prev } = v;
  if (find.unit !== "points") return false;
  if (isOf(t, prev, CLASS.moves)) return true;
  const about = after(v, "of") || after(v, "about") || after(v, "on") || after(v, "from");
  return (
    find.bare !== true &&
    about &&
    t.shape[next + 1] === SHAPE.word &&
    (gives(t, next + 1, SIGN.counted) || !plays(t, next + 1, PART.article))
  );
}

const equals = ({ t, prev }: View): boolean =>
  isMark(t, prev, "=") ||
  isMark(t, prev, "→") ||
  (isDash(t, prev) && !isGlued(t, prev)) ||
  (isMark(t, prev, ">") && isDash(t, prev - 1));

const oldValue = ({ t, prev }: View): boolean =>
  isOf(t, prev, CLASS.denied) ||
  (isWord(t, prev, "of") && isWord(t, prev - 1, "instead")) ||
  (isWord(t, prev, "longer") && isWord(t, prev - 1, "no"));

const inBullet = ({ t, start }: View): boolean =>
  start > 0 &&
  isMark(t, start - 1, "\n") &&
  (isMark(t, start, "•") || isMark(t, start, "-") || t.shape[start] === SHAPE.number);

/** What stands directly before and after a find. */
export const BESIDE: readonly Frame[] = [
  { name: "colon before", worth: 0.6, holds: (v) => isMark(v.t, v.prev, ":") },
  { name: "equals before", worth: 1.5, holds: equals },
  { name: "in bullet", worth: 0.8, holds: inBullet },
  { name: "then for", worth: 0.4, holds: (v) => after(v, "for") },
  { name: "opens and then for", worth: 1.2, holds: (v) => v.opens && after(v, "for") },
  { name: "then of", worth: 0, holds: (v) => after(v, "of") },
  { name: "then to", worth: 1, holds: (v) => after(v, "to") && !isOf(v.t, v.next + 1, CLASS.goRun) },
  {
    name: "then and",
    worth: 0.1,
    holds: (v) => after(v, "and") || isMark(v.t, v.next, "&") || isMark(v.t, v.next, "+"),
  },
  { name: "then noun", worth: -0.3, holds: (v) => worded(v, v.next) && signless(v.t, v.next) },
  { name: "then work", worth: 2, holds: (v) => ofWork(v) && !isAdjective(v) },
  { name: "adjective of work", worth: 2.5, holds: (v) => ofWork(v) && isAdjective(v) },
  { name: "adjective of something else", worth: -2, holds: ofSomethingElse },
  {
    name: "then old",
    worth: -4,
    holds: (v) =>
      isOf(v.t, v.beyond, CLASS.old) || (isMark(v.t, v.next, "-") && isWord(v.t, v.next + 1, "old")),
  },
  { name: "then past", worth: -1, holds: (v) => isOf(v.t, v.beyond, CLASS.thenPast) },
  { name: "then would", worth: -2.5, holds: (v) => isOf(v.t, v.beyond, CLASS.would) },
  { name: "then I did", worth: -2.5, holds: thenIDid },
  {
    name: "then more",
    worth: 1.2,
    holds: (v) => isOf(v.t, v.beyond, CLASS.left) || (after(v, "to") && isWord(v.t, v.next + 1, "go")),
  },
  { name: "still stands", worth: 2.5, holds: stillStands },
  { name: "is away", worth: -3, holds: isAway },
  {
    name: "in and still",
    worth: -3,
    holds: (v) =>
      after(v, "in") &&
      (isWord(v.t, v.next + 1, "and") || isMark(v.t, v.next + 1, ",") || isWord(v.t, v.next + 1, "now")),
  },
  { name: "on machines", worth: -2, holds: onMachines },
  { name: "points of discussion", worth: -2, holds: ofDiscussion },
  { name: "after in", worth: 0, holds: (v) => before(v, "in") },
  { name: "after after", worth: -3, holds: (v) => before(v, "after") },
  { name: "after since", worth: -3, holds: (v) => before(v, "since") },
  { name: "after for", worth: -1, holds: (v) => before(v, "for") },
  { name: "after at", worth: 0, holds: (v) => before(v, "at") },
  { name: "after within", worth: 0, holds: (v) => before(v, "within") },
  { name: "after every", worth: -4, holds: isEvery },
  { name: "after last", worth: -1.5, holds: (v) => isOf(v.t, v.prev, CLASS.last) },
  { name: "after a past verb", worth: -0.8, holds: pastVerb },
  { name: "after a name", worth: 0.2, holds: afterName },
  { name: "old value", worth: -3, holds: oldValue },
  { name: "has it", worth: -1.2, holds: (v) => isOf(v.t, v.prev, CLASS.have) },
  {
    name: "I take",
    worth: -1,
    holds: (v) => isOf(v.t, v.prev, CLASS.take) && isOf(v.t, v.prev - 1, CLASS.person),
  },
  { name: "was it", worth: -2.5, holds: wasIt },
  { name: "event is in", worth: -2, holds: (v) => before(v, "in") && isOf(v.t, v.prev - 1, CLASS.happens) },
  { name: "in inverted commas", worth: -1.5, holds: isQuoted },
  {
    name: "reference of an amount",
    worth: -2.5,
    holds: (v) => v.find.kind === "date" && v.t.entries[v.prev]?.unit !== undefined,
  },
  {
    name: "confirms",
    worth: 2,
    holds: (v) => isOf(v.t, v.start, CLASS.confirms) || isOf(v.t, v.prev, CLASS.same),
  },
];
