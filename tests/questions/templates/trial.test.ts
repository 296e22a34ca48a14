import { describe, expect, test } from "vitest";
import { compile } from "../../../src/questions/library.ts";
import type { Template } from "../../../src/questions/template.ts";
import { gather } from "../../../src/questions/templates/gather.ts";
import { counts, switchedOn, tryExamples } from "../../../src/questions/templates/trial.ts";
import { OFFLINE, offlineWith } from "./sample.ts";

function templateOf(text: string): Template {
  const [template] = gather([[{ file: "a.yaml", text }]]).templates;
  if (!template) throw new Error("the sample was refused");
  return template;
}

function failures(line: string, instead: string) {
  const template = templateOf(offlineWith(line, instead));
  return tryExamples(template, compile([template])).map(({ under, example, message }) => ({
    under,
    example,
    message,
  }));
}

describe("what does not turn out as the file says", () => {
  test.each([
    [
      "  ask: [3 weeks for the offline mode]",
      "  ask: [lunch anyone?]",
      "examples.ask",
      "lunch anyone?",
      "not asked: ",
    ],
    [
      "  ask: [3 weeks for the offline mode]",
      "  ask: [3 weeks for the server work]",
      "examples.ask",
      "3 weeks for the server work",
      "not asked: ",
    ],
    [
      "  quiet: [who is in for lunch?]",
      "  quiet: [3 weeks for the offline mode]",
      "examples.quiet",
      "3 weeks for the offline mode",
      "asked all the same",
    ],
    [
      "  non-answer: [it depends]",
      "  non-answer: [it depends]\n  partial: [lol]",
      "replies.partial",
      "lol",
      "taken for: ",
    ],
  ])("%s -> %s", (line, instead, under, example, message) => {
    expect(failures(line, instead)).toContainEqual({
      under,
      example,
      message: expect.stringContaining(message),
    });
  });

  test.each([
    ["3 weeks to purge old invoices", '"3 weeks" is none, since it tells how old something is'],
    ["the offline mode took 3 weeks", '"3 weeks" is none, since it tells what already happened'],
  ])("a number that is no estimate is told with the reason: %s", (example, told) => {
    const message = `not asked: no estimate and no spec to ask about; ${told}`;
    const line = "  ask: [3 weeks for the offline mode]";
    expect(failures(line, `  ask: [${example}]`)).toContainEqual({ under: "examples.ask", example, message });
  });

  test("a non-answer among the answers", () => {
    const line = "  answered: [reading works offline and writing waits]";
    expect(failures(line, "  answered: [it depends]")).toContainEqual({
      under: "replies.answered",
      example: "it depends",
      message: expect.stringMatching(/^taken for: non-answer, because of: \S/) as string,
    });
  });

  test.each([
    ["  ask: [3 weeks for the offline mode]", "examples.ask"],
    ["  quiet: [who is in for lunch?]", "examples.quiet"],
    ["  non-answer: [it depends]", "replies.non-answer"],
  ])("without %s it cannot be tried", (line, under) => {
    expect(failures(line, "")).toContainEqual({
      under,
      example: undefined,
      message: `at least one is needed under '${under}'`,
    });
  });
});

test("what turns out as it says is not named", () => {
  const template = templateOf(OFFLINE);
  const named = tryExamples(template, compile([template])).map(({ under }) => under);
  expect(named).not.toContain("examples.ask");
  expect(named).not.toContain("examples.quiet");
  expect(named).not.toContain("replies.non-answer");
});

test("a question that is switched off is tried as if it were on", () => {
  const off = templateOf(offlineWith("owner: Priya", "disabled: true"));
  const named = tryExamples(off, compile([off])).map(({ under }) => under);
  expect(named).not.toContain("examples.ask");
  expect(switchedOn(off, compile([off])).byId.get("offline-mode")?.disabled).toBe(false);
});

test("examples and replies are counted", () => {
  expect(counts(templateOf(OFFLINE))).toEqual({ ask: 1, quiet: 1, replies: 2 });
});
