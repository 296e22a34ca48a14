import { gateOf, passes } from "../gate.ts";
import { isGlued, isMark, isOf, isWord } from "../find.ts";
import { CLASS } from "../entries.ts";
import type { View } from "../view.ts";
import type { Frame } from "./frame.ts";

const within = (v: View, holds: (i: number) => boolean): boolean => {
  for (let i = v.find.from; i < v.find.to; i++) if (holds(i)) return true;
  return false;
};
/** Whether doubt is marked between two tokens, within a few words of the find. */
const doubted = ({ s, find }: View, from: number, to: number): boolean => {
  for (let i = Math.max(from, find.from - 8); i < Math.min(to, find.to + 8); i++)
    if (s.doubt[i] === 1) return true;
  return false;
};
const bounded = ({ find }: View): boolean => find.low === 0 || (find.high === null && find.low !== null);
const isDate = (v: View): boolean => v.find.kind === "date";
const opensWith = (v: View, wordClass: number): boolean => isOf(v.t, v.find.from, wordClass);

const PREPOSITION = gateOf([], [CLASS.limit, CLASS.onAt, CLASS.inFor, CLASS.beforeNot]);

/** What the find's own words and its place in the message tell. */
export const ITSELF: readonly Frame[] = [
  { name: "opens sentence", worth: 0.3, holds: (v) => v.opens },
  { name: "opens message", worth: 0.2, holds: (v) => v.opens && v.start === 0 },
  { name: "alone", worth: 1, holds: (v) => v.opens && v.closes && v.next >= v.end - 1 },
  { name: "opens and closes", worth: 0.8, holds: (v) => v.opens && v.closes },
  { name: "closes clause", worth: 0, holds: (v) => v.closes },
  {
    name: "hyphenated",
    worth: 0,
    holds: (v) =>
      within(v, (i) => isMark(v.t, i, "-") && isGlued(v.t, i) && v.t.entries[i + 1]?.unit !== undefined),
  },
  {
    name: "more of it",
    worth: 1,
    holds: (v) => within(v, (i) => isOf(v.t, i, CLASS.more) && !isWord(v.t, i + 1, "than")),
  },
  { name: "effort unit", worth: 1.5, holds: (v) => within(v, (i) => isOf(v.t, i, CLASS.effort)) },
  {
    name: "sprints counted",
    worth: 0.8,
    holds: (v) => v.find.unit === "sprint" && v.t.end[v.find.to - 1]! - v.t.start[v.find.from]! > 8,
  },
  {
    name: "half day off",
    worth: -0.8,
    holds: (v) => isWord(v.t, v.find.from, "half") && v.find.unit === "day" && v.find.to - v.find.from === 2,
  },
  { name: "minutes", worth: -0.8, holds: (v) => v.find.unit === "minute" },
  { name: "small unit", worth: -0.3, holds: (v) => v.small },
  { name: "years", worth: -1, holds: (v) => v.find.unit === "year" },
  { name: "bounded", worth: 0.6, holds: bounded },
  { name: "ranged", worth: 0.3, holds: (v) => !bounded(v) && v.find.low !== v.find.high },
  { name: "loose", worth: 0.8, holds: (v) => v.find.loose === true },
  { name: "doubted before", worth: 0.8, holds: (v) => doubted(v, v.start, v.find.from) },
  { name: "doubted after", worth: 0.8, holds: (v) => doubted(v, v.find.to, v.end) },
  { name: "doubted in it", worth: 0.8, holds: (v) => doubted(v, v.find.from, v.find.to) },
  { name: "bare", worth: -0.3, holds: (v) => v.find.bare === true },
  { name: "one of several", worth: 0.2, holds: (v) => v.s.amounts > 1 },
  { name: "short message", worth: 0.3, holds: (v) => v.t.length < 10 },
  { name: "long message", worth: 0, holds: (v) => v.t.length > 60 },
  { name: "struck-through before", worth: 3, holds: (v) => v.s.struckThrough },
  { name: "prep by", worth: 0.5, holds: (v) => isDate(v) && opensWith(v, CLASS.limit) },
  { name: "prep on", worth: -0.3, holds: (v) => isDate(v) && opensWith(v, CLASS.onAt) },
  { name: "prep in", worth: 0, holds: (v) => isDate(v) && opensWith(v, CLASS.inFor) },
  { name: "prep before", worth: 0.3, holds: (v) => isDate(v) && opensWith(v, CLASS.beforeNot) },
  {
    name: "core only",
    worth: -0.3,
    holds: (v) => isDate(v) && !passes(v.t.entries[v.find.from]!, PREPOSITION),
  },
];
