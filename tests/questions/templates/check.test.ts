import { describe, expect, test } from "vitest";
import { familyProblems, toneProblems } from "../../../src/questions/templates/check.ts";
import { readTemplateFile } from "../../../src/questions/templates/template-file.ts";
import { OFFLINE, offlineWith } from "./sample.ts";

const read = (text: string) => readTemplateFile({ file: "a.yaml", text });
const again = "again: Which one screen has to work on the train?";
const ask = "ask: What works without a connection once {estimate} is spent?";

describe("the tone of a file", () => {
  test("the sample is fine", () => {
    expect(toneProblems(read(OFFLINE))).toEqual([]);
  });

  test("is told of a file that is refused as well", () => {
    const text = offlineWith(again, "again: Are you sure?").replace("form: open", "form: opne");
    expect(toneProblems(read(text)).map(({ message }) => message)).toEqual([
      expect.stringContaining("are you sure"),
    ]);
    expect(toneProblems(read(offlineWith(again, "again: …")))).toEqual([]);
  });

  test.each([
    [ask, "ask: Why {estimate}?", "3:6", "ask: a question that asks 'why'"],
    [again, "again: Are you sure?", "4:8", "again: 'are you sure'"],
    [
      again,
      again.replace(
        "again: Which one screen has to work on the train",
        "again: What works without a connection once {estimate} is spent",
      ),
      "4:8",
      "the same words as ask",
    ],
  ])("%s -> %s", (line, instead, place, message) => {
    const found = toneProblems(read(offlineWith(line, instead)));
    expect(found.map((problem) => `${problem.line}:${problem.col}`)).toEqual([place]);
    expect(found[0]?.message).toContain(message);
    expect(found[0]?.mild).toBeUndefined();
  });

  test("of a change, what it says is looked at", () => {
    const found = toneProblems(read("extends: rollout\nask: Why so long?\n"));
    expect(found).toMatchObject([{ line: 2, col: 6 }]);
    expect(toneProblems(read("extends: rollout\noff: true\n"))).toEqual([]);
  });

  test.each(["yes", "No", "on", "OFF", "y"])("a bare %s in a list gets a note", (word) => {
    const found = toneProblems(read(offlineWith("  not_about: [server]", `  not_about: [${word}]`)));
    expect(found).toMatchObject([{ line: 15, mild: true, allowed: `write it in quotes: "${word}"` }]);
  });

  test("nor one where true or false is wanted, and quotes would not help", () => {
    expect(toneProblems(read(offlineWith("owner: Priya", "disabled: yes")))).toEqual([]);
    expect(toneProblems(read("extends: rollout\ndisabled: off\n"))).toEqual([]);
    expect(toneProblems(read(offlineWith("owner: Priya", "owner: yes")))).toHaveLength(1);
  });

  test.each(['"yes"', "yesterday", "no migration"])("a list entry %s gets none", (word) => {
    expect(toneProblems(read(offlineWith("  not_about: [server]", `  not_about: [${word}]`)))).toEqual([]);
  });
});

test.each(["why", "good", "weak"])("a %s that is not read in passing gets a note", (key) => {
  const long = OFFLINE.replace(new RegExp(`^${key}: .*`, "m"), `${key}: ${"word ".repeat(61)}`);
  expect(toneProblems(read(long))).toMatchObject([{ message: `${key}: 304 characters`, mild: true }]);
});

describe("what a comment swallowed", () => {
  test.each([
    ["weak: It depends on #12, I think.", 9, "what follows # is not read: '#12, I think.'"],
    ["weak: >- #12\n  It depends", undefined, ""],
    ["weak: It depends. # as people say", undefined, ""],
    ["weak: It depends on issue#12", undefined, ""],
    ['weak: "It depends on #12"', undefined, ""],
    ["weak: It depends. ## twice", undefined, ""],
  ])("%s", (line, at, message) => {
    const found = toneProblems(read(offlineWith("weak: It depends.", line)));
    expect(found).toMatchObject(at === undefined ? [] : [{ line: at, message, mild: true }]);
  });
});

describe("families", () => {
  const known = [
    { id: "range", family: "certainty" },
    { id: "spike", family: "certainty" },
    { id: "offline-mode", family: "certanty" },
  ];
  const family = (name: string) => read(offlineWith("family: offline-mode", `family: ${name}`));

  test("a family nobody else is in gets a note", () => {
    expect(familyProblems([family("certanty")], known)).toMatchObject([
      { line: 6, mild: true, allowed: expect.stringContaining("certainty") },
    ]);
  });

  test.each(["certainty", "offline-mode"])("%s gets none", (name) => {
    const all = known.map((each) => (each.id === "offline-mode" ? { ...each, family: name } : each));
    expect(familyProblems([family(name)], all)).toEqual([]);
  });
});
