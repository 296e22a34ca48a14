import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { PLANNING, PRIYA, SAM, TEAM } from "../../src/playground/people.ts";
import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";
import { digest } from "../../src/store/embedded-tables.ts";
import { dumpFile, dumpRedis } from "../store/dump.ts";
import { type RedisServer, redisAvailable, startRedis } from "../store/redis-server.ts";
import { optIn, pressLabel, privateTo, submitModal, whispered, wordsOf } from "./acting.ts";
import { botComplains } from "./bot-process.ts";
import { install, KEYS, oauthSettings, QUAY, type Several, startSeveral } from "./installing.ts";

const MINUTE = 60_000;
const PATIENT = { timeout: 20_000 };

let redis: RedisServer | undefined;
beforeAll(async () => {
  if (redisAvailable) redis = await startRedis({ appendonly: true });
});
afterAll(async () => redis?.stop());

/** Each test has a Redis database of its own. */
let database = 0;
let several: Several | undefined;
const folders: string[] = [];
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") process.stderr.write(several?.bot().output() ?? "");
  await several?.stop();
  several = undefined;
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

type StoreName = "embedded" | "redis";

async function storeOf(name: StoreName) {
  if (name === "redis") {
    const url = `${redis?.url ?? ""}/${(database += 1)}`;
    return { settings: { REDIS_URL: url }, dump: () => dumpRedis(url), named: QUAY.id };
  }
  const folder = await mkdtemp(join(tmpdir(), "askwhy-several-"));
  folders.push(folder);
  return {
    settings: { ASKWHY_DATA_DIR: folder },
    dump: () => dumpFile(join(folder, "askwhy.lmdb")),
    // Its keys hold a digest of the workspace's id.
    named: digest(QUAY.id),
  };
}

/** Sam says it, and Priya of the same workspace is shown something. */
async function estimated(standIn: StandIn, text: string) {
  standIn.say({ user: SAM, channel: PLANNING, text });
  return whispered(standIn, PRIYA, PLANNING, text);
}

describe.each<StoreName>(["embedded", ...(redisAvailable ? (["redis"] as const) : [])])(
  "several workspaces on the %s store",
  (name) => {
    test(
      "two install, live side by side, through a kill and a new key; one leaves, and is gone whole",
      { timeout: 240_000 },
      async () => {
        const { settings, dump, named } = await storeOf(name);
        several = await startSeveral(settings);
        const { harbour, quay, url } = several;
        await several.start(KEYS.old);
        for (const standIn of [harbour, quay]) {
          const done = await install(url, standIn);
          expect(done.status).toBe(200);
          expect(await done.text()).toContain("/invite @askwhy");
          await optIn(standIn);
        }

        // The same ids, the same moment, other words.
        const [ours, theirs] = await Promise.all([
          estimated(harbour, "checkout on the new gateway, about 3 weeks"),
          estimated(quay, "berth plan rewrite, about 5 weeks"),
        ]);
        expect(wordsOf(harbour.sees(PRIYA, PLANNING))).not.toContain("berth plan");
        expect(wordsOf(quay.sees(PRIYA, PLANNING))).not.toContain("checkout");
        await pressLabel(quay, PRIYA, PLANNING, theirs, "Ask in thread");
        await submitModal(quay, PRIYA);
        expect(wordsOf(await quay.until(() => quay.public()[0]))).toContain("asks");
        expect(harbour.public()).toEqual([]);

        await several.bot().kill();
        await several.start(`${KEYS.new},${KEYS.old}`);
        expect(several.bot().output()).toContain("sealed anew");
        await pressLabel(harbour, PRIYA, PLANNING, ours, "Ask in thread");
        await submitModal(harbour, PRIYA);
        await harbour.until(() => harbour.public()[0]);

        await several.bot().stop();
        await several.start(KEYS.new);
        await estimated(quay, "harbour lights service rewrite, about 4 weeks");
        expect((await dump()).filter((line) => line.includes(named)).length).toBeGreaterThan(5);

        quay.uninstall();
        await quay.settled();
        await estimated(harbour, "search index, about 6 weeks");
        await several.bot().stop();
        const left = (await dump()).filter((line) => line.includes(named) || line.includes(QUAY.id));
        // For some minutes it is remembered that the workspace is to be looked through once more.
        expect(left.filter((line) => !line.includes("erase-workspace"))).toEqual([]);
        // The tokens of those that stay are nowhere to be read.
        expect((await dump()).join("\n")).not.toMatch(/berth|lights|xoxb/);

        await several.start(KEYS.new, 10 * MINUTE);
        await expect.poll(() => several?.bot().output(), PATIENT).toContain("a workspace was erased");
        await several.bot().stop();
        expect((await dump()).filter((line) => line.includes(named) || line.includes(QUAY.id))).toEqual([]);

        await several.start(KEYS.new, 10 * MINUTE);
        await install(url, quay);
        quay.openHome(PRIYA);
        await quay.settled();
        expect(wordsOf(quay.home(PRIYA))).not.toMatch(/berth|lights/);
        await pressLabel(quay, PRIYA, PLANNING, theirs, "Ask in thread");
        await whispered(quay, PRIYA, PLANNING, "no longer kept");
        expect(privateTo(harbour, PRIYA, PLANNING).length).toBeGreaterThan(0);
        expect(several.bot().output()).not.toMatch(/xoxb-|berth|gateway/);
      },
    );

    test("without the key nothing starts, and nothing is lost", { timeout: 120_000 }, async () => {
      const { settings } = await storeOf(name);
      several = await startSeveral(settings);
      const { harbour, url } = several;
      await several.start(KEYS.old);
      await install(url, harbour);
      await several.bot().stop();
      const port = Number(new URL(url).port);
      const complaint = await botComplains({ ...oauthSettings(harbour, port, KEYS.new), ...settings });
      expect(complaint.code).toBe(1);
      expect(complaint.says).toMatch(
        /ENCRYPTION_KEY does not open .*T0HARBOUR.*Nothing is lost. Put that key back/,
      );
      await several.start(`${KEYS.new} ${KEYS.old}`);
      await optIn(harbour);
      await estimated(harbour, "checkout on the new gateway, about 3 weeks");
      expect(TEAM.id).toBe("T0HARBOUR");
    });
  },
);
