import { CLASS, PART, SIGN } from "../entries.ts";
import { gives, isDash, isGlued, isOf, isWord, plays, wordAt } from "../find.ts";
import { gateOf, passes } from "../gate.ts";
import { SHAPE } from "../scan.ts";
import { endsIn, type View } from "../view.ts";

/** Whether the word stands right behind the find. */
export const after = (v: View, word: string): boolean => isWord(v.t, v.beyond, word);

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
/** A word that can head a noun: no hedge, joint, article or beginning of another clause. */
export function worded({ t, end }: View, i: number): boolean {
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

/** "a 3 week job" */
export function ofWork(v: View): boolean {
  const head = headOf(v);
  return (
    v.amount &&
    (isOf(v.t, head, CLASS.work) || (worded(v, head) && isOf(v.t, head + 1, CLASS.work) && isSingular(v)))
  );
}

/** "a 3 week trial" */
export function ofSomethingElse(v: View): boolean {
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

/** "two points about the design" */
export function ofDiscussion(v: View): boolean {
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
export const thenToDo = ({ t, beyond }: View): boolean =>
  isWord(t, beyond, "to") &&
  t.shape[beyond + 1] === SHAPE.word &&
  !isOf(t, beyond + 1, CLASS.goRun) &&
  !gives(t, beyond + 1, SIGN.process) &&
  !plays(t, beyond + 1, PART.article);

/** "three weeks of profiling" */
export const thenOfDoing = ({ t, beyond }: View): boolean =>
  isWord(t, beyond, "of") &&
  (gives(t, beyond + 1, SIGN.doing) || gives(t, beyond + 1, SIGN.piece) || endsIn(t, beyond + 1, "ing"));

/** "90 minutes of work", "two days' work" */
export const ofWorkAfter = ({ t, beyond, amount }: View): boolean => {
  if (!amount) return false;
  const at = isWord(t, beyond, "of") ? beyond + 1 : isWord(t, beyond, "worth") ? beyond + 2 : beyond;
  return gives(t, at, SIGN.labour) || gives(t, at + 1, SIGN.labour);
};
