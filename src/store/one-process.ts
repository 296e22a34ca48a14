import { constants, existsSync } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { makeHolder, type Holder } from "./lock-holder.ts";
import { takeLock } from "./lock-file.ts";
import { StoreError } from "./store.ts";

/** Folders this process holds itself: its own pid in a lock tells nothing, since a container gives the same one again. */
const held = new Set<string>();

/**
 * Makes the folder this process's own until the function returned is called. A lock left behind by a process that is gone
 * is taken over. Rejects with a `StoreError` where another process holds it, or the folder cannot be written.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const path = resolve(folder);
  const lock = join(path, "askwhy.lock");
  const me = makeHolder();
  if (held.has(path)) throw inUse(path, lock, me, me);
  held.add(path);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const taken = await takeLock(lock, me);
    if ("holder" in taken) throw inUse(path, lock, me, taken.holder);
    return async () => {
      await taken.leave();
      held.delete(path);
    };
  } catch (error) {
    held.delete(path);
    if (error instanceof StoreError) throw error;
    throw notWritable(path, error);
  }
}

/** Rejects with a `StoreError` where a folder that is not there yet could not be made either. Makes nothing. */
export async function mustBePossible(folder: string): Promise<void> {
  const path = resolve(folder);
  let above = dirname(path);
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
  try {
    // By its own dot: refused where a file stands in the way, too.
    await access(`${above}/.`, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw notWritable(path, error);
  }
}

/** Another process holds the folder. */
export class StoreInUse extends StoreError {
  /** Which one: "process 12", with its machine where that is another one. */
  readonly by: string;
  constructor(by: string, message: string) {
    super(message);
    this.by = by;
  }
}

function notWritable(path: string, error: unknown): StoreError {
  const reason = (error as NodeJS.ErrnoException).code;
  return new StoreError(
    `The folder ${path} cannot be written (${reason}). Make it writable, or set ASKWHY_DATA_DIR to another one.`,
    { cause: error },
  );
}

function inUse(path: string, lock: string, me: Holder, { pid, host }: Holder): StoreInUse {
  const elsewhere = host !== me.host;
  const whose = elsewhere ? `process ${pid} on ${host}` : `process ${pid}`;
  const gone = elsewhere
    ? "If that one was killed just now, start again in half a minute."
    : `If no Askwhy runs, delete ${lock}.`;
  return new StoreInUse(
    whose,
    `The folder ${path} is in use by ${whose}; the embedded store serves one process. Stop the other one, ` +
      `set ASKWHY_DATA_DIR to another folder, or use Redis (REDIS_URL). ${gone}`,
  );
}
