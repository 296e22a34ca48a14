import { describe, expect, test } from "vitest";
import { judged } from "./judged.ts";

describe("a thing denied that the question takes for granted, and what cannot be, answer it", () => {
  test.each([
    ["schema-migration", "there's no database change"],
    ["schema-migration", "no, there is no database change in it"],
    ["schema-migration", "no database change needed"],
    ["debt", "there's no shortcut in it"],
    ["reversible", "we can't go back once the data is migrated"],
    ["reversible", "it can't be undone"],
    ["parallel", "it can't be split, it's one piece of work"],
    ["first-slice", "we can't split it, it only works when everything is there"],
    ["open-questions", "none, everything is decided"],
    ["review-and-qa", "through QA with the fixes in"],
    ["rollout", "live for everyone with somebody watching the first days"],
  ])("%s: %s", (id, said) => {
    expect(judged(id, said)).toBe("answered");
  });
});

describe("near misses", () => {
  test.each([
    ["schema-migration", "there's no risk"],
    ["schema-migration", "no idea about the database change"],
    ["schema-migration", "there's no database expert here"],
    ["reversible", "we can't say yet"],
    ["reversible", "we can't know that before the launch"],
    ["parallel", "can't really tell"],
    ["first-slice", "we can't promise anything"],
    ["hidden-work", "we can't split it"],
    ["open-questions", "nothing comes to mind"],
    ["review-and-qa", "with QA it depends"],
  ])("%s: %s is no answer", (id, said) => {
    expect(judged(id, said)).not.toBe("answered");
  });
});
