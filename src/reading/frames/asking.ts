import { isOf, isWord, plays } from "../find.ts";
import { CLASS, PART } from "../entries.ts";
import { SHAPE } from "../scan.ts";
import type { View } from "../view.ts";
import type { Frame } from "./frame.ts";

const auxiliary = (v: View): boolean =>
  isOf(v.t, v.open, CLASS.auxiliary) && !isOf(v.t, v.open + 1, CLASS.plainVerb);

const doubts = (v: View): boolean => {
  for (let i = v.start; i < v.find.from; i++) if (isOf(v.t, i, CLASS.doubting)) return true;
  return false;
};

/** Whether "is it", "can the fix", "is gift wrap" open a question even where the mark is left out. */
function asksOf({ t, open }: View): boolean {
  if (isOf(t, open, CLASS.never)) return false;
  const second = open + 1;
  if (isOf(t, second, CLASS.subject))
    return !(
      (isWord(t, open, "is") || isWord(t, open, "was")) &&
      plays(t, second, PART.article) &&
      !isOf(t, second, CLASS.person) &&
      !isWord(t, second, "this") &&
      !isWord(t, second, "that")
    );
  return (
    isOf(t, open, CLASS.verbsAsking) &&
    t.shape[second] === SHAPE.word &&
    !plays(t, second, PART.degree) &&
    !plays(t, second, PART.hedge) &&
    !plays(t, second, PART.not) &&
    !plays(t, second, PART["vague-easy"]) &&
    !plays(t, second, PART["vague-hard"])
  );
}

const opensAsking = (v: View): boolean => isOf(v.t, v.open, CLASS.askWord) || auxiliary(v);

/** Asking for an estimate instead of giving one. */
export const ASKING: readonly Frame[] = [
  { name: "question", worth: -2.5, holds: (v) => v.marked },
  {
    name: "asks first",
    worth: -3.5,
    holds: (v) => v.marked && (opensAsking(v) || v.open >= v.t.length || v.t.shape[v.open] === SHAPE.mark),
  },
  { name: "answers with doubt", worth: 4, holds: (v) => v.marked && !opensAsking(v) && doubts(v) },
  {
    name: "asks without a mark",
    worth: -4,
    holds: (v) =>
      !v.marked &&
      v.open < v.find.from &&
      (isOf(v.t, v.open, CLASS.bluntAsk) ||
        (auxiliary(v) && asksOf(v)) ||
        (isWord(v.t, v.open, "what") && isOf(v.t, v.open + 1, CLASS.opensAsk))),
  },
  { name: "alone asks", worth: -3, holds: (v) => v.marked && v.opens && v.closes && v.lead === v.open },
  { name: "before asks", worth: 1.5, holds: (v) => v.s.asked },
];
