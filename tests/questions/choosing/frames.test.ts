import { describe, expect, test } from "vitest";
import { BEARINGS, framesIn } from "../../../src/questions/frames.ts";
import { tokens } from "../../../src/questions/tokens.ts";

const idsOf = (text: string) => framesIn(tokens(text).words).map(({ sign }) => BEARINGS.get(sign));
const says = (text: string) => idsOf(text).flatMap((one) => (one?.as === "says" ? [one.id] : []));
const settles = (text: string) => idsOf(text).flatMap((one) => (one?.as === "says-ok" ? [one.id] : []));

describe("ways of saying things are heard in words no list holds in a row", () => {
  test.each([
    ["a swimmer may have several lockers", "schema-migration"],
    ["what becomes of the old bookings?", "data-backfill"],
    ["some kiosks are still on version 2", "compatibility"],
    ["nobody would notice for a week", "observability"],
    ["one broker and no failover", "failure-mode"],
    ["I could get you another person from June", "parallel"],
    ["the mayor wants it and I'd drop what I'm on", "opportunity-cost"],
    ["five chapters still say TBD", "open-questions"],
  ])("%s: %s", (text, id) => {
    expect(says(text)).toContain(id);
  });

  test.each([
    ["rolled back by a flag within a minute", "reversible"],
    ["the privacy team has signed it off", "security-review"],
    ["load tested at 30x", "scale"],
    ["first slice is out after week two", "first-slice"],
  ])("settled: %s: %s", (text, id) => {
    expect(settles(text)).toContain(id);
  });
});

describe("near misses", () => {
  test.each([
    ["a swimmer is late", "schema-migration"],
    ["the kiosk is red", "compatibility"],
    ["I could. Get well. Another day", "parallel"],
  ])("%s: not %s", (text, id) => {
    expect(says(text)).not.toContain(id);
  });
});

test("time grows with the length of the text, whatever is typed", () => {
  const found = framesIn(tokens("more than one per old app version still ".repeat(2000)).words);
  expect(found.length).toBeLessThan(200_000);
});
