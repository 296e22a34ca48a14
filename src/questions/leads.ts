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
