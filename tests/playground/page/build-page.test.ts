import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { buildPage } from "../../../src/playground/build-page.ts";

test("the page is built into a folder, and needs nothing from elsewhere", async () => {
  const folder = await mkdtemp(join(tmpdir(), "askwhy-page-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await buildPage(folder);
  expect((await readdir(folder)).toSorted()).toEqual(["page.css", "page.html", "page.js"]);
  const html = await readFile(join(folder, "page.html"), "utf8");
  const css = await readFile(join(folder, "page.css"), "utf8");
  expect(html.match(/(?:src|href)="[^"]*"/g)).toEqual([
    'href="data:,"',
    'href="/page.css"',
    'src="/page.js"',
  ]);
  expect(html).not.toMatch(/<script(?![^>]* src=)|<style| on\w+=/);
  expect(css).not.toMatch(/@import|url\(/);
});
