import { pino } from "pino";
import { describe, expect, test, vi } from "vitest";
import { errorFacts } from "../../src/log.ts";
import { redisStore } from "../../src/store/redis-store.ts";
import { StoreError } from "../../src/store/store.ts";
import { watchedStore } from "../../src/store/watched-store.ts";
import { keyOf, NOW, put } from "./promises/given.ts";
import { redisAvailable, startRedis } from "./redis-server.ts";

/** Processes are started here, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

describe.skipIf(!redisAvailable)("with redis-server", () => {
  test("a store that goes away and comes back is said twice, however often somebody asks", async () => {
    const redis = await startRedis();
    const lines: { level: number; msg: string; err?: { says: string }; seconds?: number }[] = [];
    const log = pino(
      { level: "info", serializers: { err: errorFacts } },
      { write: (line: string) => void lines.push(JSON.parse(line)) },
    );
    const store = watchedStore(await redisStore(redis.url), log);
    await store.check();
    expect(lines).toEqual([]);

    await redis.kill();
    for (let i = 0; i < 5; i++) await expect(store.check()).rejects.toThrow(StoreError);
    await expect(put(store, keyOf("T1"), "x")).rejects.toThrow(StoreError);
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      [50, "the store does not answer or takes no writes; Askwhy goes on by itself once it does"],
    ]);
    expect(lines[0]?.err?.says).toMatch(/Redis at 127\.0\.0\.1:\d+ does not answer \(/);

    await redis.restart();
    await vi.waitFor(() => store.check(), 30_000);
    await store.check();
    expect(lines.slice(1).map(({ level, msg }) => [level, msg])).toEqual([[40, "the store answers again"]]);
    expect(lines[1]?.seconds).toBeGreaterThanOrEqual(0);
    expect(await put(store, keyOf("T1"), "back", { until: NOW + 1 })).toBe("back");
    await store.close();
    await redis.stop();
  });
});
