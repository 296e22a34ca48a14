import type { Feature, Features } from "./features.ts";

/**
 * The occasion sets the lead: which questions each kind of occasion is the classic one for.
 * The kinds are those of `when.about`.
 */
const LEADS: Readonly<Record<string, readonly string[]>> = {
  vague: ["hidden-work", "config-or-code"],
  date: ["deadline"],
  revised: ["estimate-changed"],
  spec: ["user-problem", "open-questions", "spec-estimate"],
};

/**
 * What being the classic question is worth, in the measure of the weights. On the labelled threads 0.3 to 0.6 changes
 * nothing for better or worse; above 1 it begins to push named things aside.
 */
const WORTH = 0.6;

/** What a question gains from the kinds of its occasion. */
export function leadOf(id: string, kinds: ReadonlySet<string>): number {
  return [...kinds].some((kind) => LEADS[kind]?.includes(id)) ? WORTH : 0;
}

/**
 * What it is worth that somebody who does the work said plainly what makes a question the obvious one (`frames/plainly.ts`). A named
 * thing ("vendor hasn't given us keys") beats a general doubt ("just a guess").
 */
const NAMED = 2;
const DOUBT = 1;
const DOUBTS: ReadonlySet<string> = new Set([
  "uncertainty",
  "range",
  "spike",
  "cost-driver",
  "done-means",
  "parallel",
]);

const DOERS = ["self", "other"];
/** A denied one ("no migration in it") opens nothing. */
const MANNERS = ["", "?", "!"];

export const worthOfPlainWords = (id: string): number => (DOUBTS.has(id) ? DOUBT : NAMED);

/** What showed that somebody who does the work made this question the obvious one; undefined where nobody did, or settled it too. */
export function saidPlainly(seen: Features | undefined): Feature | undefined {
  if (seen === undefined || DOERS.some((who) => settledPlainly(seen, who) !== undefined)) return undefined;
  const names = DOERS.flatMap((who) => MANNERS.map((manner) => `plainly${manner}@${who}`));
  return names.map((name) => seen.get(name)).find((said) => said !== undefined);
}

/** What showed that it is plainly settled, by one of these people or in the line asked about ("about"). */
export const settledPlainly = (seen: Features, who: string): Feature | undefined =>
  seen.get(`plainly-ok@${who}`) ?? seen.get(`plainly-ok!@${who}`);

/** True where a named thing, more than a general doubt, was said plainly beside the number itself. */
export const isNamedPlainly = (id: string, seen: Features): boolean =>
  !DOUBTS.has(id) &&
  MANNERS.some((manner) => seen.has(`plainly${manner}@about`)) &&
  saidPlainly(seen) !== undefined;
