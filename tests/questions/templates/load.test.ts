import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SHIPPED_TEMPLATES } from "../../../src/folders.ts";
import { loadTemplates } from "../../../src/questions/load.ts";
import { folderWith, OFFLINE } from "./sample.ts";

test("the shipped folder is read without a problem, each question from the file of its name", async () => {
  const { templates, problems, origins } = await loadTemplates([SHIPPED_TEMPLATES]);
  expect(problems).toEqual([]);
  expect(templates.length).toBeGreaterThanOrEqual(35);
  for (const { id } of templates) expect(origins.get(id)).toEqual([join("question-templates", `${id}.yaml`)]);
});

test("a wrong file is left out and named, the others keep working", async () => {
  const folder = folderWith({
    "a.yaml": OFFLINE,
    "b.yml": "id: b\n\task: x\n",
    "c.yaml": "extends: offline-mode\nid: c\n",
  });
  const { templates, problems } = await loadTemplates([folder]);
  expect(templates.map(({ id }) => id)).toEqual(["offline-mode", "c"]);
  expect(problems).toMatchObject([{ file: join(folder, "b.yml"), line: 2, col: 1, source: "\task: x" }]);
});

describe("what is no question is left alone", () => {
  test.each(["README.md", "schema.json", ".hidden.yaml", "words.yaml", "a.yaml~", "a.yaml.swp"])(
    "%s",
    async (name) => {
      const { templates, problems } = await loadTemplates([folderWith({ [name]: OFFLINE })]);
      expect({ templates, problems }).toEqual({ templates: [], problems: [] });
    },
  );

  test("folders inside", async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, "old.yaml"));
    writeFileSync(join(folder, "old.yaml", "a.yaml"), OFFLINE);
    expect(await loadTemplates([folder])).toMatchObject({ templates: [], problems: [] });
  });
});

test("a file where a folder should be is named", async () => {
  const file = join(folderWith({ "a.yaml": OFFLINE }), "a.yaml");
  const message = expect.stringContaining("not a folder: correct ASKWHY_TEMPLATES_DIR");
  expect((await loadTemplates([file])).problems).toMatchObject([{ file, message }]);
});

test.skipIf(process.platform === "win32")("a pipe is named, and not waited for", async () => {
  const folder = folderWith({ "a.yaml": OFFLINE });
  execFileSync("sh", ["-c", 'mkfifo "$0"', join(folder, "b.yaml")]);
  const { templates, problems } = await loadTemplates([folder]);
  expect(templates).toHaveLength(1);
  expect(problems).toMatchObject([{ file: join(folder, "b.yaml"), message: "is not a file" }]);
});

test("a byte order mark does no harm", async () => {
  const { templates, problems } = await loadTemplates([folderWith({ "a.yaml": `\uFEFF${OFFLINE}` })]);
  expect([templates.length, problems]).toEqual([1, []]);
});

test("a folder that is not there is named", async () => {
  const folder = join(folderWith({ "a.yaml": OFFLINE }), "nowhere");
  const { problems } = await loadTemplates([folder]);
  expect(problems).toMatchObject([
    { file: folder, message: expect.stringMatching(/no such folder: .* correct ASKWHY_TEMPLATES_DIR/) },
  ]);
});
