import { describe, expect, test } from "vitest";
import { clean } from "../../src/reading/clean.ts";
import { findDates } from "../../src/reading/dates.ts";
import { findSizes } from "../../src/reading/sizes.ts";
import { scan } from "../../src/reading/scan.ts";
import { findVague } from "../../src/reading/vague.ts";

const tokens = (text: string) => scan(clean(text));
const quotes = (
  text: string,
  find: (t: ReturnType<typeof scan>) => readonly { from: number; to: number }[],
) => {
  const t = tokens(text);
  return find(t).map(({ from, to }) => t.text.slice(t.start[from], t.end[to - 1]));
};

describe("dates keep their preposition", () => {
  test.each([
    ["done by Friday", "by Friday"],
    ["ready on the 14th", "on the 14th"],
    ["by end of next sprint", "by end of next sprint"],
    ["lands mid-March", "mid-March"],
    ["in the second half of May", "in the second half of May"],
    ["moved to 28 Feb", "28 Feb"],
    ["ETA 2025-11-07", "2025-11-07"],
    ["code complete on 11/21", "on 11/21"],
    ["goes live KW 23", "KW 23"],
    ["EOW for ios", "EOW"],
    ["tmrw EOD, sorry", "tmrw EOD"],
    ["before the freeze", "before the freeze"],
    ["not before the 20th", "not before the 20th"],
    ["before the winter term for sure", "before the winter term"],
    ["monday at the latest", "monday at the latest"],
    ["so thrusday", "thrusday"],
    ["lands in Q3", "in Q3"],
  ])("%s", (text, quote) => {
    expect(quotes(text, findDates)).toEqual([quote]);
  });
});

describe("no dates", () => {
  test.each(["i sat down with her", "it may work", "3 of 5", "v4.1 is out", "a second look"])(
    "%s",
    (text) => {
      expect(quotes(text, findDates)).toEqual([]);
    },
  );
});

describe("T-shirt sizes", () => {
  test.each([
    ["it's an L at most", "L", null, "L"],
    ["XL at least", "XL", "XL", null],
    ["S/M", "S", "S", "M"],
    ["S to M for the upload", "S", "S", "M"],
    ["M, maybe L", "M", "M", "L"],
    ["extra large, I'm afraid", "extra", "XL", "XL"],
    ["probably medium-sized", "medium", "M", "M"],
    ["this one is a large for us", "a", "L", "L"],
    ["bump it from M to XL", "XL", "XL", "XL"],
  ])("%s", (text, _start, low, high) => {
    expect(findSizes(tokens(text), {})).toMatchObject([{ kind: "size", low, high }]);
  });
  test.each(["use t3.medium", "a small table", "I'm in", "large customers", "s and m in lower case"])(
    "not in: %s",
    (text) => {
      expect(findSizes(tokens(text), {})).toEqual([]);
    },
  );
});

describe("sizes without a number", () => {
  test.each([
    ["quick one", "quick one"],
    ["that's a big chunk of work", "big chunk of work"],
    ["won't take long", "won't take long"],
    ["piece of cake", "piece of cake"],
    ["just a config change", "just a config change"],
    ["a lot of work for a button", "a lot of work"],
    ["not a big deal", "not a big deal"],
    ["it's pretty straightforward", "pretty straightforward"],
    ["more a thing of hours than of days", "thing of hours"],
    ["not much left", "not much left"],
  ])("%s", (text, quote) => {
    expect(quotes(text, findVague).some((one) => one.includes(quote) || quote.includes(one))).toBe(true);
  });
  test.each(["hard to say", "big customers", "the only thing", "easy there friend of mine"])(
    "not in: %s",
    (text) => {
      expect(quotes(text, findVague)).toEqual([]);
    },
  );
});
