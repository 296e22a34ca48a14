import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFolder, unreadInside } from "../../../src/questions/templates/folder.ts";
import { folderWith, OFFLINE } from "./sample.ts";

describe("what looks like a question and is not read is named", () => {
  test.each(["A.YAML", "a.Yml", "a.yaml.txt", "a.yml.TXT"])("%s", (name) => {
    const folder = folderWith({ [name]: OFFLINE });
    expect(readFolder(folder).sources).toEqual([]);
    expect(unreadInside(folder)).toMatchObject([
      { file: join(folder, name), message: "this file is not read", mild: true },
    ]);
  });

  test.each(["README.md", "schema.json", ".hidden.YAML", "a.yaml~", "a.yaml.swp", "a.yaml", "notes.txt"])(
    "near miss: %s",
    (name) => {
      expect(unreadInside(folderWith({ [name]: OFFLINE }))).toEqual([]);
    },
  );

  test("folders of that name hold nothing", () => {
    const folder = folderWith({});
    mkdirSync(join(folder, "A.YAML"));
    expect(unreadInside(folder)).toEqual([]);
  });
});

describe("links that lead to no file", () => {
  test.each([
    ["gone.yaml", "is a link that leads nowhere"],
    ["a.yaml", "is a link that leads to itself"],
  ])("to %s", (target, message) => {
    const folder = folderWith({});
    symlinkSync(target, join(folder, "a.yaml"));
    expect(readFolder(folder).problems).toMatchObject([{ file: join(folder, "a.yaml"), message }]);
  });
});

test("a file far larger than any question is not even read", () => {
  const folder = folderWith({ "a.yaml": "" });
  truncateSync(join(folder, "a.yaml"), 5e9);
  expect(readFolder(folder)).toMatchObject({
    sources: [],
    problems: [{ message: "larger than 100000 characters" }],
  });
});

test("letters with accents are the same in both spellings", () => {
  const folder = folderWith({});
  writeFileSync(join(folder, "a.yaml"), "id: cafe\u0301");
  expect(readFolder(folder).sources[0]?.text).toBe("id: caf\u00E9");
});
