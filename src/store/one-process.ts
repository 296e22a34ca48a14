import { mkdir, open, readFile, rm } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { StoreError } from "./store.ts";
import { parse } from "./stored.ts";

/** Folders this process holds itself: its own pid in a lock tells nothing, since a container gives the same one again. */
const held = new Set<string>();

/**
 * Makes the folder this process's own until the function returned is called. A lock left behind by a process that is gone
 * is taken over. Rejects with a `StoreError` where another process holds it, or the folder cannot be written.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const path = resolve(folder);
  const lock = join(path, "askwhy.lock");
  if (held.has(path)) throw inUse(path, lock, process.pid);
  held.add(path);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await takeLock(path, lock);
  } catch (error) {
    held.delete(path);
    if (error instanceof StoreError) throw error;
    const reason = (error as NodeJS.ErrnoException).code;
    throw new StoreError(
      `The folder ${path} cannot be written (${reason}). Make it writable, or set ASKWHY_DATA_DIR to another one.`,
      { cause: error },
    );
  }
  return async () => {
    await rm(lock, { force: true });
    held.delete(path);
  };
}

async function takeLock(path: string, lock: string): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    if (await writeLock(lock)) return;
    const holder = await lives(lock);
    if (holder !== undefined) throw inUse(path, lock, holder);
    await rm(lock, { force: true });
  }
  throw inUse(path, lock, 0);
}

/** False where there is a lock already. */
async function writeLock(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, "wx", 0o600);
    await file.writeFile(JSON.stringify({ pid: process.pid, born: born(process.pid), host: hostname() }));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** The pid in the lock, if that very process still runs on this machine. */
async function lives(lock: string): Promise<number | undefined> {
  const { pid, born: since, host } = parse(await readFile(lock, "utf8").catch(() => "")) ?? {};
  if (typeof pid !== "number" || pid === process.pid || host !== hostname()) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  return since === born(pid) ? pid : undefined;
}

/**
 * When a process was started, as text to compare, where the system tells: a pid alone may by now belong to somebody
 * else. Fields 3 and 22 of /proc/[pid]/stat are the state and the start time (proc(5)); the name before them is in
 * brackets and may hold spaces. A zombie is as good as gone.
 */
function born(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function inUse(path: string, lock: string, pid: number): StoreError {
  return new StoreError(
    `The folder ${path} is in use by process ${pid}; the embedded store serves one process. Stop the other one, ` +
      `set ASKWHY_DATA_DIR to another folder, or use Redis (REDIS_URL). If no Askwhy runs, delete ${lock}.`,
  );
}
