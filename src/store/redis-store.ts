import { Cluster, Redis } from "ioredis";
import type { Log } from "../log.ts";
import { explained } from "./redis-errors.ts";
import { redisJobs } from "./redis-jobs.ts";
import { keyNames } from "./redis-keys.ts";
import type { Link } from "./redis-link.ts";
import { redisRecords } from "./redis-records.ts";
import { register } from "./redis-register.ts";
import { readRedisUrl, type RedisPlace } from "./redis-url.ts";
import { CHECK_EVERY, seldom } from "./seldom.ts";
import type { Store } from "./store.ts";

/** How long one call may take: Slack wants its answer within 3 s, and a redelivery is better than a late one. */
const COMMAND_MS = 2000;
const CONNECT_MS = 2000;
/** How long the start waits for Redis. */
const START_MS = 5000;
/** How long what is written stays when somebody asks whether Redis is there, in milliseconds. */
const WRITTEN_FOR = 60_000;

type RedisSettings = {
  readonly log?: Pick<Log, "warn">;
  /** What every key begins with, so that several Askwhys can share one Redis. */
  readonly prefix?: string;
  /** How long one call may take, in milliseconds. */
  readonly timeout?: number;
};

/**
 * The store on Redis 6.2 or newer, for any number of processes. Takes `redis:`, `rediss:`, `redis+sentinel:` and
 * `redis+cluster:` URLs. Resolves once Redis answers; rejects with a `StoreError` that says what to do.
 *
 * A call that Redis does not answer rejects within `timeout`, and may have been done all the same.
 */
export async function redisStore(url: string, settings: RedisSettings = {}): Promise<Store> {
  const place = readRedisUrl(url);
  const redis = connection(place, settings.timeout ?? COMMAND_MS);
  let lastError: unknown;
  redis.on("error", (error) => (lastError = error));
  redis.on("ready", () => (lastError = undefined));
  const told = <T>(promise: Promise<T>) =>
    promise.catch((error: unknown) => {
      throw explained(error, lastError, place);
    });
  await told(ready(redis, place)).catch((error: unknown) => {
    redis.disconnect();
    throw error;
  });
  const link: Link = linkOf(redis, told, settings);
  const entered = register(link);
  // A replica, or a Redis that is full, answers all the same: only a write tells.
  const takesWrites = seldom(CHECK_EVERY, async () => {
    await link.call("SET", link.names.alive, 1, "PX", WRITTEN_FOR);
  });
  const { sweep, ...records } = redisRecords(link, entered);
  return {
    ...records,
    ...redisJobs(link, entered.teams, sweep),
    check: async () => {
      // Refused where the register is something else.
      await link.call("SCARD", link.names.register);
      await takesWrites();
    },
    close: async () => {
      await redis.quit().catch(() => undefined);
      redis.disconnect();
    },
  };
}

/** Calls fail at once while Redis is away, and are never sent twice: whoever called knows whether to try again. */
function connection(place: RedisPlace, timeout: number): Redis | Cluster {
  const { username, password, db, tls, master, sentinelPassword, nodes } = place;
  const retryStrategy = (times: number) => Math.min(50 * 2 ** times, 2000) * (0.5 + Math.random() / 2);
  const options = {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(tls && { tls: {} }),
    maxRetriesPerRequest: 1,
    commandTimeout: timeout,
    connectTimeout: CONNECT_MS,
    autoResendUnfulfilledCommands: false,
    reconnectOnError: (error: Error) => error.message.startsWith("READONLY"),
  };
  const single = {
    ...options,
    ...(db !== undefined && { db }),
    lazyConnect: true,
    enableOfflineQueue: false,
    retryStrategy,
  };
  if (place.kind === "cluster")
    return new Cluster([...nodes], {
      lazyConnect: true,
      enableOfflineQueue: false,
      clusterRetryStrategy: retryStrategy,
      retryDelayOnFailover: 0,
      slotsRefreshInterval: 5000,
      redisOptions: options,
    });
  if (place.kind === "single") return new Redis({ ...single, ...nodes[0] });
  return new Redis({
    ...single,
    sentinels: [...nodes],
    ...(master !== undefined && { name: master }),
    ...(sentinelPassword !== undefined && { sentinelPassword }),
    ...(tls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
    sentinelRetryStrategy: retryStrategy,
  });
}

async function ready(redis: Redis | Cluster, { kind, db }: RedisPlace): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Command timed out")), START_MS);
    // Where no sentinel can be reached, ioredis goes on asking them all over again, and says so by this alone.
    if (kind === "sentinel") redis.once("error", reject);
  });
  try {
    await Promise.race([redis.connect(), late]);
    // ioredis asks for it too, and goes on in database 0 where it is refused.
    if (db !== undefined) await redis.call("SELECT", db);
  } finally {
    clearTimeout(timer);
  }
}

function linkOf(
  redis: Redis | Cluster,
  told: <T>(promise: Promise<T>) => Promise<T>,
  settings: RedisSettings,
): Link {
  const run: Link["run"] = async ({ lua, sha }, keys, args) => {
    try {
      return await redis.evalsha(sha, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
      return redis.eval(lua, keys.length, ...keys, ...args);
    }
  };
  return {
    names: keyNames(settings.prefix ?? "askwhy"),
    log: settings.log,
    cluster: redis instanceof Cluster,
    call: (command, ...args) => told(redis.call(command, ...args)),
    run: (script, keys, args) => told(run(script, keys, args)),
    deleteAll: (start) => told(deleteAll(redis, start)),
  };
}

async function deleteAll(redis: Redis | Cluster, start: string): Promise<void> {
  const nodes = redis instanceof Cluster ? redis.nodes("master") : [redis];
  for (const node of nodes) {
    for (let cursor = ""; cursor !== "0";) {
      const [next, keys] = await node.scan(cursor || 0, "MATCH", `${start}*`, "COUNT", 1000);
      if (keys.length > 0) await redis.unlink(keys);
      cursor = next;
    }
  }
}
