import { parse } from "dotenv";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeMetrics } from "../src/metrics.ts";
import { readSettings } from "../src/settings.ts";

const read = (path: string) => readFileSync(path, "utf8");
const all = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, found = ""]) => found)),
];

const figures = await makeMetrics({
  now: () => 0,
  backlog: async () => ({ due: 0, oldest: undefined }),
  templates: () => ({ valid: 0, problems: 0 }),
  process: true,
}).text();
const names = all(figures, /^# TYPE (\S+)/gm);
const OPERATING = read("docs/operating.md");

describe("docs/operating.md", () => {
  test.each(all(OPERATING, /\b((?:askwhy|process|nodejs)_[a-z0-9_]+[a-z0-9])/g))("%s is a figure", (name) => {
    expect(names).toContain(name.replace(/_(?:bucket|sum|count)$/, ""));
  });

  test("every figure of ours is explained", () => {
    const ours = names.filter((name) => name.startsWith("askwhy_"));
    expect(ours.length).toBeGreaterThan(12);
    for (const name of ours) expect(OPERATING).toContain(`\`${name}\``);
  });

  test("every outcome it names is one, and every one is named", () => {
    for (const [, name = "", label = "", value = ""] of figures.matchAll(
      /^(askwhy_(?!pressed)\w+_total)\{(\w+)="([\w-]+)"\}/gm,
    )) {
      const row = OPERATING.split("\n").find((line) => line.startsWith(`| \`${name}\``));
      expect(row, `${name} ${label}`).toContain(`\`${value}\``);
    }
  });

  test("every alarm has its line on what to do", () => {
    const alarms = all(OPERATING, /- alert: (\w+)/g);
    expect(alarms.length).toBeGreaterThan(5);
    for (const alarm of alarms) expect(OPERATING).toMatch(new RegExp(`^\\| ${alarm} \\|`, "m"));
  });
});

describe("docs/security.md", () => {
  const rows = read("docs/security.md")
    .split("\n")
    .filter((line) => line.includes(".test.ts` |"));

  test("names a defence and a test for each threat", () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows)
      expect(row.split(" | ").map((cell) => cell.length > 10)).toEqual([true, true, true]);
  });

  test.each(all(read("docs/security.md"), /`(tests\/[\w/.-]+)`/g))("%s is there", (path) => {
    expect(existsSync(path)).toBe(true);
  });
});

const PAGES = [...readdirSync("."), ...readdirSync("docs").map((file) => `docs/${file}`)].filter((file) =>
  file.endsWith(".md"),
);
const headings = (page: string) => all(read(page), /^#+ (.+)$/gm);

describe("where the pages point to, there is something", () => {
  test("all pages are looked at", () => {
    for (const page of ["README.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/reading.md"])
      expect(PAGES).toContain(page);
  });

  test.each(PAGES)("links of %s", (page) => {
    for (const target of all(read(page), /\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g))
      expect(existsSync(join(dirname(page), target)), target).toBe(true);
  });

  const quoted = [...PAGES, "compose.yaml"].flatMap((page) => [
    ...[...read(page).matchAll(/"([^"\n]+)" in `(docs\/[\w-]+\.md)`/g)].map(
      ([, heading = "", target = ""]) => [page, target, heading],
    ),
    ...[...read(page).matchAll(/README(?:'s|,) "([^"\n]+)"/g)].map(([, heading = ""]) => [
      page,
      "README.md",
      heading,
    ]),
  ]);

  test("headings are quoted at all", () => {
    expect(quoted.length).toBeGreaterThan(2);
  });

  test.each(quoted)("%s quotes from %s: %s", (_page, target = "", heading) => {
    expect(headings(target)).toContain(heading);
  });
});

describe(".env.example", () => {
  const example = parse(read(".env.example"));

  test("copied as it is changes nothing", () => {
    expect(readSettings(example)).toEqual(readSettings({}));
  });

  test("sets nothing, not even to nothing, that the image sets otherwise", () => {
    const [, set = ""] = /^ENV (.+)$/m.exec(read("Dockerfile")) ?? [];
    const names = all(set, /([A-Z_]+)=/g);
    expect(names).toContain("ASKWHY_DATA_DIR");
    for (const name of names) expect(example).not.toHaveProperty(name);
  });
});

test("privacy.md says the days that hold unless the operator sets others", () => {
  const [, days] = /^RETENTION_DAYS=(\d+)$/m.exec(read(".env.example")) ?? [];
  expect(read("docs/privacy.md")).toContain(`\`RETENTION_DAYS\` is ${days} unless`);
});

test("every page that the code points people to is in the package", () => {
  const files: string[] = JSON.parse(read("package.json")).files;
  const code = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const pages = new Set(code.flatMap((file) => all(read(join("src", file)), /(docs\/[\w-]+\.md)/g)));
  expect(pages.size).toBeGreaterThan(0);
  for (const page of pages) {
    expect(existsSync(page), page).toBe(true);
    expect(
      files.some((pattern) => pattern === page || pattern === "docs/*.md"),
      page,
    ).toBe(true);
  }
});
