import { describe, expect, test } from "vitest";
import { SHIPPED_TEMPLATES } from "../../../src/folders.ts";
import { compile } from "../../../src/questions/library.ts";
import { loadTemplates } from "../../../src/questions/load.ts";
import { toneProblems } from "../../../src/questions/templates/check.ts";
import { readFolder } from "../../../src/questions/templates/folder.ts";
import { isGlossary } from "../../../src/questions/templates/gather.ts";
import { readTemplateFile } from "../../../src/questions/templates/template-file.ts";
import { counts, tryExamples } from "../../../src/questions/templates/trial.ts";

const { templates } = await loadTemplates([SHIPPED_TEMPLATES]);
const library = compile(templates);
const files = readFolder(SHIPPED_TEMPLATES).sources.filter(({ file }) => !isGlossary(file));

test.each(files.map((source) => [source.file, source] as const))("%s: the tone is right", (_, source) => {
  expect(toneProblems(readTemplateFile(source)).map(({ message }) => message)).toEqual([]);
});

describe.each(templates.map((template) => [template.id, template] as const))("%s", (_, template) => {
  test("brings four messages to ask after, four near misses, and six replies or more", () => {
    const { ask, quiet, replies } = counts(template);
    expect([ask >= 4, quiet >= 4, replies >= 6]).toEqual([true, true, true]);
  });

  test("turns out as its examples and replies say", () => {
    const failures = tryExamples(template, library).map(
      ({ under, example, message }) => `${under}: "${example}" ${message}`,
    );
    expect(failures).toEqual([]);
  });
});
