import { describe, expect, test } from "vitest";
import { TONE } from "../../../src/questions/templates/tone.ts";

function brokenBy(ask: string): string[] {
  return TONE.filter(({ broken }) => broken(ask)).map(({ name }) => name);
}

describe("what a question must not sound like", () => {
  test.each([
    ["Why is {estimate} so long?", "why"],
    ["So why {estimate}?", "why"],
    ["Could it be two weeks?", "number"],
    ["Could it be done in 10 days?", "number"],
    ["Is it more like a week than {estimate}?", "number"],
    ["Would half a day less be fine?", "number"],
    ["Is {estimate} a couple of people's work?", "number"],
    ["Does {estimate} really include testing?", "loaded"],
    ["Is it just the API?", "loaded"],
    ["Only the API?", "loaded"],
    ["Are you sure about {estimate}?", "loaded"],
    ["Did you include testing in {estimate}?", "personal"],
    ["Haven’t you thought of testing?", "personal"],
    ["Does {estimate} include testing.", "one-question"],
    ["Is it in? Or is it out?", "one-question"],
    [`Does {estimate} include ${"and testing ".repeat(14)}?`, "length"],
  ])("%s", (ask, rule) => {
    expect(brokenBy(ask)).toEqual([rule]);
  });
});

describe("near misses", () => {
  test.each([
    "Does {estimate} include testing it end to end with the other services? Fine either way.",
    "What would be the reason why {vendor} takes that long?",
    "What moved it from {previous} to {estimate}?",
    "Is the read-only list part of {estimate}?",
    "What happens if the job runs once a week instead of twice a day?",
    "Which apps still use v2 or OAuth2 when this is out?",
    "Does the e2e run on S3 count?",
    "How much of this could a second person take?",
    "If use grew tenfold after launch, what would give way first?",
    "Which one thing would have to go right?",
    "Is somebody else's work in the path, and do they know it?",
    "Is justice done to the surest of cases?",
  ])("%s", (ask) => {
    expect(brokenBy(ask)).toEqual([]);
  });
});
