import { describe, expect, test } from "vitest";
import { statedIn } from "../../src/reading/stated.ts";

describe("what a message says of the number it gives", () => {
  test.each<[string, string, string[]]>([
    ["in", "3 weeks incl. e2e on staging", ["incl. e2e on staging"]],
    ["in", "3 weeks with testing", ["with testing"]],
    ["in", "review and deploy are in that", ["review and deploy are in that"]],
    ["in", "4 days, that includes the docs page", ["that includes the docs page"]],
    ["out", "2-3 weeks, without the data migration", ["without the data migration"]],
    [
      "out",
      "2 weeks, without testing, docs and rollout, should be ok",
      ["without testing, docs and rollout"],
    ],
    ["out", "testing, docs and rollout are on top", ["testing, docs and rollout are on top"]],
    [
      "out",
      "no, testing with payments is not included, add three days",
      ["testing with payments is not included"],
    ],
    [
      "out",
      "it doesn't cover translations or the broker portal",
      ["doesn't cover translations or the broker portal"],
    ],
    ["out", "2-3 sprints. Does not cover translations.", ["Does not cover translations"]],
    ["out", "left out: refunds and gift cards. i'll start on monday", ["left out: refunds and gift cards"]],
    ["out", "2 weeks. Left out refunds and the mails", ["Left out refunds and the mails"]],
    ["out", "3 weeks, but I left out the mails", ["I left out the mails"]],
    ["out", "we left the mails out of that", ["we left the mails out of that"]],
    ["out", "3 weeks, refunds left out", ["refunds left out"]],
    ["out", "refunds and gift cards are left out for now", ["refunds and gift cards are left out for now"]],
    ["out", "refunds are left out of the 3 weeks", ["refunds are left out of the 3 weeks"]],
    ["out", "excluded: translations", ["excluded: translations"]],
    ["in", "included: e2e and docs", ["included: e2e and docs"]],
    ["assumed", "Assumptions: the rates come from finance", ["Assumptions: the rates come from finance"]],
    ["assumed", "3 weeks, assuming the vendor's sandbox is up", ["assuming the vendor's sandbox is up"]],
    ["assumed", "5 days if nothing weird comes up", ["if nothing weird comes up"]],
    ["depends", "5 days once the feed is exposed", ["once the feed is exposed"]],
    ["depends", "the rest depends on legal", ["depends on legal"]],
    ["depends", "legal has to approve the new terms", ["legal has to approve the new terms"]],
  ])("%s: %s", (how, text, quotes) => {
    expect(statedIn(text)).toEqual(quotes.map((quote) => ({ how, quote })));
  });

  test("several in one message, each once, in Slack's markup or not", () => {
    const text =
      "3 weeks incl. e2e, assuming <@U0SAM> is back; the <https://wiki.example/m|migration> is on top. incl. e2e";
    expect(statedIn(text)).toEqual([
      { how: "in", quote: "incl. e2e" },
      { how: "assumed", quote: "assuming @… is back" },
      { how: "out", quote: "the migration is on top" },
    ]);
  });
});

describe("near misses", () => {
  test.each([
    "does that include testing?",
    "what is not included?",
    "nope, that's on top",
    "it's not included",
    "3 days without a doubt",
    "we do it without phoning them",
    "customers without a seat see nothing",
    "not blocked by anyone",
    "no longer waiting for legal",
    "seats are counted in three places",
    "not sure if everything is included",
    "&gt; 3 weeks incl. e2e\nthat is what I said",
    "incl.",
    "what did you leave out?",
    "nothing left out",
    "we left nothing out",
    "the export left out two rows",
    "they left out the docs by mistake, sorry",
    "the key was left out of the config",
    "two of the keys are left out of the config",
    "left out: that",
    "excluded: those",
  ])("%s", (text) => {
    expect(statedIn(text)).toEqual([]);
  });
});

test("what is kept of one message is short", () => {
  const long = Array.from({ length: 50 }, (_, index) => `without part number ${index} of it all.`).join(" ");
  const kept = statedIn(long).reduce((sum, { quote }) => sum + quote.length, 0);
  expect(kept).toBeGreaterThan(200);
  expect(kept).toBeLessThanOrEqual(280);
  expect(statedIn(`incl. ${"very ".repeat(200)}long`)[0]?.quote.length).toBeLessThanOrEqual(120);
});

test.each([
  ["without, ".repeat(20_000)],
  ["incl.".repeat(20_000)],
  [" ".repeat(100_000) + "?"],
  ["it needs ".repeat(20_000)],
])("a hostile text of one kind is read to its end", (text) => {
  expect(statedIn(text).length).toBeLessThan(20);
});
