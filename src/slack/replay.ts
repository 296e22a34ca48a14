import { LRUCache } from "lru-cache";

/** Bolt refuses what was signed more than five minutes ago; so long in milliseconds, and a little more, signatures are remembered. */
export const REMEMBERED = 6 * 60_000;

/** More than a burst holds in that time; beyond that the oldest are forgotten, and presses are still claimed in the store. */
const MOST = 200_000;

/** A press or command that was taken before: somebody sends again what Slack sent once. */
export class Replayed extends Error {
  override name = "Replayed";
}

/**
 * Does work once for each signature, and says whether it did. Slack signs every delivery anew, its own retries too, so
 * the same signature again is a replay. Work that failed may be tried again: it was not done.
 */
export function refuseReplays(
  now: () => number,
): (signature: unknown, work: () => Promise<void>) => Promise<boolean> {
  const seen = new LRUCache<string, number>({ max: MOST });
  return async (signature, work) => {
    if (typeof signature !== "string") return work().then(() => true);
    if (now() - (seen.get(signature) ?? -Infinity) < REMEMBERED) return false;
    seen.set(signature, now());
    try {
      await work();
      return true;
    } catch (error) {
      seen.delete(signature);
      throw error;
    }
  };
}
