import type { Find } from "./find.ts";
import type { Setting } from "./setting.ts";

/** How far from a find its surroundings are looked at, in tokens: what is further away seldom tells anything. */
export const REACH = 14;

/** Where a word can stand, seen from the find. */
export const ZONES = [
  "in it",
  "close before",
  "before",
  "in an earlier clause",
  "in an earlier sentence",
  "close after",
  "after",
  "in what it is for",
  "in a later clause",
  "in a later sentence",
] as const;
const IN_IT = 0;
const BEFORE = 1;
const AFTER = 5;
const FOR_WHAT = 7;

/** The nearest words of the sentence are also known by their distance: the first, the second, the third. */
export const NEAREST = 3;
/** A place is a zone with a distance; 0 is further away than the nearest. */
export const PLACE_COUNT = ZONES.length * (NEAREST + 1);
export const zoneOf = (place: number): number => Math.floor(place / (NEAREST + 1));
export const distanceOf = (place: number): number => place % (NEAREST + 1);
export const isBefore = (place: number): boolean => zoneOf(place) < AFTER;

/** The tokens around one find and their places; written anew for each find. */
export type Places = { count: number; readonly place: Uint8Array; readonly token: Int32Array };
const MOST = 2 * REACH + 256;
export const noPlaces = (): Places => ({
  count: 0,
  place: new Uint8Array(MOST),
  token: new Int32Array(MOST),
});

/**
 * Looks at everything around a find: its own words, then what stands before, nearest first, then what stands after.
 * Words of doubt are left out, so that "3 weeks, I think, for search" is "3 weeks for search".
 */
export function surround(s: Setting, find: Find, forWhat: boolean, out: Places): void {
  out.count = 0;
  for (let i = find.from; i < Math.min(find.to, find.from + REACH); i++) put(out, IN_IT, i);
  lookBefore(s, find, out);
  lookAfter(s, find, forWhat, out);
}

function put(out: Places, place: number, token: number): void {
  out.place[out.count] = place;
  out.token[out.count++] = token;
}

function lookBefore({ c, doubt }: Setting, find: Find, out: Places): void {
  const clause = c.clause[find.from];
  const sentence = c.sentence[find.from];
  let distance = 0;
  for (let i = find.from - 1; i >= 0 && i >= find.from - REACH; i--) {
    if (doubt[i] === 1) continue;
    distance++;
    const near = distance <= NEAREST;
    if (c.sentence[i] !== sentence) put(out, (BEFORE + 3) * (NEAREST + 1), i);
    else if (c.clause[i] !== clause) put(out, (BEFORE + 2) * (NEAREST + 1) + (near ? distance : 0), i);
    else put(out, near ? BEFORE * (NEAREST + 1) + distance : (BEFORE + 1) * (NEAREST + 1), i);
  }
}

function lookAfter({ t, c, doubt }: Setting, find: Find, forWhat: boolean, out: Places): void {
  const clause = c.clause[find.to - 1];
  const sentence = c.sentence[find.to - 1];
  let distance = 0;
  for (let i = find.to; i < t.length && i < find.to + REACH; i++) {
    if (doubt[i] === 1) continue;
    distance++;
    const near = distance <= NEAREST;
    if (c.sentence[i] !== sentence) put(out, (AFTER + 4) * (NEAREST + 1), i);
    else if (c.clause[i] !== clause) put(out, (AFTER + 3) * (NEAREST + 1) + (near ? distance : 0), i);
    else if (forWhat) put(out, FOR_WHAT * (NEAREST + 1) + (near ? distance : 0), i);
    else put(out, near ? AFTER * (NEAREST + 1) + distance : (AFTER + 1) * (NEAREST + 1), i);
  }
}
