import { pino } from "pino";
import { WebAPIPlatformError, type WebAPICallResult } from "@slack/web-api";
import { afterEach, describe, expect, test } from "vitest";
import { HOUSE, type Installation, keepInstallations } from "../../src/slack/installations.ts";
import { severalWorkspaces } from "../../src/slack/several.ts";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { sealWith } from "../../src/store/seal.ts";
import type { Store } from "../../src/store/store.ts";

const NOW = Date.UTC(2030, 10, 26, 14);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ACME: Installation = {
  team: "T0ACME",
  token: "xoxb-acme",
  bot: { user: "U0BOT" },
  url: "https://acme.slack.example/",
  at: NOW,
};

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** Two processes on one store; `slack` says what Slack says of a token: its error, or nothing where it takes it. */
async function street() {
  const store = await embeddedStore({ memory: true });
  stores.push(store);
  const world = { now: NOW, slack: new Map<string, string>(), asked: 0 };
  const process = () =>
    severalWorkspaces({
      store,
      installations: keepInstallations({
        store,
        seal: sealWith([Buffer.alloc(32, 1)]),
        now: () => world.now,
      }),
      test: async (token) => {
        world.asked += 1;
        const error = world.slack.get(token);
        if (error === "nothing") throw new Error("no answer");
        if (error !== undefined)
          throw new WebAPIPlatformError({ ok: false, error } as WebAPICallResult & { error: string });
      },
      now: () => world.now,
      log: pino({ level: "silent" }),
    });
  const bot = process();
  await bot.joined(ACME);
  const thread = { team: "T0ACME", kind: "thread", id: "C0PLAN/1.1" };
  const write = () =>
    store.change(thread, world.now, () => ({ record: { quote: "3 weeks" }, until: Infinity }));
  await write();
  /** Runs what is due as the clockwork does. */
  const pass = async (ms: number) => {
    world.now += ms;
    for (const job of await store.take(world.now, 10, world.now + MINUTE)) {
      expect(await bot.due(job)).toBe(true);
      await store.finish(job);
    }
  };
  const left = async () => [...(await store.keys("T0ACME")), ...(await store.keys(HOUSE))];
  /** What the door does with Slack's word of it. */
  const leave = async () => {
    await store.forget("T0ACME");
    await bot.erased("T0ACME");
  };
  return { store, world, bot, process, write, pass, left, leave };
}

describe("a workspace that put the bot out", () => {
  test("is erased whole, and is not served any more", async () => {
    const { bot, left, leave, pass } = await street();
    expect(await bot.hasLeft("T0ACME", NOW + MINUTE)).toBe(true);
    await leave();
    expect(await bot.find("T0ACME")).toBeUndefined();
    expect(await left()).toEqual([]);
    await pass(DAY);
    expect(await left()).toEqual([]);
  });

  test("what another process still wrote for it goes a few minutes later", async () => {
    const { write, leave, left, pass } = await street();
    await leave();
    await write();
    await pass(4 * MINUTE);
    expect(await left()).toHaveLength(1);
    await pass(2 * MINUTE);
    expect(await left()).toEqual([]);
  });

  test("and came back meanwhile, keeps what it has since", async () => {
    const { bot, world, write, leave, left, pass } = await street();
    await leave();
    world.now += MINUTE;
    await bot.joined({ ...ACME, token: "xoxb-again", at: world.now });
    await write();
    await pass(10 * MINUTE);
    expect((await left()).length).toBeGreaterThan(1);
    expect((await bot.find("T0ACME"))?.token).toBe("xoxb-again");
  });

  test("is told late, when it has come back: Slack is asked, and the new token stands", async () => {
    const { bot, world } = await street();
    expect(await bot.hasLeft("T0ACME", NOW - MINUTE)).toBe(false);
    expect(world.asked).toBe(1);
    // The same by clocks that differ: Slack does not take the token.
    world.slack.set("xoxb-acme", "account_inactive");
    expect(await bot.hasLeft("T0ACME", NOW - MINUTE)).toBe(true);
  });

  test("in the very second it installed, is believed", async () => {
    const { bot, world } = await street();
    expect(await bot.hasLeft("T0ACME", NOW)).toBe(true);
    await bot.joined({ ...ACME, at: NOW + 999 });
    expect(await bot.hasLeft("T0ACME", NOW)).toBe(true);
    expect(world.asked).toBe(0);
  });

  test("where Slack does not say, it comes again", async () => {
    const { bot, world, left } = await street();
    world.slack.set("xoxb-acme", "nothing");
    await expect(bot.hasLeft("T0ACME", NOW - MINUTE)).rejects.toThrow(/does not say/);
    expect((await left()).length).toBeGreaterThan(1);
  });
});

describe("should Slack's word be lost", () => {
  test.each(["account_inactive", "token_revoked"])(
    "%s two days running erases the workspace",
    async (error) => {
      const { world, left, pass } = await street();
      world.slack.set("xoxb-acme", error);
      await pass(DAY);
      expect((await left()).length).toBeGreaterThan(1);
      await pass(DAY);
      expect(await left()).toEqual([]);
    },
  );

  test("once alone erases nothing, and begins anew", async () => {
    const { world, left, pass } = await street();
    for (let day = 0; day < 4; day += 1) {
      if (day % 2 === 0) world.slack.set("xoxb-acme", "account_inactive");
      else world.slack.clear();
      await pass(DAY);
    }
    expect((await left()).length).toBeGreaterThan(1);
    expect(world.asked).toBe(4);
  });

  test.each(["invalid_auth", "ratelimited", "internal_error", "nothing"])(
    "%s proves nothing",
    async (error) => {
      const { world, bot, store, left } = await street();
      world.slack.set("xoxb-acme", error);
      world.now += DAY;
      const [job] = await store.take(world.now, 1, world.now + MINUTE);
      if (job === undefined) throw new Error("no look was due");
      await expect(bot.due(job)).rejects.toThrow(/does not say/);
      expect((await left()).length).toBeGreaterThan(1);
    },
  );
});

test("a job of the story's is left to it", async () => {
  const { bot } = await street();
  const job = { team: "T0ACME", id: "s", kind: "suggest", due: NOW, about: {}, lease: "l", tries: 0 };
  expect(await bot.due(job)).toBe(false);
});

test("another process forgets a token that Slack refuses", async () => {
  const { bot, process } = await street();
  const other = process();
  expect((await other.find("T0ACME"))?.token).toBe("xoxb-acme");
  await bot.joined({ ...ACME, token: "xoxb-new" });
  expect((await other.find("T0ACME"))?.token).toBe("xoxb-acme");
  other.refused("T0ACME");
  expect((await other.find("T0ACME"))?.token).toBe("xoxb-new");
});
