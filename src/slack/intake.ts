import { LRUCache } from "lru-cache";

/** Events worked on at once. One waits for the store most of its time, and the store takes some dozens together. */
const MOST_AT_ONCE = 64;
/** Events that wait beside them, in memory: a few kilobytes each. */
const MOST_WAITING = 2000;
/** So many events are remembered as kept, so that another delivery of one costs nothing. */
const REMEMBERED = 10_000;

/** There are too many events at once. This one is not acknowledged, so Slack brings it again. */
export class DoorFull extends Error {
  override name = "DoorFull";
}

/** Does the work of one event, and resolves once it is kept; rejects with what the work threw, or with `DoorFull`. */
export type Intake = (id: string | undefined, work: () => Promise<void>) => Promise<void>;

/**
 * Bounds what a burst of events may hold in memory and ask of the store. An event that is being worked on is not begun a second
 * time, and one that was kept is not worked on again: when it takes long, Slack delivers it up to three times more.
 */
export function makeIntake(told: (full: boolean) => void): Intake {
  const begun = new Map<string, Promise<void>>();
  const kept = new LRUCache<string, true>({ max: REMEMBERED });
  const waiting: (() => void)[] = [];
  let running = 0;
  let full = false;

  function say(now: boolean): void {
    if (now !== full) told(now);
    full = now;
  }

  async function inTurn(work: () => Promise<void>): Promise<void> {
    if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      await work();
    } finally {
      // Whoever waits longest takes the place over.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
      if (waiting.length < MOST_WAITING / 2) say(false);
    }
  }

  return async (id, work) => {
    if (id !== undefined && kept.has(id)) return;
    const same = id === undefined ? undefined : begun.get(id);
    if (same !== undefined) return same;
    if (waiting.length >= MOST_WAITING) {
      say(true);
      throw new DoorFull("more events than can be kept at once");
    }
    const mine = inTurn(work);
    if (id === undefined) return mine;
    begun.set(id, mine);
    try {
      await mine;
      kept.set(id, true);
    } finally {
      begun.delete(id);
    }
  };
}
