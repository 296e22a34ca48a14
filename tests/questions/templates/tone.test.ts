import { describe, expect, test } from "vitest";
import { TONE } from "../../../src/questions/templates/tone.ts";

function brokenBy(ask: string): string[] {
  return TONE.filter(({ broken }) => broken(ask)).map(({ name }) => name);
}

describe("what a question must not sound like", () => {
  test.each([
    ["Why is {estimate} so long?", "why"],
    ["So why {estimate}?", "why"],
    ["How come {estimate} is that much?", "why"],
    ["Please explain why {estimate} is needed?", "why"],
    ["Honestly, what is in {estimate}?", "distrust"],
    ["Is {estimate} padded, and by how much?", "distrust"],
    ["How do you justify {estimate}?", "distrust"],
    ["Can we trust {estimate}?", "distrust"],
    ["Is {estimate} realistic?", "distrust"],
    ["What is taking so long here?", "distrust"],
    ["Isn’t {estimate} a bit much for such a thing?", "distrust"],
    ["Do you promise that {estimate} holds?", "distrust"],
    ["Can you do it faster, please?", "pressing"],
    ["Could this be out sooner than {estimate}?", "pressing"],
    ["What could speed this up?", "pressing"],
    ["What would cut {estimate} in half?", "pressing"],
    ["Does *{estimate}* include testing?", "plain"],
    ["Does {estimate} include `testing`?", "plain"],
    ["Does {estimate} include testing :smile:?", "plain"],
    ["Does {estimate} include testing 😀?", "plain"],
    ["<!channel> does {estimate} include testing?", "plain"],
    ["@here does {estimate} include testing?", "plain"],
    ["Does {estimate} include <b>testing</b>?", "plain"],
    ["Does {estimate} include https://wiki.example.com/testing?", "plain"],
    ["Does {estimate} include\n\ntesting?", "plain"],
    ["Does {estimate} include _all_ the testing?", "plain"],
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
    [`Does {estimate} include ${"x".repeat(300)}?`, "length"],
  ])("%s", (ask, rule) => {
    expect(brokenBy(ask)).toEqual([rule]);
  });
});

describe("near misses", () => {
  test.each([
    "Does {estimate} include testing it end to end with the other services? Fine either way.",
    "What would be the reason why {vendor} takes that long?",
    "What moved it from {previous} to {estimate}?",
    "Would a second pair of hands make the first piece come earlier?",
    "Does {estimate} cover making the page faster?",
    "What would tell us why the numbers differ?",
    "Which of the old_tables and my_views does {estimate} touch?",
    "What does it need from us: time, people, or a decision?",
    "Is there a proof of concept, and what did it prove? ".trim(),
    "Does 'a < b' matter, and is <3 enough?".replace("<3", "less"),
    "Who trusts the new certificate after this ships?",
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
