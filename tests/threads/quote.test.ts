import { describe, expect, test } from "vitest";
import { LONGEST_QUOTE, plain, quoteOf, shorten } from "../../src/threads/quote.ts";

describe("Slack's markup as a reader sees it", () => {
  test.each([
    ["<https://docs.example/d/1|Checkout RFC> is ready", "Checkout RFC is ready"],
    ["see <https://docs.example/d/1>", "see https://docs.example/d/1"],
    ["<@U02ABC> can you look", "@… can you look"],
    ["<@U02ABC|sam.smith> can you look", "@… can you look"],
    ["<!channel> 3 weeks", "@channel 3 weeks"],
    ["<!subteam^S1|@leads> 3 weeks", "@leads 3 weeks"],
    ["in <#C1|planning>", "in planning"],
    ["R&amp;D says 2 &lt; 3", "R&D says 2 < 3"],
    ["&amp;lt; stays written out", "&lt; stays written out"],
  ])("%s", (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
});

describe("the quote a PM is shown again", () => {
  test("is the line of the message that holds the estimate", () => {
    const text = "morning all\ncheckout on the new gateway, about 3 weeks\nlunch?";
    expect(quoteOf(text, text.indexOf("3 weeks"))).toBe("checkout on the new gateway, about 3 weeks");
  });
  test.each([300, 5_000, 40_000])("never exceeds what may be kept: %i characters", (length) => {
    const text = `${"x".repeat(length)} 3 weeks ${"y".repeat(length)}`;
    const quote = quoteOf(text, text.indexOf("3 weeks"));
    expect(quote.length).toBeLessThanOrEqual(LONGEST_QUOTE);
  });
  test.each([100, 250, 600, 3_000])("holds the estimate, %i characters into a long line", (length) => {
    const filler = "and so on ".repeat(400);
    const text = `${filler.slice(0, length)} it takes 3 weeks <https://docs.example/d/1|Checkout RFC> ${filler}`;
    const quote = quoteOf(text, text.indexOf("3 weeks"));
    expect(quote).toContain("it takes 3 weeks");
    expect(quote.length).toBeLessThanOrEqual(LONGEST_QUOTE);
  });
  test("does not begin inside a link", () => {
    const text = `${"and so on ".repeat(40)}<https://docs.example/d/${"x".repeat(100)}|Checkout RFC> takes 3 weeks`;
    expect(quoteOf(text, text.indexOf("3 weeks"))).toBe("…Checkout RFC takes 3 weeks");
  });
  test("is not cut through a character", () => {
    const cut = shorten(`${"a".repeat(LONGEST_QUOTE - 2)}😀😀`);
    expect(cut).not.toMatch(/\p{Surrogate}/u);
    expect(cut.endsWith("…")).toBe(true);
  });
});
