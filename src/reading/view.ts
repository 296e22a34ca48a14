import { isDash, isGlued, isMark, isOf, isWord, plays, type Find } from "./find.ts";
import { forWhat } from "./for-what.ts";
import { CLASS, PART, SIGN } from "./lexicon.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import type { Setting } from "./setting.ts";

/** How far from a find its surroundings are looked at, in tokens: what is further away seldom tells anything. */
export const REACH = 40;

/** A find and its surroundings, as the frames look at them. Positions are token numbers. */
export type View = {
  readonly s: Setting;
  readonly t: Tokens;
  readonly find: Find;
  /** The sentence of the find: its first token, the one after its last. */
  readonly start: number;
  readonly end: number;
  /** The first word that carries anything, and the first that is no hedge. */
  readonly open: number;
  readonly lead: number;
  readonly prev: number;
  readonly next: number;
  /** The token after the find, past any hedge. */
  readonly beyond: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Whether the sentence ends in a question mark. */
  readonly marked: boolean;
  /** A duration with a unit of its own. */
  readonly amount: boolean;
  /** A duration of minutes or hours. */
  readonly small: boolean;
  /** Whether signs given in the clause count: behind "for the …" they only name what is worked on. */
  readonly shield: boolean;
};

export function viewOf(s: Setting, find: Find): View {
  const { t, c } = s;
  const start = c.starts[c.sentence[find.from]!]!;
  const endSentence = c.sentence[find.to - 1]!;
  const end = c.ends[endSentence]!;
  const open = openOf(t, start, find.from);
  const lead = leadOf(t, open, find.from);
  const next = find.to;
  return {
    s,
    t,
    find,
    start,
    end,
    open,
    lead,
    prev: find.from - 1,
    next,
    beyond: beyondOf(s, next),
    opens: lead >= find.from,
    closes: closesAt(s, next, end),
    marked: c.closing[endSentence] === "?",
    amount: find.unit !== undefined && find.bare !== true && find.unit !== "points",
    small: find.unit === "minute" || find.unit === "hour",
    shield: forWhat(t, find),
  };
}

function openOf(t: Tokens, start: number, from: number): number {
  let at = start;
  while (
    at < from &&
    (t.shape[at] === SHAPE.mark || t.shape[at] === SHAPE.person || isOf(t, at, CLASS.filler))
  )
    at++;
  return at;
}

function leadOf(t: Tokens, open: number, from: number): number {
  let at = open;
  while (
    at < from &&
    (t.shape[at] === SHAPE.mark ||
      plays(t, at, PART.hedge) ||
      plays(t, at, PART.degree) ||
      plays(t, at, PART.not))
  )
    at++;
  return at;
}

function beyondOf({ t, c }: Setting, next: number): number {
  let at = next;
  while (plays(t, at, PART.hedge) && c.clause[at] === c.clause[next - 1]) at++;
  return at;
}

const closesAt = ({ t, c }: Setting, next: number, end: number): boolean =>
  next >= t.length ||
  (t.shape[next] === SHAPE.mark && !isDash(t, next)) ||
  c.clause[next] !== c.clause[next - 1] ||
  next >= end;

/** What the find's own clause says before and after it, and its sentence before it, gathered in one walk. */
export type Around = ReturnType<typeof nothingAround>;
const nothingAround = () => ({
  past: false,
  future: false,
  machine: false,
  outsider: false,
  wants: false,
  gathering: false,
  away: false,
  gone: false,
  product: false,
  keeps: false,
  supposing: false,
  doer: false,
  starts: false,
  needs: false,
  deliver: false,
  links: false,
  says: false,
  ifs: false,
  pastIf: false,
  inIf: false,
  ticket: false,
  person: false,
  clock: false,
  doing: false,
  would: false,
  counted: false,
  change: false,
  negated: false,
  perfect: false,
  chore: false,
  please: false,
  rhythm: false,
});

export function aroundOf(v: View): Around {
  const around = nothingAround();
  const first = Math.max(v.start, v.find.from - REACH);
  const last = Math.min(v.end, v.find.to + REACH);
  for (let i = first; i < v.find.from; i++) before(v, i, around);
  for (let i = v.find.to; i < last; i++) after(v, i, around);
  return around;
}

const has = (bits0: number, bits1: number, sign: number): boolean =>
  sign < 31 ? ((bits0 >>> sign) & 1) !== 0 : ((bits1 >>> (sign - 31)) & 1) !== 0;

function before(v: View, i: number, around: Around): void {
  const { t } = v;
  const { c } = v.s;
  const inside = c.clause[i] === c.clause[v.find.from];
  everywhere(v, i, around);
  if (t.shape[i] === SHAPE.person) around.person = true;
  if (inside && isWord(t, i, "if") && !v.opens) around.inIf = true;
  if (isOf(t, i, CLASS.when)) around.ifs = true;
  if (around.ifs && isOf(t, i, CLASS.pastIf)) around.pastIf = true;
  if (rhythm(t, i)) around.rhythm = true;
  if (!inside) return;
  if (t.shape[i] === SHAPE.mark && isMark(t, i, "=") && i >= v.find.from - 3) around.links = true;
  clause(v, i, around, true);
  clauseBefore(v, i, around);
}

function after(v: View, i: number, around: Around): void {
  everywhere(v, i, around);
  if (v.s.c.clause[i] === v.s.c.clause[v.find.to - 1] && !v.shield) clause(v, i, around, false);
}

function everywhere({ t }: View, i: number, around: Around): void {
  const { signs0, signs1 } = t.entries[i]!;
  if (has(signs0, signs1, SIGN.supposing)) around.supposing = true;
  if (t.shape[i] === SHAPE.time) around.clock = true;
  if (isOf(t, i, CLASS.wouldOnly)) around.would = true;
}

/** What counts on either side of the find within its clause. */
function clause({ t, find }: View, i: number, around: Around, isBefore: boolean): void {
  if (t.shape[i] === SHAPE.id) around.ticket = true;
  const { signs0, signs1 } = t.entries[i]!;
  if ((signs0 | signs1) === 0) return;
  if (has(signs0, signs1, SIGN.shall) || has(signs0, signs1, SIGN.is)) around.future = true;
  const over =
    has(signs0, signs1, SIGN.spent) ||
    has(signs0, signs1, SIGN.was) ||
    has(signs0, signs1, SIGN.been) ||
    (has(signs0, signs1, SIGN.done) && !has(signs0, signs1, SIGN.deliver));
  if ((over && isBefore) || (!isBefore && has(signs0, signs1, SIGN.ago))) around.past = true;
  if (has(signs0, signs1, SIGN.works) || (has(signs0, signs1, SIGN.machine) && isBefore))
    around.machine = true;
  if (has(signs0, signs1, SIGN.gone) && ofSomebody(t, i)) around.gone = true;
  if (has(signs0, signs1, SIGN.wants)) around.wants = true;
  if (has(signs0, signs1, SIGN.meeting) || has(signs0, signs1, SIGN.gather)) around.gathering = true;
  if (has(signs0, signs1, SIGN.away)) around.away = true;
  if (has(signs0, signs1, SIGN.product)) around.product = true;
  if (has(signs0, signs1, SIGN.keeps)) around.keeps = true;
  if (has(signs0, signs1, SIGN.doer)) around.doer = true;
  if (has(signs0, signs1, SIGN.starts)) around.starts = true;
  if (has(signs0, signs1, SIGN.counted) && ((i >= find.to && i <= find.to + 2) || find.kind === "size"))
    around.counted = true;
  if (has(signs0, signs1, SIGN.chores)) around.chore = true;
  if (has(signs0, signs1, SIGN.please)) around.please = true;
  if (has(signs0, signs1, SIGN.revise)) around.change = true;
}

function clauseBefore(v: View, i: number, around: Around): void {
  const { t, find, start } = v;
  const { c } = v.s;
  const { signs0, signs1 } = t.entries[i]!;
  if (has(signs0, signs1, SIGN.outsider) && (i - 2 <= start || c.clause[i - 3] !== c.clause[i]))
    around.outsider = true;
  if (plays(t, i, PART.not)) around.negated = true;
  if (has(signs0, signs1, SIGN.deliver)) around.deliver = true;
  if (isOf(t, i, CLASS.perfectHave) && isParticiple(t, i + 1)) around.perfect = true;
  if (isOf(t, i, CLASS.needing) && isNeed(t, i)) around.needs = true;
  if (isOf(t, i, CLASS.saying) && isSaying(t, i, find)) around.says = true;
  if (isOf(t, i, CLASS.linking) && i >= find.from - 3) around.links = true;
  if (i === v.lead && t.end[i]! - t.start[i]! > 5 && endsIn(t, i, "ing")) around.doing = true;
}

/** Whether the word of token `i` ends in the letters. */
export const endsIn = (t: Tokens, i: number, letters: string): boolean =>
  i >= 0 && i < t.length && t.text.endsWith(letters, t.end[i]);

const signed = (t: Tokens, i: number, sign: number): boolean => {
  const entry = t.entries[i];
  return entry !== undefined && has(entry.signs0, entry.signs1, sign);
};

const isParticiple = (t: Tokens, i: number): boolean =>
  isOf(t, i, CLASS.participle) || signed(t, i, SIGN.done) || signed(t, i, SIGN.spent) || endsIn(t, i, "ed");

const isNeed = (t: Tokens, i: number): boolean =>
  signed(t, i - 1, SIGN.doer) ||
  signed(t, i - 1, SIGN.shall) ||
  signed(t, i - 2, SIGN.doer) ||
  isWord(t, i, "gimme") ||
  (isWord(t, i, "give") && isWord(t, i + 1, "me"));

const isSaying = (t: Tokens, i: number, find: Find): boolean =>
  (signed(t, i - 1, SIGN.doer) || signed(t, i - 1, SIGN.shall) || isOf(t, i, CLASS.calling)) &&
  !(isWord(t, i, "make") && find.kind === "date");

const ofSomebody = (t: Tokens, i: number): boolean =>
  i === 0 || isOf(t, i - 1, CLASS.being) || t.shape[i - 1] === SHAPE.person || t.shape[i - 1] === SHAPE.mark;

/** "our sprints are …", "a season lasts …". */
const rhythm = (t: Tokens, i: number): boolean =>
  isOf(t, i, CLASS.rhythm) &&
  (endsIn(t, i, "s") || (isOf(t, i + 1, CLASS.has) && isOf(t, i - 1, CLASS.ours))) &&
  t.shape[i - 1] !== SHAPE.number &&
  !plays(t, i - 1, PART.count) &&
  !(isGlued(t, i) && i > 0);
