import { describe, expect, test } from "vitest";
import { askedFor } from "../../src/threads/asked-for.ts";
import { fold } from "../../src/threads/fold.ts";
import type { Line } from "../../src/threads/thread.ts";
import { emptyThread } from "../../src/threads/fold.ts";
import { lineOf } from "../../src/questions/line.ts";
import { read } from "../../src/reading/read.ts";
import { LIBRARY } from "../questions/choosing/shipped.ts";

/** A thread as it is kept: each text by its writer, in order. */
function thread(...said: readonly (readonly [user: "pm" | "eng", text: string])[]) {
  const lines = said.map(([user, text], n): Line => {
    const before = said[n - 1]?.[1];
    const reading = read(text, before === undefined ? {} : { before });
    const role = user === "pm" ? "pm" : "doer";
    return { ...lineOf({ ts: `${n + 1}`, user, role, text }, reading, LIBRARY), said: text };
  });
  const words = lines.map(({ said: text, ...line }) =>
    line.estimates.length > 0 || line.reading.asksForEstimate ? { ...line, said: text! } : line,
  );
  return words.reduce(fold, emptyThread({ team: "T1", channel: "C1", root: "1" })).lines;
}

const ASKED = "how long for the store locator?";

describe("a bare number is shown with what asked for it", () => {
  test.each([["3 weeks"], ["about 3 weeks"], ["~3w I'd say"]])("%s", (answer) => {
    const lines = thread(["pm", ASKED], ["eng", answer]);
    expect(askedFor(lines, "2")).toEqual({ quote: ASKED, ts: "1" });
  });

  test("one that says what it is for stands alone, and nothing of the question is kept", () => {
    const lines = thread(["pm", ASKED], ["eng", "the store locator with maps is 3 weeks"]);
    expect(askedFor(lines, "2")).toBeUndefined();
    expect(lines[0]).not.toHaveProperty("said");
  });

  test("each number has its own", () => {
    const lines = thread(
      ["pm", ASKED],
      ["eng", "3 weeks"],
      ["pm", "and how long for search?"],
      ["eng", "5 days"],
    );
    expect(askedFor(lines, "2")?.quote).toBe(ASKED);
    expect(askedFor(lines, "4")?.quote).toBe("and how long for search?");
  });

  test("the newest is kept until it is answered", () => {
    const lines = thread(["pm", ASKED], ["pm", "or: how long for search?"]);
    expect(lines.map(({ said }) => said)).toEqual([undefined, "or: how long for search?"]);
  });

  test("a second number is not what was asked for", () => {
    const lines = thread(["pm", ASKED], ["eng", "3 weeks"], ["eng", "2 weeks"]);
    expect(askedFor(lines, "3")).toBeUndefined();
  });
});
