import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TEAM } from "../../src/playground/people.ts";
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import { type StandIn, startStandIn } from "../../src/playground/stand-in/stand-in.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { type ChannelRecord, newChannel, newPerson, type PersonRecord } from "../../src/telling/consent.ts";
import { AT_WORK, freePort } from "../end-to-end/bot-process.ts";
import { type RedisServer, startRedis } from "../store/redis-server.ts";
import { type Built, type BuiltBot, startBuiltBot } from "./built-bot.ts";
import type { Chance } from "./chance.ts";
import { type Line, openLine } from "./line.ts";
import { peopleAndPlaces, type Place } from "./stream.ts";

export type Mode = {
  readonly by: "socket" | "http";
  readonly store: "embedded" | "redis";
  readonly processes: number;
};

/** Everything one run needs: a workspace, a store, and the bots between them. */
export type Stage = {
  readonly mode: Mode;
  readonly standIn: StandIn;
  readonly places: readonly Place[];
  readonly bots: (BuiltBot | undefined)[];
  readonly redis: RedisServer | undefined;
  /** Between the bots and Redis. */
  readonly redisLine: Line | undefined;
  /** Between Slack and the bots, over HTTP. */
  readonly httpLine: Line | undefined;
  /** Starts a bot where there is none, however often that takes. */
  start(index: number): Promise<void>;
  /** Moves the clock of everybody on. */
  pass(ms: number): void;
  /** Looks into the store itself. The embedded one has to itself whoever opens it: the bot is stopped and started again. */
  look<T>(what: (store: Store) => Promise<T>): Promise<T>;
  strike(): Promise<void>;
};

/** Slack tries four times within six minutes; here as often as that takes, so that no bot is down for all of them. */
const RETRIES = [0, 200, 400, 800, 1500, ...Array.from({ length: 2000 }, () => 3000)];

const silent = { warn: () => undefined };

export async function setStage(
  mode: Mode,
  built: Built,
  chance: Chance,
  env: Readonly<Record<string, string>> = {},
): Promise<Stage> {
  const ports = await Promise.all(Array.from({ length: mode.processes }, freePort));
  const bots: (BuiltBot | undefined)[] = ports.map(() => undefined);
  const living = () => ports.filter((_, i) => bots[i]?.alive() === true);
  const httpLine =
    mode.by === "http"
      ? await openLine(() => (living().length === 0 ? undefined : chance.pick(living())))
      : undefined;
  const standIn = await startStandIn({
    startAt: AT_WORK,
    botClock: () => standIn.clock.now(),
    retryDelays: RETRIES,
    random: () => chance.number(),
    ...(httpLine && { deliverTo: `http://127.0.0.1:${httpLine.port}/slack/events` }),
  });
  const places = peopleAndPlaces(standIn);
  const redis = mode.store === "redis" ? await startRedis({ appendonly: true }) : undefined;
  const redisLine = redis && (await openLine(() => redis.port));
  const folder = await mkdtemp(join(tmpdir(), "askwhy-faults-"));
  const store = (port: number | undefined) => ({
    dataDir: join(folder, "data"),
    ...(port !== undefined && { redisUrl: `redis://127.0.0.1:${port}` }),
  });
  const settings = (port: number) => ({
    SLACK_API_URL: standIn.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    ...(mode.by === "socket" ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
    ...(redisLine
      ? { REDIS_URL: `redis://127.0.0.1:${redisLine.port}` }
      : { ASKWHY_DATA_DIR: store(undefined).dataDir }),
    PORT: String(port),
    QUIET_SECONDS: "1",
    REPLY_QUIET_SECONDS: "1",
    SLACK_RATE_PERCENT: "100000",
    ...env,
  });
  const shift = () => standIn.clock.now() - Date.now();

  async function start(index: number): Promise<void> {
    for (let tries = 0; bots[index]?.alive() !== true; tries += 1) {
      const bot = await startBuiltBot(built, settings(ports[index] ?? 0), shift()).catch(
        (error: Error) => error,
      );
      if (!(bot instanceof Error)) bots[index] = bot;
      else if (tries > 20) throw bot;
    }
    bots[index]?.setClock(shift());
  }

  async function withStore<T>(what: (one: Store) => Promise<T>): Promise<T> {
    const one = await openStore(store(redis?.port), silent);
    try {
      return await what(one);
    } finally {
      await one.close();
    }
  }

  await withStore((one) => settle(one, places, standIn.clock.now()));
  await Promise.all(bots.map((_, index) => start(index)));
  return {
    mode,
    standIn,
    places,
    bots,
    redis,
    redisLine,
    httpLine,
    start,
    pass(ms) {
      standIn.clock.moveTo(standIn.clock.now() + ms);
      for (const bot of bots) bot?.setClock(shift());
    },
    async look(what) {
      if (redis !== undefined) return withStore(what);
      await bots[0]?.stop();
      try {
        return await withStore(what);
      } finally {
        await start(0);
      }
    },
    async strike() {
      await Promise.all(bots.map(async (bot) => bot?.kill()));
      await standIn.stop();
      await httpLine?.close();
      await redisLine?.close();
      await redis?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Every PM has opted in, is at work day and night, and wants to hear of everything. */
async function settle(store: Store, places: readonly Place[], now: number): Promise<void> {
  const team = TEAM.id;
  const until = now + 400 * 24 * 3600_000;
  for (const { channel, pm } of places) {
    const record: ChannelRecord = { ...newChannel(channel), pms: [pm], nudged: [pm], budget: 1e9 };
    await store.change({ team, kind: "channel", id: channel }, now, () => ({
      record,
      until,
      lists: { [`pm:${pm}`]: now },
    }));
    const person: PersonRecord = { ...newPerson(pm), workday: { from: 0, to: 24 * 60 }, home: true };
    await store.change({ team, kind: "person", id: pm }, now, () => ({ record: person, until }));
  }
}
