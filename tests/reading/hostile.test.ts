import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "recheck";
import { describe, expect, test } from "vitest";
import { startCounting, steps } from "../hostile/steps.ts";

startCounting();
const { read } = await import("../../src/reading/read.ts");

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

const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe("eight times the text takes about eight times the steps, up to the longest message", () => {
  test.each(Object.entries(WORST))("%s", (_name, piece) => {
    const long = repeated(piece, LONGEST);
    const short = long.slice(0, LONGEST / 8);
    const of = (text: string) => steps(/\/src\//, () => read(text));
    expect(of(short)).toBeGreaterThan(short.length);
    // In proportion to the length it is 8, with something sorted on the way 10; in proportion to its square 64.
    expect(of(long) / of(short)).toBeLessThan(12);
  });
});

const SRC = join(import.meta.dirname, "../../src");
/** The rooms through which what people type in Slack, and what stands in a template, makes its way. */
const ROOMS = ["reading", "threads", "questions", "telling", "story", "slack"];

/** Patterns that are not checked, each with its reason. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ["telling/brief.ts /[\\s,;:.]+$/", "the square of a length, of text that was cut"],
  ["threads/make-card.ts /\\++$/", "the square of a length, of ids that the bot gave out"],
]);
/** Built from pieces, and the checker takes most of a minute on it; each space is looked at 41 times at most. */
const NAME_AND_TIME = /^story\/pasted\.ts \/\^\(\[\\p\{L\}\]\[[^\]]+\]\{0,40\}\?\)/;
/** So large that the checker cannot prove it linear in minutes: it is attacked instead. */
const ATTACKED = /^reading\/links\.ts \/\^\(\?:hackmd/;

const files = ROOMS.flatMap((room) =>
  readdirSync(join(SRC, room), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${room}/${file.replaceAll("\\", "/")}`),
);
const source = (file: string) => readFileSync(join(SRC, file), "utf8");
type Found = readonly [where: string, source: string, flags: string];
const literals = files.flatMap((file) =>
  patternsIn(source(file)).map(([pattern, flags]): Found => [`${file} /${pattern}/${flags}`, pattern, flags]),
);
const built = await builtIn(files.filter((file) => source(file).includes("new RegExp(")));
const patterns = [...new Map([...literals, ...built].map((found) => [found[0], found])).values()];

describe("no pattern can be made slow", () => {
  test("patterns are found at all", () => {
    expect(literals.length).toBeGreaterThan(200);
    expect(built.length).toBeGreaterThan(15);
  });

  test.each(patterns.filter(([where]) => !LEFT_OUT.has(where) && !NAME_AND_TIME.test(where)))(
    "%s",
    async (where, pattern, flags) => {
      // Without its clocks the checker counts steps, and finds the same on every machine.
      const clocks = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };
      const checker = ATTACKED.test(where) ? "fuzz" : "auto";
      expect(await check(pattern, flags, { ...clocks, checker })).toMatchObject({ status: "safe" });
    },
    300_000,
  );
});

/** The regular expression literals of a source file: after a sign that no quotient follows, or at the start of a line. */
function patternsIn(text: string): [pattern: string, flags: string][] {
  const literal =
    /(?:[(=,:[!&|?]|=>|\breturn|^)\s*\/(?![/*])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?![\w/])/gm;
  return [...text.matchAll(literal)].map((match) => [match[1] ?? "", match[2] ?? ""]);
}

/** The regular expressions that these files build from strings while they are loaded. */
async function builtIn(builders: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  const genuine = globalThis.RegExp;
  globalThis.RegExp = new Proxy(genuine, {
    construct(target, given, asked) {
      const made = Reflect.construct(target, given, asked) as RegExp;
      // The line below our own in the trace is who builds it: packages that are loaded on the way do so, too.
      const builder = /\/src\/([\w/-]+\.ts)/.exec(new Error().stack?.split("\n")[2] ?? "")?.[1];
      if (builder !== undefined)
        found.push([`${builder} /${made.source}/${made.flags}`, made.source, made.flags]);
      return made;
    },
  });
  try {
    for (const file of builders) await import(join(SRC, file));
  } finally {
    globalThis.RegExp = genuine;
  }
  return found;
}
