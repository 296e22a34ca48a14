import { describe, expect, test } from "vitest";
import { OFFLINE } from "./sample.ts";
import { parseYaml } from "../../../src/questions/templates/yaml.ts";

const file = "a.yaml";

describe("what is not YAML is told in plain words, at its place", () => {
  test.each([
    ["a tab", "id: a\n\task: b", 2, 1, "a tab cannot indent"],
    ["a key twice", "id: a\nid: b", 2, 1, "stands here twice"],
    ["a colon in a text", "ask: Which: this?\n", 1, 6, "a colon inside a text"],
    ["an open quote", 'id: y\nask: "abc\nform: x\n', 2, 6, "a quote is opened here and never closed"],
    ["an open quote before another", 'ask: "abc\nid: "x"\n', 1, 6, "a quote is opened here"],
    ["an open quote in a list", "cues: [a, 'b, c]\nid: x\n", 1, 11, "a quote is opened here"],
    ["an open bracket", "when: {about: [a]\n", 2, 1, "never closed"],
    ["a reserved character", "ask: @foo", 1, 6, "needs quotes"],
    ["an asterisk", "a: b\nask: *foo*", 2, 6, "needs quotes"],
    ["a quote inside quotes", "ask: 'it's'\n", 1, 10, "does not belong here"],
    ["two documents", "id: a\n---\nid: b", 2, 1, "one question, one file"],
    ["a novel", "x".repeat(100_001), 1, 1, "larger than"],
  ])("%s", (_, text, line, col, message) => {
    expect(parseYaml({ file, text })).toMatchObject({
      file,
      line,
      col,
      message: expect.stringContaining(message),
    });
  });

  test("an alias that unfolds without end is refused", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [one, before] of ["ba", "cb", "dc", "ed", "fe"].map((pair) => pair.split("")))
      bomb.push(`${one}: &${one} [*${before},*${before},*${before},*${before},*${before}]`);
    expect(parseYaml({ file, text: bomb.join("\n") })).toHaveProperty("message");
  });
});

describe("where things stand", () => {
  const text = "id: a\nwhen:\n  about: [size, date]\n  cues:\n    - one\n    - two\nask: |\n  long\n  text\n";
  const yaml = parseYaml({ file, text });
  if (!("data" in yaml)) throw new Error("expected YAML");

  test.each([
    [["id"], 1, 5],
    [["when"], 2, 1],
    [["when", "about"], 3, 10],
    [["when", "about", 1], 3, 17],
    [["when", "cues", 1], 6, 7],
    [["ask"], 7, 6],
    [["when", "at_least"], 2, 1],
    [["why"], 1, 1],
    [[], 1, 1],
  ])("%j", (path, line, col) => {
    expect(yaml.problem(path, "x")).toMatchObject({ line, col, source: text.split("\n")[line - 1] });
  });

  test("a key, rather than its value", () => {
    expect(yaml.problem(["when", "about"], "x", { at: "key" })).toMatchObject({ line: 3, col: 3 });
  });

  test("lines that end as on Windows", () => {
    const windows = parseYaml({ file, text: text.replaceAll("\n", "\r\n") });
    if (!("data" in windows)) throw new Error("expected YAML");
    expect(windows.problem(["when", "cues", 1], "x")).toMatchObject({ line: 6, col: 7, source: "    - two" });
  });

  test("bare texts are known with their path", () => {
    const bare = parseYaml({ file, text: 'a: [yes, "no"]\nb: on\n' });
    expect(bare).toMatchObject({
      bare: [
        { path: ["a", 0], text: "yes" },
        { path: ["b"], text: "on" },
      ],
    });
  });
});

describe("a key that is not indented like its neighbours is pointed at itself", () => {
  const WRAPPED = OFFLINE.replace("covered: [online only]", "covered: [online only,\n    no phone]");
  const inFile = ["about", "cues", "covered", "not_about", "quiet"];
  test.each(
    [OFFLINE, WRAPPED].flatMap((text) =>
      inFile.flatMap((key) => [1, 3, 4, 6].map((n) => [key, n, text] as const)),
    ),
  )("%s by %d", (key, spaces, text) => {
    const moved = text.replace(new RegExp(`^  ${key}:`, "m"), `${" ".repeat(spaces)}${key}:`);
    const line = moved.split("\n").findIndex((each) => each.trimStart().startsWith(`${key}:`)) + 1;
    const read = parseYaml({ file: "a.yaml", text: moved });
    expect(read).toMatchObject({ line, col: spaces + 1, source: moved.split("\n")[line - 1] });
  });

  test("also after a thread, whose lines begin like keys", () => {
    const text = "examples:\n  quiet:\n    - |\n      pm: and?\n      eng: 2 weeks\n   ask: [a]\n  more: b\n";
    expect(parseYaml({ file: "a.yaml", text })).toMatchObject({ line: 6, col: 4 });
  });

  test("near miss: a bracket that was never closed is told where it was", () => {
    const text = OFFLINE.replace("covered: [online only]", "covered: [online only");
    expect(parseYaml({ file: "a.yaml", text })).toMatchObject({ line: 15 });
  });
});
