import { LABELS } from "../../threads/thread.ts";
import type { Found } from "./findings.ts";
import { MERGED } from "./spoken.ts";

const merge = (name: string) => MERGED.find(([start]) => name.startsWith(start))?.[1];

/** Puts together what was found in several replies. */
function together(all: readonly Readonly<Found>[]): Found {
  const sum: Found = {};
  for (const found of all)
    for (const [name, value] of Object.entries(found)) {
      const earlier = sum[name];
      sum[name] = earlier === undefined ? value : (merge(name)?.(earlier, value) ?? earlier + value);
    }
  return sum;
}

const isBare = (found: Readonly<Found>) => Boolean(found["bare yes"] ?? found["bare no"]);

/** From where on replies stand: what was said before a later "wait, no" was taken back. */
export function standsFrom(all: readonly Readonly<Found>[]): number {
  const takenBack = all.findLastIndex(
    (found, index) => index > 0 && found["opens: takes back"] !== undefined,
  );
  return Math.max(0, takenBack);
}

/** A later message that opens by leaving a point leaves it after what was said before. */
function asLater(found: Readonly<Found>): Readonly<Found> {
  const { "opens by leaving a point": leaves, ...rest } = found;
  return leaves === undefined ? found : { ...rest, "leaves a point": leaves + (rest["leaves a point"] ?? 0) };
}

const LEFT_OPEN = [
  "clause: gap",
  "clause: open point",
  "clause: hanging",
  "clause: promise",
  "leaves a point",
  "opens by leaving a point",
];

/**
 * Whether the last reply answers by itself and leaves nothing open: what was half known before has been looked up since.
 * "keys i think, have to check", "checked: keys are here, production takes 5 days".
 */
function isSettledLast(standing: readonly Readonly<Found>[]): boolean {
  const said = standing.filter((found) => !found["pm asks"]);
  const last = said.at(-1);
  if (said.length < 2 || last?.["alone"] !== LABELS.indexOf("answered")) return false;
  return !isBare(last) && !LEFT_OPEN.some((name) => last[name]);
}

/**
 * What replies say together, in the order they were said; a yes to what the PM restated is named `confirmed`, a full
 * answer after half ones `settled last`.
 */
export function combine(all: readonly Readonly<Found>[]): Found {
  const standing = all.slice(standsFrom(all));
  const confirmed = standing.some(
    (found, index) => isBare(found) && standing.slice(0, index).some((before) => before["pm restates"]),
  );
  const sum = together(standing.map((found, index) => (index > 0 ? asLater(found) : found)));
  return {
    ...sum,
    ...(confirmed && { confirmed: 1 }),
    ...(isSettledLast(standing) && { "settled last": 1 }),
  };
}
