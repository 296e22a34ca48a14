import { calm } from "./calm.ts";
import type { Seen } from "./features.ts";
import type { Weights } from "./weights.ts";

/** Situations that make for silence, in the words told to whoever asks why nothing was said. */
const REASONS: readonly (readonly [situation: string, reason: string])[] = [
  ["incident", "an outage is being fought"],
  ["row", "people are at odds here"],
  ["joke", "this was a joke"],
  ["finished", "the work is over"],
  ["not-work", "the number is about no work of ours"],
  ["small-ok", "small, firm and covered"],
];

const ALL_SAID = "everything worth asking seems to be said";

/**
 * In plain words, why nothing should be asked at all; undefined where something may. Small alone is no reason:
 * something must be settled, closed or out of place. `settled`: somebody said in or out of a question that could be asked;
 * that a number was given settles nothing.
 */
export function quietly(seen: Seen, weights: Weights, settled: boolean): string | undefined {
  const calmly = calm(seen);
  let score = 0;
  for (const [name, { value }] of [...seen.thread, ...calmly]) score += (weights.quiet[name] ?? 0) * value;
  if (score <= 0) return undefined;
  const [, reason] = REASONS.find(([situation]) => seen.thread.has(`${situation}@any`)) ?? [];
  if (reason !== undefined) return reason;
  return settled || seen.thread.has("closing@any") ? ALL_SAID : undefined;
}
