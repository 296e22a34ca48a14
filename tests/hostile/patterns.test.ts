import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { startCounting, steps } from "./steps.ts";
import { SEEDED } from "./values.ts";

startCounting();
const { compilePattern, parseCue } = await import("../../src/questions/cue.ts");

/** Patterns that keep an engine which backtracks busy until the process is killed, and texts that bring that out. */
const CATASTROPHES: readonly (readonly [pattern: string, piece: string])[] = [
  ["(a+)+$", "a"],
  ["(a|a)*b", "a"],
  ["(a|aa)+$", "a"],
  ["(.*)*x", "a"],
  ["([a-z]+)*1", "abc"],
  ["(\\w+\\s?)+$", "ab "],
  ["(x+x+)+y", "x"],
  ["^(\\d+,?)+$", "1,"],
  ["(a?){20}a{20}b", "a"],
  ["(.*?,){9}z", "a,"],
];

describe("a pattern of a template", () => {
  test.each(CATASTROPHES)(
    "/%s/ takes about eight times the steps on eight times the text",
    (pattern, piece) => {
      expect(parseCue(`/${pattern}/`).kind).toBe("pattern");
      const compiled = compilePattern(pattern);
      const of = (text: string) => steps(/re2js/, () => void compiled.matcher(text).find());
      const long = `${piece.repeat(8000).slice(0, 8000)}!`;
      const short = long.slice(-1001);
      expect(of(short)).toBeGreaterThan(short.length);
      // In proportion to the length it is 8, to its square 64; between them the engine may go about longer texts in another way.
      expect(of(long) / of(short)).toBeLessThan(16);
    },
  );

  test.each([
    "(?=a)b",
    "(a)\\1",
    "(?<!a)b",
    "(a{30}){30}",
    "a{500}",
    "x".repeat(300),
    "(",
    "[z-a]",
    "(?:a|)*",
    ".*",
  ])("/%s/ is refused in plain words", (pattern) => {
    const refused = parseCue(`/${pattern}/`);
    expect(refused.kind).toBe("wrong");
    expect(refused).toHaveProperty("message", expect.stringMatching(/\w/));
  });

  test("whatever it is, is understood or refused, and never throws", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "a",
        "(",
        ")",
        "[",
        "]",
        "{9}",
        "{9,}",
        "*",
        "+",
        "?",
        "|",
        "\\",
        "\\w",
        ".",
        "^",
        "$",
        "(?i)",
        "(?:",
        "(?P<n>",
        "\\p{L}",
        "\\Q",
        "\0",
        "\ud800",
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const cue = parseCue(`/${pieces.join("")}/`);
        if (cue.kind === "pattern") compilePattern(cue.source).matcher("3 weeks for the export").find();
        else expect(["wrong", "start", "phrase"]).toContain(cue.kind);
      }),
      { ...SEEDED, numRuns: 1000 },
    );
  });
});
