import { calm } from "./calm.ts";
import type { Line } from "../threads/thread.ts";
import type { Features, Seen } from "./features.ts";
import { isNamedPlainly } from "./leads.ts";
import type { Weights } from "./weights.ts";

export const OUTAGE_SAID = "an outage is being fought";
export const OVER = "the work is over";

/** Situations that make for silence, in the words told to whoever asks why nothing was said. */
const REASONS: readonly (readonly [situation: string, reason: string])[] = [
  ["incident", OUTAGE_SAID],
  ["row", "people are at odds here"],
  ["joke", "this was a joke"],
  ["finished", OVER],
  ["not-work", "the number is about no work of ours"],
  ["small-ok", "small, firm and covered"],
];

/**
 * Words of an outage being fought, said as such. Whatever the weights say, nobody is asked about estimates then; so only
 * words stand here that are used of little else.
 */
const OUTAGE: ReadonlySet<string> = new Set(
  "sev1|sev 1|sev2|p1|p0|on fire|500ing|500s|gives 500|throws 500|5xx|503|502|rolling back|roll back now|bad deploy|paged|war room|bridge call|down for everyone|broken for everyone|broken for all|login broken|phones are red|phones ringing|getting calls|error rate|errors up|spiking|ic is|comms in|line stopped|line is down|plant stopped|stopped the line|production stands|data leak|ransom".split(
    "|",
  ),
);

/** True where an outage is being fought in this thread. */
export function isOutage(lines: readonly Line[]): boolean {
  return lines.some(({ noticed }) =>
    noticed.signs.some(({ sign, quote }) => sign === "incident" && OUTAGE.has(quote.toLowerCase())),
  );
}

/** True where every number of a thread says how long something took: nobody asks how long, and nothing else stands. */
export function isOver(lines: readonly Line[]): boolean {
  const struck = lines.flatMap(({ reading }) => reading.struck);
  return (
    struck.length > 0 &&
    struck.every(({ reason }) => reason === "past") &&
    lines.every(
      ({ estimates, specs, reading }) => estimates.length + specs.length === 0 && !reading.asksForEstimate,
    )
  );
}

/** Where no line holds an estimate or a spec. */
export const NOTHING_READ = "no estimate and no spec to ask about";

/** The name under which single words speak for silence. */
export const QUIET = "quiet";

const ALL_SAID = "everything worth asking seems to be said";
const A_LOOK_FIRST = "a short look comes first, and what it finds says how much there is";
const SMALL_MATTER = "nothing here seems worth asking about";
/** How much must speak for silence where nothing was settled or closed; the measure is that of the weights. */
const PLAINLY = 1.5;

const SMALL = ["0.5 days", "1 days", "3 days", "1 points", "3 points", "XS", "S", "vague"];

/** "ok thanks" from the PM alone, after a number that is not small: taken on trust, it closes nothing. */
const isThankedFor = (thread: Features): boolean =>
  thread.has("closing@pm") &&
  !["closing@self", "closing@other", "joke@any", "finished@any", "not-work@any", "row@any", "unread"].some(
    (name) => thread.has(name),
  ) &&
  [...thread.keys()].some((name) => name.startsWith("size:")) &&
  !SMALL.some((size) => thread.has(`size:${size}`));

/** How much it speaks against silence that something was plainly said to be open. */
const OPEN_SAID = 2;

/**
 * In plain words, why nothing should be asked at all; undefined where something may. Small alone is hardly a
 * reason: something must be settled, closed or out of place, or much must speak for silence. `settled`: somebody said in or out of a question that could be asked;
 * that a number was given settles nothing.
 */
export function quietly(
  seen: Seen,
  lines: readonly Line[],
  weights: Weights,
  settled: boolean,
): string | undefined {
  const calmly = calm(seen);
  let score = lines.reduce((sum, { noticed }) => sum + (noticed.leaning?.[QUIET] ?? 0), 0);
  for (const [name, { value }] of [...seen.thread, ...calmly]) score += (weights.quiet[name] ?? 0) * value;
  if (
    !seen.thread.has("unread") &&
    !calmly.has("small and firm") &&
    [...seen.questions].some(([id, of]) => isNamedPlainly(id, of))
  )
    score -= OPEN_SAID;
  if (score <= 0) return undefined;
  const [, reason] = REASONS.find(([situation]) => seen.thread.has(`${situation}@any`)) ?? [];
  if (reason !== undefined) return reason;
  if (seen.thread.has("unread")) return NOTHING_READ;
  if (settled && seen.thread.has("looked-into@any")) return A_LOOK_FIRST;
  if (!settled && isThankedFor(seen.thread)) return undefined;
  if (settled || seen.thread.has("closing@any")) return ALL_SAID;
  return score > PLAINLY ? SMALL_MATTER : undefined;
}
