import { describe, expect, test } from "vitest";
import { findAmounts } from "../../src/reading/amounts.ts";
import { clean } from "../../src/reading/clean.ts";
import { scan } from "../../src/reading/scan.ts";

const found = (text: string, manner = {}) => {
  const t = scan(clean(text));
  return findAmounts(t, manner).map(({ from, to, low, high }) => [
    t.text.slice(t.start[from], t.end[to - 1]),
    low,
    high,
  ]);
};

describe("amounts, in working days or points", () => {
  test.each([
    ["3 weeks of work", "3 weeks", 15, 15],
    ["2-3 sprints", "2-3 sprints", 20, 30],
    ["2 – 3 days", "2 – 3 days", 2, 3],
    ["1 or 2 days", "1 or 2 days", 1, 2],
    ["two to three months", "two to three months", 42, 63],
    ["between 4 and 6 weeks", "4 and 6 weeks", 20, 30],
    ["a week or two", "a week or two", 5, 10],
    ["a couple of days", "a couple of days", 2, 2],
    ["couple more days", "couple more days", 2, 2],
    ["a few hours", "a few hours", 0.375, 0.625],
    ["several weeks", "several weeks", 15, 35],
    ["half a day", "half a day", 0.5, 0.5],
    ["half a sprint", "half a sprint", 5, 5],
    ["a month and a half", "a month and a half", 31.5, 31.5],
    ["2 weeks and half", "2 weeks and half", 12.5, 12.5],
    ["two and a half days", "two and a half days", 2.5, 2.5],
    ["1,5 days", "1,5 days", 1.5, 1.5],
    ["~1.5 weeks", "~1.5 weeks", 7.5, 7.5],
    ["10ish days", "10ish days", 10, 10],
    ["two-ish weeks", "two-ish weeks", 10, 10],
    ["3w", "3w", 15, 15],
    ["12 h for it", "12 h", 1.5, 1.5],
    ["2d-1w", "2d-1w", 2, 5],
    ["2 days to 2 weeks", "2 days to 2 weeks", 2, 10],
    ["2 weeks + 3 days", "2 weeks + 3 days", 13, 13],
    ["2 weeks and 3 days", "2 weeks and 3 days", 13, 13],
    ["2 weeks +/- 3 days", "2 weeks +/- 3 days", 7, 13],
    ["10 days ± 2", "10 days ± 2", 8, 12],
    ["2 weeks, maybe 3", "2 weeks, maybe 3", 10, 15],
    ["a week, two at most", "a week, two at most", 5, 10],
    ["3 to max 5 days", "3 to max 5 days", 3, 5],
    ["½ day", "½ day", 0.5, 0.5],
    ["2½ weeks", "2½ weeks", 12.5, 12.5],
    ["1/2 day", "1/2 day", 0.5, 0.5],
    ["3/4 of a day", "3/4 of a day", 0.75, 0.75],
    ["1/2 days", "1/2 days", 1, 2],
    ["the whole sprint", "the whole sprint", 10, 10],
    ["the entire week", "the entire week", 5, 5],
    ["all week", "all week", 5, 5],
    ["most of the week", "most of the week", 5, 5],
    ["the rest of the sprint", "the rest of the sprint", 0, 10],
    ["5 dev-days", "5 dev-days", 5, 5],
    ["two engineer-weeks", "two engineer-weeks", 10, 10],
    ["3 person-months", "3 person-months", 63, 63],
    ["10-12 working days", "10-12 working days", 10, 12],
    ["4 more days", "4 more days", 4, 4],
    ["month-long", "month-long", 21, 21],
    ["a quarter of a year", "a quarter of a year", 63, 63],
    ["an afternoon", "an afternoon", 0.5, 0.5],
    ["6 weks", "6 weks", 30, 30],
    ["8 SP", "8 SP", 8, 8],
    ["a 1-pointer", "a 1-pointer", 1, 1],
    ["3 or 5 points", "3 or 5 points", 3, 5],
    ["at least 2 weeks", "at least 2 weeks", 10, null],
    ["2+ weeks", "2+ weeks", 10, null],
    ["no less than 6 weeks", "no less than 6 weeks", 30, null],
    ["north of a month", "north of a month", 21, null],
    ["5 weeks at the very least", "5 weeks at the very least", 25, null],
    ["&gt; 2 days on it", ">    2 days", 2, null],
    ["under a day", "under a day", 0, 1],
    ["no more than 3 points", "no more than 3 points", 0, 3],
    ["4h tops", "4h tops", 0, 0.5],
    ["up to a week", "up to a week", 0, 5],
    ["can't do it in under a month", "under a month", 21, null],
    ["won't take more than a day", "won't take more than a day", 0, 1],
    ["bumped from 1 sprint to 2 sprints", "2 sprints", 10 * 2, 20],
  ])("%s", (text, quote, low, high) => {
    expect(found(text)).toEqual([[quote, low, high]]);
  });
});

describe("several amounts stay apart", () => {
  test.each([
    ["4d eng + 2d qa", ["4d", "2d"]],
    ["2 weeks and 3 days of tests", ["2 weeks", "3 days"]],
    ["api 2 weeks, portal 3 days", ["2 weeks", "3 days"]],
    ["2 weeks, maybe 3 people", ["2 weeks"]],
    ["10 days ± 2 weeks", ["10 days", "2 weeks"]],
  ])("%s", (text, quotes) => {
    expect(found(text).map(([quote]) => quote)).toEqual(quotes);
  });
});

describe("near misses", () => {
  test.each([
    "v2.3 week one",
    "3 tickets left",
    "port 8080",
    "3 weekends",
    "this week",
    "the month after",
    "all of it, all the weeks",
    "the whole thing",
    "t3 medium",
    "2 w/ dana",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

test("a sprint and a day are as long as the team says", () => {
  expect(found("2 sprints", { sprintDays: 15 })).toEqual([["2 sprints", 30, 30]]);
  expect(found("12 hours", { hoursInDay: 6 })).toEqual([["12 hours", 2, 2]]);
});
