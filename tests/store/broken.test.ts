import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { open } from "lmdb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { redisStore } from "../../src/store/redis-store.ts";
import type { Store } from "../../src/store/store.ts";
import { addOne, DAY, ids, jobOf, keyOf, MINUTE, NOW, put, takeOf } from "./promises/given.ts";
import { redisAvailable, type RedisServer, startRedis } from "./redis-server.ts";

/** Processes are started here, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** What may stand where a record should: other programs, older and newer versions, half a write. */
const NO_RECORDS = [
  "",
  "planted",
  "null",
  "[]",
  "42",
  '{"f":1,"v":"a","until":1e15,"lists":{},"rec',
  '{"f":1,"v":"a","until":1e15,"lists":{}}',
  '{"f":1,"v":"a","until":1e15,"lists":{},"z":"planted"}',
  '{"f":1,"v":"a","until":"soon","lists":{},"record":"planted"}',
  '{"f":1,"v":7,"until":1e15,"lists":{},"record":"planted"}',
  '{"f":1,"v":"a","until":1e15,"lists":["planted"],"record":"planted"}',
  '{"f":0,"v":"a","until":1e15,"lists":{},"record":"planted"}',
  '{"f":2,"v":"a","until":1e15,"lists":{},"record":"planted"}',
];
const NO_JOBS = [
  "",
  "planted",
  "null",
  '{"f":1,"planted":true}',
  '{"f":1,"job":{"team":"T1"},"at":1,"tries":0}',
];

const KEY = keyOf("T1");
let logged: string[] = [];
const log = { warn: (...said: unknown[]) => void logged.push(JSON.stringify(said)) };
const prepare = (store: Store) =>
  put(store, KEY, { count: 1 }, { until: NOW + MINUTE, lists: { l: 1 }, schedule: [jobOf("T1", "j", NOW)] });
beforeEach(() => {
  logged = [];
});

/** `spoilt` gives a store with one record on a list and one job, of which one has been overwritten behind its back. */
function withstands(spoilt: (what: "record" | "job", raw: string) => Promise<Store>): void {
  test.each(NO_RECORDS)("a record that reads %j is none, and can be written anew", async (raw) => {
    const store = await spoilt("record", raw);
    expect(await store.get(KEY, NOW)).toBeUndefined();
    expect(await store.list("T1", "l", NOW, 9)).toEqual([]);
    expect(await store.change(KEY, NOW, () => undefined)).toBeUndefined();
    expect(await store.change(KEY, NOW, addOne)).toEqual({ count: 1 });
    expect(await store.get(KEY, NOW)).toEqual({ count: 1 });
    expect(await store.list("T1", "l", NOW, 9)).toEqual([]);
    await store.take(NOW + MINUTE, 0, NOW + DAY);
    expect(await store.get(KEY, NOW + MINUTE)).toEqual({ count: 1 });
    await store.take(NOW + DAY, 0, NOW + DAY);
    expect(await store.keys("T1")).toEqual([]);
    expect(logged.join()).toContain("A stored record is broken");
    expect(logged.join()).not.toContain("planted");
    await store.close();
  });

  test.each(NO_JOBS)("a job that reads %j is dropped, and the others come", async (raw) => {
    const store = await spoilt("job", raw);
    await put(store, keyOf("T1", "another"), 1, { schedule: [jobOf("T1", "k", NOW)] });
    expect(ids(await takeOf(store, "T1", NOW))).toEqual(["k"]);
    expect(ids(await takeOf(store, "T1", NOW + DAY))).toEqual(["k"]);
    expect(logged.join()).toContain("A stored job is broken");
    expect(logged.join()).not.toContain("planted");
    await store.close();
  });
}

describe("the embedded store", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "askwhy-test-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  withstands(async (what, raw) => {
    const store = await embeddedStore({ folder });
    await prepare(store);
    await store.close();
    const db = open<string, string[]>({
      path: join(folder, "askwhy.lmdb"),
      noSubdir: true,
      encoding: "string",
    });
    const table = what === "record" ? "r" : "j";
    for (const key of db.getKeys({ start: [table], end: [table, "\uffff"] })) await db.put(key, raw);
    await db.close();
    return embeddedStore({ folder }, { log });
  });
});

describe.skipIf(!redisAvailable)("with redis-server: the Redis store", () => {
  let redis: RedisServer;
  let admin: Redis;
  beforeAll(async () => {
    redis = await startRedis();
    admin = new Redis(redis.url);
  });
  afterAll(async () => {
    admin.disconnect();
    await redis.stop();
  });
  const prepared = async () => {
    await admin.flushall();
    const store = await redisStore(redis.url, { log });
    await prepare(store);
    return store;
  };
  const RECORD = "askwhy:{T1}:r:thread:C1/1.1";

  withstands(async (what, raw) => {
    const store = await prepared();
    if (what === "record") await admin.set(RECORD, raw, "XX");
    else await admin.hset("askwhy:{T1}:jobs", "j", raw);
    return store;
  });

  test("what is no string where a record should be is overwritten", async () => {
    const store = await prepared();
    await admin.del(RECORD);
    await admin.hset(RECORD, "planted", "planted");
    expect(await store.get(KEY, NOW)).toBeUndefined();
    expect(await store.change(KEY, NOW, addOne)).toEqual({ count: 1 });
    expect(await store.get(KEY, NOW)).toEqual({ count: 1 });
    expect(logged.join()).toContain("A stored record is broken");
    await store.close();
  });

  test("a job that is due and has vanished keeps nobody waiting", async () => {
    const store = await prepared();
    await admin.del("askwhy:{T1}:jobs");
    expect(await takeOf(store, "T1", NOW)).toEqual([]);
    expect(await store.nextDue()).toBeUndefined();
    await store.close();
  });

  test.each(["due", "ends", "jobs", "leases"])(
    "something else under the %s of one workspace keeps no other one's jobs, and is named once",
    async (what) => {
      const store = await prepared();
      await put(store, keyOf("T2"), 1, { schedule: [jobOf("T2", "k", NOW)] });
      await admin.del(`askwhy:{T1}:${what}`);
      await admin.set(`askwhy:{T1}:${what}`, "planted");
      expect(await store.backlog(NOW)).toEqual({ due: 1, oldest: NOW });
      expect(await store.nextDue()).toBe(NOW);
      expect(ids(await store.take(NOW, 9, NOW + DAY))).toEqual(["k"]);
      await store.take(NOW, 9, NOW + DAY);
      const [line, ...more] = logged.filter((line) => line.includes("Something else stands"));
      expect(line).toContain('"T1"');
      expect(more).toEqual([]);
      await store.close();
    },
  );

  test("a register that is something else is said when asked whether all is well", async () => {
    const store = await prepared();
    await admin.del("askwhy:workspaces");
    await admin.set("askwhy:workspaces", "planted");
    await expect(store.check()).rejects.toThrow(/\(WRONGTYPE\)/);
    await store.close();
  });

  test.each(["askwhy:{T1}:due", "askwhy:{T1}:ends", "askwhy:{T1}:jobs", "askwhy:workspaces"])(
    "something else under %s is an error that says so",
    async (key) => {
      const store = await prepared();
      await admin.del(key);
      await admin.set(key, "planted");
      const fresh = await redisStore(redis.url);
      const failing = put(fresh, KEY, "x", { schedule: [jobOf("T1", "k", NOW)] });
      await expect(failing).rejects.toThrow(/something of another kind .*shared.*\(WRONGTYPE\)/);
      await fresh.close();
      await store.close();
    },
  );
});
