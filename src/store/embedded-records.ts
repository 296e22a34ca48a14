import { cancelJob, scheduleJob } from "./embedded-jobs.ts";
import { AFTER, digest, type Row, type Tables, under } from "./embedded-tables.ts";
import type { Change, Key, Store } from "./store.ts";
import { alive, mergeLists, mustBeSound, pack, type Stored, unpack, wholeEnd } from "./stored.ts";

/** How many expired things one call clears away at most, so that none takes long. */
const SWEEP = 100;

const rowOf = (key: Key): Row => ["r", digest(key.team), digest(key.kind, key.id)];
const endRow = (until: number, [table, team, id]: Row): Row => ["e", until, table!, team!, id!];
const listRow = ([, team, id]: Row, list: string, score: number): Row => [
  "l",
  team!,
  digest(list),
  score,
  id!,
];

export function embeddedRecords(
  tables: Tables,
): Pick<Store, "get" | "getBoth" | "change" | "claim" | "list" | "keys" | "forget"> {
  const { db, write } = tables;
  return {
    get: async <T>(key: Key, now: number) => alive(stored<T>(tables, rowOf(key), key), now)?.record,
    getBoth: async <A, B>([a, b]: readonly [Key, Key], now: number) =>
      [
        alive(stored<A>(tables, rowOf(a), a), now)?.record,
        alive(stored<B>(tables, rowOf(b), b), now)?.record,
      ] as const,
    change: <T>(key: Key, now: number, change: (record: T | undefined) => Change<T> | undefined) =>
      write(() => {
        const before = stored<T>(tables, rowOf(key), key);
        const record = alive(before, now)?.record;
        const result = change(record);
        return result === undefined ? record : apply(tables, key, now, before, result);
      }),
    claim: (team, id, now, until) =>
      write(() => {
        const row: Row = ["c", digest(team), digest(id)];
        const taken = Number(db.get(row) ?? 0);
        if (taken > now) return false;
        if (taken > 0) void db.remove(endRow(taken, row));
        if (until <= now) return true;
        void db.put(row, String(wholeEnd(until)));
        void db.put(endRow(wholeEnd(until), row), "");
        return true;
      }),
    list: async (team, list, now, limit) => {
      const rows = ["l", digest(team), digest(list)];
      const keys: Key[] = [];
      for (const { key } of db.getRange({ start: [...rows, AFTER], end: rows, reverse: true })) {
        if (keys.length >= limit) break;
        const found = alive(stored(tables, ["r", key[1]!, key[4]!]), now);
        if (!found?.key || !Object.hasOwn(found.lists, list)) continue;
        keys.push({ team, kind: found.key[0], id: found.key[1] });
      }
      return keys;
    },
    keys: async (team) =>
      [...under(tables, ["r", digest(team)])].flatMap(({ value }) => {
        const key = unpack(value)?.key;
        return key ? [{ team, kind: key[0], id: key[1] }] : [];
      }),
    forget: (team) => write(() => forget(tables, digest(team))),
  };
}

/** The record as it stands, also if it has expired. A broken one counts as absent. */
function stored<T>(tables: Tables, row: Row, key?: Key): Stored<T> | undefined {
  const raw = tables.db.get(row);
  const found = raw === undefined ? undefined : unpack<T>(raw);
  if (raw !== undefined && found === undefined)
    tables.log?.warn({ key: key ?? row }, "A stored record is broken and counts as absent");
  return found;
}

/** Writes what a change says. What can throw comes before the first write. */
function apply<T>(
  tables: Tables,
  key: Key,
  now: number,
  before: Stored<T> | undefined,
  result: Change<T>,
): T | undefined {
  mustBeSound(key, result);
  const row = rowOf(key);
  const until = wholeEnd(result.until);
  const lives = result.record !== null && until > now;
  const lists = mergeLists(alive(before, now)?.lists ?? {}, result.lists);
  const { record } = result;
  const raw = pack({ version: "", until, lists, key: [key.kind, key.id], record });

  remove(tables, row, before);
  if (lives) {
    void tables.db.put(row, raw);
    void tables.db.put(endRow(until, row), "");
    for (const [list, score] of Object.entries(lists)) void tables.db.put(listRow(row, list, score), "");
  }
  for (const id of result.cancel ?? []) cancelJob(tables, key.team, id);
  for (const job of result.schedule ?? []) scheduleJob(tables, job);
  return lives && record !== null ? record : undefined;
}

/** Takes a record away, with its places on lists. */
function remove(tables: Tables, row: Row, before: Stored | undefined): void {
  void tables.db.remove(row);
  if (before === undefined) return;
  void tables.db.remove(endRow(before.until, row));
  for (const [list, score] of Object.entries(before.lists)) void tables.db.remove(listRow(row, list, score));
}

/** What has ended, to be cleared away. */
export const endings = (tables: Tables) => {
  const ended = (now: number, limit: number) => [
    ...tables.db.getKeys({ start: ["e"], end: ["e", now, AFTER], limit }),
  ];
  return {
    any: (now: number) => ended(now, 1).length > 0,
    /** Clears some of it away. Runs inside a write. */
    sweep: (now: number) => {
      for (const end of ended(now, SWEEP)) {
        const row = end.slice(2);
        void tables.db.remove(end);
        if (row[0] === "r") sweepRecord(tables, row, now);
        else if (Number(tables.db.get(row) ?? 0) <= now) void tables.db.remove(row);
      }
    },
  };
};

/** An end may be left over from a record that was broken and has been written anew since. */
function sweepRecord(tables: Tables, row: Row, now: number): void {
  const found = stored(tables, row);
  if (alive(found, now) === undefined) remove(tables, row, found);
}

function forget(tables: Tables, team: string): void {
  const rows = ["r", "l", "c", "j", "d"].flatMap((table) => [...under(tables, [table, team])]);
  for (const { key: row, value } of rows) {
    const until = row[0] === "r" ? unpack(value)?.until : row[0] === "c" ? Number(value) : undefined;
    if (until !== undefined) void tables.db.remove(endRow(until, row));
    void tables.db.remove(row);
  }
}
