/** How often a store writes something when somebody asks whether it is there, in milliseconds. */
export const CHECK_EVERY = 3000;

/**
 * Does something at most once in so many milliseconds; whoever asks meanwhile hears what came of it. What failed is tried again
 * at the next asking. The time between two is measured, and has nothing to do with the times callers hand over.
 */
export function seldom(ms: number, act: () => Promise<void>): () => Promise<void> {
  let last: { readonly at: number; readonly done: Promise<void> } | undefined;
  return async () => {
    if (last === undefined || performance.now() - last.at >= ms)
      last = { at: performance.now(), done: act() };
    const mine = last;
    try {
      await mine.done;
    } catch (error) {
      if (last === mine) last = undefined;
      throw error;
    }
  };
}
