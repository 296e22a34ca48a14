import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "lmdb";
import type { Log } from "../log.ts";
import { mustBeWhole } from "./embedded-file.ts";
import { embeddedJobs } from "./embedded-jobs.ts";
import { embeddedLanes } from "./embedded-lanes.ts";
import { embeddedRecords, endings } from "./embedded-records.ts";
import { type Row, tablesOf } from "./embedded-tables.ts";
import { holdFolder } from "./one-process.ts";
import { CHECK_EVERY, seldom } from "./seldom.ts";
import { type Store, StoreError } from "./store.ts";

/** Written, and taken away again, to see that writes are possible. */
const CHECK: Row = ["w", "check"];

/**
 * What is written to see whether a store that could not write has room again. A full disk may take something small, where the file
 * has free pages, and refuse the next thread: this is more than a record takes, as a rule.
 */
const ROOMY = "-".repeat(256 * 1024);

/**
 * The store of one process. In a folder, a write resolves once it is synced to disk; in memory, everything is gone when
 * the process ends. Rejects with a `StoreError` that says what to do where the folder is in use or cannot be written.
 */
export async function embeddedStore(
  where: { readonly folder: string } | { readonly memory: true },
  options: { readonly log?: Pick<Log, "warn"> } = {},
): Promise<Store> {
  const memory = "memory" in where;
  const folder = memory ? await mkdtemp(join(tmpdir(), "askwhy-memory-")) : where.folder;
  const leave = memory ? () => removed(folder) : await holdFolder(folder);
  try {
    const file = join(folder, "askwhy.lmdb");
    mustBeWhole(file);
    const db = openMap(file, memory);
    await ownersAlone(folder);
    // An open file lives on without its name, so nothing stays behind however the process ends. Windows refuses; there it goes on close.
    if (memory) await removed(folder);
    const tables = tablesOf(db, options.log);
    const put = (text: string) => void db.put(CHECK, text);
    const remove = () => void db.remove(CHECK);
    const takesWrites = seldom(CHECK_EVERY, () => tables.write(() => (put(""), remove())));
    const records = embeddedRecords(tables);
    const lanes = embeddedLanes();
    return {
      ...records,
      ...embeddedJobs(tables, endings(tables)),
      book: lanes.book,
      forget: async (team) => {
        lanes.forget(team);
        await records.forget(team);
      },
      check: async () => {
        if (tables.failing()) {
          // Taken away by a write of its own: within one, it would never come to the disk.
          await tables.write(() => put(ROOMY));
          await tables.write(remove);
          tables.recovered();
        }
        await takesWrites();
      },
      close: async () => {
        await db.close();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw new StoreError(
      `The store in ${folder} cannot be opened. Restore it from a backup, or move the folder away to begin anew.`,
      { cause: error },
    );
  }
}

/**
 * `overlappingSync` would resolve a write before it is on disk. `eventTurnBatching` makes lmdb hold a promise of its own for each
 * batch: a full disk rejects it, nobody listens, and that ends the process. Writes at once share a commit without it, too.
 */
const openMap = (path: string, memory: boolean) =>
  open<string, Row>({
    path,
    noSubdir: true,
    encoding: "string",
    overlappingSync: false,
    eventTurnBatching: false,
    noSync: memory,
  });

/** The folder may have been there before, open to all. Who is not the owner of the files cannot, and need not. */
const ownersAlone = (folder: string) =>
  Promise.all(
    ["askwhy.lmdb", "askwhy.lmdb-lock"].map((name) =>
      chmod(join(folder, name), 0o600).catch(() => undefined),
    ),
  );

const removed = (folder: string) => rm(folder, { recursive: true, force: true }).catch(() => undefined);
