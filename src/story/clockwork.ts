import type { Log } from "../log.ts";
import { type LeasedJob, type Store, StoreError } from "../store/store.ts";
import { OutsideError } from "../telling/outside.ts";
import { TryLater } from "./try-later.ts";
import { SECOND } from "./parts.ts";

/** How long a job may take before it counts as lost with its taker: longer than any patience with Slack. */
const LEASE = 45 * SECOND;
/** How often the store is asked for due jobs. Other processes schedule jobs too, so nobody wakes us. */
const POLL = SECOND;
const MOST_AT_ONCE = 16;
/** A job that fails so often is given up, with a line in the log: after some hours where Slack or the store is away. */
const MOST_TRIES = 60;
/** What fails for a reason of our own will hardly do better later. */
const MOST_TRIES_OF_OURS = 8;
const LONGEST_PAUSE = 5 * 60 * SECOND;

type Works = {
  readonly store: Store;
  readonly due: (job: LeasedJob) => Promise<void>;
  readonly now: () => number;
  readonly log: Log;
};

export type Clockwork = {
  /** Looks for due jobs now: the clock was moved, or something was scheduled for now. */
  poke(): void;
  /** Takes no more jobs and waits for those begun. */
  stop(): Promise<void>;
};

/** Runs jobs when they are due, until stopped. A job that fails is tried again, later and later. */
export function startClockwork(works: Works): Clockwork {
  let stopped = false;
  let wake = () => {};
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    while (!stopped) {
      const jobs = await takeDue(works);
      await Promise.all(jobs.map((job) => runJob(works, job)));
      if (jobs.length === 0 && !stopped) await pause(POLL);
    }
  }

  const running = run();
  return {
    poke: () => wake(),
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}

async function takeDue({ store, now, log }: Works): Promise<LeasedJob[]> {
  try {
    return await store.take(now(), MOST_AT_ONCE, now() + LEASE);
  } catch (error) {
    log.error({ err: error }, "cannot take jobs from the store");
    return [];
  }
}

async function runJob(works: Works, job: LeasedJob): Promise<void> {
  const { store, due, now, log } = works;
  try {
    try {
      await due(job);
      await store.finish(job);
    } catch (error) {
      const about = { team: job.team, kind: job.kind, tries: job.tries };
      if (!(error instanceof TryLater)) log.error({ ...about, err: error }, "job failed");
      const passing =
        error instanceof TryLater || error instanceof OutsideError || error instanceof StoreError;
      if (job.tries >= (passing ? MOST_TRIES : MOST_TRIES_OF_OURS)) await store.finish(job);
      else await store.retry(job, whenAgain(error, job.tries, now()));
    }
  } catch (error) {
    // The store is gone. The lease ends by itself, and the job comes back.
    log.error({ team: job.team, kind: job.kind, err: error }, "cannot settle a job");
  }
}

/** Later and later, and never before Slack said so. */
function whenAgain(error: unknown, tries: number, now: number): number {
  const pause = now + Math.min(2 ** tries * SECOND, LONGEST_PAUSE);
  if (error instanceof TryLater) return error.at;
  return error instanceof OutsideError && error.retryAt !== undefined ? Math.max(error.retryAt, now) : pause;
}
