import { describe, expect, test, vi } from "vitest";
import { redisStore } from "../../src/store/redis-store.ts";
import { dumpRedis } from "./dump.ts";
import { promises } from "./promises.ts";
import { startCluster, startSentinel } from "./redis-cluster.ts";
import { redisAvailable, startRedis } from "./redis-server.ts";

/** Processes are started here, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.skipIf(!redisAvailable)("with redis-server", () => {
  promises("the Redis store", async () => {
    const redis = await startRedis();
    return open(redis.url, [redis.url], () => redis.stop());
  });

  promises("the Redis store on a cluster of three nodes", async () => {
    const cluster = await startCluster();
    const nodes = cluster.nodes.map(({ url }) => url);
    return open(cluster.url, nodes, () => cluster.stop());
  });

  test("a master is found through its sentinel", async () => {
    const sentinel = await startSentinel();
    const store = await redisStore(sentinel.url);
    const key = { team: "T1", kind: "thread", id: "C1/1.1" };
    await store.change(key, 0, () => ({ record: "kept", until: 1 }));
    expect(await store.get(key, 0)).toBe("kept");
    await store.close();
    await sentinel.stop();
  });

  async function open(url: string, nodes: readonly string[], stop: () => Promise<void>) {
    const store = await redisStore(url);
    const other = await redisStore(url);
    const close = async () => {
      await store.close();
      await other.close();
      await stop();
    };
    return { store, other, dump: async () => (await Promise.all(nodes.map(dumpRedis))).flat(), close };
  }
});
