import { readdirSync, readFileSync } from "node:fs";
import { check } from "recheck";
import { describe, expect, test } from "vitest";
import { read } from "../../src/reading/read.ts";

/** Slack's longest message. */
const LONGEST = 40_000;

/** What makes a reader walk over the same words again: repeated beginnings of everything it listens for. */
const WORST = {
  "numbers without a unit": "3 ",
  "units without an end": "3 weeks ",
  "ranges in a row": "1-",
  "words for bounds": "no more than at least ",
  "open links": "<https://",
  "open mentions": "<@",
  "open code": "` ",
  "strike-through": "~1 ",
  "struck through, closed": "~1~1",
  "open escapes": "&gt;",
  "quoted lines": "&gt; 3 weeks\n",
  dates: "by the end of the next ",
  "edges of dates": "end early mid late ",
  hedges: "about maybe i think ",
  sizes: "S/M or L to ",
  "vague words": "quick small big hard tiny ",
  pluses: "3 weeks + ",
  commas: ",",
  "one word": "a",
  emoji: ":a",
  "question marks": "how long ?",
  digits: "1",
  dots: "1.",
  blanks: " ",
  stars: "*_",
  urls: "https://x.y/z ",
  paths: "<https://github.com/a/blob/",
} as const;

/** Microseconds below which a figure is the clock's and not ours. */
const NOISE = 1000;

const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** The least of several rounds in this process's own time: whatever else the machine does is not counted. */
function fastest(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 7; round++) {
    const start = process.cpuUsage();
    read(text);
    best = Math.min(best, process.cpuUsage(start).user);
  }
  return best;
}

describe("twice the text costs about twice as much, up to the longest message", () => {
  test.each(Object.entries(WORST))("%s", (_name, piece) => {
    const long = repeated(piece, LONGEST);
    const short = long.slice(0, LONGEST / 8);
    read(short);
    // Quadratic cost would be 64 times as much, linear is 8; between them there is room for a busy machine.
    expect(fastest(long) / Math.max(fastest(short), NOISE)).toBeLessThan(30);
  });
});

describe("no pattern of this room can be made slow", () => {
  const room = new URL("../../src/reading/", import.meta.url);
  const literals = readdirSync(room)
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      patternsIn(readFileSync(new URL(file, room), "utf8")).map((pattern) => [file, ...pattern] as const),
    );

  test("patterns are found at all", () => {
    expect(literals.length).toBeGreaterThan(50);
  });

  // Unknown means that the checker ran out of time, which its timeout makes likely for the longest word lists.
  test.each(literals)(
    "%s: /%s/%s",
    async (_file, source, flags) => {
      const { status } = await check(source, flags, { timeout: 10_000 });
      expect(["safe", "unknown"]).toContain(status);
    },
    30_000,
  );
});

/** The regular expression literals of a source file: after `(`, `=`, `,`, `:`, `[`, `!`, `&`, `|`, `?` or at the start of a line. */
function patternsIn(source: string): [string, string][] {
  const literal = /(?:[(=,:[!&|?]|^)\s*\/(?![/*])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/gm;
  return [...source.matchAll(literal)].map((match) => [match[1] ?? "", match[2] ?? ""]);
}
