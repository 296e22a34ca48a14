import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern, parseCue } from "../../src/questions/cue.ts";
import { SEEDED } from "./values.ts";

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
  ["(a?){20}a{20}", "a"],
  ["(.*?,){9}z", "a,"],
];

/** Microseconds of this process's own time, the least of several rounds: what else the machine does is not counted. */
function cost(pattern: string, text: string): number {
  const compiled = compilePattern(pattern);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const start = process.cpuUsage();
    compiled.matcher(text).find();
    best = Math.min(best, process.cpuUsage(start).user);
  }
  return Math.max(best, 1000);
}

describe("a pattern of a template", () => {
  test.each(CATASTROPHES)(
    "/%s/ costs about eight times as much on eight times the text",
    (pattern, piece) => {
      expect(parseCue(`/${pattern}/`).kind).toBe("pattern");
      const long = `${piece.repeat(8000).slice(0, 8000)}!`;
      cost(pattern, long.slice(-1000));
      expect(cost(pattern, long) / cost(pattern, long.slice(-1000))).toBeLessThan(30);
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
