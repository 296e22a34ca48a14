import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { redisStore } from "../../src/store/redis-store.ts";
import type { Store } from "../../src/store/store.ts";
import { finished, killAfter, startWriter } from "./processes.ts";
import { DAY, ids, keyOf, NOW } from "./promises/given.ts";
import { redisAvailable, startRedis } from "./redis-server.ts";

/** Processes are started here, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Everything acknowledged is there, and what is there is whole: record, list and job. */
async function expectWhole(store: Store, acknowledged: readonly number[]): Promise<void> {
  const listed = (await store.list("T1", "written", NOW, 1e6)).map(({ id }) => id);
  const kept = (await store.keys("T1")).map(({ id }) => id).filter((id) => id !== "count");
  const jobs = ids(await store.take(NOW + DAY - 1, 1e6, NOW + DAY)).map((id) => id.replace("j", "r"));
  expect(kept).toEqual(expect.arrayContaining(acknowledged.map((i) => `r${i}`)));
  expect(listed.toSorted()).toEqual(kept.toSorted());
  expect(jobs.toSorted()).toEqual(kept.toSorted());
  for (const i of acknowledged) expect(await store.get(keyOf("T1", `r${i}`), NOW)).toMatchObject({ i });
  expect(await store.get<number>(keyOf("T1", "count"), NOW)).toBeGreaterThanOrEqual(acknowledged.length);
}

test("nothing acknowledged is lost when the process is killed: embedded", async () => {
  const folder = await mkdtemp(join(tmpdir(), "askwhy-test-"));
  const acknowledged = await killAfter(await startWriter(folder), 150);
  expect(acknowledged.length).toBeGreaterThanOrEqual(150);
  const store = await embeddedStore({ folder });
  await expectWhole(store, acknowledged);
  await store.close();
  await rm(folder, { recursive: true });
});

describe.skipIf(!redisAvailable)("with redis-server", () => {
  test("nothing acknowledged is lost when a process is killed: Redis", async () => {
    const redis = await startRedis();
    const acknowledged = await killAfter(await startWriter(redis.url), 150);
    const store = await redisStore(redis.url);
    await expectWhole(store, acknowledged);
    await store.close();
    await redis.stop();
  });

  test("nothing acknowledged is lost when Redis itself is killed, if it keeps an append-only file", async () => {
    const redis = await startRedis({ appendonly: true });
    const acknowledged = await killAfter(await startWriter(redis.url), 150);
    await redis.restart();
    const store = await redisStore(redis.url);
    await expectWhole(store, acknowledged);
    await store.close();
    await redis.stop();
  });

  test("of two processes on one Redis every change survives", async () => {
    const redis = await startRedis();
    const writers = await Promise.all([startWriter(redis.url, 200), startWriter(redis.url, 200)]);
    await Promise.all(writers.map(finished));
    const store = await redisStore(redis.url);
    expect(await store.get(keyOf("T1", "count"), NOW)).toBe(400);
    await store.close();
    await redis.stop();
  });
});
