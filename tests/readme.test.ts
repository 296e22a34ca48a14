import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { askThread } from "../src/questions/ask-thread.ts";
import { SHIPPED_TEMPLATES } from "../src/folders.ts";
import { compile } from "../src/questions/library.ts";
import { manifest, SCOPES } from "../src/manifest.ts";
import { loadTemplates } from "../src/questions/load.ts";

const library = compile((await loadTemplates([SHIPPED_TEMPLATES])).templates);
const README = readFileSync("README.md", "utf8");
const rows = [...README.matchAll(/^\| "(.+)" \| (.+) \|$/gm)];

test("the README has examples at all", () => {
  expect(rows.length).toBeGreaterThan(2);
});

test.each(rows.map(([, said = "", asked = ""]) => [said, asked]))("the README is true: %s", (said, asked) => {
  expect(askThread([{ from: "eng", text: said }], library).questions[0]?.text).toBe(asked);
});

test("the README lists every scope the manifest asks for, with its reason", () => {
  const listed = [...README.matchAll(/^\| `([a-z:]+)` \| (.+) \|$/gm)].map(([, scope, reason]) => [
    scope,
    reason,
  ]);
  expect(Object.fromEntries(listed)).toEqual(SCOPES);
  expect(JSON.stringify(manifest({ socket: true }))).toContain(JSON.stringify(Object.keys(SCOPES)));
});
