import { describe, expect, test } from "vitest";
import { linesOf } from "../../src/questions/ask-thread.ts";
import { compile } from "../../src/questions/library.ts";
import { againFor } from "../../src/story/again.ts";
import { emptyThread } from "../../src/threads/fold.ts";
import { LIBRARY, SHIPPED } from "../questions/choosing/shipped.ts";
import * as story from "./scenes.ts";
import { lastForm, MINUTE, planning, wordsOf } from "./scenes.ts";
import { buttonsOf, pressOf, PRIYA, SAM } from "./village.ts";

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

describe("no second try that was asked already", () => {
  const about = lines[0]!.ts;
  const first = { ...asked, about, text: "Does that include the data?" };
  const WORDS = "Is moving the data inside the 3 weeks, or is that for the vendor?";
  test.each([
    ["word for word", WORDS],
    [
      "with other case, breaks and spaces",
      ` is moving the data INSIDE\n the 3  weeks,  or is that for the vendor? `,
    ],
    ["with other marks", "Is moving the data inside the “3 weeks” – or is that for the vendor"],
  ])("%s", (_how, text) => {
    expect(againFor(parts, thread, { ...first, text })).toBeUndefined();
  });

  test.each([
    ["its first words", first.text],
    ["part of it", "Is moving the data inside the 3 weeks?"],
    ["with another number", WORDS.replace("3", "5")],
  ])("near miss: %s", (_what, text) => {
    expect(againFor(parts, thread, { ...first, text })).toBe(WORDS);
  });

  test("nor one that somebody else asked in the thread", () => {
    const other = { ...first, id: "b", by: "U2", text: WORDS };
    expect(againFor(parts, { ...thread, asked: [first, other] }, first)).toBeUndefined();
  });
});

test("a second try that was dodged too is not offered once more", async () => {
  const here = await planning();
  const { message } = await story.asked(here, "should be fine");
  const told = () => here.to(PRIYA).filter(({ note }) => note?.summary.startsWith("Your question"));
  await here.press(PRIYA, pressOf(told().at(-1)?.note, "Ask that"));
  const form = lastForm(here, PRIYA);
  const [field] = form.fields;
  await here.press(PRIYA, form.press, { text: field?.kind === "text" ? (field.value ?? "") : "" });
  await here.pass(5);
  await here.say(SAM, "we'll see", message.ts);
  await here.pass(2 * MINUTE);
  expect(told()).toHaveLength(2);
  const labels = buttonsOf(told().at(-1)?.note).map(({ label }) => label);
  expect(labels).toEqual(["It was answered", "Let it rest"]);
  expect(wordsOf(told().at(-1))).not.toContain("A second try");
});
