import type { Log } from "../log.ts";
import { type LeasedJob, type Store, StoreError } from "../store/store.ts";
import { OutsideError } from "../telling/outside.ts";
import { pauseAfter, TryLater } from "./try-later.ts";
import { SECOND } from "./parts.ts";

/** How long a job may take before it counts as lost with its taker: longer than any patience with Slack. */
const LEASE = 45 * SECOND;
/** How often the store is asked for due jobs. Other processes schedule jobs too, so nobody wakes us. */
const POLL = SECOND;
/** How often it is asked whether it takes writes, too; every time once something failed. */
const CHECK = 10 * SECOND;
/** How often it is said that no jobs can be taken. */
const SAY_AGAIN = 5 * 60 * SECOND;
const MOST_AT_ONCE = 32;
/**
 * And of one workspace: Slack takes few calls a minute from each, so more would only wait in each other's way, past the end
 * of their lease at last.
 */
const MOST_OF_ONE = 4;
/** A job that fails so often is given up, with a line in the log: after some hours where Slack or the store is away. */
const MOST_TRIES = 60;
/** What fails for a reason of our own will hardly do better later. */
const MOST_TRIES_OF_OURS = 8;

type Works = {
  readonly store: Store;
  readonly due: (job: LeasedJob) => Promise<void>;
  /** Told of a job that will not be tried again, before it ends. Where this fails too, it is tried again all the same. */
  readonly givenUp: (job: LeasedJob) => Promise<void>;
  readonly now: () => number;
  readonly log: Log;
};

export type Clockwork = {
  /** Looks for due jobs now: the clock was moved, or something was scheduled for now. */
  poke(): void;
  /**
   * Takes no more jobs and waits for those begun, `most` milliseconds at the longest: what is not done by then is handed back,
   * due at once for whoever comes next.
   */
  stop(most?: number): Promise<void>;
};

/**
 * Runs jobs when they are due, until stopped. A job that fails is tried again, later and later. A workspace in which much is
 * due, or which Slack is slow with, keeps no other waiting.
 */
export function startClockwork(works: Works): Clockwork {
  let stopped = false;
  const nap = makeNap();
  const takeDue = makeTaker(works);
  const running = new Map<Promise<void>, LeasedJob>();
  const held = new Map<string, number>();

  function begin(job: LeasedJob): void {
    held.set(job.team, (held.get(job.team) ?? 0) + 1);
    const work = runJob(works, job).then(() => {
      running.delete(work);
      const left = (held.get(job.team) ?? 1) - 1;
      if (left > 0) held.set(job.team, left);
      else held.delete(job.team);
      nap.end();
    });
    running.set(work, job);
  }

  async function run(): Promise<void> {
    while (!stopped) {
      nap.begin();
      const free = MOST_AT_ONCE - running.size;
      for (const job of free > 0 ? await takeDue(free, held) : []) begin(job);
      await nap.over(POLL);
    }
    await Promise.all(running.keys());
  }

  const going = run();
  return {
    poke: nap.end,
    async stop(most) {
      stopped = true;
      nap.end();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        if (most !== undefined) timer = setTimeout(resolve, most, true);
      });
      const tooLong = await Promise.race([going, late]);
      clearTimeout(timer);
      if (tooLong) await handBack(works, [...running.values()]);
    },
  };
}

/** Jobs that were begun and not done, due at once for whoever comes next. */
async function handBack({ store, now, log }: Works, jobs: readonly LeasedJob[]): Promise<void> {
  const handed = jobs.map(async (job) => {
    const about = { team: job.team, kind: job.kind, tries: job.tries };
    try {
      await store.retry(job, now());
      log.warn(about, "job handed back");
    } catch (error) {
      // It comes back with the end of its lease; the others need not wait so long.
      log.error({ ...about, err: error }, "job not handed back");
    }
  });
  await Promise.all(handed);
}

/** A pause that ends early once something happened since its `begin`. */
function makeNap() {
  let end = () => {};
  let ended = Promise.resolve();
  return {
    begin: () => void (ended = new Promise((resolve) => (end = resolve))),
    end: () => end(),
    async over(most: number): Promise<void> {
      const timer = setTimeout(end, most);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Takes what is due, nothing where the store fails; and has the store looked after, which says by itself how it is. */
function makeTaker({ store, now, log }: Works) {
  let well = false;
  let checked = 0;
  let said: number | undefined;
  const isOver = (since: number, most: number) => Math.abs(now() - since) >= most;

  async function check(): Promise<void> {
    checked = now();
    well = await store.check().then(
      () => true,
      () => false,
    );
  }

  return async (free: number, held: ReadonlyMap<string, number>): Promise<LeasedJob[]> => {
    if (!well || isOver(checked, CHECK)) await check();
    try {
      const jobs = await store.take(now(), free, now() + LEASE, { most: MOST_OF_ONE, held });
      said = undefined;
      return jobs;
    } catch (error) {
      well = false;
      if (said === undefined || isOver(said, SAY_AGAIN)) {
        said = now();
        log.error({ err: error }, "cannot take jobs from the store");
      }
      return [];
    }
  };
}

async function runJob(works: Works, job: LeasedJob): Promise<void> {
  const { store, due, givenUp, now, log } = works;
  try {
    try {
      await due(job);
      await store.finish(job);
    } catch (error) {
      const about = { team: job.team, kind: job.kind, tries: job.tries };
      if (!(error instanceof TryLater)) log.error({ ...about, err: error }, "job failed");
      const passing =
        error instanceof TryLater || error instanceof OutsideError || error instanceof StoreError;
      if (job.tries < (passing ? MOST_TRIES : MOST_TRIES_OF_OURS))
        return await store.retry(job, whenAgain(error, job.tries, now()));
      log.warn(about, "job given up");
      await givenUp(job);
      await store.finish(job);
    }
  } catch (error) {
    // The store is gone, as a rule. The lease ends by itself, and the job comes back.
    log.error({ team: job.team, kind: job.kind, err: error }, "cannot settle a job");
  }
}

/** Later and later, and never before Slack said so. */
function whenAgain(error: unknown, tries: number, now: number): number {
  const pause = now + pauseAfter(tries);
  if (error instanceof TryLater) return error.at;
  return error instanceof OutsideError && error.retryAt !== undefined ? Math.max(error.retryAt, now) : pause;
}
