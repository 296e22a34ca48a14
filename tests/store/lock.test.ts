import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdFolder } from "../../src/store/one-process.ts";

/** Processes are started here, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const TAKER = fileURLToPath(new URL("lock-taker.ts", import.meta.url));
const GONE = { pid: 2 ** 22 + 1, born: "boot/1", host: hostname() };

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "askwhy-test-"));
  lock = join(folder, "askwhy.lock");
});
afterEach(() => {
  vi.useRealTimers();
  return rm(folder, { recursive: true, force: true });
});

async function startTaker() {
  const child = spawn(process.execPath, ["--import", "tsx", TAKER], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  await lines.next();
  return {
    take: async (folder: string) => {
      child.stdin.write(`${folder}\n`);
      return String((await lines.next()).value);
    },
    end: async () => {
      child.stdin.end();
      await once(child, "exit");
    },
  };
}

test("of processes that start at once on a stale lock, one alone holds the folder", async () => {
  const takers = await Promise.all(Array.from({ length: 5 }, startTaker));
  for (let round = 0; round < 60; round++) {
    const one = join(folder, String(round));
    await mkdir(one);
    await writeFile(join(one, "askwhy.lock"), JSON.stringify(GONE));
    const said = await Promise.all(takers.map((taker) => taker.take(one)));
    expect(said.filter((line) => line === "held")).toHaveLength(1);
    expect(said.filter((line) => line.includes("is in use by process"))).toHaveLength(4);
    expect(await readdir(one)).toEqual(["askwhy.lock"]);
  }
  await Promise.all(takers.map((taker) => taker.end()));
});

test("a lock of another machine holds while it is touched, and half a minute longer", async () => {
  await writeFile(lock, JSON.stringify({ pid: 1, host: "another" }));
  await expect(holdFolder(folder)).rejects.toThrow(
    /in use by process 1 on another.*start again in half a minute/,
  );
  const old = Date.now() / 1000 - 40;
  await utimes(lock, old, old);
  const leave = await holdFolder(folder);
  expect(await readFile(lock, "utf8")).toContain(`"pid":${process.pid}`);
  await leave();
  expect(await readdir(folder)).toEqual([]);
});

test("a lock is touched for as long as it is held", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const leave = await holdFolder(folder);
  await utimes(lock, 1, 1);
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.waitFor(async () => expect((await stat(lock)).mtimeMs).toBeGreaterThan(1e12), 20_000);
  await leave();
});

test("who lets go takes away no lock but its own", async () => {
  const leave = await holdFolder(folder);
  await rm(lock);
  await writeFile(lock, "another's");
  await leave();
  expect(await readFile(lock, "utf8")).toBe("another's");
});

test("a process that was killed while it took over a lock keeps nobody from it", async () => {
  await writeFile(lock, JSON.stringify(GONE));
  const taker = await startTaker();
  // What it was to make, as if it were there already, by one that is gone.
  const claim = createHash("sha256").update(JSON.stringify(GONE)).digest("hex").slice(0, 32);
  await writeFile(`${lock}.${claim}`, JSON.stringify({ ...GONE, born: "boot/2" }));
  expect(await taker.take(folder)).toBe("held");
  expect(await readdir(folder)).toEqual(["askwhy.lock"]);
  await taker.end();
});
