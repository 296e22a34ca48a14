import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { openStore } from "../../src/store/open-store.ts";
import { StoreError } from "../../src/store/store.ts";
import { killAfter, startWriter } from "./processes.ts";
import { keyOf, NOW, put } from "./promises/given.ts";

/** Processes are started here, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const LOG = { warn: () => undefined };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "askwhy-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test("a folder serves one process at a time", async () => {
  const writer = await startWriter(folder);
  const error = await failure(embeddedStore({ folder }));
  expect(error).toBeInstanceOf(StoreError);
  expect(String(error)).toContain(`in use by process ${writer.child.pid}`);
  expect(String(error)).toMatch(/ASKWHY_DATA_DIR.*REDIS_URL/);
  await killAfter(writer, 1);
  const store = await embeddedStore({ folder });
  await store.close();
});

test("a folder serves one store of a process at a time", async () => {
  const store = await embeddedStore({ folder });
  expect(await failure(embeddedStore({ folder }))).toBeInstanceOf(StoreError);
  await put(store, keyOf("T1"), "kept");
  await store.close();
  const again = await embeddedStore({ folder });
  expect(await again.get(keyOf("T1"), NOW)).toBe("kept");
  await again.close();
});

test.each([
  ["of a process that is gone", { pid: 2 ** 22 + 1, born: "boot/1", host: hostname() }],
  ["of a process whose pid somebody else has now", { pid: process.ppid, born: "boot/1", host: hostname() }],
  [
    "of this pid, in a container that was started again",
    { pid: process.pid, born: "boot/1", host: hostname() },
  ],
  ["that is no lock", "half a li"],
])("a lock %s is taken over", async (_, lock) => {
  await writeFile(join(folder, "askwhy.lock"), typeof lock === "string" ? lock : JSON.stringify(lock));
  const store = await embeddedStore({ folder });
  await store.close();
  expect(await readdir(folder)).not.toContain("askwhy.lock");
});

test("a folder that is missing is made, for its owner alone", async () => {
  const store = await openStore({ dataDir: join(folder, "deep", ".askwhy") }, LOG);
  await put(store, keyOf("T1"), "kept");
  await store.close();
  expect(await readdir(join(folder, "deep", ".askwhy"))).toContain("askwhy.lmdb");
});

test.skipIf(process.platform === "win32")(
  "in a folder that is open to all, the files are the owner's alone",
  async () => {
    await chmod(folder, 0o755);
    const store = await embeddedStore({ folder });
    await put(store, keyOf("T1"), "kept");
    const files = await readdir(folder);
    expect(files).toContain("askwhy.lmdb");
    for (const file of files) expect((await stat(join(folder, file))).mode & 0o777, file).toBe(0o600);
    await store.close();
  },
);

test("a folder that is a file says so", async () => {
  await writeFile(join(folder, "file"), "");
  const error = await failure(embeddedStore({ folder: join(folder, "file") }));
  expect(error).toBeInstanceOf(StoreError);
  expect(String(error)).toMatch(/cannot be written \(\w+\)\. Make it writable, or set ASKWHY_DATA_DIR/);
});

test("a store that is no store says so, and lets go of the folder", async () => {
  await mkdir(join(folder, "askwhy.lmdb"));
  const error = await failure(embeddedStore({ folder }));
  expect(error).toBeInstanceOf(StoreError);
  expect(String(error)).toMatch(/cannot be opened\. Restore it from a backup/);
  await rm(join(folder, "askwhy.lmdb"), { recursive: true });
  await (await embeddedStore({ folder })).close();
});

test("in memory nothing is left behind, and each store is on its own", async () => {
  const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith("askwhy-memory-"));
  const before = await left();
  const one = await openStore({ dataDir: folder, memory: true }, LOG);
  const two = await openStore({ dataDir: folder, memory: true }, LOG);
  await put(one, keyOf("T1"), "of one");
  expect(await two.get(keyOf("T1"), NOW)).toBeUndefined();
  await one.close();
  await two.close();
  expect(await left()).toEqual(before);
  expect(await readdir(folder)).toEqual([]);
});

test("a Redis URL leads to Redis", async () => {
  const opening = openStore({ redisUrl: "redis://127.0.0.1:1", dataDir: folder }, LOG);
  expect(String(await failure(opening))).toContain("Redis at 127.0.0.1:1 does not answer");
});
