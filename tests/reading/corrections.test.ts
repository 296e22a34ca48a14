import { describe, expect, test } from "vitest";
import { read } from "../../src/reading/read.ts";

describe("a number in the place of one said before takes its unit", () => {
  test.each([
    ["3 weeks", "make that 4, we need a new geocoding service", 20, 20],
    ["3 weeks", "no, 4", 20, 20],
    ["3 weeks", "sorry, 4", 20, 20],
    ["1 week", "hmm no, 3. the union rules differ per site", 15, 15],
    ["about 3 weeks I guess", "scratch that, 4", 20, 20],
    ["3 weeks", "more like 5", 25, 25],
    ["3 weeks", "rather 4 to 5", 20, 25],
    ["3 weeks", "4-5, sorry", 20, 25],
    ["3 weeks", "4, actually. forgot the emails", 20, 20],
    ["6 days", "correction: nine", 9, 9],
    ["8 points", "make it 13", 13, 13],
    ["8 points", "make it thirteen", 13, 13],
    ["6 days", "sorry, eleven", 11, 11],
    ["the importer is 2 days and the exporter 3 weeks", "make that 4", 20, 20],
  ])("after %j: %j", (before, text, low, high) => {
    expect(read(text, { before }).estimates).toMatchObject([{ low, high, revises: true }]);
  });

  test.each([
    ["3 weeks", "no, 4 tenants need it"],
    ["3 weeks", "make that 4 engineers"],
    ["3 weeks", "actually 2 of the screens are done"],
    ["3 weeks", "then 1 more thing: who does the copy?"],
    ["3 weeks", "now 7 tickets, was 5"],
    ["3 weeks", "now at 4 of 7"],
    ["3 weeks", "sorry, wrong ticket, it's 412"],
    ["3 weeks", "Sorry, v2 not v1"],
    ["3 weeks", "1. who reviews it 2. when"],
    ["3 weeks", "+1"],
    ["nice weather", "make that 4"],
  ])("but not after %j: %j", (before, text) => {
    expect(read(text, { before }).estimates).toEqual([]);
  });
});

describe("two values joined", () => {
  test.each([
    ["2w -> 5w, the parser is worse", [[25, 25, true]]],
    ["2w -&gt; 5w, the parser is worse", [[25, 25, true]]],
    ["between 2 days and 2 weeks for the exporter", [[2, 10, false]]],
    ["anywhere between 3 days and 3 weeks", [[3, 15, false]]],
    ["the exporter: &gt;2 weeks", [[10, null, false]]],
  ])("%s", (text, expected) => {
    const found = read(text).estimates.map(({ low, high, revises = false }) => [low, high, revises]);
    expect(found).toEqual(expected);
  });

  test("a double arrow behind several leads to their sum", () => {
    const { estimates } = read("API: 3d / UI: 5d / tests: 2d / rollout: 1d => 11d total");
    expect(estimates.at(-1)).toMatchObject({ low: 11, high: 11 });
    expect(estimates.some(({ revises }) => revises)).toBe(false);
  });
});

describe("said of work, not of numbers beside it", () => {
  test.each([
    ["Put me down for 8 on the tooltip refactor", "8"],
    ["13 from me, I had the migration in mind", "13"],
    ["that's gonna be a while", "be a while"],
    ["Feature complete 12/5, then we harden", "12/5"],
  ])("%s", (text, quote) => {
    expect(read(text).estimates.map((one) => one.quote)).toEqual([quote]);
  });

  test.each([
    "3/4 of the screens are done",
    "we run 24/7",
    "8 from the old list are closed",
    "once in a while the job fails",
  ])("but not: %s", (text) => expect(read(text).estimates).toEqual([]));
});
