import { describe, expect, test } from "vitest";
import { tokens } from "../../../src/questions/tokens.ts";

describe("the words of a message", () => {
  test.each([
    ["Don't touch the API", ["dont", "touch", "the", "api"]],
    ["w/o tests, w/ QA &amp; docs", ["without", "tests", "with", "qa", "and", "docs"]],
    ["see <https://acme.test/spec|the spec> <@U012AB>", ["see", "the", "spec"]],
    ["end-to-end :tada:", ["end", "to", "end", ":tada:"]],
    ["done?", ["done", "?"]],
    ["", []],
  ])("%s", (text, words) => {
    expect(tokens(text).words.map(({ word }) => word)).toEqual(words);
  });

  test("keep their place in the text as it was sent", () => {
    const text = "<@U012AB> isn't the cache cold?";
    for (const { word, at, end } of tokens(text).words) {
      expect(text.slice(at, end).toLowerCase().replaceAll("'", "")).toBe(word);
    }
  });

  test("know their sentence, and whether it asks", () => {
    const { words, sentences } = tokens("It is three weeks. Is QA in? Yes");
    expect(words.find(({ word }) => word === "qa")?.sentence).toBe(1);
    expect(sentences.map(({ asks }) => asks)).toEqual([false, true, false]);
  });
});
