import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { parse } from "./stored.ts";

/** Who holds a lock. No two are the same, so a lock tells whose it is, and whether it is still the one seen before. */
export type Holder = {
  readonly pid: number;
  readonly host: string;
  /** When the process was started, where the system tells. */
  readonly born: string | undefined;
  readonly token: string;
};

export const makeHolder = (): Holder => ({
  pid: process.pid,
  host: hostname(),
  born: born(process.pid),
  token: randomUUID(),
});

/** Milliseconds within which a process of another machine, or another container, is sure to have touched its lock. */
const TOUCHED_WITHIN = 30_000;

/**
 * Who is named in a lock, if that very process still lives. `age` is how long ago the lock was touched: it tells of other
 * machines, whose processes cannot be asked for.
 */
export function living(lock: string, age: number): Holder | undefined {
  const { pid, host, born: since, token } = parse(lock) ?? {};
  if (typeof pid !== "number" || typeof host !== "string") return undefined;
  const holder = {
    pid,
    host,
    born: typeof since === "string" ? since : undefined,
    token: typeof token === "string" ? token : "",
  };
  if (host !== hostname()) return Math.abs(age) < TOUCHED_WITHIN ? holder : undefined;
  return runs(holder) ? holder : undefined;
}

function runs({ pid, born: since }: Holder): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return since === born(pid);
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
