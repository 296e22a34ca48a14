import { setImmediate } from "node:timers/promises";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { type LeasedJob, type Store, StoreError } from "../../src/store/store.ts";
import { type Clockwork, startClockwork } from "../../src/story/clockwork.ts";
import { OutsideError } from "../../src/telling/outside.ts";

const NOW = Date.UTC(2026, 10, 24, 10);

let store: Store;
let clockwork: Clockwork | undefined;
beforeEach(async () => {
  store = await embeddedStore({ memory: true });
});
afterEach(async () => {
  await clockwork?.stop();
  await store.close();
});

function schedule(team: string, count: number, due: number): Promise<unknown> {
  const jobs = Array.from({ length: count }, (_, i) => ({
    team,
    id: `j${i}`,
    kind: "suggest",
    due: due + i,
    about: {},
  }));
  const key = { team, kind: "thread", id: "all" };
  return store.change(key, NOW, () => ({ record: {}, until: NOW + 1e9, schedule: jobs }));
}

function start(due: (job: LeasedJob) => Promise<void>, givenUp = async (_job: LeasedJob) => {}): void {
  clockwork = startClockwork({ store, due, givenUp, now: () => NOW, log: pino({ level: "silent" }) });
}

/** A job that lasts until it is let go. */
function lasting() {
  const begun: { readonly job: LeasedJob; readonly end: () => void }[] = [];
  return {
    begun,
    of: (team: string) => begun.filter(({ job }) => job.team === team),
    due: (job: LeasedJob) => new Promise<void>((end) => begun.push({ job, end })),
  };
}

test("a workspace with 5,000 jobs that Slack is slow with keeps another one's job waiting for none of them", async () => {
  await schedule("T-MANY", 5000, NOW - 1e6);
  const jobs = lasting();
  start(jobs.due);
  await vi.waitFor(() => expect(jobs.of("T-MANY")).toHaveLength(4));
  await schedule("T-FEW", 1, NOW);
  clockwork?.poke();
  await vi.waitFor(() => expect(jobs.of("T-FEW")).toHaveLength(1), 5000);
  expect(jobs.of("T-MANY")).toHaveLength(4);
  for (const { end } of jobs.begun) end();
});

test("as one job ends the next begins, the oldest first, until all are done", async () => {
  await schedule("T1", 40, NOW - 1e6);
  const order: string[] = [];
  start(async (job) => void order.push(job.id));
  await vi.waitFor(() => expect(order).toHaveLength(40), 10_000);
  await vi.waitFor(async () => expect(await store.nextDue()).toBeUndefined());
  expect(order.slice(0, 4).toSorted()).toEqual(["j0", "j1", "j2", "j3"]);
});

test("many workspaces at once are served at once", async () => {
  for (let i = 0; i < 8; i += 1) await schedule(`T${i}`, 10, NOW - 1e6 + i);
  const jobs = lasting();
  start(jobs.due);
  await vi.waitFor(() => expect(jobs.begun).toHaveLength(32));
  for (let i = 0; i < 8; i += 1) expect(jobs.of(`T${i}`)).toHaveLength(4);
  for (const { end } of jobs.begun) end();
});

test("a job that Slack wants later comes back then, and the others go on", async () => {
  await schedule("T1", 2, NOW - 10);
  const done: string[] = [];
  start(async ({ id }) => {
    if (id === "j0") throw new OutsideError("later", { retryAt: NOW + 90_000 });
    done.push(id);
  });
  await vi.waitFor(async () => expect(await store.nextDue()).toBe(NOW + 90_000), 5000);
  await clockwork?.stop();
  expect(done).toEqual(["j1"]);
});

test("stops when what was begun is done, and leaves the rest", async () => {
  await schedule("T1", 10, NOW - 10);
  const jobs = lasting();
  start(jobs.due);
  await vi.waitFor(() => expect(jobs.begun).toHaveLength(4));
  let stopped = false;
  const stopping = clockwork?.stop().then(() => (stopped = true));
  await Promise.resolve();
  expect(stopped).toBe(false);
  for (const { end } of jobs.begun) end();
  await stopping;
  expect(jobs.begun).toHaveLength(4);
  expect(await store.take(NOW, 100, NOW + 1)).toHaveLength(6);
});

test("a job that does not end in time is handed back, due at once; one that does is not", async () => {
  await schedule("T1", 2, NOW - 10);
  const jobs = lasting();
  start(jobs.due);
  await vi.waitFor(() => expect(jobs.begun).toHaveLength(2));
  jobs.begun[0]?.end();
  await vi.waitFor(async () => expect((await store.backlog(NOW + 1e9)).due).toBe(1));
  expect(await store.take(NOW + 5, 9, NOW + 9)).toEqual([]);
  await clockwork?.stop(10);
  const [back] = await store.take(NOW + 5, 9, NOW + 60_000);
  expect(back).toMatchObject({ id: jobs.begun[1]?.job.id, tries: 1 });
  jobs.begun[1]?.end();
});

test("a job that cannot be handed back keeps no other one, and stopping goes on", async () => {
  await schedule("T1", 3, NOW - 10);
  const jobs = lasting();
  const works = { due: jobs.due, givenUp: async () => {}, now: () => NOW, log: pino({ level: "silent" }) };
  const retry: Store["retry"] = (job, due) =>
    job.id === jobs.begun[0]?.job.id ? Promise.reject(new StoreError("away")) : store.retry(job, due);
  clockwork = startClockwork({ ...works, store: { ...store, retry } });
  await vi.waitFor(() => expect(jobs.begun).toHaveLength(3));
  await clockwork.stop(0);
  expect(await store.take(NOW, 9, NOW + 60_000)).toHaveLength(2);
  for (const { end } of jobs.begun) end();
});

test("stopping waits for what ends in time", async () => {
  await schedule("T1", 1, NOW);
  const jobs = lasting();
  start(jobs.due);
  await vi.waitFor(() => expect(jobs.begun).toHaveLength(1));
  const stopped = clockwork?.stop(60_000);
  jobs.begun[0]?.end();
  await stopped;
  expect(await store.nextDue()).toBeUndefined();
});

test("a job that fails for a reason of our own is given up in the end, and said to be before it goes", async () => {
  await schedule("T1", 1, NOW - 10);
  const tries: number[] = [];
  const left: (number | undefined)[] = [];
  let now = NOW;
  clockwork = startClockwork({
    store,
    due: async (job) => {
      tries.push(job.tries);
      throw new Error("a fault");
    },
    givenUp: async () => void left.push(await store.nextDue()),
    // Whenever somebody looks, any pause is over.
    now: () => (now += 600_000),
    log: pino({ level: "silent" }),
  });
  await vi.waitFor(async () => expect(await store.nextDue()).toBeUndefined(), 10_000);
  expect(tries).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(left).toHaveLength(1);
  expect(left[0]).toBeGreaterThan(NOW);
});

/** A store whose calls fail while told to, with the lines a clockwork on it logs and how often it was checked. */
function failing(call: "take" | "check") {
  const lines: string[] = [];
  const state = { away: true, asked: 0, checks: 0, now: NOW };
  const count = async <T>(name: "take" | "check", run: () => Promise<T>): Promise<T> => {
    if (name === "check") state.checks += 1;
    if (name === call) state.asked += 1;
    if (name === call && state.away) throw new StoreError("away");
    return run();
  };
  const works = {
    due: async () => {},
    givenUp: async () => {},
    now: () => state.now,
    log: pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line).msg) }),
    store: {
      ...store,
      take: (...args: Parameters<Store["take"]>) => count("take", () => store.take(...args)),
      check: () => count("check", () => store.check()),
    } satisfies Store,
  };
  clockwork = startClockwork(works);
  const asks = async (times: number) => {
    for (const enough = state.asked + times; state.asked < enough;) {
      clockwork?.poke();
      await setImmediate();
    }
  };
  return { lines, state, asks };
}

test("a store that gives no jobs is said once, and again after minutes, not at every look", async () => {
  const { lines, state, asks } = failing("take");
  await asks(20);
  expect(lines).toEqual(["cannot take jobs from the store"]);
  state.now += 301_000;
  await asks(20);
  expect(lines).toHaveLength(2);
  state.away = false;
  await asks(2);
  state.away = true;
  await asks(5);
  expect(lines).toHaveLength(3);
});

test("a store that takes no writes is looked after at every look, one that is well now and then", async () => {
  const { lines, state, asks } = failing("check");
  await asks(5);
  state.away = false;
  await asks(1);
  // All is well by the next look; asked again only as time goes on.
  const { checks } = state;
  for (let i = 0; i < 20; i++) {
    clockwork?.poke();
    await setImmediate();
  }
  expect(state.checks).toBe(checks);
  state.now += 10_000;
  await asks(1);
  expect(lines).toEqual([]);
});
