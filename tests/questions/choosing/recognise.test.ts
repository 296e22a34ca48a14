import { describe, expect, test } from "vitest";
import { recognise } from "../../../src/questions/recognise.ts";
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

describe("is not recognised where it is", () => {
  test.each([
    ["talk of something else", "shall we have lunch at noon?"],
    ["a question for a number", "how long will that take?"],
    ["no question", "that includes end to end testing with the other services"],
    ["a greeting", "hi all, how are you?"],
    ["too little to tell", "and the other one?"],
  ])("%s", (_, text) => {
    expect(recognise(text, LIBRARY)).toBeUndefined();
  });
});
