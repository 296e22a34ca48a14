import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain } from "../../src/reading/explain.ts";
import { read } from "../../src/reading/read.ts";

const quotes = (text: string, before?: string): string[] =>
  read(text, before === undefined ? {} : { before }).estimates.map((one) => one.quote);

describe("messages that hold an estimate, of kinds the labelled corpus has few of", () => {
  test.each([
    ["Hej! Für den Import: 3 Tage?? no wait, in english: 3 days", ["3 days"]],
    ["TL;DR 2 weeks. Long version in the doc.", ["2 weeks"]],
    ["Status | importer | 4d left", ["4d"]],
    ["FYI @channel the exporter will be finished by Thursday noon", ["by Thursday noon"]],
    ["1. parser - 2 days\n2. writer - 3 days\n3. glue - 1 day", ["2 days", "3 days", "1 day"]],
    ["after talking to Noor I'm comfortable saying three sprints", ["three sprints"]],
    ["we can squeeze it into two days if Sam does the reviews", ["two days"]],
    ["Effort: 13 story points", ["13 story points"]],
    ["Frontend 5 SP, backend 8 SP", ["5 SP", "8 SP"]],
    ["let's call it a medium and move on, it's a medium", ["a medium"]],
    ["give me until Tuesday for the importer", ["until Tuesday"]],
    ["the good news: only half a day left on the parser", ["half a day"]],
    ["that's easily 3 months of work for one person", ["3 months"]],
    ["Priya: ~6 days, Sam: ~4 days", ["~6 days", "~4 days"]],
    ["it's a quick win, we already have the component", ["quick win"]],
    ["we should have it in production by the end of March", ["by the end of March"]],
    ["the widget is a no-brainer, the report is a monster", ["no-brainer", "a monster"]],
    ["6-8 weeks, give or take", ["6-8 weeks"]],
    ["ok, so: api 2d / ui 3d / tests 1d", ["2d", "3d", "1d"]],
    ["nothing crazy, maybe 2 days", ["2 days"]],
    ["I think we can ship this within 10 days", ["within 10 days"]],
    ["my gut says 5 points", ["5 points"]],
    ["we'll need another sprint to harden it", ["another sprint"]],
    ["the rewrite? 9 months, no joke", ["9 months"]],
    ["I need 45 minutes to fix the template", ["45 minutes"]],
    ["will take me a day and a half, mostly tests", ["a day and a half"]],
    ["Sam estimates 2 weeks for the adapter", ["2 weeks"]],
    ["yep, end of week still works", ["end of week"]],
  ])("%s", (text, wanted) => {
    const found = quotes(text);
    for (const quote of wanted)
      expect(found.some((one) => one.includes(quote) || quote.includes(one))).toBe(true);
  });
});

describe("messages that only look like it", () => {
  test.each([
    "The lease on the office runs for another 3 years",
    "remember to log 8 hours a day in the timesheet",
    "the elevator is out of order for 2 weeks now",
    "happy birthday Sam, 30 years young :cake:",
    "the webinar starts in 20 minutes, join the link",
    "our podcast episode is 45 minutes long",
    "Could someone give me a rough idea: days or weeks?",
    "the intern stays for 6 months",
    "free shipping on orders over 50, returns within 30 days",
    "gym membership costs 30 a month",
    "the pipeline took 40 minutes again",
    "I waited two hours for the certificate",
    "invoice 4711 is 14 days overdue",
    "we interviewed 5 people in 3 days",
    "what would it take to do this in 2 weeks?",
    "the conference is from the 3rd to the 5th",
    "Noor is on parental leave until October",
    "the old contract ran 24 months, the new one 36",
    "standup in 5 minutes",
    "sprint 42 ended yesterday",
    "ticket DATA-13 is a duplicate of DATA-8",
    "password reset links expire after 24 hours",
    "every second Tuesday we clean up the backlog",
    "last year the same project took 8 weeks",
    "had we known, we could have saved 3 weeks",
    "is 2 weeks enough for you?",
    "the nightly backup takes 4 hours",
    "the customer expects it on Monday",
    "&gt; it will be 2 weeks\nwho said that?",
    "the cookie lives for 7 days",
    "I'm away from Monday for 2 weeks",
    "lunch at 12?",
  ])("%s", (text) => {
    expect(quotes(text)).toEqual([]);
  });
});

describe("what was asked before", () => {
  test.each([
    ["3 weeks", "how long for the importer?", ["3 weeks"]],
    ["5", "how many points is it?", ["5"]],
    ["10, maybe 12 with tests", "how many days do you need?", ["10"]],
  ])("%s, after %s", (text, before, wanted) => {
    const found = quotes(text, before);
    for (const quote of wanted) expect(found).toContain(quote);
  });
  test("a number after small talk is none", () => {
    expect(quotes("5", "how many people came?")).toEqual([]);
  });
});

describe("doubt and corrections", () => {
  test.each([
    ["I think 3 days for the parser", true],
    ["3 days for the parser, give or take", true],
    ["~3 days for the parser", true],
    ["the parser is 3 days", false],
    ["2-3 days for the parser", false],
  ])("%s", (text, hedged) => {
    expect(read(text).estimates[0]?.hedged).toBe(hedged);
  });
  test.each([
    ["~2 days~ 4 days for the parser", true],
    ["I said 2 weeks for the parser, make that 4 weeks", true],
    ["4 days for the parser", undefined],
    ["another week for the parser", undefined],
  ])("%s", (text, changed) => {
    expect(read(text).estimates.at(-1)?.revises).toBe(changed);
  });
});

test("each find names its rule, each one struck out its reason, and both can be told in plain words", () => {
  const told = explain(read("the importer is 3 weeks, the last one took 2 sprints"));
  expect(told).toEqual([
    '"3 weeks" is a duration, 15 working days.',
    '"2 sprints" is no estimate: it tells what already happened.',
  ]);
});

test.each([
  ["how long for the importer?", true],
  ["any eta on this", true],
  ["S, M or L?", true],
  ["the importer is 3 weeks", false],
])("%s asks: %s", (text, asks) => {
  expect(read(text).asksForEstimate).toBe(asks);
});

test("topics and what is covered", () => {
  const reading = read("3 weeks incl. e2e tests, without the migration, rollout behind a flag");
  expect(reading.topics.map((one) => one.topic)).toEqual(
    expect.arrayContaining(["testing", "database-change", "rollout"]),
  );
  expect(reading.covered).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ topic: "testing", how: "in" }),
      expect.objectContaining({ topic: "database-change", how: "out" }),
      expect.objectContaining({ topic: "rollout", how: "how" }),
    ]),
  );
});

/** Strings made of what the reader listens for, in any order, between anything at all. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      "3",
      "2-",
      "weeks",
      "points",
      "a",
      "half",
      "or two",
      "at least",
      "by",
      "Friday",
      "end of",
      "next",
      "sprint",
      "M",
      "XL",
      "quick",
      "one",
      "~",
      "&gt;",
      "?",
      ".",
      "\n",
      "```",
      "`",
      "<@U1>",
      "not",
      "from",
      "to",
      "İ",
      "😀",
      "'s",
      "14th",
      "11/21",
      "https://x.y",
    ),
    fc.string({ unit: "binary" }),
  ),
  { maxLength: 40 },
);
const messages = pieces.map((parts) => parts.join(" "));

describe("for any text", () => {
  test("it never throws, and every position points home", () => {
    fc.assert(
      fc.property(messages, (text) => {
        const { estimates, struck, topics, hedges, covered } = read(text);
        for (const { quote, at } of [...estimates, ...struck, ...topics, ...hedges, ...covered])
          expect(text.slice(at, at + quote.length)).toBe(quote);
      }),
    );
  });
  test("reading twice gives the same", () => {
    fc.assert(
      fc.property(messages, messages, (text, before) => {
        expect(read(text, { before })).toEqual(read(text, { before }));
      }),
    );
  });
});
