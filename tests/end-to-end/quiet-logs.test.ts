import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { CHANNELS, PEOPLE, PLANNING, PRIYA, SAM, TEAM, THEO } from "../../src/playground/people.ts";
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";
import { redisAvailable, startRedis } from "../store/redis-server.ts";
import { optIn, pressLabel, privateTo, submitModal, whispered, wordsOf } from "./acting.ts";
import { type By, startWhole, type Whole } from "./bot-process.ts";

/** Odd words, each planted where a person or a setting puts words. */
const PLANTED = {
  message: "zyzzyva",
  edited: "quokka",
  reply: "ocelot",
  title: "axolotl",
  asked: "numbat",
  draft: "pangolin",
  command: "kakapo",
} as const;
const SECRETS = [BOT_TOKEN, APP_TOKEN, SIGNING_SECRET];
const NAMES = [
  ...PEOPLE.map(({ name }) => name),
  ...CHANNELS.map(({ name }) => name),
  TEAM.name,
  TEAM.domain,
];

let cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.toReversed()) await step();
  cleanUp = [];
});

async function storeOf(kind: "embedded" | "Redis"): Promise<Record<string, string>> {
  if (kind === "Redis") {
    const server = await startRedis();
    cleanUp.push(() => server.stop());
    return { REDIS_URL: server.url };
  }
  const folder = await mkdtemp(join(tmpdir(), "askwhy-data-"));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  return { ASKWHY_DATA_DIR: folder };
}

/** Everything people do, with an odd word in each, while Slack does much wrong. */
async function busyDay({ standIn }: Whole): Promise<void> {
  await optIn(standIn);
  const said = { user: SAM, channel: PLANNING };
  const root = standIn.say({ ...said, text: `the ${PLANTED.message} checkout, about 3 weeks, Priya` });
  standIn.edit({ ...said, ts: root, text: `the ${PLANTED.edited} checkout, about 4 weeks` });
  const url = `https://docs.google.com/document/d/${PLANTED.title}`;
  const spec = standIn.say({ ...said, text: `please read <${url}>` });
  standIn.unfurl({ channel: PLANNING, ts: spec, url, title: `RFC: ${PLANTED.title}` });
  const suggestion = await whispered(standIn, PRIYA, PLANNING, PLANTED.edited);
  await pressLabel(standIn, PRIYA, PLANNING, suggestion, "Ask in thread");
  await submitModal(standIn, PRIYA, { "Your question": `Does it include the ${PLANTED.asked}?` });
  await standIn.until(() => standIn.public().length === 1);
  const reply = standIn.say({ ...said, thread: root, text: `should be fine with the ${PLANTED.reply}` });
  await whispered(standIn, PRIYA, PLANNING, PLANTED.reply);

  await standIn.globalShortcut({ user: SAM, callbackId: "draft" });
  await submitModal(standIn, SAM, { "Your estimate or draft": `the ${PLANTED.draft} import, 5 weeks` });
  await standIn.messageShortcut({ user: THEO, channel: PLANNING, ts: root, callbackId: "ask-why" });
  for (const text of [
    `/askwhy ${PLANTED.command} export, 6 weeks`,
    `/askwhy mute ${PLANTED.command}`,
    `/askwhy why https://x.test/archives/${PLANNING}/p${root.replace(".", "")}#${PLANTED.command}`,
    "/askwhy",
    "/askwhy open",
    "/askwhy corrections",
    "/askwhy privacy",
    "/askwhy forget me",
  ])
    await standIn.command({ user: PRIYA, channel: PLANNING, text });
  standIn.openHome(PRIYA);
  await standIn.until(() => wordsOf(standIn.home(PRIYA) ?? "").includes("My hours"));
  await wrongdoing(standIn, root);
  standIn.takeBack({ ...said, ts: reply });
  await standIn.settled();
}

/** Slack fails in every way it can, in the middle of work that is full of words. */
async function wrongdoing(standIn: StandIn, root: string): Promise<void> {
  for (const how of [
    { how: "error-500" },
    { how: "half-body" },
    { how: "lose-answer" },
    { how: "refuse", error: "fatal_error" },
    { how: "refuse", error: `${PLANTED.command} ${PLANTED.message}` },
    { how: "rate-limit", retryAfter: 1 },
  ] as const) {
    for (const method of ["chat.postEphemeral", "views.open", "views.publish", "users.info", "response_url"])
      standIn.misbehave({ on: "call", method, ...how });
    await standIn.messageShortcut({ user: PRIYA, channel: PLANNING, ts: root, callbackId: "ask-why" });
    await standIn.command({ user: PRIYA, channel: PLANNING, text: `/askwhy ${PLANTED.command}, 7 weeks` });
    await standIn.globalShortcut({ user: SAM, callbackId: "draft" });
    standIn.openHome(PRIYA);
    standIn.say({
      user: SAM,
      channel: PLANNING,
      text: `the ${PLANTED.message} search, ${how.how}, 3 months`,
    });
    await standIn.settled();
  }
  await standIn.until(() => privateTo(standIn, PRIYA, PLANNING).length > 5);
  standIn.behave();
}

const WAYS: [By, "embedded" | "Redis"][] = [
  ["socket", "embedded"],
  ...(redisAvailable ? ([["http", "Redis"]] as [By, "Redis"][]) : []),
];

describe.each(WAYS)("a busy day over %s, on the %s store", (by, store) => {
  test(
    "leaves no message, name or token in all that the process writes, faults and debug lines included",
    { timeout: 120_000 },
    async () => {
      const whole = await startWhole(by, await storeOf(store), { env: { LOG_LEVEL: "debug" } });
      cleanUp.push(() => whole.stop());
      await busyDay(whole);
      expect(await whole.bot().stop()).toBe(0);
      const output = whole.bot().output();
      expect(output).toMatch(/"msg":"suggestion"/);
      expect(output).toMatch(/"level":50|"level":40/);
      for (const word of [...Object.values(PLANTED), ...SECRETS]) expect(output).not.toContain(word);
      for (const name of NAMES) expect(output).not.toMatch(new RegExp(`\\b${name}\\b`));
      expect(output).not.toMatch(/xox[bp]-|xapp-|https?:\/\//);
      // One JSON line for each thing that mattered, and nothing else.
      for (const line of output.trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("msg");
    },
  );
});
