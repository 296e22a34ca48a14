import { FRAMES } from "./frames/frames.ts";
import { SIGN_NAMES, type Entry, type Sign } from "./entries.ts";
import { ROWS } from "./lexicon.ts";
import { distanceOf, isBefore, NEAREST, zoneOf, ZONES } from "./places.ts";
import type { View } from "./view.ts";

const NUMBERS = ["first", "second", "third"] as const;

/** How the tables call a place: by its zone, and for the nearest words of either side also by their distance. */
export const zoneName = (place: number): string => ZONES[zoneOf(place)]!;
export const nearName = (place: number): string | undefined => {
  const distance = distanceOf(place);
  return distance === 0 || distance > NEAREST
    ? undefined
    : `${NUMBERS[distance - 1]!} ${isBefore(place) ? "before" : "after"}`;
};

/** The signs an entry gives, by name. */
export const signsOf = (entry: Entry): Sign[] =>
  SIGN_NAMES.filter((_, sign) =>
    sign < 31 ? ((entry.signs0 >>> sign) & 1) === 1 : ((entry.signs1 >>> (sign - 31)) & 1) === 1,
  );

/** The row of the tables under which the nth token around a find is looked up. */
export const rowAt = (v: View, n: number): number =>
  v.places.place[n] === 0 ? v.t.entries[v.places.token[n]!]!.id : v.s.rows[v.places.token[n]!]!;

/** Calls `take` with each frame that holds. */
export function framesOf(v: View, take: (frame: number) => void): void {
  for (let frame = 0; frame < FRAMES.length; frame++) if (FRAMES[frame]!.holds(v)) take(frame);
}

export const entryAt = (v: View, n: number): Entry => ROWS[rowAt(v, n)]!;
