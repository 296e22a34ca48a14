import { describe, expect, test } from "vitest";
import { askThread } from "../../../src/questions/ask-thread.ts";
import { LIBRARY } from "./shipped.ts";

const said = (...texts: string[]) =>
  askThread(
    texts.map((text) => ({ from: text.startsWith("pm: ") ? "pm" : "eng", text: text.replace("pm: ", "") })),
    LIBRARY,
  );

describe("nobody is asked about work that is over", () => {
  test.each([
    [["v2 of the picker is done, took 6 days instead of 4"]],
    [["the export took us 3 weeks back then"]],
    [["we shipped it, took 6 days instead of 4", "yes, that was long"]],
  ])("%j", (texts) => {
    expect(said(...texts)).toMatchObject({ questions: [] });
  });
});

describe("near misses", () => {
  test.each([
    [["v2 took 6 days instead of 4. v3 of the picker is 2 weeks"]],
    [["pm: how long for v3 of the importer, with the vendor?", "v2 took 6 days instead of 4"]],
  ])("%j", (texts) => {
    expect(said(...texts).questions.length).toBeGreaterThan(0);
  });
});

test("a spec link is a reason where there is one", () => {
  const because = (...texts: string[]) => said(...texts).questions.map((question) => question.because);
  expect(because("pm: how long for v3?", "v2 took 6 days instead of 4").join()).not.toContain("spec link");
  expect(because("spec: https://docs.google.com/document/d/1/edit").length).toBeGreaterThan(0);
});

test("of a short look that comes first it is said what is so", () => {
  const { questions, quiet } = said("spike first, 2 days max, I'll report back thursday. no prod code");
  expect(questions).toEqual([]);
  expect(quiet).toMatch(/^a short look comes first/);
});
