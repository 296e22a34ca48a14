import { isDash, isOf, plays, type Find } from "./find.ts";
import { forWhat } from "./for-what.ts";
import { CLASS, PART } from "./entries.ts";
import { isBefore, noPlaces, surround, ZONES, zoneOf, type Places } from "./places.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import type { Setting } from "./setting.ts";

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
  readonly places: Places;
  readonly said: Said;
};

/** Signs and word classes given somewhere, as the bits of an `Entry`. */
export type Bits = { signs0: number; signs1: number; classes0: number; classes1: number };
/** What the find's clause says before and after it, and the rest of the message before it and after it. */
export type Said = {
  readonly before: Bits;
  readonly after: Bits;
  readonly earlier: Bits;
  readonly later: Bits;
};

const nothing = (): Bits => ({ signs0: 0, signs1: 0, classes0: 0, classes1: 0 });
/** Written anew for each find: finds are looked at one after the other. */
const PLACES = noPlaces();
const SAID: Said = { before: nothing(), after: nothing(), earlier: nothing(), later: nothing() };

export function viewOf(s: Setting, find: Find): View {
  const { t, c } = s;
  const start = c.starts[c.sentence[find.from]!]!;
  const endSentence = c.sentence[find.to - 1]!;
  const end = c.ends[endSentence]!;
  const open = openOf(t, start, find.from);
  const lead = leadOf(t, open, find.from);
  const next = find.to;
  surround(s, find, forWhat(t, find), PLACES);
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
    places: PLACES,
    said: saidAround(t, PLACES),
  };
}

/** Which of the four parts of `Said` each zone belongs to; its own words and what it is for belong to none. */
const PARTS = ZONES.map((name, zone): Bits | undefined => {
  if (name === "in it" || name === "in what it is for") return undefined;
  const home = !name.startsWith("in ");
  if (isBefore(zone * 4)) return home ? SAID.before : SAID.earlier;
  return home ? SAID.after : SAID.later;
});

function saidAround(t: Tokens, places: Places): Said {
  for (const bits of [SAID.before, SAID.after, SAID.earlier, SAID.later])
    bits.signs0 = bits.signs1 = bits.classes0 = bits.classes1 = 0;
  for (let n = 0; n < places.count; n++) {
    const bits = PARTS[zoneOf(places.place[n]!)];
    if (bits === undefined) continue;
    const entry = t.entries[places.token[n]!]!;
    bits.signs0 |= entry.signs0;
    bits.signs1 |= entry.signs1;
    bits.classes0 |= entry.classes0;
    bits.classes1 |= entry.classes1;
  }
  return SAID;
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

/** Whether the word of token `i` ends in the letters. */
export const endsIn = (t: Tokens, i: number, letters: string): boolean =>
  i >= 0 && i < t.length && t.text.endsWith(letters, t.end[i]);
