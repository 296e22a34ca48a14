import type { Estimate } from "./reading.ts";
import { NUMBER_WORDS, UNIT_DAYS, UNIT_WORDS } from "./words/amounts.ts";

/** Longer quotes read clumsily inside another sentence. */
const LONGEST = 40;

/** Each way to write a unit, with its full singular: "wks" is a week, "person-days" and "workdays" stay what they are. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ...spellings(UNIT_WORDS.minute, "minute"),
  ...spellings(UNIT_WORDS.hour, "hour"),
  ...spellings("day days d", "day"),
  ...spellings(UNIT_WORDS.week, "week", /^(?:dev|man)/),
  ...spellings(UNIT_WORDS.month, "month"),
  ...spellings(UNIT_WORDS.year, "year"),
  ...spellings(UNIT_WORDS.points, "point", /-/),
  ...["fortnight", "sprint", "iteration", "quarter", "workday", "weekday", "manday", "devday"].flatMap(asIs),
  ...["devweek", "manweek", "afternoon", "morning", "evening"].flatMap(asIs),
]);

function spellings(words: string, full: string, not?: RegExp): [string, string][] {
  return words.split(" ").flatMap((word) => (not?.test(word) ? [] : [[word, full]]));
}
function asIs(word: string): [string, string][] {
  return [
    [word, word],
    [`${word}s`, word],
  ];
}

const LEADS =
  /^(?:[~≈<>]|(?:about|around|roughly|approx(?:imately)?|circa|ca|maybe|perhaps|probably|like|some|say|at (?:least|most|best|worst)|up to|under|over|below|above|within|in|(?:no )?(?:more|less|longer) than|the|that|those|these|another|its|it's|that's)(?![\p{L}\p{N}])\.?) ?/iu;
const TRAILS =
  /[ -]?(?:\b(?:tops|max|maximum|min|minimum|ish|or so|or more|or less|at (?:least|most|best|worst)|give or take|more|total|flat|long)|[+?!.,~])$/iu;

/** Without words of doubt and bounds at either end: "~4w", "4 days tops". */
function core(quote: string): string {
  let words = quote.trim().toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ");
  for (let before = ""; before !== words;) {
    before = words;
    words = words.replace(LEADS, "").replace(TRAILS, "").trim();
  }
  return words;
}

const COUNTED_WITH_DASH = new RegExp(
  String.raw`\b(${Object.keys(NUMBER_WORDS).join("|")}|half)-(?=[a-z])`,
  "g",
);

/** One space between all words, dashes only inside a range or a compound: "2w3d" and "2w + 3d" are "2 w and 3 d". */
const spaced = (words: string): string =>
  words
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(\d|\b[a-z]+)[- ]?ish\b/g, "$1")
    .replaceAll(/ ?[–—] ?/g, "-")
    .replaceAll(/(\d) ?- ?(?=\d)/g, "$1-")
    .replaceAll(/(\d)[- ]?(?=[a-z])/g, "$1 ")
    .replaceAll(COUNTED_WITH_DASH, "$1 ")
    .replaceAll(/([a-z]) ?- ?(?=\d)/g, "$1 to ")
    .replaceAll(/ ?\+ ?(?=\d)/g, " and ")
    .replaceAll(/([a-z])(?=\d)/g, "$1 ")
    .replaceAll(/\b(?:more|good|full|solid|whole|long) /g, "")
    .replaceAll(/^an? (?=\d|(?:two|three|four|five|six|seven|eight|ten)\b)/g, "")
    .trim();

/** "Days" of "person-days". */
const lastPart = (word: string): string => word.slice(word.lastIndexOf("-") + 1);

const SMALL: ReadonlySet<string> = new Set("or to and of half the".split(" "));
const SEVERAL: ReadonlySet<string> = new Set("couple few several".split(" "));
const COUNT = /^\d+(?:[.,]\d+)?\+?(?:-\d+(?:[.,]\d+)?\+?)?$/;

/**
 * An amount as it reads inside another sentence, with its units spelled out and in the number they are counted in: "the 3
 * weeks" for "~3wk", "the two weeks" for "two week", "that half day" for "half a day". Undefined where it does not read well.
 */
export function theAmount(quote: string): string | undefined {
  if (quote.length > LONGEST) return undefined;
  const said = spaced(core(quote));
  const words: string[] = [];
  let many = false;
  let counted = false;
  let strange = 0;
  let last: "count" | "unit" | "other" = "other";
  for (const word of said.split(" ")) {
    const unit = UNITS.get(lastPart(word));
    if (COUNT.test(word) || Object.hasOwn(NUMBER_WORDS, word) || SEVERAL.has(word)) {
      // "2 weeks 3 days": one amount of two units.
      if (last === "unit" && COUNT.test(word)) words.push("and");
      many = word !== "1" && word !== "one";
      counted = true;
      last = "count";
      words.push(word);
    } else if (word === "a" || word === "an" || SMALL.has(word)) {
      // "One and a half weeks" are many.
      if (word === "a" || word === "an") many = words.at(-1) === "and";
      if (word === "half" && words.at(-1) === "and") many = true;
      counted ||= word === "a" || word === "an" || word === "half";
      words.push(word);
      last = "other";
    } else if (unit !== undefined) {
      words.push(word.slice(0, word.lastIndexOf("-") + 1) + unit + (many ? "s" : ""));
      last = "unit";
    } else {
      // One word nobody knows may name the team's own unit, or the kind of days.
      if (++strange > 1 || !/^\p{L}[\p{L}-]{2,}$/u.test(word) || last !== "count") return undefined;
      words.push(word);
      last = "other";
    }
  }
  const whole = words.join(" ");
  const ofUnit = words.some((word) => UNITS.has(lastPart(word)));
  if (!(ofUnit || (strange === 1 && counted))) return undefined;
  return withArticle(whole, counted);
}

function withArticle(words: string, counted: boolean): string | undefined {
  if (/^(?:a )?(?:couple|few|several)\b/.test(words)) return `the ${words.replace(/^a /, "")}`;
  if (/^(?:an?|half)\b/.test(words)) return `that ${words.replace(/^(half )?an? /, "$1")}`;
  if (!counted) return undefined;
  return UNITS.has(words.replace(/ .*/, "")) ? `that ${words}` : `the ${words}`;
}

/** Units a bare number is told by where no word names one; ten days may be a sprint or two weeks. */
const PLAIN_UNITS = ["hour", "day", "week", "month"] as const;
const BARE = /^(?<opens>\D*)(?<count>\d+(?:\.\d+)?)(?:(?<dash> ?(?:-|–|to|or) ?)(?<more>\d+(?:\.\d+)?))?$/;

/**
 * The words of an estimate with its unit, where the number stands alone because the unit was said before: "5" after "the 2
 * weeks" is "5 weeks". `before` are the words it may have been said in, oldest first.
 */
export function withUnit({ quote, kind, low, high }: Estimate, before: readonly string[]): string {
  const { count, more } = BARE.exec(quote)?.groups ?? {};
  const days = low ?? high;
  if (count === undefined || kind !== "duration" || typeof days !== "number") return quote;
  const each = days / Number(low === null ? (more ?? count) : count);
  const is = (unit: string) => Math.abs(UNIT_DAYS[unit as keyof typeof UNIT_DAYS] - each) < 1e-6;
  const named = before
    .flatMap((words) => spaced(words.toLowerCase()).split(" "))
    .flatMap((word) => UNITS.get(word) ?? []);
  const unit = named.findLast((one) => one in UNIT_DAYS && is(one)) ?? PLAIN_UNITS.find(is);
  if (unit === undefined) return quote;
  return `${quote} ${unit}${count === "1" && more === undefined ? "" : "s"}`;
}

/** A T-shirt size with its article: "the L", "the M or L". */
export function theSize(quote: string): string | undefined {
  const size = quote
    .trim()
    .replace(/^[~≈] ?/, "")
    .replace(/^(?:an?|the|about an?|like an?|size) /i, "")
    .replace(/[- ]?(?:ish|sized?)$/i, "");
  if (size.length > 16 || !/^\p{L}[\p{L} /-]*$/u.test(size)) return undefined;
  return `the ${size.replaceAll(/\bx{0,3}[sml]\b/gi, (letters) => letters.toUpperCase())}`;
}
