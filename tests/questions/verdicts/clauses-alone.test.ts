import { describe, expect, test } from "vitest";
import { askedBy, clauseCues } from "../../../src/questions/replies/clause-cues.ts";
import { combine } from "../../../src/questions/replies/combine.ts";
import { addSpoken, spoken } from "../../../src/questions/replies/spoken.ts";
import { words } from "../../../src/questions/replies/text.ts";
import { wantsBeside } from "../../../src/questions/replies/wants.ts";
import { downhill } from "../../../training/downhill.ts";

const QUESTION = {
  id: "open-questions",
  text: "Which points are open, and who closes them by when?",
  form: "list",
} as const;

/** Chances for answered, partial, non-answer, unrelated. */
const FACT = [0.9, 0.1, 0, 0];
const DODGE = [0, 0.2, 0.8, 0];

describe("a clause alone", () => {
  const cues = clauseCues(askedBy(QUESTION), words("the open ones nobody knows"));

  test.each([
    "nobody",
    "nobody knows",
    "nobody knows $",
    "person×nobody",
    "[wants two parts]",
    "[gap]",
    "[echo]",
  ])("has the cue %s", (cue) => {
    expect(cues).toContain(cue);
  });

  test("has each cue once, and no echo without a word of the question", () => {
    const twice = clauseCues(askedBy(QUESTION), words("fee fee"));
    expect(twice).toHaveLength(new Set(twice).size);
    expect(twice).not.toContain("[echo]");
    expect(twice).toContain("[length 2]");
  });

  test("is looked at beside what the question wants", () => {
    expect(wantsBeside(QUESTION)).toEqual(expect.arrayContaining(["person", "time", "list", "two parts"]));
    expect(wantsBeside({ text: "Is it in?", form: "yes-no" })).toEqual(["yes-no"]);
  });
});

describe("what clauses say together", () => {
  test("in one reply", () => {
    expect(spoken([FACT, DODGE])).toMatchObject({
      spoken: 2,
      "surest answered": 0.9,
      "least answered": 0,
      "begins answered": 0.9,
      "ends non-answer": 0.8,
      "says partial": 0.1 + 0.2,
    });
    expect(spoken([])).toEqual({});
  });

  test("in several replies is as in one", () => {
    expect(combine([spoken([FACT]), spoken([DODGE])])).toEqual(spoken([FACT, DODGE]));
  });

  const strengthsOf = (...clauses: (readonly number[])[]) => {
    const strong = new Map<string, number>();
    addSpoken(strong, spoken(clauses), "two parts");
    return strong;
  };

  test("an answer and then a dodge is the shape of half an answer", () => {
    expect(strengthsOf(FACT, DODGE).get("answer, then dodge")).toBeCloseTo(2 * 0.9 * 0.8);
    expect(strengthsOf(DODGE, FACT).get("answer, then dodge")).toBe(0);
    expect(strengthsOf(DODGE, FACT).get("answer and dodge, two parts")).toBeCloseTo(2 * 0.9 * 0.8);
  });

  test("one clause alone is told from several", () => {
    expect(strengthsOf(FACT).get("only clause answered, two parts")).toBe(0.9);
    expect(strengthsOf(FACT, DODGE).has("only clause answered, two parts")).toBe(false);
    expect(strengthsOf().size).toBe(0);
  });
});

describe("the way down", () => {
  test("finds the lowest point of a long valley, the same each time", () => {
    const valley = (point: Float64Array, slope: Float64Array) => {
      const [x, y] = [point[0]!, point[1]!];
      slope[0] = 2 * (x - 3);
      slope[1] = 200 * (y + 1);
      return (x - 3) ** 2 + 100 * (y + 1) ** 2;
    };
    const lowest = downhill(valley, 2, 40);
    expect(lowest[0]).toBeCloseTo(3);
    expect(lowest[1]).toBeCloseTo(-1);
    expect(downhill(valley, 2, 40)).toEqual(lowest);
  });
});
