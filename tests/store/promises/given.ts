import type { Change, Job, Key, Store } from "../../../src/store/store.ts";

/** Monday, 5 January 2026, 09:00 UTC. A store gets its time from the caller alone. */
export const NOW = Date.UTC(2026, 0, 5, 9);
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** What a promise is tried on: a store, a second one on the same data, and a workspace nobody has used. */
export type Given = () => {
  readonly store: Store;
  readonly other: Store;
  readonly team: string;
  readonly newTeam: () => string;
  /** Everything stored, keys and values, as lines of text. */
  readonly dump: () => Promise<string[]>;
};

export const keyOf = (team: string, id = "C1/1.1", kind = "thread"): Key => ({ team, kind, id });

export const keep = <T>(record: T, more: Partial<Change<T>> = {}): Change<T> => ({
  record,
  until: NOW + DAY,
  ...more,
});

export const put = (store: Store, key: Key, record: unknown, more: Partial<Change<unknown>> = {}) =>
  store.change(key, NOW, () => keep(record, more));

type Count = { readonly count: number };
export const addOne = (record: Count | undefined) => keep<Count>({ count: (record?.count ?? 0) + 1 });

export const times = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));

export const jobOf = (team: string, id: string, due: number): Job => ({
  team,
  id,
  kind: "suggest",
  due,
  about: { channel: "C1", root: id },
});
export const ids = (jobs: readonly Job[]) => jobs.map(({ id }) => id);
export const schedule = (store: Store, team: string, ...jobs: Job[]) =>
  put(store, keyOf(team, "jobs"), {}, { schedule: jobs });
export const cancel = (store: Store, team: string, ...gone: string[]) =>
  put(store, keyOf(team, "jobs"), {}, { cancel: gone });
/** Takes all that is due, and gives those of this workspace. */
export const takeOf = async (store: Store, team: string, now: number) =>
  (await store.take(now, 1000, now + MINUTE)).filter((job) => job.team === team);
