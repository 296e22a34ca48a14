import { describe, expect, test } from "vitest";
import { asThread } from "../../src/questions/pasted.ts";

const TALK = [
  { from: "pm", text: "how long for the export?" },
  { from: "eng", text: "about 3 weeks for the payments api" },
];

describe("pasted talk", () => {
  test.each([
    ["names before the words", "Priya: how long for the export?\nSam: about 3 weeks for the payments api"],
    [
      "times before the names",
      "[10:02] Priya: how long for the export?\n[10:05] Sam: about 3 weeks for the payments api",
    ],
    [
      "copied out of Slack, the time below the name",
      "Priya Patel\n  10:02 AM\nhow long for the export?\n\nSam O'Neil\n  10:05 AM\nabout 3 weeks for the payments api",
    ],
    [
      "copied out of Slack, the time beside the name",
      "priya  [10:02 AM]\nhow long for the export?\nsam  [Yesterday at 10:05 AM]\nabout 3 weeks for the payments api",
    ],
  ])("%s", (_name, text) => {
    expect(asThread(text)).toEqual(TALK);
  });

  test.each([
    ['"3 weeks for the export"', "3 weeks for the export"],
    ["“3 weeks for the export”", "3 weeks for the export"],
    ["'3 weeks, that's all'", "'3 weeks, that's all'"],
    ['"export": 3 weeks, "import": 2', '"export": 3 weeks, "import": 2'],
    ['3 weeks for "the export"', '3 weeks for "the export"'],
    ['"', '"'],
  ])("inverted commas around all of it: %s", (text, words) => {
    expect(asThread(text)).toEqual([{ from: "eng", text: words }]);
  });

  test("inverted commas around what each one said", () => {
    expect(asThread('Priya: "how long for the export?"\nSam: "about 3 weeks for the payments api"')).toEqual(
      TALK,
    );
  });

  test("a message that goes on keeps its speaker", () => {
    expect(asThread("Sam\n10:05 AM\nso\n10:06\n3 weeks\nPriya\n10:07 AM\nwhy?")).toEqual([
      { from: "eng", text: "so" },
      { from: "eng", text: "3 weeks" },
      { from: "pm", text: "why?" },
    ]);
  });

  test.each([
    ["a plain estimate", "3 weeks for the payments api"],
    ["a heading with a colon", "Risk: the vendor\nthe rest is clear\nand 3 weeks"],
    ["several lines", "checkout\n3 weeks\nwith tests"],
    ["a line that is a time", "10:30 AM\nthe meeting"],
  ])("%s is one message", (_name, text) => {
    expect(asThread(text)).toEqual([{ from: "eng", text }]);
  });

  test("is read in time that grows with its length, whatever it is", () => {
    for (const text of [
      "a ".repeat(20_000),
      "a:".repeat(20_000),
      "1:11 ".repeat(10_000),
      "a\n1:11\n".repeat(5000),
    ])
      expect(asThread(text).length).toBeGreaterThan(0);
  });
});
