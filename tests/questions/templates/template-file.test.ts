import { describe, expect, test } from "vitest";
import { readTemplateFile } from "../../../src/questions/templates/template-file.ts";
import { OFFLINE, offlineWith } from "./sample.ts";

const file = "offline-mode.yaml";

function problemsOf(text: string) {
  const read = readTemplateFile({ file, text });
  return read.kind === "wrong" ? read.problems : [];
}

test("a whole question is understood", () => {
  expect(readTemplateFile({ file, text: OFFLINE })).toMatchObject({
    kind: "whole",
    template: {
      id: "offline-mode",
      disabled: false,
      form: "open",
      when: { cues: ["offline", "field staff", "sync "] },
    },
  });
});

test("what keeps it away may be left out", () => {
  const text = OFFLINE.replace(/^unless:\n(?: .*\n)+/m, "");
  expect(readTemplateFile({ file, text })).toMatchObject({
    kind: "whole",
    template: { unless: { covered: [], not_about: [] } },
  });
});

test("a change may leave everything out but what it changes", () => {
  const text =
    "extends: rollout\nwhen: { cues: { add: [wave], remove: [ship] }, about: [date] }\ndisabled: true\n";
  expect(readTemplateFile({ file, text })).toMatchObject({ kind: "change", base: "rollout" });
});

describe("a file that names no question and asks none", () => {
  const told = (text: string, name = "shipped/debt.yaml") => {
    const read = readTemplateFile({ file: name, text });
    return read.kind === "wrong" ? read.problems : [];
  };

  test("is told what to put above it", () => {
    expect(told("disabled: true\n")).toMatchObject([
      { line: 1, col: 1, allowed: 'to change a question that is there, put "extends: debt" above it' },
    ]);
    expect(told("disabled: true\n", "Our debt.yaml")[0]?.allowed).toContain('"extends: <id>"');
  });

  test("and what else is wrong in it", () => {
    expect(told("disabled: yes\nform: opne\n").map(({ line }) => line)).toEqual([1, 1, 2]);
  });

  test.each(["extends: debt\ndisabled: yes\n", "id: debt\ndisabled: true\n", "ask: Why?\n", "- a\n"])(
    "near misses: %j",
    (text) => {
      expect(
        told(text)
          .map(({ allowed = "" }) => allowed)
          .join(),
      ).not.toContain("extends:");
      expect(told(text)).not.toEqual([]);
    },
  );
});

describe("what is wrong is told at its place, with what is allowed", () => {
  test.each([
    [
      "form: open",
      "form: opne",
      "5:7",
      "'form' cannot be 'opne', did you mean 'open'?",
      "yes-no, either-or, open, list",
    ],
    [
      "form: open",
      "from: open",
      "5:1",
      "unknown key 'from', did you mean 'form'?",
      "allowed here: id, disabled",
    ],
    ["form: open", "", "1:1", "'form' is missing", "What counts as an answer"],
    ["weak: It depends.", "weak:", "9:6", "'weak' is empty", "a text"],
    ["weak: It depends.", "weak: 13", "9:7", "13 is read as a number here", 'write it in quotes: "13"'],
    [
      "again: Which one screen has to work on the train?",
      "again: Which one screen has to work in ${estimate}?",
      "4:8",
      "nothing fills ${estimate}, did you mean {estimate}?",
      "placeholders:",
    ],
    ["weak: It depends.", "weak: 0x10", "9:7", "0x10 is read as a number here", 'write it in quotes: "0x10"'],
    ["id: offline-mode", "id: 12", "1:5", "'id' cannot be 12", "lower-case words joined by '-'"],
    [
      "  about: [duration, points]",
      "  about: [duration, points]\n  at_least: 2",
      "12:13",
      "'when.at_least' cannot be 2",
      "write it as '2 days'",
    ],
    ["weak: It depends.", "weak: { so: so }", "9:1", "'weak' should be a text", "a colon"],
    ["id: offline-mode", "id: Offline Mode", "1:5", "'id' cannot be 'Offline Mode'", "lower-case"],
    ["owner: Priya", "disabled: yes", "2:11", "'disabled' should be true or false", ""],
    [
      "owner: Priya",
      "on: [date]",
      "2:1",
      "unknown key 'on', did you mean 'when'? (many YAML readers take 'on' for true)",
      "",
    ],
    ["owner: Priya", "off: true", "2:1", "unknown key 'off', did you mean 'disabled'?", ""],
    ["owner: Priya", "cues: [a]", "2:1", "unknown key 'cues': it belongs below 'when'", ""],
    [
      "  about: [duration, points]",
      "  about: [durations]",
      "11:11",
      "did you mean 'duration'?",
      "duration, points, size",
    ],
    ["  about: [duration, points]", "  about: []", "11:10", "'when.about' is empty", "kinds of estimate"],
    ["  about: [duration, points]", "  about: date", "11:10", "'when.about' should be a list", ""],
    ["  covered: [online only]", "  covered: [3, ~]", "14:13", "3 is read as a number here", '"3"'],
    ["  covered: [online only]", "  covered: ['/(a/']", "14:13", "pattern is not understood", "RE2"],
    [
      "  not_about: [server]",
      "  not_about: ['@has-range']",
      "15:15",
      "'@has-range' is no word",
      "'unless.covered'",
    ],
    [
      "  covered: [online only]",
      "  covered: [/Export/i]",
      "14:13",
      "a pattern takes no flags here",
      "no flags; capital letters do not matter: /Export/",
    ],
    [
      "  ask: [3 weeks for the offline mode]",
      '  ask: ["pm: how long?\\nboss: 3 weeks"]',
      "17:9",
      "nobody speaks as 'boss:'",
      "in a thread each line begins with pm:, eng:, lead:, other:",
    ],
    [
      "  quiet: [who is in for lunch?]",
      '  quiet: ["pm: how long?\\nengg: 3 weeks"]',
      "18:11",
      "nobody speaks as 'engg:', did you mean 'eng:'?",
      "",
    ],
    ["  covered: [online only]", "  covered: ['@range']", "14:13", "no test called '@range'", "@has-range"],
    [
      "again: Which one screen has to work on the train?",
      "again: Is {estimat} right?",
      "4:8",
      "nothing fills {estimat}, did you mean {estimate}?",
      "{vendor}",
    ],
    [
      "again: Which one screen has to work on the train?",
      "again: Is {estimate right?",
      "4:8",
      "nothing fills {estimate right?",
      "",
    ],
    [
      "again: Which one screen has to work on the train?",
      "again: Which one screen?\nunsized: What works without {estimate}?",
      "5:10",
      "nothing fills {estimate}",
      "{vendor} {dependency}",
    ],
    ["weak: It depends.", "weak: …", "9:7", "still to be written: weak", ""],
  ])("%s -> %s", (line, instead, place, message, allowed) => {
    const [problem] = problemsOf(offlineWith(line, instead));
    expect(`${problem?.line}:${problem?.col}`).toBe(place);
    expect(problem?.message).toContain(message);
    expect(problem?.allowed ?? "").toContain(allowed);
  });

  test.each([
    ["extends: rollout\nwhen: { cues: { ad: [x] } }", "2:17", "unknown key 'ad', did you mean 'add'?"],
    ["extends: rollout\nwhen: { cues: { add: x } }", "2:22", "'when.cues.add' should be a list"],
    ["extends: rollout\nwhen: { cues: { add: ['/[/'] } }", "2:23", "pattern is not understood"],
    [
      "extends: rollout\nform: list of things",
      "2:7",
      "'form' cannot be 'list of things', did you mean 'list'?",
    ],
    ["extends: 3", "1:10", "3 is read as a number"],
  ])("in a change: %s", (text, place, message) => {
    const [problem] = problemsOf(text);
    expect(`${problem?.line}:${problem?.col}`).toBe(place);
    expect(problem?.message).toContain(message);
  });

  test.each(["", "- a\n", "just words", "null", "[]", "id: [a]\n"])("not a question at all: %j", (text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0);
  });

  test("all that is missing from a group is told in one sentence", () => {
    const messages = problemsOf("id: a\nask: b?\n").map(({ message }) => message);
    expect(messages).toEqual([expect.stringMatching(/^'again', 'form', .*'replies' are missing$/)]);
  });

  test("every problem of a file is told, from top to bottom", () => {
    const text = offlineWith("form: open", "form: opne").replace("weak: It depends.", "weak: 3");
    expect(problemsOf(text).map(({ line }) => line)).toEqual([5, 9]);
  });

  test("the owner is told", () => {
    expect(problemsOf(offlineWith("form: open", "form: opne"))).toMatchObject([{ owner: "Priya" }]);
  });
});

describe("near misses", () => {
  test.each([
    ["weak: It depends.", "weak: It depends … a bit."],
    ["weak: It depends.", 'weak: "{what} is not a placeholder here"'],
    ["  covered: [online only]", "  covered: [yes, and/or, 'v2', 80% of, '@has-range']"],
    ["owner: Priya", "disabled: true"],
    ["  covered: [online only]", "  covered: [/exports?/, and/or/s, /api/users]"],
    ["  ask: [3 weeks for the offline mode]", '  ask: ["note: 3 weeks for the offline mode"]'],
    ["  ask: [3 weeks for the offline mode]", '  ask: ["two parts:\\napi: 2 days\\nui: 3 days"]'],
    ["  ask: [3 weeks for the offline mode]", '  ask: ["pm: see\\nhttps://example.com"]'],
    ["  answered: [reading works offline and writing waits]", '  answered: ["note: api\\nlead: agreed"]'],
    ["owner: Priya", "# no owner"],
  ])("%s -> %s is fine", (line, instead) => {
    expect(problemsOf(offlineWith(line, instead))).toEqual([]);
  });
});

test("a pattern that is wrong is told beside a wrong key", () => {
  const text = offlineWith("  covered: [online only]", "  covered: [/(/]").replace(
    "form: open",
    "form: opne",
  );
  expect(problemsOf(text).map(({ line }) => line)).toEqual([5, 14]);
});
