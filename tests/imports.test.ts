import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = join(import.meta.dirname, "..", "src");

/** Which files of other rooms a room may look into: whole rooms, or single nouns. Files at the top of `src` are the room "hall". */
const MAY_IMPORT: Record<string, RegExp> = {
  reading: /^$/,
  threads: /^reading\/reading\.ts$/,
  questions: /^(reading|threads)\//,
  telling: /^(reading\/reading|threads\/(thread|card)|questions\/template)\.ts$/,
  store: /^log\.ts$/,
  slack:
    /^(health|log|settings|manifest|reading\/reading|threads\/thread|store\/store|store\/seal|telling\/note|telling\/outside)\.ts$/,
  story: /^(reading|threads|questions|telling)\/|^store\/store\.ts$|^log\.ts$/,
  commands: /^(reading|threads|questions)\//,
};

/** Packages that certain places alone know. */
const ONLY_IN: readonly (readonly [packages: RegExp, ...where: RegExp[]])[] = [
  [/^@slack\/(bolt|web-api|socket-mode|oauth|logger)/, /^slack\//],
  [/^ioredis/, /^store\/redis-/],
  [/^lmdb/, /^store\/embedded-/],
  [/^pino/, /^log\.ts/],
  [/^re2js/, /^questions\//],
  [/^react/, /^playground\/page\//],
  [/^ws$/, /^playground\//],
];

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.replaceAll("\\", "/"));

const roomOf = (file: string) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : "hall");

function importsOf(file: string): string[] {
  const source = readFileSync(join(SRC, file), "utf8");
  return [...source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name = ""]) =>
    name.startsWith(".") ? relative(SRC, normalize(join(SRC, dirname(file), name))) : name,
  );
}

describe("each room looks only where it may", () => {
  test.each(Object.keys(MAY_IMPORT))("%s", (room) => {
    const strays = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => /\.tsx?$/.test(target) && roomOf(target) !== room)
          .filter((target) => !MAY_IMPORT[room]?.test(target))
          .map((target) => `${file} looks into ${target}`),
      );
    expect(strays).toEqual([]);
  });

  test("every room is named here, or is one of those that hand things over", () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT)).toSorted()).toEqual(["hall", "playground"]);
  });
});

test.each(ONLY_IN)("nobody else knows %s, and every place named does", (packages, ...where) => {
  const users = files.filter((file) => importsOf(file).some((target) => packages.test(target)));
  expect(users.filter((file) => !where.some((place) => place.test(file)))).toEqual([]);
  for (const place of where) expect(users.some((file) => place.test(file))).toBe(true);
});

test("only the doors of the house are handed the environment", () => {
  const readers = files.filter((file) =>
    /process\.env(?!\.NODE_ENV)/.test(readFileSync(join(SRC, file), "utf8")),
  );
  expect(readers.toSorted()).toEqual(["cli.ts", "main.ts"]);
});
