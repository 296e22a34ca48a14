import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeLog } from "../../src/log.ts";
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import { type StandIn, startStandIn } from "../../src/playground/stand-in/stand-in.ts";
import { readSettings } from "../../src/settings.ts";
import { startBot, StartGivenUp } from "../../src/start-bot.ts";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { botComplains, freePort, startBotProcess, startingBot } from "./bot-process.ts";

let standIn: StandIn;
let folder: string;
beforeEach(async () => {
  standIn = await startStandIn();
  folder = await mkdtemp(join(tmpdir(), "askwhy-ending-"));
});
afterEach(async () => {
  await standIn.stop();
  await rm(folder, { recursive: true, force: true });
});

const settings = (by: Record<string, string>) => ({
  SLACK_API_URL: standIn.apiUrl,
  SLACK_BOT_TOKEN: BOT_TOKEN,
  ASKWHY_DATA_DIR: folder,
  ...by,
});
const http = (port: number) => settings({ SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: String(port) });
const socket = async () => settings({ SLACK_APP_TOKEN: APP_TOKEN, PORT: String(await freePort()) });

test("a port that is taken ends the process, with what to do, and the folder is free again", async () => {
  const taken = createServer().listen(0);
  await once(taken, "listening");
  const address = taken.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const { code, says } = await botComplains(http(port));
  expect(code).toBe(1);
  expect(says).toContain("PORT");
  expect(await readdir(folder)).not.toContain("askwhy.lock");
  taken.close();
});

test("a link that Slack refuses ends the process, with what to do, and the folder is free again", async () => {
  const refused = { how: "refuse", error: "invalid_auth", times: 100 } as const;
  standIn.misbehave({ on: "call", method: "apps.connections.open", ...refused });
  const { code, says } = await botComplains(await socket());
  expect(code).toBe(1);
  expect(says).toContain("SLACK_APP_TOKEN");
  expect(await readdir(folder)).not.toContain("askwhy.lock");
});

test("asked to stop while it starts, it gives up the start", async () => {
  standIn.misbehave({ on: "call", method: "auth.test", how: "hang", times: 100 });
  const bot = startingBot(await socket());
  await standIn.until(() => standIn.world.calls.some(({ method }) => method === "auth.test"));
  expect(await bot.stop()).toBe(0);
  expect(await readdir(folder)).not.toContain("askwhy.lock");
});

test("asked to stop while it waits for a Redis that never answers, it gives up the start", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  const sockets: Socket[] = [];
  const called = new Promise<void>((resolve) =>
    silent.on("connection", (socket) => {
      socket.on("error", () => {});
      sockets.push(socket);
      resolve();
    }),
  );
  await once(silent, "listening");
  const address = silent.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const bot = startingBot({ ...(await socket()), REDIS_URL: `redis://127.0.0.1:${port}` });
  await called;
  expect(await bot.stop()).toBe(0);
  for (const one of sockets) one.destroy();
  silent.close();
});

test("asked to stop before the store is open, it closes the store all the same", async () => {
  const settings = readSettings({ ASKWHY_DATA_DIR: folder });
  const around = { log: makeLog("silent"), now: Date.now, told: Promise.resolve() };
  await expect(startBot(settings, around)).rejects.toThrow(StartGivenUp);
  await vi.waitFor(async () => {
    const store = await embeddedStore({ folder });
    await store.close();
  });
  expect(await readdir(folder)).not.toContain("askwhy.lock");
});

test("a request that was sent by halves keeps nobody from stopping", async () => {
  const port = await freePort();
  const bot = await startBotProcess(http(port));
  const half: Socket = connect(port, "127.0.0.1");
  half.on("error", () => {});
  await once(half, "connect");
  half.write("POST /slack/events HTTP/1.1\r\nHost: askwhy\r\nContent-Length: 1000\r\n\r\n{");
  // Once another request is answered, the first one has arrived too.
  await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(await bot.stop()).toBe(0);
  expect(bot.output()).toContain("askwhy has stopped");
  half.destroy();
});
