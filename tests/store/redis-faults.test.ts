import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { redisStore } from "../../src/store/redis-store.ts";
import { explained } from "../../src/store/redis-errors.ts";
import { readRedisUrl } from "../../src/store/redis-url.ts";
import { type Store, StoreError } from "../../src/store/store.ts";
import { addOne, ids, jobOf, keep, keyOf, MINUTE, NOW, put, takeOf } from "./promises/given.ts";
import { startCluster } from "./redis-cluster.ts";
import { freePort, redisAvailable, type RedisServer, startRedis } from "./redis-server.ts";

/** Processes are started here, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const KEY = keyOf("T1");
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Every call of a store, as somebody would make it. */
const calls = (store: Store): Record<string, () => Promise<unknown>> => ({
  get: () => store.get(KEY, NOW),
  change: () => store.change(KEY, NOW, addOne),
  "change that does nothing": () => store.change(KEY, NOW, () => undefined),
  claim: () => store.claim("T1", "Ev1", NOW, NOW + 1),
  list: () => store.list("T1", "l", NOW, 1),
  take: () => store.take(NOW, 1, NOW + 1),
  finish: () => store.finish({ ...jobOf("T1", "j", NOW), lease: "l", tries: 0 }),
  retry: () => store.retry({ ...jobOf("T1", "j", NOW), lease: "l", tries: 0 }, NOW),
  nextDue: () => store.nextDue(),
  keys: () => store.keys("T1"),
  forget: () => store.forget("T1"),
  check: () => store.check(),
});

/** Asks until the store answers again. */
async function recovered(store: Store): Promise<void> {
  while ((await failure(store.check())) !== undefined) await new Promise((again) => setTimeout(again, 20));
}

test("a Redis that is not there stops the start, with what to do and without the password", async () => {
  const error = await failure(redisStore(`redis://askwhy:s3cret@127.0.0.1:${await freePort()}`));
  expect(error).toBeInstanceOf(StoreError);
  expect(String(error)).toMatch(
    /Redis at 127\.0\.0\.1:\d+ does not answer \(ECONNREFUSED\)\. Start it or correct REDIS_URL/,
  );
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("s3cret");
});

test("sentinels that are not there stop the start at the first round", async () => {
  const [one, two] = [await freePort(), await freePort()];
  const error = await failure(redisStore(`redis+sentinel://127.0.0.1:${one},127.0.0.1:${two}/planning`));
  expect(error).toBeInstanceOf(StoreError);
  expect(String(error)).toMatch(/does not answer \(connection closed\)\. Start it or correct REDIS_URL/);
});

describe("what is said of a refusal", () => {
  const place = readRedisUrl("redis://cache:6390");
  const reply = (says: string) => Object.assign(new Error(says), { name: "ReplyError" });

  test.each([
    ["NOREPLICAS Not enough good replicas to write.", /has too few replicas .*\(NOREPLICAS\)/],
    ["BUSY Redis is busy running a script. You can only call SCRIPT KILL", /is busy with a script/],
    ["MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.", /lost its master/],
    ["LOADING Redis is loading the dataset in memory", /still loading/],
    [
      "ERR max number of clients reached",
      /takes no more connections\. Raise maxclients, or see who holds them\.$/,
    ],
    [
      "ERR unknown command 'UNLINK', with args beginning with: 'a'",
      /\(ERR\)\. Is it version 6\.2 or newer\?/,
    ],
  ])("%s", (says, message) => {
    expect(explained(reply(says), undefined, place).message).toMatch(message);
  });

  test("as it came to the connection before it was closed", () => {
    const closed = new Error("Connection is closed.");
    expect(explained(closed, reply("ERR max number of clients reached"), place).message).toMatch(
      /maxclients/,
    );
  });
});

describe.skipIf(!redisAvailable)("with redis-server", () => {
  let redis: RedisServer;
  let store: Store;
  beforeAll(async () => {
    redis = await startRedis({ appendonly: true });
    store = await redisStore(redis.url);
  });
  afterAll(async () => {
    await store.close();
    await redis.stop();
  });

  test.each([
    ["none", "", /wants a password/],
    ["a wrong one", ":wr0ng@", /refuses the user or password/],
  ])("a Redis that wants another password than %s", async (_, auth, message) => {
    const guarded = await startRedis({ args: ["--requirepass", "s3cret"] });
    const error = await failure(redisStore(guarded.url.replace("//", `//${auth}`)));
    expect(error).toBeInstanceOf(StoreError);
    expect(String(error)).toMatch(message);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("wr0ng");
    const right = await redisStore(guarded.url.replace("//", "//:s3cret@"));
    await right.close();
    await guarded.stop();
  });

  test.each([
    [
      "a database it does not have",
      "redis://$/99",
      /has no database of this number\. Correct it in REDIS_URL/,
    ],
    ["no cluster", "redis+cluster://$", /is no cluster\. Write redis: in REDIS_URL/],
    ["no sentinel", "redis+sentinel://$/planning", /is no sentinel\. Name the sentinels in REDIS_URL/],
  ])("a plain Redis, where REDIS_URL names %s", async (_, url, message) => {
    const error = await failure(redisStore(url.replace("$", `127.0.0.1:${redis.port}`)));
    expect(error).toBeInstanceOf(StoreError);
    expect(String(error)).toMatch(message);
  });

  test("a database by its number is another one", async () => {
    const other = await redisStore(`${redis.url}/3`);
    await put(store, keyOf("T-DB"), "in 0");
    expect(await other.get(keyOf("T-DB"), NOW)).toBeUndefined();
    await other.close();
  });

  test("sentinels serve a database by its number, and refuse one the master does not have", async () => {
    const sentinel = await startRedis({ sentinelOf: redis.port });
    const url = `redis+sentinel://127.0.0.1:${sentinel.port}/planning`;
    const other = await redisStore(`${url}/4`);
    expect(await put(other, KEY, "in 4")).toBe("in 4");
    await other.close();
    expect(String(await failure(redisStore(`${url}/99`)))).toMatch(/has no database of this number/);
    await sentinel.stop();
  });

  test("while Redis is gone every call says so, and afterwards all goes on by itself", async () => {
    const count = (await store.change(KEY, NOW, addOne))?.count ?? 0;
    await redis.kill();
    for (const [name, call] of Object.entries(calls(store))) {
      const error = await failure(call());
      expect(error, name).toBeInstanceOf(StoreError);
      expect(String(error), name).toMatch(/does not answer .*Start it or correct REDIS_URL/);
    }
    await redis.restart();
    await recovered(store);
    expect(await store.change(KEY, NOW, addOne)).toEqual({ count: count + 1 });
  });

  test.each(["kill", "freeze"] as const)(
    "a store can be closed although Redis does not answer: %s",
    async (how) => {
      const lost = await startRedis();
      const closing = await redisStore(lost.url, { timeout: 100 });
      await lost[how]();
      await expect(closing.close()).resolves.toBeUndefined();
      await expect(closing.check()).rejects.toThrow(StoreError);
      await lost.stop();
    },
  );

  test("of changes that Redis was killed under, those acknowledged are kept", async () => {
    const key = keyOf("T2");
    const changes = Array.from({ length: 300 }, () => store.change(key, NOW, addOne));
    const some = changes[30];
    await some;
    await redis.restart();
    const settled = await Promise.allSettled(changes);
    await recovered(store);
    const acknowledged = settled.filter(({ status }) => status === "fulfilled").length;
    expect(acknowledged).toBeLessThan(300);
    const { count = 0 } = (await store.get<{ count: number }>(key, NOW)) ?? {};
    expect(count).toBeGreaterThanOrEqual(acknowledged);
    expect(count).toBeLessThanOrEqual(300);
    for (const one of settled) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(StoreError);
  });

  test("a Redis that does not answer in time is an error, and no lasting one", async () => {
    const hasty = await redisStore(redis.url, { timeout: 100 });
    await hasty.change(KEY, NOW, addOne);
    redis.freeze();
    for (const [name, call] of Object.entries(calls(hasty))) {
      const error = await failure(call());
      expect(error, name).toBeInstanceOf(StoreError);
      expect(String(error), name).toMatch(/does not answer in time/);
    }
    redis.thaw();
    await recovered(hasty);
    await put(hasty, KEY, "well again");
    expect(await store.get(KEY, NOW)).toBe("well again");
    await hasty.close();
  });

  test("Redis forgets scripts when told to, and learns them again", async () => {
    const admin = new Redis(redis.url);
    await admin.script("FLUSH");
    expect(await put(store, KEY, "written")).toBe("written");
    admin.disconnect();
  });

  test("what held before is gone after a Redis was emptied, and jobs run as before", async () => {
    const admin = new Redis(redis.url);
    await put(store, KEY, "before");
    await admin.flushall();
    expect(await store.get(KEY, NOW)).toBeUndefined();
    await store.change(KEY, NOW, () => keep("after", { schedule: [jobOf("T1", "j", NOW)] }));
    expect(ids(await takeOf(store, "T1", NOW))).toEqual(["j"]);
    admin.disconnect();
  });

  test("a lost register of workspaces is written anew by the next process that writes", async () => {
    const admin = new Redis(redis.url);
    await put(store, KEY, "here", { schedule: [jobOf("T1", "lost", NOW)] });
    await admin.del("askwhy:workspaces");
    const next = await redisStore(redis.url);
    await put(next, keyOf("T1", "another"), "there");
    expect(ids(await takeOf(store, "T1", NOW + 5 * MINUTE))).toContain("lost");
    await next.close();
    admin.disconnect();
  });

  test("a full Redis says so", async () => {
    const small = await startRedis({ args: ["--maxmemory", "2mb", "--maxmemory-policy", "noeviction"] });
    const full = await redisStore(small.url);
    const errors: unknown[] = [];
    for (let i = 0; i < 50 && errors.length === 0; i++) {
      const error = await failure(put(full, keyOf("T1", `${i}`), randomBytes(80_000).toString("base64")));
      if (error !== undefined) errors.push(error);
    }
    expect(String(errors[0])).toMatch(/is out of memory/);
    const admin = new Redis(small.url);
    await admin.config("SET", "maxmemory", "1");
    await vi.waitFor(() => expect(full.check()).rejects.toThrow(/is out of memory/), 30_000);
    admin.disconnect();
    await full.close();
    await small.stop();
  });

  test("a replica answers, and is found out all the same", async () => {
    const replica = await startRedis({ args: ["--replicaof", `127.0.0.1 ${redis.port}`] });
    const reading = await redisStore(replica.url);
    await expect(reading.check()).rejects.toThrow(/is a read-only replica\. Let REDIS_URL name the master/);
    await reading.close();
    await replica.stop();
  });

  test("two stores with their own prefix share a Redis and nothing else", async () => {
    const [one, two] = [
      await redisStore(redis.url, { prefix: "one" }),
      await redisStore(redis.url, { prefix: "two" }),
    ];
    await put(one, KEY, "of one");
    expect(await two.get(KEY, NOW)).toBeUndefined();
    await two.forget("T1");
    expect(await one.get(KEY, NOW)).toBe("of one");
    await one.close();
    await two.close();
  });

  test("a node of a cluster that is gone takes only its own workspaces with it", async () => {
    const cluster = await startCluster();
    const store = await redisStore(cluster.url);
    const teams = Array.from({ length: 12 }, (_, i) => `T${i}`);
    for (const team of teams) await put(store, keyOf(team), team, { schedule: [jobOf(team, team, NOW)] });
    const registered = await Promise.all(cluster.nodes.map(holdsRegister));
    await cluster.nodes[registered.indexOf(false)]?.kill();

    const read = await Promise.all(teams.map((team) => failure(store.get(keyOf(team), NOW))));
    const there = teams.filter((_, i) => read[i] === undefined);
    for (const error of read) if (error !== undefined) expect(error).toBeInstanceOf(StoreError);
    expect(there.length).toBeGreaterThan(0);
    expect(there.length).toBeLessThan(teams.length);
    expect(ids(await store.take(NOW, 100, NOW + MINUTE)).toSorted()).toEqual(there.toSorted());

    await store.close();
    await cluster.stop();
  });

  async function holdsRegister({ url }: RedisServer): Promise<boolean> {
    const node = new Redis(url);
    const keys = await node.keys("askwhy:workspaces");
    node.disconnect();
    return keys.length > 0;
  }
});
