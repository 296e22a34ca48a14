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

/** In plain words, why nothing should be asked at all; undefined where something may. */
export function quietly(seen: Seen, weights: Weights): string | undefined {
  let score = 0;
  for (const [name, { value }] of [...seen.thread, ...calm(seen)])
    score += (weights.quiet[name] ?? 0) * value;
  if (score <= 0) return undefined;
  const [, reason] = REASONS.find(([situation]) => seen.thread.has(`${situation}@any`)) ?? [];
  return reason ?? "everything worth asking seems to be said";
}
