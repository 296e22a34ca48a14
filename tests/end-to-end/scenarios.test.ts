import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { SHIPPED_TEMPLATES } from "../../src/folders.ts";
import { NOOR, PLANNING, PRIYA, SAM } from "../../src/playground/people.ts";
import { linesOf } from "../../src/questions/ask-thread.ts";
import { choose } from "../../src/questions/choose.ts";
import { compile } from "../../src/questions/library.ts";
import { loadTemplates } from "../../src/questions/load.ts";
import { redisAvailable, startRedis } from "../store/redis-server.ts";
import { optIn, privateTo, submitModal, wordsOf } from "./acting.ts";
import { startWhole, type Whole } from "./bot-process.ts";

type Scenario = { id: string; thread: { from: string; text: string }[] };

const SPEAKERS: Readonly<Record<string, string>> = { pm: PRIYA, eng: SAM, lead: NOOR };
/** As many as one PM's budget lets through in a day. */
const AT_ONCE = 20;

/** Threads in which only PMs and doers speak: elsewhere a channel cannot tell a designer from an engineer. */
const scenarios: Scenario[] = readFileSync(join(import.meta.dirname, "../corpus/scenarios.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Scenario)
  .filter(({ thread }) => thread.length > 1 && thread.every(({ from }) => from in SPEAKERS));

const { templates } = await loadTemplates([SHIPPED_TEMPLATES]);
const library = compile(templates);
/** What a nudge would hold: unlike what somebody asks for, it needs an estimate or a spec link that was read. */
const expected = ({ thread }: Scenario) =>
  choose({ lines: linesOf(thread, library), asked: [], notEstimates: [] }, library).questions.map(
    (question) => question.text,
  );
const loud = scenarios.filter((scenario) => expected(scenario).length > 0);
const quiet = scenarios.filter((scenario) => expected(scenario).length === 0);

let cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.toReversed()) await step();
  cleanUp = [];
});

async function embedded(): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "askwhy-data-"));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  return { ASKWHY_DATA_DIR: folder };
}

async function redis(): Promise<Record<string, string>> {
  const server = await startRedis();
  cleanUp.push(() => server.stop());
  return { REDIS_URL: server.url };
}

async function ready(by: "socket" | "http", store: Record<string, string>): Promise<Whole> {
  const whole = await startWhole(by, store);
  cleanUp.push(() => whole.stop());
  await optIn(whole.standIn);
  await whole.standIn.command({ user: PRIYA, channel: PLANNING, text: "/askwhy settings" });
  await submitModal(whole.standIn, PRIYA, { "Most nudges per PM and day": String(AT_ONCE) });
  await whole.standIn.until(
    () => wordsOf(privateTo(whole.standIn, PRIYA, PLANNING)).split("Saved.").length > 2,
  );
  return whole;
}

/** Says a labelled thread as its people would. Gives the root's ts. */
function play({ standIn }: Whole, { thread }: Scenario): string {
  const [first, ...replies] = thread;
  const say = (said: Scenario["thread"][number] | undefined, root?: string) =>
    standIn.say({
      user: SPEAKERS[said?.from ?? ""] ?? SAM,
      channel: PLANNING,
      text: said?.text ?? "",
      ...(root !== undefined && { thread: root }),
    });
  const root = say(first);
  for (const reply of replies) say(reply, root);
  return root;
}

describe.each([
  ["socket", "embedded", embedded, loud.slice(0, AT_ONCE)],
  ...(redisAvailable ? [["http", "Redis", redis, loud.slice(AT_ONCE, 2 * AT_ONCE)] as const] : []),
] as const)("labelled threads over %s, on %s", (by, _name, store, threads) => {
  test(
    "each is met with the questions that the rules choose, and the quiet ones with silence",
    { timeout: 120_000 },
    async () => {
      const whole = await ready(by, await store());
      const { standIn } = whole;
      const silent = quiet.map((scenario) => play(whole, scenario));
      const roots = threads.map((scenario) => ({ scenario, root: play(whole, scenario) }));
      const suggestions = () =>
        privateTo(standIn, PRIYA, PLANNING).filter((one) => wordsOf(one).includes("Ask in thread"));
      await standIn.until(() => suggestions().length >= threads.length, 60_000);

      for (const { scenario, root } of roots) {
        const met = suggestions().filter((one) => one.thread === root);
        expect(met, scenario.id).toHaveLength(1);
        expect(wordsOf(met[0]?.blocks), scenario.id).toContain(
          JSON.stringify(expected(scenario)[0]).slice(1, -1),
        );
      }
      expect(suggestions().filter((one) => silent.includes(one.thread ?? ""))).toEqual([]);
      expect(standIn.public()).toEqual([]);
    },
  );
});

test("there are at least thirty such threads", () => {
  expect(loud.length + quiet.length).toBeGreaterThanOrEqual(30);
  expect(Math.min(loud.length, 2 * AT_ONCE)).toBeGreaterThanOrEqual(30);
});
