import { describe, expect, test } from "vitest";
import { judged, verdictOn } from "./judged.ts";

describe("an answer, and something by the way", () => {
  test.each([
    [
      "first-slice",
      "read only list, next friday. and can you look at the copy please?",
      "answered",
      "read only list, next friday.",
    ],
    ["first-slice", "read only list, next friday, and can you look at the copy?", "answered", undefined],
    ["integration-testing", "yes. can you review my other ticket btw?", "answered", "yes."],
    ["integration-testing", "yes, can you review my other ticket btw?", "answered", "yes"],
    [
      "data-backfill",
      "the old ones come over with a script, part of it. btw lunch at 12?",
      "answered",
      "the old ones come over with a script, part of it.",
    ],
    ["third-party", "sandbox keys are here. could somebody open the door?", "partial", undefined],
  ])("%s ## %s", (id, said, label, sentence) => {
    const verdict = verdictOn(id, said);
    expect(verdict.label).toBe(label);
    if (sentence !== undefined) expect(verdict.sentence).toBe(sentence);
  });
});

describe("near misses: nothing but another matter", () => {
  test.each([
    ["data-backfill", "staging is down again. can you look please?"],
    ["integration-testing", "can you review my other ticket btw?"],
    ["integration-testing", "can someone review my ticket please? open since monday"],
    ["integration-testing", "lunch at 12? btw the wifi is slow"],
  ])("%s ## %s", (id, said) => {
    expect(judged(id, said)).toBe("unrelated");
  });
});
