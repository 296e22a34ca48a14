import { describe, expect, test } from "vitest";
import { findLinks } from "../../src/reading/links.ts";

describe("links that describe work", () => {
  test.each([
    ["<https://docs.google.com/document/d/1/edit|Search RFC>", "google-docs"],
    ["<https://www.notion.so/acme/PRD-Coupons-1a2b3c4d>", "notion"],
    ["<https://acme.atlassian.net/browse/PAY-1>", "jira"],
    ["<https://jira.example.com/browse/PAY-1|PAY-1>", "jira"],
    ["<https://acme.atlassian.net/wiki/spaces/ENG/pages/1/ADR-9|ADR-9>", "confluence"],
    ["<https://linear.app/acme/issue/ENG-1/limit>", "linear"],
    ["<https://github.com/acme/shop/issues/12>", "github"],
    ["<https://github.com/acme/rfcs/pull/3|RFC: sessions>", "github"],
    ["<https://gitlab.example.com/a/b/-/issues/4>", "gitlab"],
    ["<https://www.figma.com/design/x/Checkout>", "figma"],
    ["<https://www.figma.com/board/x/Refund-flow|refund flow>", "figma"],
    ["<https://miro.com/app/board/x=/|flow for refunds>", "miro"],
    ["<https://coda.io/d/Scope_d1>", "coda"],
    ["<https://paper.dropbox.com/doc/Spec--A1>", "dropbox-paper"],
    ["<https://acme.sharepoint.com/:w:/s/x/E1|Requirements>", "sharepoint"],
    ["<https://app.asana.com/0/1/2/f>", "asana"],
    ["<https://app.shortcut.com/acme/story/1/x>", "shortcut"],
    ["<https://dev.azure.com/acme/x/_workitems/edit/1>", "azure-devops"],
    ["https://tfs.example.com/acme/x/_workitems/edit/1", "azure-devops"],
  ])("%s", (text, provider) => {
    expect(findLinks(text)).toMatchObject([{ provider, spec: true }]);
  });
});

describe("links that do not", () => {
  test.each([
    "<https://acme.slack.com/archives/C1/p1|the spec thread>",
    "<https://us02web.zoom.us/j/1|design review>",
    "<https://docs.google.com/document/d/1/edit|Retro notes>",
    "<https://docs.google.com/forms/d/e/1/viewform>",
    "<https://github.com/acme/shop/actions/runs/1>",
    "<https://github.com/acme/shop/pull/3|fix typo>",
    "<https://grafana.example.com/d/1|latency>",
    "<https://www.npmjs.com/package/p-limit>",
    "<https://miro.com/app/board/x=/|guess who>",
    "<https://linear.app/changelog/x>",
  ])("%s", (text) => {
    expect(findLinks(text)).toMatchObject([{ spec: false }]);
  });
});

test("a workspace's own hosts, and titles that come later, count", () => {
  expect(findLinks("see https://specs.example.com/x/42", ["specs.example.com"])).toMatchObject([
    { spec: true },
  ]);
  const url = "https://pad.example.com/p/42";
  expect(findLinks(`see ${url}`)).toMatchObject([{ spec: false }]);
  expect(findLinks(`see ${url}`, [], { [url]: "RFC 7: quotas" })).toMatchObject([{ spec: true }]);
});

test("a link stands where it says, its label unescaped", () => {
  const text = "look: <https://docs.google.com/document/d/1/edit?a=1&amp;b=2|Quota &amp; limits RFC>, ok";
  const [link] = findLinks(text);
  expect(text.slice(link!.at)).toMatch(/^https:\/\/docs/);
  expect(link).toMatchObject({
    url: "https://docs.google.com/document/d/1/edit?a=1&b=2",
    label: "Quota & limits RFC",
  });
});
