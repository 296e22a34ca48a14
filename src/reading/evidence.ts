import type { Clauses } from "./clauses.ts";
import { isDash, isGlued, isMark, plays, wordAt, type Find } from "./find.ts";
import { SIGN_NAMES } from "./lexicon.ts";
import { SHAPE, type Tokens } from "./scan.ts";

/** Where a sign can stand, seen from the find. */
export const PLACES = [
  "close before",
  "before",
  "close after",
  "after",
  "earlier clause",
  "later clause",
  "earlier sentence",
  "later sentence",
] as const;

/** What the shape of the sentence around a find tells, each a yes or no. */
export const FRAMES = [
  "question",
  "asks first",
  "alone",
  "opens sentence",
  "opens message",
  "closes clause",
  "colon before",
  "equals before",
  "then for",
  "then of",
  "then noun",
  "hyphenated",
  "in bullet",
  "one of several",
  "minutes",
  "hours",
  "years",
  "bounded",
  "ranged",
  "loose",
  "after in",
  "after after",
  "after since",
  "after for",
  "after within",
  "after every",
  "after last",
  "ticket in clause",
  "person before",
  "clock time",
  "bare",
  "after a verb in -ed",
  "own sentence asks",
  "prep by",
  "prep on",
  "prep in",
  "prep before",
  "core only",
  "then old",
  "if before",
  "quoted nearby",
  "in inverted commas",
  "then is",
  "short message",
  "long message",
  "after at",
  "after a name",
  "if opens",
  "past if",
  "then work",
  "amount of days",
  "before asks",
  "third person -s",
  "then to",
  "then and",
  "small unit",
  "code nearby",
] as const;
export type Frame = (typeof FRAMES)[number];
const FRAME_NUMBER = new Map<string, number>(FRAMES.map((name, at) => [name, at]));

export const SIGN_COUNT = SIGN_NAMES.length;
export const EVIDENCE_COUNT = PLACES.length * SIGN_COUNT + FRAMES.length;

/** The number of a piece of evidence in plain words. */
export function evidenceName(number: number): string {
  const place = Math.floor(number / SIGN_COUNT);
  if (place < PLACES.length) return `${SIGN_NAMES[number % SIGN_COUNT]} ${PLACES[place]}`;
  return FRAMES[number - PLACES.length * SIGN_COUNT] ?? "";
}

const REACH = 40;

/** What was said about the whole message once, for all finds in it. */
export type Setting = {
  readonly t: Tokens;
  readonly c: Clauses;
  readonly before0: Int32Array;
  readonly before1: Int32Array;
  readonly after0: Int32Array;
  readonly after1: Int32Array;
  readonly amounts: number;
  readonly quoted: boolean;
  readonly code: boolean;
  readonly asked: boolean;
};

export function settingOf(
  t: Tokens,
  c: Clauses,
  amounts: number,
  quoted: boolean,
  code: boolean,
  asked: boolean,
): Setting {
  const n = t.length;
  const before0 = new Int32Array(n + 1),
    before1 = new Int32Array(n + 1),
    after0 = new Int32Array(n + 1),
    after1 = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) {
    before0[i + 1] = before0[i]! | t.signs0[i]!;
    before1[i + 1] = before1[i]! | t.signs1[i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    after0[i] = after0[i + 1]! | t.signs0[i]!;
    after1[i] = after1[i + 1]! | t.signs1[i]!;
  }
  return { t, c, before0, before1, after0, after1, amounts, quoted, code, asked };
}

/** Calls `take` with the number of each piece of evidence about a find. */
export function evidence(s: Setting, find: Find, take: (number: number) => void): void {
  signs(s, find, take);
  frames(s, find, (name) => take(PLACES.length * SIGN_COUNT + FRAME_NUMBER.get(name)!));
}

function each(place: number, bits0: number, bits1: number, take: (number: number) => void): void {
  const base = place * SIGN_COUNT;
  for (let bits = bits0; bits !== 0; bits &= bits - 1) take(base + (31 - Math.clz32(bits & -bits)));
  for (let bits = bits1; bits !== 0; bits &= bits - 1) take(base + 31 + (31 - Math.clz32(bits & -bits)));
}

const isFiller = (t: Tokens, i: number): boolean =>
  t.shape[i] === SHAPE.mark || plays(t, i, "hedge") || plays(t, i, "degree") || plays(t, i, "article");

function signs(s: Setting, find: Find, take: (number: number) => void): void {
  const { t, c } = s;
  const sentence = c.sentence[find.from]!;
  const first = Math.max(c.starts[sentence]!, find.from - REACH);
  const last = Math.min(c.ends[sentence]!, find.to + REACH);
  let a0 = 0,
    a1 = 0,
    b0 = 0,
    b1 = 0,
    o0 = 0,
    o1 = 0,
    near = 0;
  const home = c.clause[find.from]!;
  for (let i = find.from - 1; i >= first; i--) {
    if (c.clause[i] !== home && !isMark(t, i, ":")) {
      o0 |= t.signs0[i]!;
      o1 |= t.signs1[i]!;
    } else if (near < 2) {
      a0 |= t.signs0[i]!;
      a1 |= t.signs1[i]!;
      if (!isFiller(t, i)) near++;
    } else {
      b0 |= t.signs0[i]!;
      b1 |= t.signs1[i]!;
    }
  }
  each(0, a0, a1, take);
  each(1, b0, b1, take);
  each(4, o0, o1, take);
  a0 = a1 = b0 = b1 = o0 = o1 = near = 0;
  const tail = c.clause[find.to - 1]!;
  for (let i = find.to; i < last; i++) {
    if (c.clause[i] !== tail) {
      o0 |= t.signs0[i]!;
      o1 |= t.signs1[i]!;
    } else if (near < 2) {
      a0 |= t.signs0[i]!;
      a1 |= t.signs1[i]!;
      if (!isFiller(t, i)) near++;
    } else {
      b0 |= t.signs0[i]!;
      b1 |= t.signs1[i]!;
    }
  }
  each(2, a0, a1, take);
  each(3, b0, b1, take);
  each(5, o0, o1, take);
  const from = c.starts[sentence]!,
    to = c.ends[sentence]!;
  each(6, s.before0[from]!, s.before1[from]!, take);
  each(7, s.after0[to]!, s.after1[to]!, take);
}

function frames(s: Setting, find: Find, say: (name: Frame) => void): void {
  const { t, c } = s;
  const sentence = c.sentence[find.from]!;
  const start = c.starts[sentence]!,
    end = c.ends[sentence]!;
  const last = c.sentence[find.to - 1]! === sentence ? end : c.ends[c.sentence[find.to - 1]!]!;
  const prev = find.from - 1,
    next = find.to;
  const before = wordAt(t, prev),
    after = wordAt(t, next);
  const closes =
    next >= t.length ||
    (t.shape[next] === SHAPE.mark && !isDash(t, next)) ||
    c.clause[next] !== c.clause[next - 1];
  const asks = c.closing[c.sentence[find.to - 1]!] === "?";
  let open = start;
  while (
    open < find.from &&
    (t.shape[open] === SHAPE.mark ||
      t.shape[open] === SHAPE.person ||
      /^(?:so|and|but|or|hmm|hey|ok|hi|oh|well|sorry)$/.test(wordAt(t, open)))
  )
    open++;
  const opener = wordAt(t, open);
  const asking =
    /^(?:is|are|can|could|would|will|do|does|did|should|how|what|why|when|which|who|any|wdyt|shall|may|was|wld|eta|where|have|has)$/.test(
      opener,
    );
  if (asks) say("question");
  if (asking && asks) say("asks first");
  if (asking && !asks) say("own sentence asks");
  const opens = open >= find.from;
  if (opens) say("opens sentence");
  if (opens && sentence === 0) say("opens message");
  if (opens && closes && next >= last - 1) say("alone");
  if (closes) say("closes clause");
  if (isMark(t, prev, ":")) say("colon before");
  if (
    isMark(t, prev, "=") ||
    isMark(t, prev, "→") ||
    (isDash(t, prev) && !isGlued(t, prev)) ||
    (isMark(t, prev, ">") && isDash(t, prev - 1))
  )
    say("equals before");
  if (after === "for") say("then for");
  if (after === "of") say("then of");
  if (after === "to") say("then to");
  if (after === "and" || after === "&" || isMark(t, next, "+")) say("then and");
  if (after === "old") say("then old");
  if (/^(?:is|was|will|would|has|are)$/.test(after)) say("then is");
  if (/^(?:work|effort|job|task|worth|project)$/.test(after)) say("then work");
  const noun =
    !closes &&
    t.shape[next] === SHAPE.word &&
    !plays(t, next, "condition") &&
    !plays(t, next, "halt") &&
    !plays(t, next, "hedge") &&
    !plays(t, next, "degree") &&
    t.signs0[next] === 0 &&
    t.signs1[next] === 0;
  if (noun) say("then noun");
  let hyphen = false;
  for (let i = find.from + 1; i < find.to - 1; i++)
    if (isMark(t, i, "-") && isGlued(t, i) && t.unit[i + 1] !== undefined) hyphen = true;
  if (hyphen) say("hyphenated");
  const bullet =
    start > 0 &&
    isMark(t, start - 1, "\n") &&
    (isMark(t, start, "•") || isMark(t, start, "-") || t.shape[start] === SHAPE.number);
  if (bullet) say("in bullet");
  if (s.amounts > 1) say("one of several");
  const unit = find.unit;
  if (unit === "minute") say("minutes");
  if (unit === "hour") say("hours");
  if (unit === "minute" || unit === "hour") say("small unit");
  if (unit === "year") say("years");
  if (unit === "day") say("amount of days");
  if (find.low === 0 || (find.high === null && find.low !== null)) say("bounded");
  else if (find.low !== find.high) say("ranged");
  if (find.loose) say("loose");
  if (find.bare) say("bare");
  if (before === "in") say("after in");
  if (before === "after") say("after after");
  if (before === "since") say("after since");
  if (before === "for") say("after for");
  if (before === "at") say("after at");
  if (before === "within") say("after within");
  if (/^(?:every|each|per|once|twice|second|times)$/.test(before)) say("after every");
  if (/^(?:last|past|previous|the)$/.test(before)) say("after last");
  if (/(?:ed|ught|ent|ook)$/.test(before) && before.length > 3) say("after a verb in -ed");
  if (/[a-z]s$/.test(before) && before.length > 3 && t.signs0[prev] === 0 && t.signs1[prev] === 0)
    say("third person -s");
  if (
    prev >= start &&
    t.shape[prev] === SHAPE.word &&
    t.signs0[prev] === 0 &&
    t.signs1[prev] === 0 &&
    !plays(t, prev, "hedge") &&
    !plays(t, prev, "degree") &&
    !plays(t, prev, "halt") &&
    !plays(t, prev, "article") &&
    !plays(t, prev, "condition") &&
    !plays(t, prev, "not")
  )
    say("after a name");
  for (let i = Math.max(start, find.from - REACH); i < Math.min(end, find.to + REACH); i++) {
    if (t.shape[i] === SHAPE.id && c.clause[i] === c.clause[find.from]) {
      say("ticket in clause");
      break;
    }
  }
  for (let i = Math.max(start, find.from - REACH); i < find.from; i++)
    if (t.shape[i] === SHAPE.person) {
      say("person before");
      break;
    }
  for (let i = Math.max(start, find.from - REACH); i < Math.min(last, find.to + REACH); i++)
    if (t.shape[i] === SHAPE.time) {
      say("clock time");
      break;
    }
  const said = wordAt(t, find.from);
  if (find.kind === "date") {
    if (/^(?:by|until|till|til|to)$/.test(said)) say("prep by");
    else if (/^(?:on|at)$/.test(said)) say("prep on");
    else if (/^(?:in|for|around|towards?)$/.test(said)) say("prep in");
    else if (/^(?:before|not)$/.test(said)) say("prep before");
    else say("core only");
  }
  let past = false,
    ifs = false;
  for (let i = start; i < find.from && i < start + REACH; i++) {
    const w = wordAt(t, i);
    if (w === "if" || w === "when" || w === "once" || w === "unless") ifs = true;
    if (ifs && /^(?:was|were|had|took|cost|went|did|it'd|i'd|id|needed|stayed|got)$/.test(w)) past = true;
  }
  if (ifs) say("if before");
  if (ifs && opener === "if") say("if opens");
  if (past) say("past if");
  if (s.quoted) say("quoted nearby");
  if (s.code) say("code nearby");
  if (isMark(t, prev, '"') || isMark(t, prev, "“") || isMark(t, next, '"') || isMark(t, prev, "'"))
    say("in inverted commas");
  if (t.length < 10) say("short message");
  if (t.length > 60) say("long message");
  if (s.asked) say("before asks");
}
