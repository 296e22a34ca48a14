import { describe, expect, test } from "vitest";
import { tooDeep } from "../../../src/questions/templates/too-deep.ts";
import { OFFLINE } from "./sample.ts";

describe("deeper than any template", () => {
  test.each([
    ["brackets", "[".repeat(31), 30],
    ["maps across lines", "{\n".repeat(31), 60],
    ["lists on one line", `a:\n${"- ".repeat(20)}`, 3],
    ["anchors on one line", "&a ".repeat(20), 0],
    ["a line far to the right", `a:\n${" ".repeat(81)}b:`, 3],
  ])("%s", (_, text, at) => {
    expect(tooDeep(text)).toBe(at);
  });
});

describe("near misses", () => {
  test.each([
    ["the sample", OFFLINE],
    ["many lists beside each other", "[a], ".repeat(500)],
    ["closed more often than opened", `${"]".repeat(100)}${"[".repeat(30)}`],
    ["a long text", `ask: ${"word ".repeat(200)}`],
    ["a ruler", `# ${"-".repeat(100)}`],
    ["a long list", "- a\n".repeat(500)],
    ["spaces at the end", `a: b${" ".repeat(200)}`],
  ])("%s", (_, text) => {
    expect(tooDeep(text)).toBeUndefined();
  });
});
