import { gives, isGlued, isOf, isWord, plays } from "../find.ts";
import { CLASS, PART, SIGN } from "../entries.ts";
import { SHAPE, type Tokens } from "../scan.ts";
import { endsIn, type View } from "../view.ts";
import { classed, given, inClause, signs, type Frame } from "./frame.ts";

const PAST = signs("spent", "was", "been", "done", "over");
const NOW = signs("revise", "today");
const SAID = signs("said");
const AGO = signs("ago");
const FUTURE = signs("shall", "is");
const DOER = signs("doer", "crew");
const MACHINE = signs("works", "machine", "device", "process");
const OUTSIDER = signs("outsider", "stranger");
const WANTS = signs("wants", "outside");
const GATHERING = signs("meeting", "gather", "event");
const AWAY = signs("away", "absent");
const PRODUCT = signs("product", "agreement");
const KEEPS = signs("keeps");
const SUPPOSING = signs("supposing");
const DELIVER = signs("deliver");
const CHORE = signs("chores");
const PLEASE = signs("please");
const STARTS = signs("starts");
const CHANGE = signs("revise");

const isDate = (v: View): boolean => v.find.kind === "date";
const past = (v: View): boolean => given(v.said.before, PAST) || given(v.said.after, AGO);
const future = (v: View): boolean => inClause(v, FUTURE);
const ifs = (v: View): boolean => classed(v.said.before, CLASS.when) || classed(v.said.earlier, CLASS.when);

/** Whether a token of the find's sentence before it is one of which `holds` is true. */
function sayBefore({ t, start, find }: View, holds: (t: Tokens, i: number) => boolean): boolean {
  for (let i = find.from - 1; i >= start && i >= find.from - 25; i--) if (holds(t, i)) return true;
  return false;
}

const isParticiple = (t: Tokens, i: number): boolean =>
  isOf(t, i, CLASS.participle) || gives(t, i, SIGN.done) || gives(t, i, SIGN.spent) || endsIn(t, i, "ed");
const perfect = (v: View): boolean =>
  classed(v.said.before, CLASS.perfectHave) &&
  sayBefore(v, (t, i) => isOf(t, i, CLASS.perfectHave) && isParticiple(t, i + 1));

const doerNeeds = (v: View): boolean =>
  classed(v.said.before, CLASS.needing) &&
  sayBefore(
    v,
    (t, i) =>
      isOf(t, i, CLASS.needing) &&
      (gives(t, i - 1, SIGN.doer) ||
        gives(t, i - 1, SIGN.shall) ||
        gives(t, i - 2, SIGN.doer) ||
        t.shape[i - 1] === SHAPE.id ||
        isWord(t, i, "gimme") ||
        (isWord(t, i, "give") && isWord(t, i + 1, "me"))),
  );

const iSay = (v: View): boolean =>
  classed(v.said.before, CLASS.saying) &&
  sayBefore(
    v,
    (t, i) =>
      isOf(t, i, CLASS.saying) &&
      (gives(t, i - 1, SIGN.doer) || gives(t, i - 1, SIGN.shall) || isOf(t, i, CLASS.calling)) &&
      !(isWord(t, i, "make") && isDate(v)),
  );

/** "our sprints are …", "a season lasts …". */
const rhythm = (v: View): boolean =>
  classed(v.said.before, CLASS.rhythm) &&
  sayBefore(
    v,
    (t, i) =>
      isOf(t, i, CLASS.rhythm) &&
      (endsIn(t, i, "s") || (isOf(t, i + 1, CLASS.has) && isOf(t, i - 1, CLASS.ours))) &&
      t.shape[i - 1] !== SHAPE.number &&
      !plays(t, i - 1, PART.count) &&
      !(isGlued(t, i) && i > 0),
  );

const pastIf = (v: View): boolean =>
  ifs(v) && (classed(v.said.before, CLASS.pastIf) || classed(v.said.earlier, CLASS.pastIf));

/** "won't be ready before Thursday", "not before August". */
const notBefore = (v: View): boolean =>
  isDate(v) &&
  isOf(v.t, v.find.from, CLASS.beforeNot) &&
  (plays(v.t, v.find.from, PART.not) || sayBefore(v, (t, i) => plays(t, i, PART.not)));

/** "was 2 weeks, now 5": an old value before, and what it is today. */
const wasNow = (v: View): boolean =>
  given(v.said.before, NOW) &&
  !given(v.said.before, PAST) &&
  (given(v.said.earlier, PAST) || given(v.said.earlier, SAID));

/** What the clause and the sentence of a find are about. */
export const CLAUSE: readonly Frame[] = [
  { name: "past without future", worth: -1.5, holds: (v) => past(v) && !future(v) },
  { name: "thing of the past", worth: -1, holds: (v) => isDate(v) && past(v) },
  { name: "perfect tense", worth: -2.5, holds: perfect },
  {
    name: "will be done",
    worth: 1.5,
    holds: (v) => isDate(v) && given(v.said.before, DELIVER) && (future(v) || inClause(v, DOER)) && !past(v),
  },
  { name: "doer needs", worth: 2, holds: doerNeeds },
  { name: "i say", worth: 1.5, holds: iSay },
  {
    name: "doing is",
    worth: 1.5,
    holds: (v) => endsIn(v.t, v.lead, "ing") && v.lead < v.find.from && classed(v.said.before, CLASS.linking),
  },
  { name: "machine and small unit", worth: -1.5, holds: (v) => v.small && given(v.said.before, MACHINE) },
  {
    name: "machine and no doer",
    worth: -1,
    holds: (v) => given(v.said.before, MACHINE) && !inClause(v, DOER),
  },
  { name: "outsider wants", worth: -1.5, holds: (v) => given(v.said.before, OUTSIDER) && inClause(v, WANTS) },
  {
    name: "outsider and no doer",
    worth: -1,
    holds: (v) => given(v.said.before, OUTSIDER) && !inClause(v, DOER),
  },
  { name: "gathering and small unit", worth: -1.5, holds: (v) => v.small && inClause(v, GATHERING) },
  {
    name: "absence elsewhere",
    worth: -0.8,
    holds: (v) => v.amount && !inClause(v, AWAY) && given(v.said.earlier, AWAY),
  },
  { name: "product keeps", worth: -1.5, holds: (v) => inClause(v, PRODUCT) && inClause(v, KEEPS) },
  {
    name: "supposing in sentence",
    worth: -2.5,
    holds: (v) =>
      inClause(v, SUPPOSING) || given(v.said.earlier, SUPPOSING) || given(v.said.later, SUPPOSING),
  },
  {
    name: "would without if",
    worth: -0.5,
    holds: (v) =>
      !ifs(v) && (classed(v.said.before, CLASS.wouldOnly) || classed(v.said.after, CLASS.wouldOnly)),
  },
  { name: "past if", worth: -2, holds: pastIf },
  {
    name: "starts in clause",
    worth: -1.2,
    holds: (v) => isDate(v) && inClause(v, STARTS),
  },
  {
    name: "chore in clause",
    worth: -1.2,
    holds: (v) => (isDate(v) || v.find.kind === "vague") && inClause(v, CHORE),
  },
  { name: "asked of others", worth: -0.8, holds: (v) => isDate(v) && inClause(v, PLEASE) },
  { name: "sprints are", worth: -2, holds: rhythm },
  {
    name: "correction",
    worth: 1.5,
    holds: (v) => (v.s.amounts > 1 || v.find.bare === true) && inClause(v, CHANGE),
  },
  { name: "was, now", worth: 2, holds: wasNow },
  { name: "not before", worth: 1, holds: notBefore },
  { name: "date changed", worth: 1.5, holds: (v) => isDate(v) && inClause(v, CHANGE) },
  {
    name: "nothing but a name before",
    worth: 0.5,
    holds: (v) => !past(v) && !future(v) && v.prev >= v.start && !given(v.said.before, MACHINE),
  },
];
