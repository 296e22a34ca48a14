import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { embeddedStore } from "../src/store/embedded-store.ts";
import { redisStore } from "../src/store/redis-store.ts";
import type { Key, Store } from "../src/store/store.ts";
import { startRedis } from "../tests/store/redis-server.ts";
import { PRIYA, SAM, village } from "../tests/story/village.ts";

/**
 * What keeping costs: round trips to a real Redis for what happens in a channel, time for each kind of call on each store, and the
 * memory of a thread. Redis runs on this machine, so a round trip is short; what counts is how many there are.
 *
 *   node --expose-gc --import tsx bench/store.ts [calls per round] [rounds] [threads]
 */
const [CALLS = 500, ROUNDS = 5, THREADS = 100_000] = process.argv.slice(2).map(Number);
const NOW = Date.UTC(2026, 0, 5, 9);
const DAY = 24 * 3600 * 1000;

const redis = await startRedis();
const admin = new Redis(redis.url);
const say = (line: string) => process.stdout.write(`${line}\n`);
await roundTrips();
await speeds();
await memory();
admin.disconnect();
await redis.stop();

/** Counts what the store sends; what a script does inside Redis is no round trip. */
async function roundTrips(): Promise<void> {
  const store = await redisStore(redis.url);
  const monitor = await admin.monitor();
  const sent: string[] = [];
  monitor.on("monitor", (_time: string, args: string[], source: string) => {
    if (source !== "lua") sent.push(args.join(" "));
  });
  const marked = (mark: string) =>
    new Promise<void>((resolve) => {
      const look = () => (sent.includes(`echo ${mark}`) ? resolve() : void setImmediate(look));
      look();
    });
  async function count(doing: () => Promise<unknown>): Promise<number> {
    await admin.echo("begin");
    await marked("begin");
    sent.length = 0;
    await doing();
    await admin.echo("end");
    await marked("end");
    return sent.indexOf("echo end");
  }

  const channel = await village({ store });
  await channel.optIn(PRIYA);
  const root = await channel.say(SAM, "checkout on the new gateway, about 3 weeks");
  await channel.pass(60);
  await channel.say(PRIYA, "Does that include testing it end to end with the other services?", root.ts);
  const rows: [string, () => Promise<unknown>][] = [
    ["a message that says nothing", () => channel.say(SAM, "lunch?")],
    ["an estimate", () => channel.say(SAM, "search filters, 4 days")],
    ["a reply to a question asked", () => channel.say(SAM, "no, that's on top", root.ts)],
    ["a reply in a thread of no concern", () => channel.say(SAM, "thanks!", "1700000000.000001")],
    ["looking for due jobs, none there", () => store.take(NOW, 16, NOW + 45_000)],
  ];
  say(`| what happens | round trips to Redis |\n| --- | --- |`);
  for (const [name, doing] of rows) say(`| ${name} | ${await count(doing)} |`);
  monitor.disconnect();
  await store.close();
  await admin.flushall();
}

async function speeds(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "askwhy-bench-"));
  const stores: [string, Store][] = [
    ["embedded, on disk", await embeddedStore({ folder })],
    ["embedded, in memory", await embeddedStore({ memory: true })],
    ["Redis", await redisStore(redis.url)],
  ];
  say(`\n| store | call | one after the other, each | 50 at once, a second |\n| --- | --- | --- | --- |`);
  for (const [name, store] of stores) {
    for (const [call, make] of Object.entries(callsOn(store))) {
      const each = await median(() => sequential(make()));
      const perSecond = await median(() => atOnce(make()));
      say(`| ${name} | ${call} | ${(each * 1000).toFixed(0)} us | ${perSecond.toFixed(0)} |`);
    }
    await store.close();
  }
  await rm(folder, { recursive: true });
}

/** Each call as a function of its number, on ids of its own in every round. */
function callsOn(store: Store): Record<string, () => (i: number) => Promise<unknown>> {
  let round = 0;
  const key = (i: number): Key => ({ team: "T1", kind: "thread", id: `${round}/${i}` });
  const estimate = (i: number) =>
    store.change(key(i), NOW, () => ({
      record: thread(i),
      until: NOW + 30 * DAY,
      lists: { "threads-of:C1": i },
      schedule: [{ team: "T1", id: `suggest:${round}/${i}`, kind: "suggest", due: NOW + DAY, about: {} }],
    }));
  const next =
    <T>(call: T) =>
    () => ((round += 1), call);
  return {
    "an estimate kept with its job": next(estimate),
    "a reply kept": () => (i) =>
      store.change<object>(key(i), NOW, (record) => ({ record: { ...record, i }, until: NOW + DAY })),
    "a thread read": () => (i) => store.get(key(i), NOW),
    "an event claimed": next((i: number) => store.claim("T1", `${round}/${i}`, NOW, NOW + DAY)),
  };
}

/** A thread with one estimate, of the size the story keeps. */
function thread(i: number): object {
  return { i, filler: "x".repeat(900) };
}

async function sequential(call: (i: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  for (let i = 0; i < CALLS; i++) await call(i);
  return (performance.now() - begun) / CALLS;
}

async function atOnce(call: (i: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < CALLS) await call(next++);
  };
  await Promise.all(Array.from({ length: 50 }, lane));
  return CALLS / ((performance.now() - begun) / 1000);
}

async function median(measure: () => Promise<number>): Promise<number> {
  const figures: number[] = [];
  for (let i = 0; i < ROUNDS; i++) figures.push(await measure());
  return figures.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** A thread as the story keeps it after an estimate and a suggestion, written many times over. */
async function memory(): Promise<void> {
  await admin.flushall();
  const inRedis = await redisStore(redis.url);
  const channel = await village({ store: inRedis });
  await channel.optIn(PRIYA);
  await channel.say(SAM, "checkout on the new gateway, about 3 weeks");
  await channel.pass(60);
  const key = (await inRedis.keys("T1")).find(({ kind }) => kind === "thread");
  if (key === undefined) throw new Error("the story kept no thread");
  const record = await inRedis.get<object>(key, channel.now());
  if (record === undefined) throw new Error("the story kept no thread");
  say(`\nA thread of ${JSON.stringify(record).length} bytes as JSON, ${THREADS} times:`);
  say(`| store | bytes each there | bytes each in the bot's process |\n| --- | --- | --- |`);
  await weigh("Redis", inRedis, record, used);
  const folder = await mkdtemp(join(tmpdir(), "askwhy-bench-"));
  const onDisk = await embeddedStore({ folder });
  await weigh(
    "embedded, on disk",
    onDisk,
    record,
    async () => (await stat(join(folder, "askwhy.lmdb"))).size,
  );
  await rm(folder, { recursive: true });
}

/** Fills a store with copies of a thread, and says what each takes there and here. */
async function weigh(name: string, store: Store, record: object, size: () => Promise<number>): Promise<void> {
  const [there, here] = [await size(), heldHere()];
  let next = 0;
  const lane = async () => {
    while (next < THREADS) {
      const id = `C1/1700000000.${String(next++).padStart(6, "0")}`;
      const lists = { "threads-of:C1": next };
      await store.change({ team: "T1", kind: "thread", id }, NOW, () => ({
        record,
        until: NOW + 30 * DAY,
        lists,
      }));
    }
  };
  await Promise.all(Array.from({ length: 50 }, lane));
  const each = (bytes: number) => (bytes / THREADS).toFixed(0);
  say(`| ${name} | ${each((await size()) - there)} | ${each(heldHere() - here)} |`);
  await store.close();
}

/** The bytes JavaScript holds in this process, after a collection where Node was started with `--expose-gc`. */
function heldHere(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function used(): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await admin.info("memory"))?.[1]);
}
