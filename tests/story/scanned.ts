import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { redisStore } from "../../src/store/redis-store.ts";
import type { Store } from "../../src/store/store.ts";
import { dumpFile, dumpRedis } from "../store/dump.ts";
import { type RedisServer, redisAvailable, startRedis } from "../store/redis-server.ts";

/** A store whose every byte can be looked at. */
export type Scanned = {
  readonly store: Store;
  /** Closes the store, and gives everything that is left in it, a line for each key. */
  scan(): Promise<string[]>;
  close(): Promise<void>;
};

async function scannedFile(): Promise<Scanned> {
  const root = await mkdtemp(join(tmpdir(), "askwhy-scan-"));
  const store = await embeddedStore({ folder: root });
  return {
    store,
    scan: async () => {
      await store.close();
      return dumpFile(join(root, "askwhy.lmdb"));
    },
    close: () => rm(root, { recursive: true, force: true }),
  };
}

let redis: RedisServer | undefined;
let database = 0;

async function scannedRedis(): Promise<Scanned> {
  redis ??= await startRedis({ args: ["--databases", "64"] }); // one for each test
  const url = `${redis.url}/${(database += 1)}`;
  const store = await redisStore(url);
  return {
    store,
    scan: async () => {
      await store.close();
      return dumpRedis(url);
    },
    close: async () => {},
  };
}

/** Both stores, the second where there is a redis-server. */
export const STORES: readonly (readonly [name: string, open: () => Promise<Scanned>])[] = [
  ["embedded", scannedFile],
  ...(redisAvailable ? [["Redis", scannedRedis] as const] : []),
];

/** For `afterAll`. */
export async function stopScanning(): Promise<void> {
  await redis?.stop();
  redis = undefined;
}
