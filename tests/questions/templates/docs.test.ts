import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SHIPPED_TEMPLATES } from "../../../src/folders.ts";
import { templatesCommand } from "../../../src/questions/commands.ts";
import { folderWith } from "./sample.ts";

const page = readFileSync("docs/templates.md", "utf8");
const fences = [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)];
const blocksOf = (language: string) =>
  fences.flatMap(([, of, block = ""]) => (of === language ? [block] : []));
const blocks = blocksOf("yaml");
const [worked = "", ask = "", cues = ""] = blocks;
const checked = worked.replace(/^ask: .*\n/m, ask);
const mended = checked.replace(/^ {2}cues: .*\n/m, cues);
/** What the page shows a command to say, one block for `check`, one for `test`. */
const [saidByCheck = "", saidByTest = ""] = blocksOf("").map((said) => said.trimEnd());

async function run(folder: string, ...args: string[]) {
  let text = "";
  const folders = [SHIPPED_TEMPLATES, folder];
  const exit = await templatesCommand({ args, folders, write: (written) => (text += written) });
  return { exit, text };
}

describe("the page about templates", () => {
  test("shows what check says about the worked example, word for word", async () => {
    const folder = folderWith({ "data-residency.yaml": worked });
    const { text } = await run(folder, "check");
    expect(text).toContain(saidByCheck.replace("team-questions", folder));
  });

  test("shows what test says about it, once its tone is mended", async () => {
    const folder = folderWith({ "data-residency.yaml": checked });
    expect((await run(folder, "check")).text).not.toContain(folder);
    expect((await run(folder, "test", "data-residency")).text).toBe(
      saidByTest.replace("team-questions", folder),
    );
  });

  test("the worked example, mended, passes its check and its test", async () => {
    const folder = folderWith({ "data-residency.yaml": mended });
    expect((await run(folder, "check")).text).not.toContain(folder);
    expect(await run(folder, "test", "data-residency")).toMatchObject({ exit: 0 });
  });

  test("its other files are taken", async () => {
    const change = blocks.find((block) => block.startsWith("extends:")) ?? "";
    const glossary = blocks.find((block) => block.startsWith("- term:")) ?? "";
    const folder = folderWith({ "third-party.yaml": change, "glossary.yaml": glossary });
    expect((await run(folder, "check")).text).not.toContain(folder);
    expect((await run(folder, "show", "third-party")).text).toContain("- netsuite");
  });

  test("every YAML on it is YAML", () => {
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks) expect(() => parse(block) as unknown).not.toThrow();
  });

  test("it shows the commands as the help does", async () => {
    const { text } = await run(folderWith({}));
    const help = text.split("\n").filter((each) => /^ {2}[^ -]/.test(each));
    expect(help.length).toBeGreaterThan(5);
    for (const each of help) expect(page).toContain(`askwhy templates ${each.trim()}`);
  });

  test("every command it shows exists", async () => {
    const shown = new Set([...page.matchAll(/^askwhy templates (\w+)/gm)].map(([, name = ""]) => name));
    expect(shown.size).toBe(8);
    shown.delete("test"); // is run above, and takes its time
    for (const name of shown)
      expect((await run(folderWith({}), name)).text).not.toContain("There is no 'templates");
  });
});
