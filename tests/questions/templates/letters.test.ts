import { describe, expect, test } from "vitest";
import { toneProblems } from "../../../src/questions/templates/check.ts";
import { readFolder } from "../../../src/questions/templates/folder.ts";
import { keepLastGood } from "../../../src/questions/templates/last-good.ts";
import { invisible, twoAlphabets } from "../../../src/questions/templates/letters.ts";
import { readTemplateFile } from "../../../src/questions/templates/template-file.ts";
import { folderWith, OFFLINE, offlineWith } from "./sample.ts";

describe("a file that is no UTF-8 text is refused", () => {
  const bytes = (text: string, as: BufferEncoding) => Buffer.from(text, as);
  test.each<[string, string | Buffer, string]>([
    ["Latin-1", bytes(OFFLINE.replace("signal", "Übertragung"), "latin1"), "7:29 this file is not UTF-8"],
    ["UTF-16", bytes(`\uFEFF${OFFLINE}`, "utf16le"), "1:1 this file is not UTF-8"],
    ["a NUL", OFFLINE.replace("signal", "sig\0nal"), "7:32 this file is not UTF-8"],
    ["line ends of old", OFFLINE.replaceAll("\n", "\r"), "1:17 a line ends in a carriage return alone"],
  ])("%s", (_what, held, says) => {
    const [source] = readFolder(folderWith({ "a.yaml": held as string })).sources;
    const file = readTemplateFile(source!);
    const [problem] = file.kind === "wrong" ? file.problems : [];
    expect(`${problem?.line}:${problem?.col} ${problem?.message}`).toBe(says);
    expect(problem?.allowed).toMatch(/^save /);
  });

  test.each([
    ["Windows line ends", OFFLINE.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${OFFLINE}`],
    ["letters of other languages", OFFLINE.replace("signal", "Übertragung, 信号, сигнал")],
  ])("%s are none of that", (_what, text) => {
    const [source] = readFolder(folderWith({ "a.yaml": text })).sources;
    expect(readTemplateFile(source!)).toMatchObject({ kind: "whole" });
  });

  test("and its last good version goes on", () => {
    const kept = keepLastGood();
    kept([[{ file: "a.yaml", text: OFFLINE }]]);
    const now = kept([[{ file: "a.yaml", text: OFFLINE.replace("signal", "sign\uFFFDl") }]]);
    expect(now.templates).toHaveLength(1);
    expect(now.problems).toMatchObject([{ message: "this file is not UTF-8", owner: "Priya" }]);
  });
});

describe("letters that nobody sees", () => {
  test.each([
    ["check\u200Bout", "U+200B"],
    ["the \u202Ebank", "U+202E"],
    ["soft\u00ADhyphen", "U+00AD"],
    ["/\bcheckout\b/", "U+0008"],
    ["bell\u0007", "U+0007"],
  ])("%j", (text, code) => {
    expect(invisible(text)?.message).toContain(`an invisible character (${code})`);
  });

  test.each(["café", "cafe\u0301", "two\nlines", "a\ttab", "👩‍💻", "no\u00A0break", "می‌خواهم"])(
    "near miss: %s",
    (text) => {
      expect(invisible(text)).toBeUndefined();
    },
  );
});

describe("words of two alphabets", () => {
  test.each(["сheckout", "checkоut", "pаyment service", "Τest"])("%s", (text) => {
    expect(twoAlphabets(text)?.message).toContain("mixes two alphabets");
  });

  test.each(["checkout", "оплата", "оплата in checkout", "20 µs", "ΔT", "π-day", "café", "naïve"])(
    "near miss: %s",
    (text) => {
      expect(twoAlphabets(text)).toBeUndefined();
    },
  );
});

test.each([
  ['  cues: [offline, "field\\bstaff"]', "an invisible character (U+0008) in 'field·staff'"],
  ["  cues: [оffline]", "'оffline' mixes two alphabets: its 'о' (U+043E)"],
])("the check shows them at their place: %s", (line, message) => {
  const text = offlineWith('  cues: [offline, field staff, "sync "]', line);
  const found = toneProblems(readTemplateFile({ file: "a.yaml", text }));
  expect(found).toMatchObject([{ line: 12, message: expect.stringContaining(message) as string }]);
});
