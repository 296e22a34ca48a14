import type { Card } from "./card.ts";
import type { Thread } from "./thread.ts";

/** The estimate card of a thread, or undefined where no doer gave an estimate in it. */
export function makeCard(_thread: Thread): Card | undefined {
  return undefined;
}
