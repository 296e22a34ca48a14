import { createHash } from "node:crypto";
import type { Database } from "lmdb";
import type { Log } from "../log.ts";
import { StoreError } from "./store.ts";

/**
 * How the embedded store lays its tables into one ordered map. The first part of a key names the table:
 *
 * - `r, team, key`: a record
 * - `l, team, list, score, key`: a place on a list, with the end of the range found by `AFTER`
 * - `c, team, id`: a claim, holding its end
 * - `j, team, id`: a job; `d, team, due, id`: the same by time
 * - `e, until, table, team, id`: what ends when, records and claims
 * - `w, check`: written now and then and taken away, to see that writes are possible
 *
 * Teams, keys, lists and ids stand there as digests: of one length, with nothing in them that could run into another part.
 */
export type Row = (string | number)[];
export type Tables = {
  readonly db: Database<string, Row>;
  readonly log: Pick<Log, "warn"> | undefined;
  /** Runs an action alone, on the newest state; resolves once what it wrote is on disk. It must not throw after its first write. */
  readonly write: <T>(action: () => T) => Promise<T>;
  /** Whether a write has failed since it `recovered`. Others may have gone well meanwhile: small ones need less room. */
  readonly failing: () => boolean;
  readonly recovered: () => void;
};

/** Sorts after every digest and every number. */
export const AFTER = "\uffff";

export const digest = (...parts: readonly string[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 32);

export function tablesOf(db: Database<string, Row>, log: Pick<Log, "warn"> | undefined): Tables {
  let failing = false;
  return {
    db,
    log,
    failing: () => failing,
    recovered: () => void (failing = false),
    write: async (action) => {
      let own: { error: unknown } | undefined;
      try {
        return await db.transaction(() => {
          try {
            return action();
          } catch (error) {
            own = { error };
            throw error;
          }
        });
      } catch (error) {
        if (own) throw own.error;
        heard(error);
        failing = true;
        throw new StoreError("The embedded store could not write. Is the disk full, or the folder gone?", {
          cause: error,
        });
      }
    },
  };
}

/**
 * lmdb says why a commit failed by a promise of its own that hangs on the error and rejects too. Nobody else listens to it, and
 * that alone would end the process.
 */
function heard(error: unknown): void {
  if (!(error instanceof Error && "commitError" in error)) return;
  Promise.resolve(error.commitError).catch(() => undefined);
}

/** All rows below these first parts. */
export function under(tables: Tables, first: Row, limit?: number) {
  return tables.db.getRange({ start: first, end: [...first, AFTER], ...(limit !== undefined && { limit }) });
}
