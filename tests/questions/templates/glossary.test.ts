import { describe, expect, test } from "vitest";
import { termsIn, type Glossary } from "../../../src/questions/glossary.ts";
import { readGlossary } from "../../../src/questions/templates/glossary-file.ts";
import { SHIPPED_TEMPLATES } from "../../../src/folders.ts";
import { loadTemplates } from "../../../src/questions/load.ts";

const glossary: Glossary = [
  { term: "connection pool", also: ["db pool"], means: "A limited set of lines." },
  { term: "pool", also: [], means: "Water." },
  { term: "blue/green", also: [], means: "Two versions." },
  { term: "PR", also: ["pull request"], means: "A proposed change." },
  { term: "dependency", also: [], means: "Something needed." },
  { term: "N+1 query", also: ["N+1"], means: "Asked once for each." },
];

const found = (text: string, most?: number) => termsIn(text, glossary, most).map(({ term }) => term);

describe("terms of a text", () => {
  test.each([
    ["the connection pool is full", ["connection pool"]],
    ["size the Connection Pools, then a pool", ["connection pool", "pool"]],
    ["a blue-green deploy", ["blue/green"]],
    ["two PRs, one pull request", ["PR"]],
    ["there is an n+1 in there", ["N+1 query"]],
    ["an N+1 query", ["N+1 query"]],
    ["DB pool", ["connection pool"]],
  ])("%s", (text, terms) => {
    expect(found(text)).toEqual(terms);
  });

  test("the longest come first, and not too many", () => {
    expect(found("pool, PR, blue/green, connection pool", 2)).toEqual(["connection pool", "blue/green"]);
  });
});

describe("near misses", () => {
  test.each(["a carpool connection", "april", "spooled", "blue and green", "connections to the p o o l", ""])(
    "%j",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe("the shipped glossary", async () => {
  const { glossary: shipped } = await loadTemplates([SHIPPED_TEMPLATES]);

  test("has about 120 terms or more", () => {
    expect(shipped.length).toBeGreaterThanOrEqual(120);
  });

  test.each(shipped.map((term) => [term.term, term] as const))("%s: one plain sentence", (_, { means }) => {
    expect(means).toMatch(/^[A-Z][^.!?]*\.$/);
    expect(means.split(" ").length).toBeLessThanOrEqual(25);
  });

  test("no spelling stands for two terms", () => {
    const spellings = shipped.flatMap(({ term, also }) =>
      [term, ...also].map((spelling) =>
        spelling
          .toLowerCase()
          .match(/[a-z0-9]+/g)
          ?.join(" "),
      ),
    );
    expect(spellings.filter((spelling, n) => spellings.indexOf(spelling) !== n)).toEqual([]);
  });

  test.each(
    shipped.flatMap((term) => [term.term, ...term.also].map((spelling) => [spelling, term] as const)),
  )("%s is found", (spelling, term) => {
    expect(termsIn(`about the ${spelling} here`, shipped)).toContain(term);
  });
});

test("a term that stands there twice is told", () => {
  const text =
    "- term: ledger\n  means: One.\n- term: Ledger\n  means: Two.\n- term: pool\n  means: Three.\n";
  expect(readGlossary({ file: "glossary.yaml", text })).toMatchObject({
    terms: [{ means: "One." }, { means: "Two." }, { means: "Three." }],
    problems: [{ line: 3, col: 9, message: "'Ledger' stands here twice" }],
  });
});
