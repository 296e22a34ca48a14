import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { type Store, StoreError } from "../../src/store/store.ts";
import { killAfter, startWriter } from "./processes.ts";
import { keyOf, NOW, put } from "./promises/given.ts";

/** Processes are started here, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "askwhy-test-"));
  path = join(folder, "askwhy.lmdb");
});
afterEach(() => rm(folder, { recursive: true }));

/** Records of all sizes, changed and deleted many times, so that the file has free pages in all places. */
async function fill(rounds: number, seed: number): Promise<void> {
  const store = await embeddedStore({ folder });
  for (let i = 0; i < rounds; i++)
    await Promise.all(
      [0, 1, 2, 3, 4, 5].map((j) =>
        store.change(keyOf(`T${i % 7}`, String(i * (j % 3))), NOW, () => ({
          record: (i + j) % 5 === 0 ? null : "y".repeat((i * seed * (j + 1)) % 60_000),
          until: NOW + 1 + i,
          lists: { all: i },
        })),
      ),
    );
  await put(store, keyOf("T1", "last"), "kept");
  await store.close();
}

async function opens(): Promise<unknown> {
  const store = await embeddedStore({ folder });
  const last = await store.get(keyOf("T1", "last"), NOW);
  for (let i = 0; i < 7; i++)
    for (const key of await store.keys(`T${i}`)) expect(await store.get(key, NOW)).toBeDefined();
  await store.close();
  return last;
}

async function refused(): Promise<void> {
  const before = await readFile(path);
  const error = await embeddedStore({ folder }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(StoreError);
  expect(String(error)).toMatch(/cannot be opened\. Restore it from a backup/);
  expect(await readdir(folder)).not.toContain("askwhy.lock");
  expect(before.equals(await readFile(path))).toBe(true);
}

describe("a sound file is taken", () => {
  test.each([1, 3, 30, 200])("grown in %i rounds, with whatever is free at its end", async (rounds) => {
    for (const seed of [977, 331, 7919]) {
      await fill(rounds, seed);
      expect(await opens()).toBe("kept");
    }
  });

  test("just made, and empty", async () => {
    await (await embeddedStore({ folder })).close();
    await (await embeddedStore({ folder })).close();
    await rm(path);
    await writeFile(path, "");
    await fill(1, 1);
    expect(await opens()).toBe("kept");
  });

  test("after its process was killed while it wrote, again and again", async () => {
    for (const count of [1, 40, 90]) {
      const acknowledged = await killAfter(await startWriter(folder), count);
      const store = await embeddedStore({ folder });
      for (const i of acknowledged) expect(await store.get(keyOf("T1", `r${i}`), NOW)).toMatchObject({ i });
      await store.close();
    }
  });
});

describe("a file that is damaged is said, and let go of", () => {
  test("cut short anywhere: unless nothing but free pages was lost", async () => {
    await fill(60, 977);
    const whole = await readFile(path);
    for (let part = 1; part < 40; part++) {
      await truncate(path, Math.floor((whole.length * part) / 40));
      const store = await embeddedStore({ folder }).catch((error: unknown) => error);
      if (part < 10) expect(store).toBeInstanceOf(StoreError);
      if (store instanceof StoreError) await refused();
      else {
        await (store as Store).close();
        expect(await opens()).toBe("kept");
      }
      await writeFile(path, whole);
    }
    expect(await opens()).toBe("kept");
  });

  test.each<[string, (file: Buffer) => void]>([
    ["its first page", (file) => file.fill(0, 0, 4096)],
    ["its second page", (file) => file.fill(0x79, 4096, 8192)],
    ["all but its first two pages", (file) => file.fill(0, 8192)],
    ["everything, by something else", (file) => file.fill("no store\n")],
  ])("overwritten: %s", async (_, spoil) => {
    await fill(10, 977);
    const file = await readFile(path);
    spoil(file);
    await writeFile(path, file);
    await refused();
  });
});
