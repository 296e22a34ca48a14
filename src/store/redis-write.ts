import { randomBytes } from "node:crypto";
import { escape, memberOf } from "./redis-keys.ts";
import type { Link } from "./redis-link.ts";
import type { Register } from "./redis-register.ts";
import { CHANGE } from "./redis-scripts.ts";
import type { Change, Key } from "./store.ts";
import { mergeLists, mustBeSound, packSmall, type Stored, unpack, wholeEnd, alive } from "./stored.ts";

/**
 * How much longer than its end Redis keeps a record by itself: a running process clears it away before, with its places
 * on lists, by the clock of the callers.
 */
const GRACE = 24 * 3600 * 1000;
/** Redis refuses a time to live that its clock cannot hold. */
const LONGEST = 100 * 365 * 24 * 3600 * 1000;

export const liveMs = (until: number, now: number) =>
  Math.min(Math.max(Math.ceil(until - now), 0) + GRACE, LONGEST);

/** What Redis holds of a record. `stored` is undefined where there is none, or a broken one. */
export type Seen<T> = { readonly version: string; readonly stored: Stored<T> | undefined };

/** Reads what Redis holds, null for nothing. The version is what `CHANGE` makes of it, too. */
export function see<T>(link: Link, key: Key, raw: string | null): Seen<T> {
  if (raw === null) return { version: "", stored: undefined };
  const stored = unpack<T>(raw);
  if (stored === undefined) link.log?.warn({ key }, "A stored record is broken and counts as absent");
  return { version: /^\{"f":1,"v":"([^"]*)"/.exec(raw)?.[1] ?? "?", stored };
}

/** `raw` is what Redis holds of the record: now that it is written, or since somebody else wrote; null for nothing. */
export type Written = { readonly done: boolean; readonly raw: string | null };

/** Writes a change, if the record still stands as it was seen. One round trip, once the workspace is entered. */
export async function write<T>(
  link: Link,
  entered: Register,
  key: Key,
  now: number,
  seen: Seen<T>,
  change: Change<T>,
): Promise<Written> {
  mustBeSound(key, change);
  const keys = link.names.workspace(key.team);
  const until = wholeEnd(change.until);
  const lives = change.record !== null && until > now;
  const lists = mergeLists(alive(seen.stored, now)?.lists ?? {}, change.lists);
  const touched = [
    ...new Set([...Object.keys(seen.stored?.lists ?? {}), ...Object.keys(change.lists ?? {})]),
  ];
  const version = randomBytes(9).toString("base64url");
  const raw = lives ? packSmall({ version, until, lists, record: change.record }) : null;
  const member = memberOf(key);
  const { due, jobs, leases } = keys;
  const names = [keys.record(member), keys.ends, keys.entry, due, jobs, leases, ...touched.map(keys.list)];
  const scores = touched.map((list) => (lives && Object.hasOwn(lists, list) ? (lists[list] ?? "") : ""));

  for (;;) {
    const entry = entered.entryOf(key.team);
    const head = [seen.version, entry, raw ?? "", member, until, liveMs(until, now)];
    const reply = await link.run(CHANGE, names, [...head, ...scores, ...jobArgs(change)]);
    const [outcome, other] = reply as [string, (string | null)?];
    if (outcome !== "register")
      return { done: outcome === "ok", raw: outcome === "ok" ? raw : (other ?? null) };
    await entered.enter(key.team, other ?? null, entry);
  }
}

function jobArgs({ schedule = [], cancel = [] }: Change<unknown>): (string | number)[] {
  const jobs = schedule.flatMap((job) => [escape(job.id), job.due, JSON.stringify(job)]);
  return [schedule.length, ...jobs, ...cancel.map(escape)];
}
