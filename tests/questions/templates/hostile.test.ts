import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { showProblem } from "../../../src/questions/problem.ts";
import { toneProblems } from "../../../src/questions/templates/check.ts";
import { gather } from "../../../src/questions/templates/gather.ts";
import { readTemplateFile } from "../../../src/questions/templates/template-file.ts";
import { OFFLINE } from "./sample.ts";

const base = { file: "a.yaml", text: OFFLINE };

/** Everything that is done with a file; each of its problems must point into it. */
function goThrough(text: string): void {
  const file = readTemplateFile({ file: "b.yaml", text });
  const lines = text.split(/\r?\n/);
  for (const problem of [...gather([[base], [{ file: "b.yaml", text }]]).problems, ...toneProblems(file)]) {
    expect(showProblem(problem)).toContain(`b.yaml:${problem.line}:${problem.col} `);
    if (problem.source !== undefined) expect(lines[problem.line - 1] ?? "").toBe(problem.source);
  }
}

describe("whatever stands in a file, it is taken or refused", () => {
  test.each([
    ["brackets without end", "[".repeat(50_000)],
    ["brackets on lines of their own", "[\n".repeat(40_000)],
    ["maps without end", "{a: ".repeat(20_000)],
    ["lists in lists in lists", "- ".repeat(40_000)],
    ["keys of keys of keys", "? ".repeat(40_000)],
    ["keys in a list", `[${"? ".repeat(40_000)}`],
    ["anchors", "&a ".repeat(30_000)],
    ["tags", "!a ".repeat(30_000)],
    ["deeper line by line", Array.from({ length: 400 }, (_, n) => `${" ".repeat(n)}a:`).join("\n")],
    ["a key that is a list", "? [a]\n: b"],
    ["a key that is null", "~: a"],
    ["the prototype", "__proto__: { id: a }\nextends: offline-mode\n"],
    ["a constructor", "extends: offline-mode\nconstructor: { prototype: { disabled: true } }\n"],
    ["merge keys", "base: &a {id: x}\n<<: *a\n"],
    ["tags", "id: !!binary aGk=\nask: !!js/function 'x'"],
    ["infinity", "extends: offline-mode\nweak: .inf\nwhen: { cues: [.nan, 0x1F, 2026-01-01] }"],
    ["control characters", "id: \u0000\u001b[31m\n"],
    ["half a pair", "extends: offline-mode\nweak: \ud83d\n"],
    ["only a comment", "# nothing"],
    ["percent", "%YAML 3.0\n---\nid: a"],
  ])("%s", (_, text) => {
    goThrough(text);
  });

  test("files with lines cut, doubled, moved and scribbled over", () => {
    const lines = OFFLINE.split("\n");
    const line = fc.nat(lines.length - 1);
    const slip = fc.oneof(
      fc.record({ cut: line }),
      fc.record({ copy: line, to: line }),
      fc.record({ scribble: line, with: fc.string({ maxLength: 30 }), at: fc.nat(20) }),
    );
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
        const text = slips.reduce<string[]>((page, each) => {
          if ("cut" in each) return page.toSpliced(each.cut, 1);
          if ("copy" in each) return page.toSpliced(each.to, 0, page[each.copy] ?? "");
          const old = page[each.scribble] ?? "";
          return page.with(
            Math.min(each.scribble, page.length - 1),
            old.slice(0, each.at) + each.with + old.slice(each.at),
          );
        }, lines);
        goThrough(text.join("\n"));
      }),
      { numRuns: 100 },
    );
  });
});

test("nothing of a file reaches the prototype of everything", () => {
  gather([[base], [{ file: "b.yaml", text: "extends: offline-mode\n__proto__: { planted: true }\n" }]]);
  expect(({} as Record<string, unknown>)["planted"]).toBeUndefined();
});
