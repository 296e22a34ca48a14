import { expect, test } from "vitest";
import { layingProblems } from "../../../src/questions/templates/laying.ts";
import { readTemplateFile } from "../../../src/questions/templates/template-file.ts";
import { OFFLINE, offlineWith } from "./sample.ts";

const shipped = [readTemplateFile({ file: "shipped/offline-mode.yaml", text: OFFLINE })];

test.each([
  ["team/mine.yaml", OFFLINE, ["1:5 this file replaces the shipped question 'offline-mode' whole"]],
  ["team/a.yaml", "extends: offline-mode\nowner: Sam\n", ["1:10 this file changes nothing"]],
  ["team/offline-mode.yaml", OFFLINE, []],
  ["team/mine.yaml", offlineWith("id: offline-mode", "id: mine"), []],
  ["team/a.yaml", "extends: offline-mode\ndisabled: true\n", []],
  ["team/a.yaml", "extends: offline-mode\nid: variant\n", []],
])("%s: %j", (file, text, expected) => {
  const found = layingProblems([readTemplateFile({ file, text })], shipped);
  expect(found.map(({ line, col, message }) => `${line}:${col} ${message}`)).toEqual(expected);
  for (const { mild } of found) expect(mild).toBe(true);
});
