import type { Reading } from "./reading.ts";

/** What was found and what was struck out, a plain sentence each, for people. */
export function explain(_reading: Reading): string[] {
  return [];
}
