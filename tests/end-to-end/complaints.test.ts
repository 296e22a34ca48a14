import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import { type StandIn, startStandIn } from "../../src/playground/stand-in/stand-in.ts";
import { redisAvailable, startRedis } from "../store/redis-server.ts";
import { botComplains, freePort, startBotProcess } from "./bot-process.ts";

let standIn: StandIn;
let folder: string;
beforeEach(async () => {
  standIn = await startStandIn();
  folder = await mkdtemp(join(tmpdir(), "askwhy-complaints-"));
});
afterEach(async () => {
  await standIn.stop();
  await rm(folder, { recursive: true, force: true });
});

const working = async () => ({
  SLACK_API_URL: standIn.apiUrl,
  SLACK_BOT_TOKEN: BOT_TOKEN,
  SLACK_APP_TOKEN: APP_TOKEN,
  ASKWHY_DATA_DIR: join(folder, "data"),
  PORT: String(await freePort()),
});

describe("what is wrong is said once, with what to do", () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ["a setting that is no number", { QUIET_SECONDS: "soon" }, /QUIET_SECONDS .*whole number/],
    ["a token of the wrong kind", { SLACK_BOT_TOKEN: "xoxp-1" }, /SLACK_BOT_TOKEN .*xoxb-/],
    [
      "a token without anything to listen by",
      { SLACK_APP_TOKEN: "" },
      /SLACK_APP_TOKEN .*SLACK_SIGNING_SECRET/,
    ],
    ["a token that Slack refuses", { SLACK_BOT_TOKEN: "xoxb-wrong" }, /token/i],
    [
      "a Redis that cannot be reached",
      { REDIS_URL: "redis://127.0.0.1:1" },
      /Redis.*REDIS_URL|REDIS_URL.*Redis/is,
    ],
  ])("%s", async (_what, change, expected) => {
    const { code, says } = await botComplains({ ...(await working()), ...change });
    expect(code).toBe(1);
    expect(says).toMatch(expected);
    expect(says).not.toMatch(/\n\s+at /);
    for (const secret of ["xoxp-1", "xoxb-wrong", APP_TOKEN]) expect(says).not.toContain(secret);
  });

  test.skipIf(!redisAvailable)("a Redis that takes no writes", async () => {
    const replica = await startRedis({ args: ["--replicaof", `127.0.0.1 ${await freePort()}`] });
    const { code, says } = await botComplains({ ...(await working()), REDIS_URL: replica.url });
    await replica.stop();
    expect(code).toBe(1);
    expect(says).toMatch(/read-only replica\. Let REDIS_URL name the master/);
  });

  test("a broken template is named with file, line and column; the bot runs with the others", async () => {
    await writeFile(join(folder, "broken.yaml"), "id: broken\nask: 7\n");
    const bot = await startBotProcess({
      ...(await working()),
      ASKWHY_TEMPLATES_DIR: folder,
    });
    expect(bot.output()).toMatch(/broken\.yaml:2:6/);
    expect(await bot.stop()).toBe(0);
  });
});

describe("the doors of an operator", () => {
  test.each([
    ["Socket Mode", {}],
    ["HTTP", { SLACK_APP_TOKEN: "", SLACK_SIGNING_SECRET: SIGNING_SECRET }],
  ])("over %s, healthz and readyz answer, and nothing else does", async (_how, change) => {
    const port = await freePort();
    const bot = await startBotProcess({ ...(await working()), ...change, PORT: String(port) });
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    expect(await status("/healthz")).toBe(200);
    expect(await status("/readyz")).toBe(200);
    expect(await status("/anything")).toBe(404);
    expect(await bot.stop()).toBe(0);
  });
});
