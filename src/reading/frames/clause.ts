import { isOf } from "../find.ts";
import { CLASS, SIGN } from "../lexicon.ts";
import type { View } from "../view.ts";
import type { Frame } from "./frame.ts";

const isDate = (v: View): boolean => v.find.kind === "date";

/** Whether somebody is away in what was said before the find. */
const awayEarlier = ({ s, find }: View): boolean =>
  (SIGN.away < 31 ? s.before0[find.from]! >>> SIGN.away : s.before1[find.from]! >>> (SIGN.away - 31)) % 2 !==
  0;

/** What the clause and the sentence of a find are about. */
export const CLAUSE: readonly Frame[] = [
  { name: "past without future", worth: -1.5, holds: (_, a) => a.past && !a.future && !a.needs },
  { name: "thing of the past", worth: -1, holds: (v, a) => a.past && isDate(v) },
  { name: "perfect tense", worth: -2.5, holds: (_, a) => a.perfect },
  {
    name: "will be done",
    worth: 1.5,
    holds: (v, a) => a.deliver && isDate(v) && (a.future || a.doer) && !a.past,
  },
  { name: "doer needs", worth: 2, holds: (_, a) => a.needs && !a.perfect },
  { name: "i say", worth: 1.5, holds: (_, a) => a.says && !a.perfect },
  { name: "doing is", worth: 1.5, holds: (_, a) => a.doing && a.links },
  { name: "doer in clause", worth: 0.3, holds: (_, a) => a.doer },
  { name: "ticket in clause", worth: 0.7, holds: (_, a) => a.ticket },
  { name: "person before", worth: 0.3, holds: (_, a) => a.person },
  { name: "machine subject", worth: -1.2, holds: (_, a) => a.machine },
  { name: "machine and small unit", worth: -1.5, holds: (v, a) => a.machine && v.small },
  { name: "outsider subject", worth: -1, holds: (_, a) => a.outsider },
  { name: "outsider wants", worth: -1.5, holds: (_, a) => a.outsider && a.wants },
  { name: "gathering", worth: -1, holds: (_, a) => a.gathering },
  { name: "gathering and small unit", worth: -1.5, holds: (v, a) => a.gathering && v.small },
  { name: "clock time", worth: -1, holds: (_, a) => a.clock },
  { name: "absence in clause", worth: -1.2, holds: (_, a) => a.away },
  { name: "absence elsewhere", worth: -0.8, holds: (v, a) => v.amount && !a.away && awayEarlier(v) },
  { name: "gone, of somebody", worth: -2.5, holds: (_, a) => a.gone },
  { name: "product in clause", worth: -0.8, holds: (_, a) => a.product },
  { name: "product keeps", worth: -1.5, holds: (_, a) => a.product && a.keeps },
  { name: "supposing in sentence", worth: -2.5, holds: (_, a) => a.supposing },
  { name: "would without if", worth: -0.5, holds: (_, a) => a.would && !a.ifs },
  { name: "if before", worth: 0, holds: (_, a) => a.ifs },
  { name: "past if", worth: -2, holds: (_, a) => a.pastIf },
  { name: "inside an if clause", worth: -1.2, holds: (v, a) => a.inIf && v.find.kind === "duration" },
  { name: "starts in clause", worth: -1.2, holds: (v, a) => a.starts && isDate(v) },
  {
    name: "chore in clause",
    worth: -1.2,
    holds: (v, a) => a.chore && (isDate(v) || v.find.kind === "vague"),
  },
  { name: "asked of others", worth: -0.8, holds: (v, a) => a.please && isDate(v) },
  { name: "number of things", worth: -2, holds: (_, a) => a.counted },
  { name: "sprints are", worth: -2, holds: (_, a) => a.rhythm },
  { name: "correction", worth: 1.5, holds: (v, a) => a.change && (v.s.amounts > 1 || v.find.bare === true) },
  { name: "date changed", worth: 1.5, holds: (v, a) => a.change && isDate(v) },
  {
    name: "not before",
    worth: 2,
    holds: (v, a) => a.negated && isDate(v) && isOf(v.t, v.find.from, CLASS.negatable),
  },
];
