import { setTimeout as pause } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { inTurn } from "./in-turn.ts";
import { escape, keyOf, memberOf } from "./redis-keys.ts";
import type { Link } from "./redis-link.ts";
import type { Register } from "./redis-register.ts";
import { BOOK, CLAIM } from "./redis-scripts.ts";
import { liveMs, see, write } from "./redis-write.ts";
import { type Change, type Key, type Store, StoreError } from "./store.ts";
import { alive, wholeEnd } from "./stored.ts";

/** Records kept at hand, so that a change costs one round trip. At 1 KB each this is some 2 MB. */
const AT_HAND = 2000;
/** How often a change is tried against other processes before it gives up. */
const TRIES = 100;

type RedisRecords = Pick<
  Store,
  "get" | "getBoth" | "change" | "claim" | "book" | "list" | "keys" | "forget"
> & {
  /** Clears away some of a workspace's records that have ended at `now`. */
  readonly sweep: (team: string, now: number, limit: number) => Promise<void>;
};

export function redisRecords(link: Link, entered: Register): RedisRecords {
  const { call, names } = link;
  const { newest, change } = changeable(link, entered);
  return {
    get: async <T>(key: Key, now: number) => alive(see<T>(link, key, await newest(key)).stored, now)?.record,
    getBoth: async <A, B>([a, b]: readonly [Key, Key], now: number) => {
      const raws = (await call("MGET", nameOf(link, a), nameOf(link, b))) as (string | null)[];
      const recordOf = <T>(key: Key, raw = raws[0] ?? null) =>
        alive(see<T>(link, key, raw).stored, now)?.record;
      return [recordOf<A>(a), recordOf<B>(b, raws[1] ?? null)] as const;
    },
    change,
    ...agreed(link),
    list: (team, list, now, limit) => readList(link, team, list, now, limit),
    keys: async (team) => {
      const members = await call("ZRANGE", names.workspace(team).ends, 0, -1);
      return (members as string[]).map((member) => keyOf(team, member));
    },
    forget: (team) => entered.leave(team, () => link.deleteAll(names.workspace(team).start)),
    sweep: async (team, now, limit) => {
      const ended = await call("ZRANGEBYSCORE", names.workspace(team).ends, "-inf", now, "LIMIT", 0, limit);
      const remove = (record: unknown) => (record === undefined ? { record: null, until: now } : undefined);
      await Promise.all((ended as string[]).map((member) => change(keyOf(team, member), now, remove)));
    },
  };
}

const nameOf = (link: Link, key: Key) => link.names.workspace(key.team).record(memberOf(key));

/** Records as they are read and changed: changes of one process in turn, and against other processes by trying again. */
function changeable(link: Link, entered: Register) {
  const atHand = new LRUCache<string, string>({ max: AT_HAND });
  const turns = inTurn();

  /** MGET, because it passes over a value that is no string. */
  async function newest(key: Key): Promise<string | null> {
    const name = nameOf(link, key);
    const [raw = null] = (await link.call("MGET", name)) as (string | null)[];
    atHand.set(name, raw ?? undefined);
    return raw;
  }

  /**
   * Makes a change on the record at hand, or as if there were none, and writes it if Redis agrees that this is the newest; if not,
   * tries again on what Redis has. A change that does nothing is only believed on the newest record.
   */
  async function settle<T>(
    key: Key,
    now: number,
    change: (record: T | undefined) => Change<T> | undefined,
  ): Promise<T | undefined> {
    const name = nameOf(link, key);
    let raw = atHand.get(name) ?? null;
    let sure = false;
    for (let tries = 0; tries < TRIES; tries++) {
      const seen = see<T>(link, key, raw);
      const record = alive(seen.stored, now)?.record;
      const result = change(record);
      if (result === undefined) {
        const held = sure ? raw : await newest(key);
        if (held === raw) return record;
        raw = held;
      } else {
        const written = await write(link, entered, key, now, seen, result);
        atHand.set(name, written.raw ?? undefined);
        if (written.done) return written.raw === null ? undefined : (result.record ?? undefined);
        raw = written.raw;
      }
      sure = true;
      if (tries > 0) await pause(Math.random() * Math.min(2 ** tries, 50));
    }
    throw new StoreError("Too many processes change one record at the same time. Try again.");
  }

  const change: Store["change"] = (key, now, by) => turns(nameOf(link, key), () => settle(key, now, by));
  return { newest, change };
}

/** What all processes agree on in Redis itself, without a record: who is first, and whose turn is when. */
function agreed({ run, names }: Link): Pick<Store, "claim" | "book"> {
  return {
    claim: async (team, id, now, until) => {
      const args = [escape(id), now, wholeEnd(until), liveMs(until, now)];
      return (await run(CLAIM, [names.workspace(team).claims], args)) === 1;
    },
    book: async (team, lanes, now, most) => {
      const { lane } = names.workspace(team);
      const keys = lanes.map(({ name }) => lane(name));
      const figures = lanes.flatMap(({ every, ahead }) => [every, ahead]);
      return Number(await run(BOOK, keys, [now, most, ...figures]));
    },
  };
}

async function readList(link: Link, team: string, list: string, now: number, limit: number): Promise<Key[]> {
  const keys = link.names.workspace(team);
  const found: Key[] = [];
  for (let from = 0; found.length < limit; from += limit) {
    const members = (await link.call("ZREVRANGE", keys.list(list), from, from + limit - 1)) as string[];
    if (members.length === 0) break;
    const raws = (await link.call("MGET", ...members.map(keys.record))) as (string | null)[];
    members.forEach((member, i) => {
      const key = keyOf(team, member);
      const stored = alive(see(link, key, raws[i] ?? null).stored, now);
      if (stored && Object.hasOwn(stored.lists, list)) found.push(key);
    });
  }
  return found.slice(0, limit);
}
