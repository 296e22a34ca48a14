import { setTimeout as pause } from "node:timers/promises";
import { StoreError } from "../store/store.ts";

/** Milliseconds between the tries. Together less than the lease of a job has left after a call to Slack. */
const PAUSES = [250, 500, 1000, 2000, 4000];

/**
 * Writes down what Slack has done. Nobody else knows of it, and it cannot be asked of Slack again, so while the store is away
 * this is tried for some eight seconds before it rejects with the store's error.
 */
export async function holdOn<T>(write: () => Promise<T>): Promise<T> {
  for (const ms of PAUSES) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      await pause(ms);
    }
  }
  return write();
}
