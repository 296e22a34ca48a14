import { describe, expect, test } from "vitest";
import { clauseKind, clausesOf, leavesAPoint } from "../../../src/questions/replies/clauses.ts";
import { finder } from "../../../src/questions/replies/phrases.ts";
import { filledBy, slotsOf } from "../../../src/questions/replies/slots.ts";
import { sentences, words } from "../../../src/questions/replies/text.ts";
import { wantsIn } from "../../../src/questions/replies/wants.ts";

describe("sentences of a reply", () => {
  test.each([
    ["> is it in?\nno, on top", ["no, on top"]],
    ["&gt; is it in?\nno", ["no"]],
    ["Not in. Two days more!", ["Not in.", "Two days more!"]],
    ["", []],
  ])("%j", (text, said) => {
    expect(sentences(text).map((sentence) => sentence.said)).toEqual(said);
  });

  test.each([
    ["<@U0NOOR> isn't in", ["@person", "isnt", "in"]],
    [":+1: 2d w/o tests", ["@thumb", "#", "d", "without", "tests"]],
    ["see `drop table` or <https://a.example|x>", ["see", "@code", "or", "@link"]],
  ])("words of %j", (text, list) => {
    expect(words(text)).toEqual(list);
  });
});

describe("phrases", () => {
  const find = finder("have|need to look|check, migrat*, not ?yet decided");
  test.each([
    ["i need to check", [{ at: 1, length: 3 }]],
    ["migrations are done", [{ at: 0, length: 1 }]],
    [
      "not decided, not yet decided",
      [
        { at: 0, length: 2 },
        { at: 3, length: 3 },
      ],
    ],
    ["i need it", []],
  ])("%s", (text, found) => {
    expect(find(words(text))).toEqual(found);
  });
});

describe("clauses", () => {
  test.each([
    ["no idea", "gap"],
    ["nobody has decided that", "gap"],
    ["who decides it nobody told me", "open point"],
    ["will get back to you", "promise"],
    ["trust me", "trust"],
    ["the usual stuff", "vague"],
    ["three days on top", "hard"],
    ["pls restart it", "aside"],
    ["they see a banner", "plain"],
  ])("%s: %s", (text, kind) => {
    expect(clauseKind(words(text))).toBe(kind);
  });

  test("are cut at but, and a comma between groups of words", () => {
    expect(
      clausesOf(words("review is in, qa i can't say but soon")).map((clause) => clause.join(" ")),
    ).toEqual(["review is in", "qa i cant say", "soon"]);
  });

  test.each([
    ["what we do then is up to ops", true],
    ["the rest nobody has looked at", true],
    ["who decides?", false],
    ["what they see is a banner", false],
  ])("%s leaves a point: %s", (text, leaves) => {
    expect(leavesAPoint(words(text))).toBe(leaves);
  });
});

describe("what a question asks for", () => {
  test.each([
    ["Which questions are open, and who closes them by when?", ["open", "who", "when"]],
    ["What did you leave out, and what did you assume?", ["left out", "assumed"]],
    ["What are the best and the worst case?", ["both ends"]],
    ["Does it need a review, and is that counted?", ["open", "counted"]],
  ])("%s", (question, slots) => {
    expect(slotsOf(question)).toEqual(slots);
  });

  test.each([
    ["<@U0NOOR>, on the 12th", ["who", "when"]],
    ["not counted", ["counted"]],
  ])("%s fills %j", (reply, slots) => {
    expect(filledBy(words(reply))).toEqual(expect.arrayContaining(slots));
  });

  test.each([
    ["Is it in?", "open", ["yes-no"]],
    ["Is it the old one or a new one?", "open", ["choice"]],
    ["Old or new?", "either-or", ["choice"]],
    ["Who decides, and when?", "open", ["person", "time"]],
  ] as const)("%s (%s) wants %j", (text, form, wants) => {
    expect([...wantsIn({ text, form }).wants]).toEqual(expect.arrayContaining([...wants]));
  });
});
