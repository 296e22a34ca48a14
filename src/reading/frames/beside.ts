import { gateOf, passes } from "../gate.ts";
import { gives, isDash, isGlued, isMark, isOf, isWord, plays, wordAt } from "../find.ts";
import { CLASS, PART, SIGN } from "../entries.ts";
import { SHAPE, type Tokens } from "../scan.ts";
import { endsIn, type View } from "../view.ts";
import { REACH } from "../places.ts";
import type { Setting } from "../setting.ts";
import { signs, type Frame } from "./frame.ts";

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
  const about = after(v, "of") || after(v, "about") || after(v, "on");
  return (
    find.bare !== true &&
    about &&
    t.shape[next + 1] === SHAPE.word &&
    (gives(t, next + 1, SIGN.counted) || !plays(t, next + 1, PART.article))
  );
}

/** "45 minutes to swap the certificate" */
const thenToDo = ({ t, beyond }: View): boolean =>
  isWord(t, beyond, "to") &&
  t.shape[beyond + 1] === SHAPE.word &&
  !isOf(t, beyond + 1, CLASS.goRun) &&
  !gives(t, beyond + 1, SIGN.process) &&
  !plays(t, beyond + 1, PART.article);

/** "three weeks of profiling" */
const thenOfDoing = ({ t, beyond }: View): boolean =>
  isWord(t, beyond, "of") &&
  (gives(t, beyond + 1, SIGN.doing) || gives(t, beyond + 1, SIGN.piece) || endsIn(t, beyond + 1, "ing"));

/** "90 minutes of work", "two days' work" */
const ofWorkAfter = ({ t, beyond, amount }: View): boolean => {
  if (!amount) return false;
  const at = isWord(t, beyond, "of") ? beyond + 1 : isWord(t, beyond, "worth") ? beyond + 2 : beyond;
  return gives(t, at, SIGN.labour) || gives(t, at + 1, SIGN.labour);
};

/** "takes me 2 days", "costs us a week" */
const takesSomebody = ({ t, find }: View): boolean => {
  let at = find.from - 1;
  while (plays(t, at, PART.hedge) || plays(t, at, PART.degree)) at--;
  return isOf(t, at, CLASS.somebody) && isOf(t, at - 1, CLASS.taking);
};

const verbal = ({ t, c }: Setting, i: number, clause: number | undefined): boolean =>
  c.clause[i] === clause && t.shape[i] === SHAPE.word && passes(t.entries[i]!, VERB);
const VERB = gateOf([], [CLASS.auxiliary, CLASS.linking, CLASS.needing, CLASS.saying, CLASS.have, CLASS.was]);

/** ", about 3 weeks," */
function ownClause({ t, find, s, closes, start }: View): boolean {
  if (!closes) return false;
  for (
    let i = find.from - 1;
    i >= Math.max(start, find.from - REACH) && s.c.clause[i] === s.c.clause[find.from];
    i--
  )
    if (t.shape[i] === SHAPE.word && s.doubt[i] !== 1 && !plays(t, i, PART.degree)) return false;
  return find.from > start;
}

/** "a refund button for the agents, 2 days", "alarm routing five days": no verb stands between the beginning and the find. */
const namedThenSized = (v: View): boolean => v.find.kind !== "date" && onlyNamedBefore(v);

/** "billing cutover end of q1", "report export by friday" */
const namedThenDated = (v: View): boolean =>
  v.find.kind === "date" &&
  (plays(v.t, v.find.from, PART.edge) || isOf(v.t, v.find.from, CLASS.limit)) &&
  onlyNamedBefore(v);

function onlyNamedBefore(v: View): boolean {
  const { t, s, find, start } = v;
  if (!v.closes || v.opens || find.from - start > REACH) return false;
  for (let i = start; i < find.from; i++) {
    if (verbal(s, i, s.c.clause[i])) return false;
    const { signs0, signs1 } = t.entries[i]!;
    if (((signs0 & NO_NAMES.zero) | (signs1 & NO_NAMES.one)) !== 0) return false;
  }
  return true;
}
const NO_NAMES = signs(
  "over",
  "done",
  "spent",
  "was",
  "been",
  "every",
  "round",
  "absent",
  "away",
  "gone",
  "works",
  "keeps",
  "wants",
);

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
