import { describe, expect, test } from "vitest";
import { gather } from "../../../src/questions/templates/gather.ts";
import { bothWays, senseProblems } from "../../../src/questions/templates/sense.ts";
import { readTemplateFile } from "../../../src/questions/templates/template-file.ts";
import { OFFLINE, offlineWith } from "./sample.ts";

/** What is said of a file, laid over the sample where it extends it. */
function said(text: string) {
  const source = { file: "a.yaml", text };
  const { templates } = gather([[{ file: "shipped.yaml", text: OFFLINE }], [source]]);
  const files = [readTemplateFile(source)];
  return [...senseProblems(files, templates), ...bothWays(files, templates)].map(
    ({ line, col, message, mild }) => `${line}:${col} ${mild ? "note: " : ""}${message}`,
  );
}

describe("what can be read and makes no sense", () => {
  test.each([
    [
      "  ask: [3 weeks for the offline mode]",
      "  ask: []",
      ["17:8 at least one is needed under 'examples.ask'"],
    ],
    [
      "  non-answer: [it depends]",
      "  partial: []",
      ["19:1 at least one is needed under 'replies.non-answer'"],
    ],
    [
      "  about: [duration, points]",
      "  about: [duration]\n  at_least: 2 weeks\n  at_most: 9 days",
      ["13:12 at_least (2 weeks) is above at_most (9 days): nothing lies between"],
    ],
    [
      "  covered: [online only]",
      "  covered: [online only, Offline]",
      ["12:10 note: 'offline' stands both under 'when.cues' and 'unless.covered'"],
    ],
    [
      "  not_about: [server]",
      "  not_about: [“server”, ‘api]",
      [
        "15:15 the curly quotes in “server” belong to the word",
        "15:25 the curly quotes in ‘api belong to the word",
      ],
    ],
  ])("%s -> %s", (line, instead, expected) => {
    expect(said(offlineWith(line, instead))).toEqual(expected);
  });

  const ABOUT_SPEC = "extends: offline-mode\nwhen: { about: [spec, points] }\n";

  test("a file that is refused is told of its curly quotes as well", () => {
    const text = offlineWith("  not_about: [server]", "  not_about: [“server”]").replace(
      "form: open",
      "form: opne",
    );
    expect(said(text)).toEqual(["15:15 the curly quotes in “server” belong to the word"]);
  });

  test("an estimate is named where a spec may stand alone", () => {
    expect(said(offlineWith("  about: [duration, points]", "  about: [duration, spec]"))).toEqual([
      "3:6 asks about a spec too, where no estimate stands that {estimate} could name",
    ]);
    expect(said(ABOUT_SPEC)).toEqual([expect.stringContaining("2:16 asks about a spec too")]);
    expect(said(`${ABOUT_SPEC}unsized: What works without a connection?\n`)).toEqual([]);
    expect(said(`${ABOUT_SPEC}ask: What works without a connection?\n`)).toEqual([]);
  });

  test.each([
    ["when: { at_least: 3 weeks, at_most: 1 day }", "2:37 at_least (3 weeks) is above"],
    ["unless: { covered: { add: [offline] } }", "2:28 note: 'offline' stands both"],
    ["examples: { quiet: [] }", "2:20 at least one is needed under 'examples.quiet'"],
  ])("in a change: %s", (line, expected) => {
    expect(said(`extends: offline-mode\n${line}\n`)).toEqual([expect.stringContaining(expected)]);
  });
});

describe("near misses", () => {
  test.each([
    ["  not_about: [server]", "  not_about: [offline, it’s a test]"],
    ["  covered: [online only]", '  covered: ["sync", works offline]'],
    ["  about: [duration, points]", "  about: [duration]\n  at_least: 5 days\n  at_most: 1 week"],
    ["weak: It depends.", "weak: “It depends.”"],
  ])("%s -> %s is fine", (line, instead) => {
    expect(said(offlineWith(line, instead))).toEqual([]);
  });

  test.each([
    "disabled: true",
    "when: { cues: { remove: [offline] } }\nunless: { covered: [offline] }",
    "when: { at_least: 2 days }",
  ])("a change: %s", (line) => {
    expect(said(`extends: offline-mode\n${line}\n`)).toEqual([]);
  });
});
