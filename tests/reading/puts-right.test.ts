import { describe, expect, test } from "vitest";
import { putsRight } from "../../src/reading/puts-right.ts";
import { read } from "../../src/reading/read.ts";

/** Whether the only number of a text takes the place of what was said before it. */
function does(before: string, text: string, asked = false): boolean {
  const [only, ...more] = read(text, { before }).estimates;
  if (only === undefined || more.length > 0) throw new Error(`not one estimate in: ${text}`);
  return putsRight(text, only, { before, asked });
}

describe("a number for the whole, in the place of an earlier one", () => {
  test.each([
    ["gift cards for b2b: 3 weeks", "sorry, 4 weeks, forgot the mails"],
    ["3 weeks", "no wait, 4, forgot the sharing"],
    ["partial refunds, about 3 weeks", "update on this: more like 5 weeks, the rounding needs its own table"],
    [
      "invoice pdf redesign: about 1 week",
      "looked at it again, more like 3 weeks, the layout can't do tables",
    ],
    ["invoice pdf redesign: about 1 week", "after another look it's 3 weeks"],
    ["invoice pdf redesign: about 1 week", "the invoice pdf is more like 3 weeks"],
    ["gift cards for b2b: 3 weeks", "sorry, 4 weeks for the gift cards"],
    ["3 weeks", "oops I meant 4 weeks"],
    ["3 weeks", "5 weeks now, the vendor has no sandbox"],
    ["3 weeks", "4 weeks, sorry"],
    ["3 weeks", "hm, make that 4 weeks"],
    ["3 weeks", "so it's 5 weeks all in"],
    ["8 points", "rather 13 points"],
  ])("after %j: %j", (before, text) => {
    expect(does(before, text)).toBe(true);
  });

  test.each([
    ["gift cards: 3 weeks", "and the import: 2 weeks"],
    ["gift cards: 3 weeks", "actually search is 4 weeks"],
    ["gift cards: 3 weeks", "sorry, forgot the mails. those are 2 days"],
    ["gift cards: 3 weeks", "then 2 weeks for the export"],
    ["gift cards: 3 weeks", "more like 2 weeks for the export"],
    ["gift cards: 3 weeks", "no, add three days on staging"],
    ["gift cards: 3 weeks", "sorry, 2 weeks longer"],
    ["gift cards: 3 weeks", "no, 3 days more"],
    ["backend and frontend: 3 weeks", "the frontend is more like 2 weeks"],
    ["gift cards: 3 weeks", "3 weeks"],
    ["gift cards: 3 weeks", "now 2 weeks of it are testing"],
  ])("near miss, after %j: %j", (before, text) => {
    expect(does(before, text)).toBe(false);
  });

  test.each([
    ["no, 3 days", false],
    ["sorry, 3 days", false],
    ["no, testing alone is more like 1 week", false],
    ["make that 4 weeks then", true],
    ["update: more like 5 weeks", true],
    ["with that 5 weeks in total", true],
  ])("where a question was asked, %j: %s", (text, expected) => {
    expect(does("gift cards: 3 weeks", text, true)).toBe(expected);
  });
});
