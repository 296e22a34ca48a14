import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
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

describe("links", () => {
  const SECRET = "TOKEN: planted\n";

  test("out of the folder are not followed, and no line of what they lead to is shown", async () => {
    const elsewhere = folderWith({ "secret.env": SECRET, "b.yaml": OFFLINE });
    const folder = folderWith({});
    symlinkSync(join(elsewhere, "secret.env"), join(folder, "a.yaml"));
    symlinkSync(join(elsewhere, "b.yaml"), join(folder, "b.yaml"));
    symlinkSync(join("..", basename(elsewhere), "b.yaml"), join(folder, "c.yaml"));
    const { templates, problems } = await loadTemplates([folder]);
    expect(templates).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual(Array(3).fill("leads out of its folder"));
    expect(JSON.stringify(problems)).not.toContain("planted");
  });

  test("of a folder whose name another one begins with neither", async () => {
    const folder = folderWith({});
    mkdirSync(`${folder}-other`);
    writeFileSync(join(`${folder}-other`, "a.yaml"), OFFLINE);
    symlinkSync(join(`${folder}-other`, "a.yaml"), join(folder, "a.yaml"));
    const { templates } = await loadTemplates([folder]);
    rmSync(`${folder}-other`, { recursive: true });
    expect(templates).toEqual([]);
  });

  test("within the folder are, as a mounted ConfigMap has them, and so is one to the folder itself", async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, "..2026_11_22"));
    writeFileSync(join(folder, "..2026_11_22", "a.yaml"), OFFLINE);
    symlinkSync("..2026_11_22", join(folder, "..data"));
    symlinkSync(join("..data", "a.yaml"), join(folder, "a.yaml"));
    const mounted = join(folderWith({}), "templates");
    symlinkSync(folder, mounted);
    for (const path of [folder, mounted]) {
      const { templates, problems } = await loadTemplates([path]);
      expect(problems).toEqual([]);
      expect(templates.map(({ id }) => id)).toEqual(["offline-mode"]);
    }
  });
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
