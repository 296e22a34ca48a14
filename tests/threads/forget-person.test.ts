import { describe, expect, test } from "vitest";
import { forgetBefore } from "../../src/threads/fold.ts";
import { withoutPerson, withoutWordsOf } from "../../src/threads/forget-person.ts";
import { withoutReasons } from "../../src/threads/reasons.ts";
import type { Line } from "../../src/threads/thread.ts";
import { line, offer, thread, weeks } from "./make.ts";

const by = (user: string, ts: string, more: Partial<Line> = {}) => ({ ...line(ts, more), user });

describe("a thread without somebody", () => {
  test("stands on their estimate: nothing is left", () => {
    const theirs = thread({ lines: [by("U1", "1", { estimates: [weeks(3)] }), by("U2", "2")] });
    expect(withoutWordsOf(theirs, "U1")).toBeUndefined();
  });

  test("stands on somebody else's: their lines go, and what was said about those", () => {
    const both = thread({
      lines: [by("U1", "1", { estimates: [weeks(3)] }), by("U2", "2", { estimates: [weeks(5)] })],
      offers: [
        { ...offer("1"), by: "U1" },
        { ...offer("2"), by: "U2" },
      ],
      notEstimates: ["1"],
    });
    const left = withoutWordsOf(both, "U1");
    expect(left?.lines.map(({ ts }) => ts)).toEqual(["2"]);
    expect(left?.offers.map(({ about }) => about)).toEqual(["2"]);
    expect(left?.notEstimates).toEqual([]);
  });

  test("who only read: what they were shown is shown to nobody, and the thread stays", () => {
    const shown = thread({
      lines: [by("U1", "1", { estimates: [weeks(3)] })],
      offers: [{ ...offer("1"), by: "U1", to: { U9: { state: "seen", at: 1 } } }],
    });
    expect(withoutPerson(shown, "U9")?.offers[0]?.to).toEqual({});
    expect(withoutWordsOf(shown, "U9")?.offers[0]?.to).toHaveProperty("U9");
  });
});

describe("reasons of a suggestion", () => {
  const [gone, left] = [line("1", { said: "needs a vendor" }), line("2", { said: "on staging" })];
  const because = (words: string) => [
    { ...offer("2"), questions: [{ id: "q", text: "Who?", because: words }] },
  ];

  test.each([
    ["a vendor, staging", "staging"],
    ["a vendor", ""],
    ["staging", "staging"],
    ["one number", "one number"],
  ])("“%s” becomes “%s” when the first line goes", (before, after) => {
    expect(withoutReasons(because(before), [gone], [left])[0]?.questions[0]?.because).toBe(after);
  });
});

test.each([
  ["900.000001", 1],
  ["100.000001", 0],
])("a question that was never seen posted, about what was said at %s, is kept: %i", (about, kept) => {
  const asked = {
    id: "a",
    question: "q",
    text: "?",
    ts: "",
    by: "U9",
    how: "button" as const,
    about,
    replies: [],
  };
  const left = forgetBefore(thread({ lines: [line(about), line("950.000001")], asked: [asked] }), 500_000);
  expect(left?.asked).toHaveLength(kept);
});

test("ids of deleted messages are let go with the days of retention, too", () => {
  const old = { ...thread(), gone: ["100.000001", "900.000001"] };
  expect(forgetBefore(old, 500_000)?.gone).toEqual(["900.000001"]);
  expect(forgetBefore(old, 950_000)).toBeUndefined();
});
