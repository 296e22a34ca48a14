import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { read } from "../src/reading/read.ts";
import { readWordsFile } from "../src/words-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "askwhy-words-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(text: string): string {
  const path = join(folder, "words.yaml");
  writeFileSync(path, text);
  return path;
}

test("a team's own words are read, and reading understands them", () => {
  const manner = readWordsFile(file("sprint_days: 15\nunits: { cycle: 30 }\nsizes: { L: [elephant] }\n"));
  expect(read("2 cycles for the export", { manner }).estimates).toMatchObject([{ low: 60, high: 60 }]);
  expect(read("that's 2 sprints of work", { manner }).estimates).toMatchObject([{ low: 30, high: 30 }]);
  expect(read("the export is an elephant", { manner }).estimates).toMatchObject([{ kind: "size", low: "L" }]);
  expect(read("2 cycles for the export").estimates).toEqual([]);
});

test.each([
  ["sprint_days: soon\n", /words\.yaml:1:14 sprint_days/],
  ["spec_hosts:\n  - https://wiki.example.com\n", /words\.yaml:2:5/],
  ["colours: {}\n", /words\.yaml:1:1 .*colours/],
  ["units: [\n", /words\.yaml:\d+:\d+/],
])("a mistake is shown with its place: %j", (text, expected) => {
  expect(() => readWordsFile(file(text))).toThrow(expected);
});

test.each([
  ["colours: {}", "1:1 there is no 'colours' here; allowed: sprint_days, hours_in_day, spec_hosts, sizes"],
  ["sprint_days: 100", "1:14 sprint_days: expected a number of working days above 0, at most 60"],
  ["sizes: { Q: [x] }", "1:10 sizes: there is no 'Q' here; allowed: XS, S, M, L"],
  ["sizes: [elephant]", "1:8 sizes: expected a group of keys, like L: [elephant]"],
  ["units: { 3x: 4 }", "units.3x: expected one word that begins with a letter"],
  ["environments: moon", "1:15 environments: expected a list of words, like [moon, mars]"],
  ["spec_hosts: wiki.example.com", "1:13 spec_hosts: expected a list of hosts, like [wiki.example.com]"],
  ["- moon", "1:1 expected a group of keys, like sprint_days: 10"],
  ['sprint_days: "5', "1:14 a quote is opened here and never closed"],
])("a mistake is told with what is allowed: %s", (text, expected) => {
  expect(() => readWordsFile(file(`${text}\n`))).toThrow(expected);
});

test("a file that is far too large is refused before it is parsed, and a long line is shown in part", () => {
  expect(() => readWordsFile(file("a".repeat(100_001)))).toThrow(/larger than 100000 characters/);
  const wrong = (): unknown => readWordsFile(file(`colours: ${"x".repeat(5000)}\n`));
  expect(wrong).toThrow(/words\.yaml:1:1/);
  expect(wrong).not.toThrow(/x{300}/);
});

test("a file that nests without end is refused before it is parsed", () => {
  expect(() => readWordsFile(file("[".repeat(99_000)))).toThrow(/nests deeper/);
});

test("a file that is not there is named", () => {
  expect(() => readWordsFile(join(folder, "none.yaml"))).toThrow(/ASKWHY_WORDS names .*none\.yaml/);
});
