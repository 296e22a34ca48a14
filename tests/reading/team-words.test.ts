import { describe, expect, test } from "vitest";
import { read } from "../../src/reading/read.ts";
import { teamWords } from "../../src/reading/team-words.ts";

const WORDS = `
sprint_days: 5
hours_in_day: 6
spec_hosts: [specs.example.com]
sizes:
  L: [elephant]
  XS: [mouse]
units:
  cycle: 30
environments: [moon]
releases: [orion]
`;

const manner = () => {
  const got = teamWords(WORDS);
  if ("error" in got) throw new Error(got.error.message);
  return got.manner;
};

describe("a team's own words", () => {
  test.each([
    ["2 sprints for the importer", { kind: "duration", low: 10, high: 10 }],
    ["12 hours for the importer", { kind: "duration", low: 2, high: 2 }],
    ["I need 2 cycles for the importer", { kind: "duration", low: 60, high: 60 }],
    ["the importer is an elephant", { kind: "size", low: "L", high: "L" }],
    ["we will be done before orion", { kind: "date", low: null }],
  ])("%s", (text, estimate) => {
    expect(read(text, { manner: manner() }).estimates).toMatchObject([estimate]);
  });
  test("say nothing to another team", () => {
    expect(read("the importer is an elephant").estimates).toEqual([]);
  });
});

describe("a file that is wrong is refused with its place", () => {
  test.each([
    ["sprint_days: soon\n", 1, 14, "sprint_days"],
    ["hours_in_day: 8\nsizes:\n  Q: [x]\n", 3, 3, "Q"],
    ["units:\n  cycle: -1\n", 2, 10, "units.cycle"],
    ["sizes: [\n", 2, 1, ""],
    ["colour: red\n", 1, 1, "colour"],
  ])("%j", (yaml, line, col, words) => {
    const got = teamWords(yaml);
    expect(got).toMatchObject({ error: { line, col } });
    expect("error" in got ? got.error.message : "").toContain(words);
  });
});

test("an empty file changes nothing", () => {
  expect(teamWords("")).toEqual({ manner: {} });
});
