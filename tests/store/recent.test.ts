import { expect, test } from "vitest";
import { recent } from "../../src/store/recent.ts";

test("the values used last are kept, and no more than that", () => {
  const values = recent<string>(2);
  values.set("a", "A");
  values.set("b", "B");
  expect(values.get("a")).toBe("A");
  values.set("c", "C");
  expect([values.get("a"), values.get("b"), values.get("c")]).toEqual(["A", undefined, "C"]);
  values.set("c", "C2");
  values.set("a", null);
  expect([values.get("a"), values.get("c")]).toEqual([undefined, "C2"]);
});
