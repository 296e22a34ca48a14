import { describe, expect, test } from "vitest";
import { theDate } from "../../src/reading/date-in-full.ts";
import { theAmount, theSize, withUnit } from "../../src/reading/in-full.ts";
import { read } from "../../src/reading/read.ts";

describe("an amount inside another sentence", () => {
  test.each([
    ["3 weeks", "the 3 weeks"],
    ["3wk", "the 3 weeks"],
    ["3 wks", "the 3 weeks"],
    ["two week", "the two weeks"],
    ["a 3 day", "the 3 days"],
    ["3-day", "the 3 days"],
    ["two-week", "the two weeks"],
    ["3d", "the 3 days"],
    ["1d", "the 1 day"],
    ["1 days", "the 1 day"],
    ["one week", "the one week"],
    ["2-3 d", "the 2-3 days"],
    ["2 - 3 weeks", "the 2-3 weeks"],
    ["2 to 3 wks", "the 2 to 3 weeks"],
    ["1 or 2 day", "the 1 or 2 days"],
    ["3d-1w", "the 3 days to 1 week"],
    ["~4w", "the 4 weeks"],
    ["~ 4 w", "the 4 weeks"],
    ["4 days tops", "the 4 days"],
    ["at least 3 weeks", "the 3 weeks"],
    ["up to 2 months", "the 2 months"],
    ["the 5ish days", "the 5 days"],
    ["5ish days", "the 5 days"],
    ["2 weeks-ish", "the 2 weeks"],
    ["3 weeks or so", "the 3 weeks"],
    ["3+ weeks", "the 3+ weeks"],
    ["half a day", "that half day"],
    ["half day", "that half day"],
    ["a week", "that week"],
    ["a full sprint", "that sprint"],
    ["a week or two", "that week or two"],
    ["a day and a half", "that day and a half"],
    ["week or two", "that week or two"],
    ["a couple of days", "the couple of days"],
    ["a few weeks", "the few weeks"],
    ["2 and a half d", "the 2 and a half days"],
    ["one and a half weeks", "the one and a half weeks"],
    ["1.5 days", "the 1.5 days"],
    ["0.5d", "the 0.5 days"],
    ["2w3d", "the 2 weeks and 3 days"],
    ["2 weeks 3 days", "the 2 weeks and 3 days"],
    ["2w + 3d", "the 2 weeks and 3 days"],
    ["10 person-days", "the 10 person-days"],
    ["1 person-day", "the 1 person-day"],
    ["3 working days", "the 3 working days"],
    ["3 more weeks", "the 3 weeks"],
    ["2 mo", "the 2 months"],
    ["4 hrs", "the 4 hours"],
    ["8sp", "the 8 points"],
    ["8 pts", "the 8 points"],
    ["8 story points", "the 8 story points"],
    ["a 13-pointer", "the 13 points"],
    ["2 cycles", "the 2 cycles"],
    ["Two Weeks", "the two weeks"],
    ["5", undefined],
    ["a 5", undefined],
    ["quick one", undefined],
    ["", undefined],
  ])("%s: %s", (quote, said) => expect(theAmount(quote)).toBe(said));
});

describe("a size and a date inside another sentence", () => {
  test.each([
    ["an L", "the L"],
    ["L", "the L"],
    ["M or L", "the M or L"],
    ["m/l", "the M/L"],
    ["M-ish", "the M"],
    ["a medium", "the medium"],
    ["8", undefined],
  ])("%s: %s", (quote, said) => expect(theSize(quote)).toBe(said));

  test.each([
    ["friday", "Friday"],
    ["by Friday", "Friday"],
    ["by next fri", "next Friday"],
    ["friday eod", "Friday EOD"],
    ["end of Q3", "the end of Q3"],
    ["by the end of next week", "the end of next week"],
    ["eow", "EOW"],
    ["mid-march", "mid-March"],
    ["late q2", "late Q2"],
    ["tomorrow", "tomorrow"],
    ["next week", "next week"],
    ["12th of May", "the 12th of May"],
    ["by the 14th", "the 14th"],
    ["june 3rd", "June 3rd"],
    ["3 jun", "3 June"],
    ["in october", "October"],
    ["2026-12-01", "2026-12-01"],
    ["before orion", undefined],
    ["when it's done", undefined],
    ["soon", undefined],
  ])("%s: %s", (quote, said) => expect(theDate(quote)).toBe(said));
});

describe("a number alone, with the unit said before it", () => {
  test.each([
    ["scratch the 2 weeks, it's 5", ["the 2 weeks"], "5 weeks"],
    ["was 2 weeks, now more like 5", [], "5 weeks"],
    ["it was 3 sprints, more like 4", ["3 sprints"], "4 sprints"],
    ["3 weeks for search", [], "3 weeks"],
    ["an L for search", [], "an L"],
  ])("%s: %s", (text, before, said) => {
    const estimate = read(text).estimates.at(-1);
    expect(estimate && withUnit(estimate, before)).toBe(said);
  });
});
