import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PLANNING, PRIYA, SAM } from "../../src/playground/people.ts";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import type { Thread } from "../../src/threads/thread.ts";
import { optIn, privateTo, whispered, wordsOf } from "./acting.ts";
import { startWhole, type Whole } from "./bot-process.ts";

const ESTIMATE = "checkout on the new gateway, about 3 weeks";

let folder: string;
let whole: Whole;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "askwhy-data-"));
  whole = await startWhole("socket", { ASKWHY_DATA_DIR: folder }, { env: { QUIET_SECONDS: "0" } });
  await optIn(whole.standIn);
});
afterEach(async () => {
  await whole.stop();
  await rm(folder, { recursive: true, force: true });
});

const suggestions = () =>
  privateTo(whole.standIn, PRIYA, PLANNING).filter((one) => wordsOf(one).includes("Ask in thread"));

test("asked to stop while a suggestion is on its way, it waits for Slack's answer and writes it down", async () => {
  const { standIn } = whole;
  standIn.misbehave({ on: "call", method: "chat.postEphemeral", how: "slow", ms: 1500 });
  const root = standIn.say({ user: SAM, channel: PLANNING, text: ESTIMATE });
  await whispered(standIn, PRIYA, PLANNING, "Ask in thread");
  expect(await whole.bot().stop()).toBe(0);

  const store = await embeddedStore({ folder });
  const key = { team: "T0HARBOUR", kind: "thread", id: `${PLANNING}/${root}` };
  const thread = await store.get<Thread>(key, standIn.clock.now());
  expect(thread?.offers[0]?.to[PRIYA]?.state).toBe("accepted");
  await store.close();

  await whole.restart();
  standIn.say({ user: SAM, channel: PLANNING, text: "search filters on the new index, 4 weeks" });
  await standIn.until(() => suggestions().length === 2);
  expect(suggestions().filter((one) => wordsOf(one).includes("3 weeks"))).toHaveLength(1);
});

test("asked to stop while Slack does not answer at all, it hands the job back, and the next process does it", async () => {
  const { standIn } = whole;
  standIn.misbehave({ on: "call", method: "conversations.history", how: "hang", times: 100 });
  standIn.misbehave({ on: "call", method: "conversations.replies", how: "hang", times: 100 });
  standIn.say({ user: SAM, channel: PLANNING, text: ESTIMATE });
  await standIn.settled();
  await standIn.until(() => standIn.world.calls.some(({ method }) => method === "conversations.replies"));
  expect(await whole.bot().stop()).toBe(0);
  expect(whole.bot().output()).toContain("job handed back");
  expect(suggestions()).toEqual([]);

  standIn.behave();
  await whole.restart();
  await standIn.until(() => suggestions().length === 1);
});
