import { describe, expect, test } from "vitest";
import { dayName, inFormat, nextMorning } from "../../../src/playground/page/moments.ts";

const utc = (text: string) => Date.parse(`${text}Z`);
const BERLIN = "Europe/Berlin";

describe("the next morning is 9:30 of the next working day where somebody is", () => {
  test.each([
    ["an afternoon", "2026-11-18T14:30", BERLIN, "2026-11-19T08:30"],
    ["early in the morning", "2026-11-18T04:10", BERLIN, "2026-11-19T08:30"],
    ["a Friday", "2026-11-20T14:02", BERLIN, "2026-11-23T08:30"],
    ["a Saturday", "2026-11-21T23:59", BERLIN, "2026-11-23T08:30"],
    ["the night the clocks change", "2026-03-28T12:00", BERLIN, "2026-03-30T07:30"],
    ["another zone", "2026-11-18T14:30", "America/New_York", "2026-11-19T14:30"],
  ])("%s", (_when, now, zone, morning) => {
    expect(new Date(nextMorning(utc(now), zone)).toISOString()).toBe(new Date(utc(morning)).toISOString());
  });
});

describe("a day is named by the playground's clock", () => {
  const now = utc("2026-11-18T14:30");
  test.each([
    ["2026-11-18T00:10", "Today"],
    ["2026-11-17T23:30", "Today"],
    ["2026-11-17T22:30", "Yesterday"],
    ["2026-11-19T12:00", "Tomorrow"],
    ["2026-11-23T12:00", "Mon 23 Nov"],
  ])("%s", (at, name) => {
    expect(dayName(utc(at), now, BERLIN).replaceAll(",", "")).toBe(name);
  });

  test("in Slack's own format of dates", () => {
    expect(inFormat(utc("2026-11-18T08:05"), "{date_pretty} at {time}", now, BERLIN)).toBe("Today at 09:05");
  });
});
