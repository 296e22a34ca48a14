import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { askThread } from "../src/questions/ask-thread.ts";
import { SHIPPED_TEMPLATES } from "../src/folders.ts";
import { compile } from "../src/questions/library.ts";
import { loadTemplates } from "../src/questions/load.ts";

const library = compile((await loadTemplates([SHIPPED_TEMPLATES])).templates);
const rows = [...readFileSync("README.md", "utf8").matchAll(/^\| "(.+)" \| (.+) \|$/gm)];

test("the README has examples at all", () => {
  expect(rows.length).toBeGreaterThan(2);
});

test.each(rows.map(([, said = "", asked = ""]) => [said, asked]))("the README is true: %s", (said, asked) => {
  expect(askThread([{ from: "eng", text: said }], library).questions[0]?.text).toBe(asked);
});
