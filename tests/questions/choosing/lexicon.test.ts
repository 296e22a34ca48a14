import { describe, expect, test } from "vitest";
import { findIn, lexicon } from "../../../src/questions/lexicon.ts";
import { tokens } from "../../../src/questions/tokens.ts";

const cues = ["migrat", "wire up", "pr ", "end to end"];
const words = lexicon(cues.map((cue) => ({ cue, of: cue })));
const heard = (text: string) => findIn(words, tokens(text).words).map(({ of }) => of);

describe("cues are heard", () => {
  test.each([
    ["the migration is small", ["migrat"]],
    ["we wired it; wire up later", ["wire up"]],
    ["the PR is up", ["pr "]],
    ["tested end-to-end", ["end to end"]],
    ["migrate, then migrate again", ["migrat", "migrat"]],
  ])("%s", (text, found) => {
    expect(heard(text)).toEqual(found);
  });
});

describe("near misses", () => {
  test.each(["immigration desk", "wire it up", "product page", "prod", "the end", "to end it"])(
    "%s",
    (text) => {
      expect(heard(text)).toEqual([]);
    },
  );
});
