import { describe, expect, test } from "vitest";
import {
  fold,
  forgetMessage,
  isEmpty,
  isOccasion,
  occasions,
  openOccasion,
  saysSomething,
  valueOf,
} from "../../src/threads/fold.ts";
import { line, offer, thread, weeks } from "./make.ts";

describe("folding a message into its thread", () => {
  test("keeps the order in which things were said, whenever they are heard", () => {
    const late = fold(fold(thread(), line("3")), line("1"));
    expect(fold(late, line("2")).lines.map((one) => one.ts)).toEqual(["1", "2", "3"]);
  });

  test("an edited message takes the place of what it said before", () => {
    const edited = fold(
      fold(thread(), line("1", { estimates: [weeks(3)] })),
      line("1", { estimates: [weeks(5)] }),
    );
    expect(edited.lines).toHaveLength(1);
    expect(edited.lines[0]?.estimates[0]?.low).toBe(25);
  });

  test("a very long thread forgets the oldest lines that say nothing, and no estimate", () => {
    let long = fold(thread(), line("0000", { estimates: [weeks(3)] }));
    for (let count = 1; count <= 100; count += 1) long = fold(long, line(String(count).padStart(4, "0")));
    expect(long.lines.length).toBeLessThanOrEqual(60);
    expect(long.lines[0]?.ts).toBe("0000");
    expect(long.lines.at(-1)?.ts).toBe("0100");
  });

  test("nor one that others follow which all say something", () => {
    let long = fold(thread(), line("0000", { estimates: [weeks(3)] }));
    for (let count = 1; count <= 100; count += 1)
      long = fold(long, line(String(count).padStart(4, "0"), { stated: [] }));
    expect(long.lines).toHaveLength(60);
    expect(long.lines[0]?.ts).toBe("0000");
    expect(long.lines.at(-1)?.ts).toBe("0100");
  });
});

describe("what a suggestion can be about", () => {
  test.each([
    ["a doer's estimate", line("1", { estimates: [weeks(3)] }), true],
    ["a PM's number", line("1", { estimates: [weeks(3)], role: "pm" }), false],
    ["a bystander's number", line("1", { estimates: [weeks(3)], role: "bystander" }), false],
    [
      "a doer's spec link",
      line("1", { specs: [{ url: "https://a.b/c", at: 0, provider: "other", spec: true }] }),
      true,
    ],
    ["talk", line("1"), false],
  ])("%s", (_what, one, expected) => {
    expect(isOccasion(one)).toBe(expected);
    expect(occasions(thread({ lines: [one] }))).toHaveLength(expected ? 1 : 0);
  });

  test("not what somebody said is no estimate", () => {
    expect(occasions(thread({ lines: [line("1", { estimates: [weeks(3)] })], notEstimates: ["1"] }))).toEqual(
      [],
    );
  });
});

describe("one suggestion per estimate", () => {
  const three = line("1", { estimates: [weeks(3)] });
  test("an estimate nothing was decided about is open", () => {
    expect(openOccasion(thread({ lines: [three] }))).toBe(three);
  });
  test("one that was offered is not, nor the same value said again", () => {
    const offered = thread({ lines: [three], offers: [offer("1")] });
    expect(openOccasion(offered)).toBeUndefined();
    expect(openOccasion(fold(offered, line("2", { estimates: [weeks(3)] })))).toBeUndefined();
  });
  test("a number that really changed is", () => {
    const changed = fold(
      thread({ lines: [three], offers: [offer("1")] }),
      line("2", { estimates: [weeks(5)] }),
    );
    expect(openOccasion(changed)?.ts).toBe("2");
  });
  test("so is the same message, edited to another number", () => {
    const edited = fold(
      thread({ lines: [three], offers: [offer("1")] }),
      line("1", { estimates: [weeks(5)] }),
    );
    expect(openOccasion(edited)?.ts).toBe("1");
  });
  test("a number that answers a question is none, unless it corrects the estimate", () => {
    const asked = {
      id: "a",
      question: "integration-testing",
      text: "Does that include testing?",
      ts: "2",
      by: "U0PRIYA",
      how: "hand" as const,
      about: "1",
      replies: [],
    };
    const extra = line("3", { estimates: [weeks(1)] });
    const corrected = line("3", { estimates: [{ ...weeks(5), revises: true }] });
    const met = thread({ lines: [three], offers: [offer("1")], asked: [asked] });
    expect(openOccasion(fold(met, extra))).toBeUndefined();
    expect(openOccasion(fold(met, corrected))?.ts).toBe("3");
    // Where nothing was suggested yet, the newest number is what there is to talk about.
    expect(openOccasion(fold({ ...met, offers: [] }, extra))?.ts).toBe("3");
  });
  test("a question for a number is answered by the first changed number, not by what comes after", () => {
    const asked = {
      id: "a",
      question: "range",
      text: "What would the good case and the bad case look like?",
      ts: "2",
      by: "U0PRIYA",
      how: "button" as const,
      about: "1",
      replies: [],
    };
    const revised = (count: number) => [{ ...weeks(count), revises: true as const }];
    const met = thread({ lines: [three], offers: [offer("1")], asked: [asked] });
    const answered = fold(met, line("3", { estimates: revised(5) }));
    expect(openOccasion(answered)).toBeUndefined();
    expect(openOccasion(fold(answered, line("4", { estimates: revised(6) })))?.ts).toBe("4");
  });
  test("one that was kept quiet about stays quiet until it changes", () => {
    const silent = thread({
      lines: [three],
      silences: [{ about: "1", value: valueOf(three), reason: "joke", at: 0 }],
    });
    expect(openOccasion(silent)).toBeUndefined();
    expect(openOccasion(fold(silent, line("1", { estimates: [weeks(5)] })))?.ts).toBe("1");
  });
});

describe("the value of an occasion", () => {
  test("is the same for the same size in other words", () => {
    const words = line("1", { estimates: [{ ...weeks(3), quote: "15 days" }] });
    expect(valueOf(words)).toBe(valueOf(line("2", { estimates: [weeks(3)] })));
  });
  test("tells two dates apart by their words", () => {
    const date = (quote: string) =>
      line("1", {
        estimates: [{ kind: "date", quote, at: 0, low: null, high: null, hedged: false, rule: "date" }],
      });
    expect(valueOf(date("by Friday"))).not.toBe(valueOf(date("by Monday")));
    expect(valueOf(date("by  friday"))).toBe(valueOf(date("by Friday")));
  });
});

describe("forgetting a message", () => {
  const reply = { ts: "3", user: "U0SAM", role: "doer" as const, sentence: "should be fine", findings: {} };
  const whole = thread({
    lines: [line("1", { estimates: [weeks(3)] }), line("3")],
    offers: [offer("1")],
    silences: [{ about: "1", value: "v", reason: "joke", at: 0 }],
    asked: [
      {
        id: "a",
        question: "rollout",
        text: "Where does it stop?",
        ts: "2",
        by: "U0PRIYA",
        how: "button",
        about: "1",
        replies: [reply],
        verdict: { label: "non-answer", sentence: "should be fine", ts: "3", at: 0 },
        told: "non-answer",
      },
    ],
  });

  test("takes everything kept of it", () => {
    const left = forgetMessage(whole, "1");
    expect(left).toMatchObject({ offers: [], silences: [] });
    expect(left?.lines.map((one) => one.ts)).toEqual(["3"]);
  });
  test("takes the reply, and the verdict that rested on it", () => {
    const left = forgetMessage(whole, "3");
    expect(JSON.stringify(left)).not.toContain("should be fine");
    expect(left?.asked[0]).not.toHaveProperty("verdict");
  });
  test("takes a question whose message is gone", () => {
    expect(forgetMessage(whole, "2")?.asked).toEqual([]);
  });
  test("leaves only its id where nothing else was kept", () => {
    const left = forgetMessage(thread({ lines: [line("1")] }), "1");
    expect(left).toEqual({ ...thread({}), gone: ["1"] });
    expect(isEmpty(left)).toBe(true);
  });
});

test("a line says something if anything at all was found in it", () => {
  expect(saysSomething(line("1"))).toBe(false);
  expect(saysSomething(line("1", { estimates: [weeks(1)] }))).toBe(true);
  const noticed = {
    cues: [{ question: "rollout", quote: "launch", at: 0 }],
    covered: [],
    notAbout: [],
    signs: [],
  };
  expect(saysSomething(line("1", { noticed }))).toBe(true);
});
