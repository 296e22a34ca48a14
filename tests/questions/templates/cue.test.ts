import { describe, expect, test } from "vitest";
import { compilePattern, parseCue } from "../../../src/questions/cue.ts";

describe("an entry of a word list", () => {
  test.each([
    ["migrat", { kind: "start", word: "migrat", ends: false }],
    ["Stripe", { kind: "start", word: "stripe", ends: false }],
    [" pr ", { kind: "start", word: "pr", ends: true }],
    [" v2", { kind: "start", word: "v2", ends: false }],
    ["~", { kind: "start", word: "~", ends: false }],
    ["13", { kind: "start", word: "13", ends: false }],
    ["wire  up", { kind: "phrase", words: ["wire", "up"], ends: false }],
    ["go live ", { kind: "phrase", words: ["go", "live"], ends: true }],
    ["/v\\d+/", { kind: "pattern", source: "v\\d+" }],
    ["@has-range", { kind: "test", test: "@has-range" }],
    ["blue/green", { kind: "start", word: "blue/green", ends: false }],
    ["@ 3pm", { kind: "phrase", words: ["@", "3pm"], ends: false }],
  ])("%j", (entry, cue) => {
    expect(parseCue(entry)).toEqual(cue);
  });
});

describe("what is refused", () => {
  test.each([
    ["  ", "an empty word"],
    ["/(a/", "missing closing )"],
    ["/a(?=b)/", "not understood"],
    ["/(a)\\1/", "not understood"],
    ["/a*/", "matches everything"],
    ["//", "matches everything"],
    ["/(?:[a-z]{900}){9}/", "not understood"],
    ["/[a-z]{1,100}x{100}/", "too large"],
    [`/${"a".repeat(201)}/`, "longer than 200"],
    ["a".repeat(81), "longer than 80"],
    ["@estimate", "no test called '@estimate'"],
  ])("%s", (entry, message) => {
    expect(parseCue(entry)).toMatchObject({ kind: "wrong", message: expect.stringContaining(message) });
  });

  test("a broken pattern is named without the flags we add", () => {
    expect(parseCue("/[a/")).not.toMatchObject({ message: expect.stringContaining("(?i)") });
  });
});

test("patterns do not care about case, and cannot backtrack", () => {
  expect(compilePattern("sso|saml").matcher("with SAML").find()).toBe(true);
  expect(
    compilePattern("(a+)+$")
      .matcher(`${"a".repeat(5000)}b`)
      .find(),
  ).toBe(false);
});
