import { describe } from "vitest";
import { redisStore } from "../../src/store/redis-store.ts";
import { dumpRedis } from "./dump.ts";
import { promises } from "./promises.ts";
import { redisAvailable, startRedis } from "./redis-server.ts";

describe.skipIf(!redisAvailable)("with redis-server", () => {
  promises("the Redis store", async () => {
    const redis = await startRedis();
    const store = await redisStore(redis.url);
    const other = await redisStore(redis.url);
    const close = async () => {
      await store.close();
      await other.close();
      await redis.stop();
    };
    return { store, other, dump: () => dumpRedis(redis.url), close };
  });
});
