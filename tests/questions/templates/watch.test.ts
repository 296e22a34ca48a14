import { renameSync, rmSync, mkdirSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Gathered } from "../../../src/questions/templates/gather.ts";
import type { Problem } from "../../../src/questions/problem.ts";
import { watchTemplates, type Watch } from "../../../src/questions/watch.ts";
import { folderWith, OFFLINE, offlineWith } from "./sample.ts";

const open: Watch[] = [];
afterEach(() => {
  for (const watch of open.splice(0)) watch.close();
});

type Told = { readonly loaded: Gathered; readonly fresh: readonly Problem[] };

/** A watch whose changes can be awaited one by one. */
function watching(folder: string, look = 20) {
  const told: Told[] = [];
  let wake = () => {};
  const watch = watchTemplates(
    [folder],
    (loaded, fresh) => {
      told.push({ loaded, fresh });
      wake();
    },
    { rest: 5, look },
  );
  open.push(watch);
  const next = async (): Promise<Told> => {
    const first = told.shift();
    if (first) return first;
    await new Promise<void>((resolve) => (wake = resolve));
    return next();
  };
  return { watch, next, told };
}

const weak = (words: string) => offlineWith("weak: It depends.", `weak: ${words}`);

/** As many editors save: into a new file, which is then renamed. */
function save(folder: string, name: string, text: string) {
  writeFileSync(join(folder, `${name}~`), text);
  renameSync(join(folder, `${name}~`), join(folder, name));
}

test("what stands is there at once", () => {
  const { watch } = watching(folderWith({ "a.yaml": OFFLINE }));
  expect(watch.current().templates).toMatchObject([{ id: "offline-mode" }]);
});

test("a file that is written, saved by renaming, added or deleted is picked up", async () => {
  const folder = folderWith({ "a.yaml": OFFLINE });
  const { watch, next } = watching(folder, 60_000);
  save(folder, "a.yaml", weak("one"));
  expect((await next()).loaded.templates).toMatchObject([{ weak: "one" }]);
  save(folder, "a.yaml", weak("two"));
  expect((await next()).loaded.templates).toMatchObject([{ weak: "two" }]);
  save(folder, "b.yaml", "extends: offline-mode\nid: variant\n");
  expect((await next()).loaded.templates.map(({ id }) => id)).toEqual(["offline-mode", "variant"]);
  unlinkSync(join(folder, "b.yaml"));
  expect((await next()).loaded.templates.map(({ id }) => id)).toEqual(["offline-mode"]);
  expect(watch.current().templates).toHaveLength(1);
});

test("a file that became wrong keeps its last good version, and is told once", async () => {
  const folder = folderWith({ "a.yaml": OFFLINE });
  const { watch, next } = watching(folder);
  save(folder, "a.yaml", offlineWith("form: open", "form: opne"));
  const wrong = await next();
  expect(wrong.fresh).toMatchObject([{ line: 5, owner: "Priya" }]);
  expect(wrong.loaded.templates).toMatchObject([{ form: "open" }]);
  save(folder, "b.yaml", "extends: offline-mode\nid: variant\n");
  const other = await next();
  expect(other.fresh).toEqual([]);
  expect(other.loaded.problems).toHaveLength(1);
  save(folder, "a.yaml", OFFLINE);
  expect((await next()).loaded.problems).toEqual([]);
  save(folder, "a.yaml", offlineWith("form: open", "form: opne"));
  expect((await next()).fresh).toHaveLength(1);
  expect(watch.current().templates).toHaveLength(2);
});

test("a folder that is not there yet is named, and picked up when it comes", async () => {
  const folder = join(folderWith({}), "team");
  const { watch, next } = watching(folder);
  expect(watch.current().problems).toMatchObject([
    { message: expect.stringContaining("there is no such folder") },
  ]);
  mkdirSync(folder);
  expect((await next()).loaded.problems).toEqual([]);
  save(folder, "a.yaml", OFFLINE);
  expect((await next()).loaded.templates).toHaveLength(1);
});

test("a folder that went away keeps its questions, and is told", async () => {
  const folder = folderWith({ "a.yaml": OFFLINE, "b.yaml": "extends: offline-mode\nid: variant\n" });
  const { watch, next } = watching(folder);
  const away = `${folder}-away`;
  renameSync(folder, away);
  const gone = await next();
  expect(gone.fresh).toMatchObject([
    { message: expect.stringContaining("there is no such folder") as string },
  ]);
  expect(gone.loaded.templates.map(({ id }) => id)).toEqual(["offline-mode", "variant"]);
  unlinkSync(join(away, "b.yaml"));
  renameSync(away, folder);
  expect((await next()).loaded).toMatchObject({ templates: [{ id: "offline-mode" }], problems: [] });
  expect(watch.current().templates).toHaveLength(1);
});

test("a file that cannot be read any more keeps its last good version, until it is gone", async () => {
  const folder = folderWith({ "a.yaml": OFFLINE });
  const { next } = watching(folder);
  unlinkSync(join(folder, "a.yaml"));
  symlinkSync("nowhere.yaml", join(folder, "a.yaml"));
  for (;;) {
    const { loaded } = await next();
    if (loaded.problems.length === 0) continue;
    expect(loaded.problems).toMatchObject([{ message: "is a link that leads nowhere" }]);
    expect(loaded.templates).toMatchObject([{ id: "offline-mode" }]);
    break;
  }
  unlinkSync(join(folder, "a.yaml"));
  expect((await next()).loaded.templates).toEqual([]);
});

test("a folder that was replaced by another is followed", async () => {
  const folder = folderWith({ "a.yaml": OFFLINE });
  const { next } = watching(folder);
  const fresh = folderWith({ "a.yaml": weak("from the new folder") });
  rmSync(folder, { recursive: true });
  renameSync(fresh, folder);
  for (;;) {
    const { loaded } = await next();
    if (loaded.templates[0]?.weak === "from the new folder") break;
  }
  save(folder, "a.yaml", weak("and after"));
  expect((await next()).loaded.templates).toMatchObject([{ weak: "and after" }]);
});

test("after closing nothing is told", async () => {
  const folder = folderWith({ "a.yaml": OFFLINE });
  const closed = watching(folder);
  const other = watching(folder);
  closed.watch.close();
  save(folder, "a.yaml", weak("one"));
  await other.next();
  save(folder, "a.yaml", weak("two"));
  await other.next();
  expect(closed.told).toEqual([]);
});
