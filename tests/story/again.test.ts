import { expect, test } from "vitest";
import { linesOf } from "../../src/questions/ask-thread.ts";
import { compile } from "../../src/questions/library.ts";
import { againFor } from "../../src/story/again.ts";
import { emptyThread } from "../../src/threads/fold.ts";
import { LIBRARY, SHIPPED } from "../questions/choosing/shipped.ts";

const [model] = SHIPPED;
const own = { ...model!, id: "own", again: "Is moving the data inside {estimate}, or is that for {vendor}?" };
const parts = { library: () => compile([own]) };
const lines = linesOf([{ from: "eng", text: "3 weeks for checkout" }], LIBRARY);
const thread = { ...emptyThread({ team: "T1", channel: "C1", root: "1.1" }), lines };
const asked = {
  id: "a",
  question: "own",
  text: "",
  ts: "9.9",
  by: "U1",
  how: "button",
  replies: [],
} as const;

test("the second try has its blanks filled, as the first has", () => {
  expect(againFor(parts, thread, { ...asked, about: lines[0]!.ts })).toBe(
    "Is moving the data inside the 3 weeks, or is that for the vendor?",
  );
});

test("where the estimate is gone, no number stands for it; where the template is gone, there is none", () => {
  expect(againFor(parts, thread, { ...asked, about: "7.7" })).toBe(
    "Is moving the data inside that estimate, or is that for the vendor?",
  );
  expect(againFor(parts, thread, { ...asked, question: "gone", about: "7.7" })).toBeUndefined();
});
