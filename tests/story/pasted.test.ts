import { describe, expect, test } from "vitest";
import { asThread } from "../../src/story/pasted.ts";
import { wordsOf } from "./scenes.ts";
import { PRIYA, TEAM, village } from "./village.ts";

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

describe("/askwhy with text", () => {
  const SPEC = "<https://docs.google.com/document/d/1abc/edit|Checkout RFC>";
  test.each([
    ["an estimate", "3 weeks for the payments api", "3 weeks"],
    ["a thread with names", "Priya: how long?\nSam: about 3 weeks for the payments api", "about 3 weeks"],
    ["a spec link", `what of this? ${SPEC}`, "Checkout RFC"],
    ["an escaped sign", "payments api &lt; 3 weeks &amp; then we see", "payments api < 3 weeks & then"],
    [
      "3,000 characters",
      `3 weeks for the payments api ${"and so on ".repeat(300)}`.slice(0, 3000),
      "3 weeks",
    ],
  ])("%s: quotes what it is about, and keeps nothing", async (_name, text, quoted) => {
    const here = await village();
    await here.invoke(PRIYA, text);
    const shown = here.to(PRIYA).at(-1)?.note;
    expect(wordsOf(shown)).toContain(quoted);
    expect(shown?.summary).toContain("Worth having an answer to");
    expect(await here.store.keys(TEAM)).toEqual([]);
  });

  test.each([
    "help me",
    "settings please",
    "good morning",
    "why would it be late",
    "unmute 2h",
    "open questions",
  ])("“%s” holds nothing to ask about, and says what to paste", async (text) => {
    const here = await village();
    await here.invoke(PRIYA, text);
    expect(wordsOf(here.to(PRIYA).at(-1))).toContain("/askwhy help");
  });
});
