import { describe, expect, test } from "vitest";
import { SHIPPED_TEMPLATES } from "../src/folders.ts";
import { compile } from "../src/questions/library.ts";
import { loadTemplates } from "../src/questions/load.ts";
import { add, NOTHING, score, shares } from "./corpus/choosing-scores.ts";
import { labelled, WORLDS } from "./corpus/labelled.ts";

const { templates } = await loadTemplates([SHIPPED_TEMPLATES]);
const library = compile(templates);
const all = shares(WORLDS.map((world) => score(labelled(world), library)).reduce(add, NOTHING));

describe("choosing on the labelled threads does not fall below", () => {
  test.each([
    ["first", 0.77],
    ["oneOfThree", 0.86],
    ["fair", 0.78],
    ["quietKept", 0.93],
  ] as const)("%s %f", (share, floor) => {
    expect(all[share]).toBeGreaterThanOrEqual(floor);
  });

  test.each([
    ["never", 0.04],
    ["silent", 0.07],
  ] as const)("nor rise above: %s %f", (share, ceiling) => {
    expect(all[share]).toBeLessThanOrEqual(ceiling);
  });
});
