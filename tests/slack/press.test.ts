import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPress, writePress } from "../../src/slack/press.ts";
import { PRESSES } from "../../src/telling/note.ts";

describe("a press in a button", () => {
  test.each([
    [{ do: "ask", about: { c: "C0PLAN", r: "1700000000.000100" } }, "ask?c=C0PLAN&r=1700000000.000100"],
    [{ do: "resume", about: {} }, "resume"],
    [{ do: "correct", about: { label: "non-answer" } }, "correct?label=non-answer"],
  ] as const)("%j", (press, written) => {
    expect(writePress(press)).toBe(written);
    expect(readPress(written)).toEqual(press);
  });

  test("comes back as it was, whatever it is about", () => {
    const about = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 9 }).filter((key) => key !== "__proto__"),
      fc.string({ maxLength: 20 }),
      { maxKeys: 6 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...PRESSES), about, (name, ids) => {
        expect(readPress(writePress({ do: name, about: ids }))).toEqual({ do: name, about: { ...ids } });
      }),
    );
  });
});

describe("what is none of ours", () => {
  test.each([
    ["an unknown name", "delete-everything?c=C0PLAN"],
    ["a name of every object", "constructor"],
    ["nothing", ""],
    ["no string", { do: "ask" }],
    ["no value", undefined],
    ["far too long", `ask?${"c".repeat(3000)}`],
    ["far too many", `ask?${"c=1&".repeat(100).replaceAll("c", "c")}`],
  ])("%s", (_what, value) => {
    expect(readPress(value)).toBeUndefined();
  });

  test("never throws", () => {
    fc.assert(fc.property(fc.anything(), (value) => void readPress(value)));
    fc.assert(fc.property(fc.string(), (text) => void readPress(`ask?${text}`)));
  });
});
