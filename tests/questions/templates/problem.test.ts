import { describe, expect, test } from "vitest";
import { showProblem } from "../../../src/questions/problem.ts";

describe("a problem as people read it", () => {
  test("place, message, the line with a caret, and what is allowed", () => {
    expect(
      showProblem({
        file: "team/offline.yaml",
        line: 7,
        col: 7,
        message: "'form' cannot be 'opne', did you mean 'open'?",
        source: "form: opne",
        allowed: "allowed: yes-no, open",
      }),
    ).toBe(
      [
        "team/offline.yaml:7:7 'form' cannot be 'opne', did you mean 'open'?",
        "  7 | form: opne",
        "            ^",
        "  allowed: yes-no, open",
      ].join("\n"),
    );
  });

  test("without a line, only the place", () => {
    expect(showProblem({ file: "team", line: 1, col: 1, message: "there is no such folder" })).toBe(
      "team:1:1 there is no such folder",
    );
  });

  test("who looks after the file", () => {
    const shown = showProblem({ file: "a.yaml", line: 1, col: 1, message: "odd", owner: "Priya" });
    expect(shown).toBe("a.yaml:1:1 odd\n  looked after by Priya");
  });

  test("a note says that it is one", () => {
    expect(showProblem({ file: "a.yaml", line: 1, col: 1, message: "odd", mild: true })).toBe(
      "a.yaml:1:1 note: odd",
    );
  });

  test("a tab is as wide as a letter, so that the caret stays below its place", () => {
    const shown = showProblem({ file: "a.yaml", line: 2, col: 2, message: "x", source: "\task: b" });
    expect(shown.split("\n").slice(1)).toEqual(["  2 |  ask: b", "       ^"]);
  });

  test("of a long line the part around the caret is shown", () => {
    const source = `ask: ${"word ".repeat(60)}HERE ${"word ".repeat(60)}`;
    const col = source.indexOf("HERE") + 1;
    const [, line = "", caret = ""] = showProblem({ file: "a", line: 1, col, message: "x", source }).split(
      "\n",
    );
    expect(line.length).toBeLessThan(120);
    expect(line.slice(caret.indexOf("^"))).toMatch(/^HERE/);
  });
});

test("nothing in a file steers the terminal it is shown in", () => {
  const told = showProblem({
    file: "a\u001B[2J.yaml",
    line: 1,
    col: 6,
    message: "'form' cannot be '\u001B[31mred'",
    source: "form:\t\u001B[31mred\u202E",
    owner: "Sam\u0007",
  });
  expect(told).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  expect(told).toContain("  1 | form: ·[31mred·");
});
