import { describe, expect, test } from "vitest";
import { dayOf, isWorkingTime, nextMorning } from "../../src/telling/working-day.ts";

const NINE_TO_SIX = { from: 9 * 60, to: 18 * 60 };
const at = (iso: string) => Date.parse(iso);

describe("the next working morning, by the person's own clock", () => {
  test.each([
    ["from a Tuesday morning before work", "2026-11-24T07:00:00Z", "Etc/UTC", "2026-11-24T09:00:00Z"],
    ["from nine sharp: tomorrow", "2026-11-24T09:00:00Z", "Etc/UTC", "2026-11-25T09:00:00Z"],
    ["from a Friday evening: Monday", "2026-11-27T19:00:00Z", "Etc/UTC", "2026-11-30T09:00:00Z"],
    ["from a Sunday", "2026-11-29T12:00:00Z", "Etc/UTC", "2026-11-30T09:00:00Z"],
    ["in Berlin", "2026-11-24T20:00:00Z", "Europe/Berlin", "2026-11-25T08:00:00Z"],
    ["over the night the clocks change", "2026-03-28T12:00:00Z", "Europe/Berlin", "2026-03-30T07:00:00Z"],
    ["where it is tomorrow already", "2026-11-24T20:00:00Z", "Asia/Tokyo", "2026-11-25T00:00:00Z"],
    ["in a zone nobody knows", "2026-11-24T20:00:00Z", "Mars/Olympus", "2026-11-25T09:00:00Z"],
  ])("%s", (_what, now, zone, expected) => {
    expect(new Date(nextMorning(at(now), zone, NINE_TO_SIX)).toISOString()).toBe(
      expected.replace("Z", ".000Z"),
    );
  });
});

describe("working time", () => {
  test.each([
    ["2026-11-24T09:00:00Z", "Etc/UTC", true],
    ["2026-11-24T17:59:00Z", "Etc/UTC", true],
    ["2026-11-24T18:00:00Z", "Etc/UTC", false],
    ["2026-11-24T08:30:00Z", "Europe/Berlin", true],
    ["2026-11-28T10:00:00Z", "Etc/UTC", false],
  ])("%s in %s: %s", (now, zone, expected) => {
    expect(isWorkingTime(at(now), zone, NINE_TO_SIX)).toBe(expected);
  });
});

test("a day is the day it is there", () => {
  expect(dayOf(at("2026-11-24T23:30:00Z"), "Europe/Berlin")).toBe("2026-11-25");
});
