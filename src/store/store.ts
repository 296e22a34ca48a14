/**
 * Where things are kept: records by key with an end date, and jobs by due time.
 *
 * A store knows nothing of what its records mean. All times are milliseconds since 1970, and come from the caller:
 * a store never looks at the clock. Calls reject with a `StoreError` where the store cannot be reached. Every promise below is held by `tests/store/promises.ts` on both stores.
 */
export type Store = {
  /** The record as last written, or undefined where there is none or it has expired at `now`. */
  get<T>(key: Key, now: number): Promise<T | undefined>;

  /** Two records of one workspace, for the price of one. */
  getBoth<A, B>(keys: readonly [Key, Key], now: number): Promise<readonly [A | undefined, B | undefined]>;

  /**
   * Changes one record. `change` sees the newest record and says what becomes of it; record, lists and jobs are
   * written whole or not at all. Of two writers at once both changes survive, so `change` may be called again and must
   * have no effects of its own. Returning undefined leaves everything as it is.
   * Resolves to the record as it stands afterwards, once it is safe against a kill.
   */
  change<T>(
    key: Key,
    now: number,
    change: (record: T | undefined) => Change<T> | undefined,
  ): Promise<T | undefined>;

  /** True for the first caller with this id within the workspace until `until`, false for all others. */
  claim(team: string, id: string, now: number, until: number): Promise<boolean>;

  /**
   * Books the first time that is free in all these lanes, and resolves to it: `now` or later. Nothing is booked where it is
   * later than `now + most`. All processes book in the same lanes, and what was booked goes when its time is over.
   */
  book(team: string, lanes: readonly Lane[], now: number, most: number): Promise<number>;

  /** Keys on a list that `Change.lists` wrote, highest score first. Records that have expired are left out. */
  list(team: string, list: string, now: number, limit: number): Promise<Key[]>;

  /**
   * Leases up to `limit` jobs whose time has come: as many from each workspace, the oldest there, in order of their due time.
   * One taker gets a job; it comes back at `leasedUntil`. What has expired at `now` is cleared away with it, little by little.
   * With `room`, no workspace gets more than it has room for.
   */
  take(now: number, limit: number, leasedUntil: number, room?: Room): Promise<LeasedJob[]>;
  /** Ends a leased job. If it was scheduled anew meanwhile, the new one stays. */
  finish(job: LeasedJob): Promise<void>;
  /** Hands a leased job back, due at another time, if it was not scheduled anew meanwhile. */
  retry(job: LeasedJob, due: number): Promise<void>;
  /** When the next job is due (leased jobs count with the end of their lease), or undefined. */
  nextDue(): Promise<number | undefined>;

  /** How many jobs are due at `now` and not taken, in all workspaces, and since when the oldest is. */
  backlog(now: number): Promise<{ readonly due: number; readonly oldest: number | undefined }>;

  /** Every key of a workspace; also expired ones that are not cleared away yet. */
  keys(team: string): Promise<Key[]>;
  /** Deletes everything of a workspace: records, lists, jobs, claims. */
  forget(team: string): Promise<void>;
  /** Resolves if the store answers and takes writes, which is tried every few seconds at most; rejects with a message that says what to do. */
  check(): Promise<void>;
  close(): Promise<void>;
};

export type Key = { readonly team: string; readonly kind: string; readonly id: string };

export type Change<T> = {
  /** The new record; null deletes it (and takes it off its lists). */
  readonly record: T | null;
  /** When the record ends. */
  readonly until: number;
  /** Puts the record's key on lists by score, or takes it off with null. Expired records leave their lists. */
  readonly lists?: Readonly<Record<string, number | null>>;
  /** Jobs of the same workspace to schedule: a job with the same id is replaced. */
  readonly schedule?: readonly Job[];
  /** Ids of jobs that shall not run. */
  readonly cancel?: readonly string[];
};

/** Turns that come one after another: one every so many milliseconds, and as many at once as fall into the next `ahead` of them. */
export type Lane = { readonly name: string; readonly every: number; readonly ahead: number };

/** Something to do at a later time. `id` is unique within the workspace. */
export type Job = {
  readonly team: string;
  readonly id: string;
  readonly kind: string;
  readonly due: number;
  /** What the job is about: ids only. */
  readonly about: Readonly<Record<string, string>>;
};

/** How many jobs of one workspace a taker wants to have in hand at once, and how many it has, where it has any. */
export type Room = { readonly most: number; readonly held: ReadonlyMap<string, number> };

export type LeasedJob = Job & {
  /** Tells this lease from later ones. */
  readonly lease: string;
  /** How often the job was taken before. */
  readonly tries: number;
};

/** The store cannot be reached or does not answer. The message says what to do. The call may have been done all the same. */
export class StoreError extends Error {
  override name = "StoreError";
}
