import { expect, test } from "vitest";
import { inTurn } from "../../src/store/in-turn.ts";

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

test("what has one name runs one after the other, what has another does not wait", async () => {
  const turns = inTurn();
  const said: string[] = [];
  const run = (name: string, what: string) =>
    turns(name, async () => {
      said.push(`${what} begins`);
      await tick();
      said.push(`${what} ends`);
      return what;
    });
  expect(await Promise.all([run("a", "one"), run("a", "two"), run("b", "other")])).toEqual([
    "one",
    "two",
    "other",
  ]);
  expect(said.filter((line) => !line.startsWith("other"))).toEqual([
    "one begins",
    "one ends",
    "two begins",
    "two ends",
  ]);
  expect(said.indexOf("other begins")).toBeLessThan(said.indexOf("one ends"));
});

test("one that fails is told so, and the next has its turn", async () => {
  const turns = inTurn();
  const failing = turns("a", async () => {
    await tick();
    throw new Error("of our own making");
  });
  const next = turns("a", async () => "next");
  await expect(failing).rejects.toThrow("of our own making");
  expect(await next).toBe("next");
});
