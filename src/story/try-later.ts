import type { OutsideError } from "../telling/outside.ts";
import { type Parts, SECOND } from "./parts.ts";

/** After so many tries a note is not sent any more: what matters of it stands in Home. */
const MOST_TRIES = 5;

/** Slack took nothing: the job that wanted this shall run again at `at`, in milliseconds since 1970. */
export class TryLater extends Error {
  override name = "TryLater";
  readonly at: number;
  constructor(at: number, cause: unknown) {
    super("Slack did not take it; it will be tried again", { cause });
    this.at = at;
  }
}

/** False where Slack may have shown it all the same, since twice is worse than not at all, and after many tries. */
export const mayTryAgain = (error: OutsideError, tries: number): boolean =>
  !error.uncertain && tries < MOST_TRIES;

const LONGEST_PAUSE = 5 * 60 * SECOND;

/** Milliseconds until the next try: longer and longer. */
export const pauseAfter = (tries: number): number => Math.min(2 ** tries * SECOND, LONGEST_PAUSE);

/** When Slack says, or else later and later. */
export const tryLater = (parts: Parts, error: OutsideError, tries: number): TryLater =>
  new TryLater(error.retryAt ?? parts.now() + pauseAfter(tries), error);
