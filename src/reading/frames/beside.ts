import { gateOf, passes } from "../gate.ts";
import { gives, isDash, isGlued, isMark, isOf, isWord, plays, wordAt } from "../find.ts";
import { CLASS, PART, SIGN } from "../entries.ts";
import { SHAPE, type Tokens } from "../scan.ts";
import { endsIn, type View } from "../view.ts";
import type { Frame } from "./frame.ts";
import { namedThenDated, namedThenSized, ownClause } from "./named-before.ts";
import {
  after,
  ofDiscussion,
  ofSomethingElse,
  ofWork,
  ofWorkAfter,
  thenOfDoing,
  thenToDo,
  worded,
} from "./of-what.ts";

const signless = (t: Tokens, i: number): boolean => t.entries[i]!.signs0 === 0 && t.entries[i]!.signs1 === 0;

const NO_NAME = gateOf([PART.hedge, PART.degree, PART.halt, PART.article, PART.condition, PART.not]);

/** A smaller number may be a name: "phase 2 a week, phase 3 a month". */
const LEAST_RATE = 10;

/** What comes so often, or so much of it: "200 a month", "10% a day", "3 hits a day"; but "2 people a month" are a crew. */
function isRate(t: Tokens, i: number): boolean {
  if (isMark(t, i, "%")) return true;
  if (t.shape[i] === SHAPE.number) return t.value[i]! >= LEAST_RATE;
  const things = t.shape[i - 1] === SHAPE.number && endsIn(t, i, "s") && t.entries[i]!.unit === undefined;
  return things && !gives(t, i, SIGN.crew) && !gives(t, i, SIGN.doer);
}

function isEvery(v: View): boolean {
  const { t, find, prev } = v;
  if (isOf(t, prev, CLASS.every) || after(v, "per") || isWord(t, v.next, "cycle")) return true;
  const single = /^(?:a|an|per)$/.test(wordAt(t, find.from)) && find.to - find.from === 2;
  return single && (isOf(t, prev, CLASS.rate) || isRate(t, prev));
}

function isQuoted({ t, prev, next, closes }: View): boolean {
  let at = prev;
  while (plays(t, at, PART.hedge) || plays(t, at, PART.degree)) at--;
  return isMark(t, at, '"') || isMark(t, at, "“") || isMark(t, prev, "'") || (isMark(t, next, '"') && closes);
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

/** "takes me 2 days", "costs us a week" */
const takesSomebody = ({ t, find }: View): boolean => {
  let at = find.from - 1;
  while (plays(t, at, PART.hedge) || plays(t, at, PART.degree)) at--;
  return isOf(t, at, CLASS.somebody) && isOf(t, at - 1, CLASS.taking);
};

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
  { name: "equals before", worth: 1.5, holds: equals },
  { name: "in bullet", worth: 0.8, holds: inBullet },
  { name: "then to do", worth: 1.2, holds: thenToDo },
  { name: "then of doing", worth: 1, holds: thenOfDoing },
  {
    name: "then more",
    worth: 1.2,
    holds: (v) => isOf(v.t, v.beyond, CLASS.left) || (after(v, "to") && isWord(v.t, v.next + 1, "go")),
  },
  { name: "of work", worth: 2, holds: ofWorkAfter },
  {
    name: "from me",
    worth: 1.5,
    holds: (v) =>
      after(v, "from") && (gives(v.t, v.beyond + 1, SIGN.doer) || gives(v.t, v.beyond + 1, SIGN.crew)),
  },
  {
    name: "ranged from",
    worth: 1.2,
    holds: (v) => v.find.low !== v.find.high && isWord(v.t, v.prev, "from"),
  },
  { name: "reported", worth: 0.8, holds: (v) => gives(v.t, v.prev, SIGN.report) },
  { name: "takes somebody", worth: 1.5, holds: takesSomebody },
  { name: "clause of its own", worth: 0.8, holds: ownClause },
  { name: "named, then sized", worth: 1, holds: namedThenSized },
  { name: "named, then dated", worth: 0.4, holds: namedThenDated },
  { name: "opens and then for", worth: 1.2, holds: (v) => v.opens && after(v, "for") },
  { name: "then noun", worth: -0.3, holds: (v) => worded(v, v.next) && signless(v.t, v.next) },
  { name: "adjective of work", worth: 2.5, holds: ofWork },
  { name: "adjective of something else", worth: -2, holds: ofSomethingElse },
  {
    name: "then old",
    worth: -4,
    holds: (v) =>
      isOf(v.t, v.beyond, CLASS.old) || (isMark(v.t, v.next, "-") && isWord(v.t, v.next + 1, "old")),
  },
  { name: "then I did", worth: -2.5, holds: thenIDid },
  { name: "still stands", worth: 2.5, holds: stillStands },
  { name: "is away", worth: -3, holds: isAway },
  { name: "points of discussion", worth: -2, holds: ofDiscussion },
  { name: "after every", worth: -4, holds: isEvery },
  { name: "after a past verb", worth: -0.8, holds: pastVerb },
  { name: "after a name", worth: 0.2, holds: afterName },
  { name: "old value", worth: -3, holds: oldValue },
  { name: "takes the place of another", worth: 1.2, holds: (v) => v.s.neighbours.fresh.has(v.find) },
  { name: "gives place to another", worth: -1.5, holds: (v) => v.s.neighbours.old.has(v.find) },
  { name: "listed with an amount", worth: 0.5, holds: (v) => v.s.neighbours.listed.has(v.find) },
  { name: "was it", worth: -2.5, holds: wasIt },
  { name: "in inverted commas", worth: -1.5, holds: isQuoted },
  {
    name: "reference of an amount",
    worth: -2.5,
    holds: (v) => v.find.kind === "date" && v.t.entries[v.prev]?.unit !== undefined,
  },
  { name: "confirms", worth: 2, holds: (v) => isOf(v.t, v.start, CLASS.confirms) },
];
