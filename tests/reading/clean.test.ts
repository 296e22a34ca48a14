import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean } from "../../src/reading/clean.ts";
import { sentences } from "../../src/reading/sentences.ts";

const squeezed = (text: string): string => clean(text).replace(/\s+/g, " ").trim();

describe("Slack markup becomes plain text", () => {
  test.each([
    ["<@U02ABC> says hi", "@U02ABC says hi"],
    ["see <https://example.com/a|the doc> now", "see the doc now"],
    ["see <https://example.com/a> now", "see now"],
    ["a &lt; b &amp; c", "a < b & c"],
    ["run `npm test` twice", "run twice"],
    ["```\nx = 3 weeks\n```\nbroken", "broken"],
    ["&gt; 3 weeks they said\nno, 5", "no, 5"],
    ["ok :wave: bye", "ok bye"],
    ["~2 days~ 4 days", "4 days"],
    ["about ~2 days or ~3 days", "about ~2 days or ~3 days"],
    ["*bold* and _thin_ but snake_case", "bold and thin but snake_case"],
    ["&gt; 2 weeks for sure", "> 2 weeks for sure"],
    ["<!here> status", "status"],
  ])("%s", (text, plain) => {
    expect(squeezed(text)).toBe(plain);
  });
});

test("the length never changes, so positions point home", () => {
  const markup = fc.constantFrom(
    "<@U1>",
    "<https://a.b|c>",
    "`x`",
    "```",
    "&gt; ",
    "&amp;",
    ":ok:",
    "~1~",
    "*",
    "_",
    "\n",
    " ",
    "İ",
    "😀",
    "3 weeks",
    "<",
    "|",
    ">",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(markup, fc.string())), (parts) => {
      const text = parts.join("");
      expect(clean(text)).toHaveLength(text.length);
    }),
  );
});

test("sentences stand where they say", () => {
  const text = "first one. second, with v2.3! is it?\n• a bullet";
  const found = sentences(text);
  expect(found.map((one) => one.quote)).toEqual(["first one.", "second, with v2.3!", "is it?", "• a bullet"]);
  for (const { quote, at } of found) expect(text.slice(at, at + quote.length)).toBe(quote);
});
