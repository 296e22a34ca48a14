import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHANNEL, NOOR, PRIYA, SAM, TEAM, village } from "../story/village.ts";
import { MINUTE } from "../story/scenes.ts";

const CORPUS = join(import.meta.dirname, "../corpus");
type Scenario = {
  readonly id: string;
  readonly thread: readonly { readonly from: string; readonly text: string }[];
};

const files = readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith("scenarios.jsonl"),
);
const scenarios = files.flatMap((file) =>
  readFileSync(join(CORPUS, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Scenario),
);
const SPEAKERS: Readonly<Record<string, string>> = { pm: PRIYA, eng: SAM, lead: NOOR };

test("there are many labelled threads to be silent about", () => {
  expect(files.length).toBeGreaterThan(5);
  expect(scenarios.length).toBeGreaterThan(800);
});

test("the whole corpus is said, judged and slept over: nothing stands in public, and nobody but the PM is told anything", async () => {
  const here = await village();
  await here.optIn(PRIYA);
  await here.press(
    PRIYA,
    { do: "settings", about: { c: CHANNEL } },
    { pms: [PRIYA], switches: ["mine"], budget: "20" },
  );
  here.shown.splice(0);
  for (const { thread } of scenarios) {
    const [root, ...replies] = thread;
    const said = await here.say(SPEAKERS[root?.from ?? ""] ?? "U0OTHER", root?.text ?? "");
    for (const { from, text } of replies) await here.say(SPEAKERS[from] ?? "U0OTHER", text, said.ts);
    await here.pass(3 * MINUTE);
  }
  await here.pass(36 * 60 * MINUTE);
  // The figures show that it did speak where it may.
  expect(here.to(PRIYA).length).toBeGreaterThan(20);
  expect(here.public()).toEqual([]);
  expect(here.shown.filter((one) => one.user !== PRIYA)).toEqual([]);
  expect(new Set(here.shown.map((one) => one.how))).toEqual(new Set(["whisper", "direct"]));
  expect((await here.store.keys(TEAM)).length).toBeGreaterThan(300);
});
