import { squeeze, unsqueeze } from "./squeeze.ts";
import type { Change, Job, Key } from "./store.ts";

/** The form in which records and jobs are written. A store that meets another form treats the record as absent. */
const FORMAT = 1;

/** A record as it stands in a store, of either kind, as JSON. */
export type Stored<T = unknown> = {
  /** Another one at every write, never used again. Empty where one process alone writes. */
  readonly version: string;
  /** When the record ends, in milliseconds since 1970. */
  readonly until: number;
  /** The lists the record is on, with its score there. */
  readonly lists: Readonly<Record<string, number>>;
  /** Kind and id, where the store's own key does not hold them. */
  readonly key?: readonly [kind: string, id: string];
  readonly record: T;
};

/** The version stands first, so that a Lua script finds it without parsing the rest. */
export function pack({ version, until, lists, key, record }: Stored): string {
  return JSON.stringify({ f: FORMAT, v: version, until, lists, ...(key && { key }), record });
}

/** Below this many characters of JSON there is nothing to win. */
const WORTH_SQUEEZING = 300;

/** The same where memory is dear, with the record made shorter. */
export function packSmall(stored: Stored): string {
  const json = JSON.stringify(stored.record);
  if (json.length < WORTH_SQUEEZING) return pack(stored);
  const { version, until, lists } = stored;
  return JSON.stringify({ f: FORMAT, v: version, until, lists, z: squeeze(json) });
}

/** What `pack` or `packSmall` wrote, or undefined where it is something else. */
export function unpack<T>(raw: string): Stored<T> | undefined {
  const value = parse(raw);
  if (value?.["f"] !== FORMAT || !isScores(value["lists"])) return undefined;
  const { v: version, until, lists, key } = value;
  const held = heldBy(value);
  if (held === undefined || typeof version !== "string" || typeof until !== "number") return undefined;
  return { version, until, lists, ...(isPair(key) && { key }), record: held.record as T };
}

function heldBy(value: Record<string, unknown>): { readonly record: unknown } | undefined {
  if ("record" in value) return { record: value["record"] };
  if (typeof value["z"] !== "string") return undefined;
  try {
    return { record: JSON.parse(unsqueeze(value["z"])) };
  } catch {
    return undefined;
  }
}

/** A plain object out of a JSON text, or undefined. */
export function parse(raw: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isScores = (value: unknown): value is Record<string, number> =>
  isObject(value) && Object.values(value).every((score) => typeof score === "number");

const isPair = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");

/** The lists of a record after a change: those named are set or left, the others stay as they were. */
export function mergeLists(
  before: Readonly<Record<string, number>>,
  changed: Readonly<Record<string, number | null>> = {},
): Record<string, number> {
  const all = Object.entries({ ...before, ...changed });
  return Object.fromEntries(all.filter((entry): entry is [string, number] => entry[1] !== null));
}

/** A record that has not ended at `now`. */
export const alive = <T>(found: Stored<T> | undefined, now: number): Stored<T> | undefined =>
  found && found.until > now ? found : undefined;

/** Throws where a change holds a figure that is none, or a job of another workspace: it would be half written, or never be read again. */
export function mustBeSound(key: Key, { until, lists = {}, schedule = [] }: Change<unknown>): void {
  const figures = [...Object.values(lists).map((score) => score ?? 0), ...schedule.map(({ due }) => due)];
  if (Number.isNaN(until) || !figures.every(Number.isFinite))
    throw new TypeError("an end, a score or a due time is no number");
  if (schedule.some(({ team }) => team !== key.team))
    throw new TypeError("a job belongs to another workspace");
}

/** An end date that both stores can write: a whole number. */
export const wholeEnd = (until: number) => Math.ceil(Math.min(until, Number.MAX_SAFE_INTEGER));

/** A job as the embedded store keeps it. `at` is when it can be taken: its due time, or the end of its lease. */
export type StoredJob = {
  readonly job: Job;
  readonly at: number;
  /** How often it was taken so far. */
  readonly tries: number;
  readonly lease?: string;
};

/** A job as it was scheduled, without its lease, due at another time. */
export const dueAt = ({ team, id, kind, about }: Job, due: number): Job => ({ team, id, kind, due, about });

export const packJob = (stored: StoredJob) => JSON.stringify({ f: FORMAT, ...stored });

export function unpackJob(raw: string): StoredJob | undefined {
  const value = parse(raw);
  const { f, job, at, tries, lease } = value ?? {};
  if (f !== FORMAT || !isJob(job) || typeof at !== "number" || typeof tries !== "number") return undefined;
  return { job, at, tries, ...(typeof lease === "string" && { lease }) };
}

export const isJob = (value: unknown): value is Job =>
  isObject(value) &&
  [value["team"], value["id"], value["kind"]].every((part) => typeof part === "string") &&
  typeof value["due"] === "number" &&
  isObject(value["about"]);
