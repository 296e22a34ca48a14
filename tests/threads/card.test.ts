import { describe, expect, test } from "vitest";
import type { Estimate } from "../../src/reading/reading.ts";
import { withUnit } from "../../src/reading/in-full.ts";
import { makeCard } from "../../src/threads/make-card.ts";
import type { Asked, Line, Thread } from "../../src/threads/thread.ts";
import { line, thread, weeks } from "./make.ts";

const READER = "U0PRIYA";
const revised = (count: number): Estimate => ({ ...weeks(count), revises: true });
const said = (ts: string, words: string, ...estimates: Estimate[]): Line =>
  line(ts, { said: words, estimates });

function asked(more: Partial<Asked> = {}): Asked {
  return {
    id: "o1-integration-testing",
    question: "integration-testing",
    text: "Does 3 weeks include testing it end to end? Fine either way.",
    ts: "2",
    by: READER,
    how: "button",
    about: "1",
    replies: [],
    ...more,
  };
}

const card = (more: Partial<Thread>) => makeCard(thread(more), READER, withUnit);
/** "3 weeks > 5 weeks | 1 week": each estimate with what it was before. */
const estimates = (more: Partial<Thread>) =>
  card(more)
    ?.estimates.map(({ now, before }) => [...before, now].map(({ quote }) => quote).join(" > "))
    .join(" | ");

describe("the value and what it was before", () => {
  test.each<[string, string, Line[]]>([
    ["one number", "3 weeks", [said("1", "3 weeks", weeks(3))]],
    ["the same again", "3 weeks", [said("1", "3 weeks", weeks(3)), said("2", "3 weeks still", weeks(3))]],
    ["corrected", "3 weeks > 5 weeks", [said("1", "3 weeks", weeks(3)), said("2", "now 5", revised(5))]],
    [
      "corrected twice",
      "3 weeks > 5 weeks > 4 weeks",
      [said("1", "3 weeks", weeks(3)), said("2", "now 5", revised(5)), said("3", "rather 4", revised(4))],
    ],
    [
      "another number that corrects nothing stands beside it",
      "3 weeks | 1 weeks",
      [said("1", "backend 3 weeks", weeks(3)), said("2", "frontend 1", weeks(1))],
    ],
    [
      "a correction goes to the same person's number",
      "3 weeks > 4 weeks | 1 weeks",
      [
        said("1", "backend 3 weeks", weeks(3)),
        { ...said("2", "frontend 1", weeks(1)), user: "U0THEO" },
        said("3", "rather 4", revised(4)),
      ],
    ],
    [
      "one person's only number, now another",
      "3 weeks > 5 weeks",
      [said("1", "3 weeks", weeks(3)), said("2", "5 weeks now", weeks(5))],
    ],
    [
      "somebody else's now",
      "3 weeks | 5 weeks",
      [said("1", "3 weeks", weeks(3)), { ...said("2", "5 weeks now", weeks(5)), user: "U0THEO" }],
    ],
    ["both in one message", "2 weeks > 5 weeks", [said("1", "2 weeks, no, 5", weeks(2), revised(5))]],
    ["two numbers of one message", "2 weeks, 1 weeks", [said("1", "back 2, front 1", weeks(2), weeks(1))]],
  ])("%s", (_what, expected, lines) => {
    expect(estimates({ lines })).toBe(expected);
  });

  test("the old value that the message itself gives up", () => {
    const struck = [{ quote: "2 weeks", at: 4, reason: "past" as const }];
    const one = said("1", "was 2 weeks, now more like 5", revised(5));
    expect(estimates({ lines: [{ ...one, reading: { ...one.reading, struck } }] })).toBe("2 weeks > 5 weeks");
  });

  test("the word of doubt before it belongs to it", () => {
    const one = said("1", "about 3 weeks", { ...weeks(3), at: 6, hedged: true });
    const hedged = { ...one, reading: { ...one.reading, hedges: [{ quote: "about", at: 0 }] } };
    expect(card({ lines: [hedged] })?.estimates[0].now).toMatchObject({
      quote: "about 3 weeks",
      hedges: ["about"],
    });
  });

  test.each<[string, Partial<Estimate>, string]>([
    ["a single number", {}, "single"],
    ["a range", { high: 20 }, "range"],
    ["at least so much", { high: null }, "bound"],
    ["a date", { kind: "date", low: null, high: null }, "single"],
  ])("%s", (_what, more, shape) => {
    const lines = [said("1", "3 weeks", { ...weeks(3), ...more } as Estimate)];
    expect(card({ lines })?.estimates[0].now.shape).toBe(shape);
  });

  test.each<[string, Partial<Thread>]>([
    ["nobody gave one", { lines: [line("1")] }],
    ["a PM named it", { lines: [{ ...said("1", "3 weeks?", weeks(3)), role: "pm" }] }],
    ["it was marked as none", { lines: [said("1", "3 weeks", weeks(3))], notEstimates: ["1"] }],
  ])("no card where %s", (_what, more) => {
    expect(card(more)).toBeUndefined();
  });
});

describe("numbers in reply to a question", () => {
  const first = said("1", "3 weeks", weeks(3));
  test.each<[string, Line, readonly string[], readonly string[]]>([
    ["said to come on top", said("3", "no, add 1 weeks", weeks(1)), ["1 weeks"], []],
    ["on top, said after it", said("3", "no, 1 weeks on top", weeks(1)), ["1 weeks"], []],
    ["left open", said("3", "1 weeks of it is testing", weeks(1)), [], ["1 weeks"]],
  ])("%s", (_what, reply, plus, also) => {
    const made = card({ lines: [first, reply], asked: [asked()] });
    expect(made?.estimates.map(({ now }) => now.quote)).toEqual(["3 weeks"]);
    expect(made?.plus.map(({ quote }) => quote)).toEqual(plus);
    expect(made?.also.map(({ quote }) => quote)).toEqual(also);
  });

  test("to a question about a spec it is the estimate; about one that was deleted it is none", () => {
    const reply = said("3", "1 weeks", weeks(1));
    expect(estimates({ lines: [line("1"), reply], asked: [asked()] })).toBe("1 weeks");
    expect(estimates({ lines: [reply], asked: [asked()] })).toBeUndefined();
  });

  test("nothing comes on top of a number given later", () => {
    const lines = [first, said("3", "no, add 1 weeks", weeks(1)), said("4", "now 5 weeks", revised(5))];
    expect(card({ lines, asked: [asked()] })).toMatchObject({ plus: [], also: [{ quote: "1 weeks" }] });
  });
});

test("of many things of a kind the newest few are shown", () => {
  const lines = Array.from({ length: 9 }, (_, index) => said(`1.${index}`, "so long", weeks(index + 1)));
  expect(card({ lines })?.estimates.map(({ now }) => now.quote)).toEqual(
    ["4", "5", "6", "7", "8", "9"].map((count) => `${count} weeks`),
  );
});

describe("what was said of it", () => {
  test("by anybody, each clause once, where it was said last", () => {
    const lines = [
      { ...said("1", "3 weeks", weeks(3)), stated: [{ how: "out" as const, quote: "without the docs" }] },
      line("2", { role: "pm", stated: [{ how: "in", quote: "incl. e2e" }] }),
      line("3", {
        stated: [
          { how: "out", quote: "Without the docs" },
          { how: "depends", quote: "once legal nods" },
        ],
      }),
    ];
    expect(card({ lines })).toMatchObject({
      in: [{ quote: "incl. e2e", ts: "2" }],
      out: [{ quote: "Without the docs", ts: "3" }],
      assumed: [],
      depends: [{ quote: "once legal nods", ts: "3" }],
      upTo: "3",
    });
  });
});

describe("questions", () => {
  const lines = [said("1", "3 weeks", weeks(3))];
  const answer = { label: "answered" as const, at: 0, sentence: "no, add three days", ts: "3" };
  const made = (...all: Asked[]) => card({ lines, asked: all });
  const QUESTION = "Does 3 weeks include testing it end to end?";

  test("answered: with the deciding sentence", () => {
    expect(made(asked({ verdict: answer }))).toMatchObject({
      learned: [{ text: QUESTION, reply: { quote: "no, add three days", ts: "3" } }],
      open: [],
    });
  });

  test.each<[string, Partial<Asked>]>([
    ["without a reply", {}],
    ["with a non-answer", { verdict: { label: "non-answer", at: 0, sentence: "should be fine", ts: "3" } }],
    ["half answered", { verdict: { label: "partial", at: 0, sentence: "with billing yes", ts: "3" } }],
  ])("open: %s", (_what, more) => {
    expect(made(asked(more))).toMatchObject({ learned: [], open: [{ text: QUESTION }] });
  });

  test.each<[string, Partial<Asked>]>([
    ["one laid to rest", { closed: true }],
    ["one that was never posted", { ts: "" }],
  ])("%s is no longer open", (_what, more) => {
    expect(made(asked(more))).toMatchObject({ learned: [], open: [] });
  });

  test("a second try stands for the first, in the first one's words", () => {
    const again = asked({ id: "o1-integration-testing+", ts: "3", text: "Fine if you don't know yet?" });
    expect(made(asked({ closed: true }), again)?.open).toMatchObject([{ text: QUESTION, asked: "3" }]);
    expect(made(asked(), again)?.open).toHaveLength(1);
  });

  test("somebody else's: that it was asked, and no verdict", () => {
    expect(made(asked({ by: "U0NOOR", verdict: answer }))).toMatchObject({
      learned: [],
      open: [],
      others: [{ question: "integration-testing", text: QUESTION, asked: "2" }],
    });
    expect(JSON.stringify(made(asked({ by: "U0NOOR", verdict: answer })))).not.toContain("answered");
  });
});
