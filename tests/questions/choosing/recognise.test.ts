import { describe, expect, test } from "vitest";
import { recognise } from "../../../src/questions/recognise.ts";
import { labelledAnswers } from "../../corpus/answer-scores.ts";
import { WORLDS } from "../../corpus/labelled.ts";
import { LIBRARY, SHIPPED } from "./shipped.ts";

describe("a question typed by hand", () => {
  test.each([
    ["does that include end to end testing with the other services?", "integration-testing"],
    ["what happens to the records we already have?", "data-backfill"],
    ["what is left out of that, and what does it assume?", "exclusions"],
    ["what's the smallest piece somebody could use?", "first-slice"],
    ["if it goes wrong how do we get back?", "reversible"],
    ["which part takes most of it, what makes it expensive?", "cost-driver"],
    ["whose problem does this solve?", "user-problem"],
    ["does that include QA?", "review-and-qa"],
    ["what's not included?", "exclusions"],
    ["what's the riskiest part?", "uncertainty"],
    ["how do we roll back?", "reversible"],
    ["best case / worst case?", "range"],
    ["are we blocked on anyone?", "dependencies"],
    ["does this need a db migration, and what if we skip it?", "schema-migration"],
    ["why 5 now? what changed?", "estimate-changed"],
    ["ok, thanks. could Jo take half of it?", "parallel"],
    ["and what slips if you start on monday?", "opportunity-cost"],
    ["what do people see if their api is down?", "failure-mode"],
    ["does legal need to look at it?", "security-review"],
    ["is that with tests?", "integration-testing"],
    ["is testing with the ledger in the 4 days?", "integration-testing"],
    ["whats in the 3 weeks?", "exclusions"],
    ["what if it doesnt work on the day?", "reversible"],
    ["and when it breaks at night?", "failure-mode"],
    ["how sure are you about that?", "range"],
    ["Can somebody help you with it?", "parallel"],
    ["is QA in the 4 days?", "review-and-qa"],
    ["did we build one like that before?", "outside-view"],
    ["how long if it goes badly?", "range"],
    ["did you look at anything else than webhooks?", "alternatives"],
  ])("%s", (text, id) => {
    expect(recognise(text, LIBRARY)).toBe(id);
  });

  test.each(SHIPPED.map(({ id, ask }) => [id, ask.replaceAll(/\{\w+\}/g, "that")]))(
    "%s, in its own words",
    (id, ask) => {
      expect(recognise(ask, LIBRARY)).toBe(id);
    },
  );
});

describe("a question whose mark was left out", () => {
  test.each([
    ["what happens to the old records", "data-backfill"],
    ["does it need a migration", "schema-migration"],
    ["and what is still open in the doc", "open-questions"],
    ["whats in the 3 weeks", "exclusions"],
  ])("%s", (text, id) => {
    expect(recognise(text, LIBRARY)).toBe(id);
  });

  test.each([
    "what happens to the old records is settled with ops since last week, we wrote it all down",
    "the old records, what happens to them is clear.",
    "when it breaks at night we get paged",
    "is fine with me",
    "what a week",
  ])("near miss: %s", (text) => {
    expect(recognise(text, LIBRARY)).toBeUndefined();
  });
});

test("of all labelled questions three in four are recognised, and at most one in a hundred wrongly", () => {
  const typed = new Map(
    WORLDS.flatMap(labelledAnswers).map(({ question, question_id }) => [question, question_id]),
  );
  const found = [...typed].map(([text, id]) => ({ id, heard: recognise(text, LIBRARY) }));
  const right = found.filter(({ id, heard }) => heard === id).length;
  const wrong = found.filter(({ id, heard }) => heard !== undefined && heard !== id).length;
  expect(right / found.length).toBeGreaterThan(0.75);
  expect(wrong / (right + wrong)).toBeLessThan(0.01);
});

describe("is not recognised where it is", () => {
  test.each([
    ["talk of something else", "shall we have lunch at noon?"],
    ["a question for a number", "how long will that take?"],
    ["no question", "that includes end to end testing with the other services"],
    ["a greeting", "hi all, how are you?"],
    ["too little to tell", "and the other one?"],
    ["a wish", "can we have it by friday?"],
    ["how it stands", "is it merged yet?"],
    ["an errand", "can you share the link to the doc?"],
    ["a name every object has", "constructor toString?"],
    ["a mark alone", "?"],
    ["help for somebody else", "can somebody help me with the printer?"],
    ["tests that ran", "did the tests pass?"],
    ["what lies somewhere else", "what's in the box?"],
    ["how sure of something else", "are you sure about the room?"],
  ])("%s", (_, text) => {
    expect(recognise(text, LIBRARY)).toBeUndefined();
  });
});
