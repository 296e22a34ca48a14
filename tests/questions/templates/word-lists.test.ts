import { describe, expect, test } from "vitest";
import { SHIPPED_TEMPLATES } from "../../../src/folders.ts";
import { loadTemplates } from "../../../src/questions/load.ts";
import { gather } from "../../../src/questions/templates/gather.ts";
import { readTemplateFile } from "../../../src/questions/templates/template-file.ts";
import { wordListProblems } from "../../../src/questions/templates/word-lists.ts";
import { OFFLINE, offlineWith } from "./sample.ts";

const shipped = (await loadTemplates([SHIPPED_TEMPLATES])).templates;
const CUES = '  cues: [offline, field staff, "sync "]';

function said(text: string, below = OFFLINE): string[] {
  const source = { file: "a.yaml", text };
  const { templates } = gather([[{ file: "shipped.yaml", text: below }], [source]]);
  return wordListProblems([readTemplateFile(source)], [...shipped, ...templates]).map(
    ({ line, col, message, mild }) => `${line}:${col} ${mild ? "note: " : ""}${message}`,
  );
}

describe("words that are odd in a list", () => {
  test.each([
    ["  cues: [offline, Offline]", "12:19 note: 'Offline' stands in this list twice"],
    ['  cues: ["*"]', "12:10 '*' holds no word that could be heard"],
    ["  cues: [/offline, signal]", "12:10 note: '/offline' begins like a pattern, and is heard as a word"],
    ["  cues: []", "12:9 there are no 'when.cues', so it is never asked"],
  ])("%s", (line, message) => {
    expect(said(offlineWith(CUES, line))).toEqual([message]);
  });

  test.each(["the", "week", "a", "/./", "/[a-z]+ [a-z]+/"])("a word heard everywhere: %s", (word) => {
    const [note, ...rest] = said(offlineWith(CUES, `  cues: [offline, "${word}"]`));
    expect(note).toMatch(/^12:\d+ note: '.+' is heard in \d+ of the \d+ examples of all questions$/);
    expect(rest).toEqual([]);
  });

  test.each(["  covered: [for, online only]", '  covered: [online only, "/./"]'])(
    "that settles everything: %s",
    (line) => {
      expect(said(offlineWith("  covered: [online only]", line))).toMatchObject([
        expect.stringContaining("is heard in"),
      ]);
    },
  );

  test("an example that stands twice", () => {
    const twice = offlineWith("  quiet: [who is in for lunch?]", "  quiet: [lunch at one?, Lunch at one?]");
    expect(said(twice)).toEqual(["18:26 note: 'Lunch at one?' stands in this list twice"]);
  });
});

describe("near misses", () => {
  test.each([
    ["the sample", OFFLINE],
    ["everyday words of one field", offlineWith(CUES, "  cues: [page, api, test, new, customer, data]")],
    ["a pattern", offlineWith(CUES, '  cues: ["/v[0-9]+ api/", "% of", blue/green]')],
    [
      "the same word in two lists of other kinds",
      offlineWith("  not_about: [server]", "  not_about: [online only]"),
    ],
    ["switched off", `${offlineWith(CUES, "  cues: []")}disabled: true\n`],
    ["a change that leaves the cues", "extends: offline-mode\nweak: Hard to say.\n"],
    ["a shipped question, which was learned", "extends: range\nwhen: { cues: [] }\n"],
  ])("%s", (_what, text) => {
    expect(said(text)).toEqual([]);
  });

  test("a change that takes all cues away", () => {
    expect(said("extends: offline-mode\nwhen: { cues: [] }\n")).toEqual([
      "2:15 there are no 'when.cues', so it is never asked",
    ]);
  });
});
