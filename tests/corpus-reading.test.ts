import { describe, expect, test } from "vitest";
import { READ_WORLDS } from "./corpus/labelled.ts";
import { figures, scoreEstimates, scoreLinks, table } from "./corpus/reading-scores.ts";

/** A floor under each score, a little below what was last measured: see docs/reading.md for the figures. */
const FLOORS = {
  messagesF1: 0.98,
  messagesPrecision: 0.98,
  entriesF1: 0.97,
  values: 0.98,
  kinds: 0.98,
  hedged: 0.98,
  revisesF1: 0.92,
};

describe("the labelled corpus, on the worlds the reader was tuned on", () => {
  const measured = figures(scoreEstimates(READ_WORLDS));
  test.each(Object.entries(FLOORS))("%s is at least %f", (name, floor) => {
    expect(measured[name as keyof typeof FLOORS]).toBeGreaterThanOrEqual(floor);
  });
});

describe("links", () => {
  test("specs are told from other links, and providers are named", () => {
    const { linksF1, providers } = scoreLinks();
    expect(linksF1).toBeGreaterThanOrEqual(0.98);
    expect(providers).toBeGreaterThanOrEqual(0.98);
  });
});

test("the table shows a row for each set and each tag", () => {
  const printed = table(["common"]);
  expect(printed).toContain("| common |");
  expect(printed).toContain("| cadence |");
});
