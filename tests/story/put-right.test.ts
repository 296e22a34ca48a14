import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { redisStore } from "../../src/store/redis-store.ts";
import type { Store } from "../../src/store/store.ts";
import { type RedisServer, redisAvailable, startRedis } from "../store/redis-server.ts";
import { kept, MINUTE, planning, wordsOf } from "./scenes.ts";
import { CHANNEL, NOOR, PRIYA, SAM, TEAM, type Village } from "./village.ts";

const whispers = (here: Village) => here.to(PRIYA).filter(({ how }) => how === "whisper");

async function why(here: Village, ts: string): Promise<string> {
  await here.invoke(PRIYA, `why https://acme.example/archives/${CHANNEL}/p${ts.replace(".", "")}`);
  return wordsOf(here.to(PRIYA).at(-1)?.note);
}

type Talk = readonly (readonly [user: string, text: string])[];

/** Everything said outside threads, ten seconds apart. */
async function said(here: Village, talk: Talk): Promise<string[]> {
  const all: string[] = [];
  for (const [user, text] of talk) {
    all.push((await here.say(user, text)).ts);
    await here.pass(10);
  }
  return all;
}

describe("a number put right outside threads before anything was suggested", () => {
  test.each<[string, string, Talk]>([
    [
      "with its unit",
      "4 weeks",
      [
        [SAM, "gift cards for b2b: 3 weeks"],
        [SAM, "sorry, 4 weeks, forgot the mails"],
      ],
    ],
    [
      "without one, after a question",
      "4 weeks",
      [
        [PRIYA, "how long for wish lists?"],
        [SAM, "3 weeks"],
        [SAM, "no wait, 4, forgot the sharing"],
      ],
    ],
    [
      "with somebody else's word between",
      "4 weeks",
      [
        [SAM, "gift cards for b2b: 3 weeks"],
        [NOOR, "ok"],
        [SAM, "make that 4 weeks, forgot the mails"],
      ],
    ],
    [
      "twice",
      "5 weeks",
      [
        [SAM, "gift cards for b2b: 3 weeks"],
        [SAM, "sorry, 4 weeks, forgot the mails"],
        [SAM, "no, 5 weeks, and the refunds"],
      ],
    ],
  ])("%s: one suggestion, about the newer one", async (_how, number, talk) => {
    const here = await planning();
    const all = await said(here, talk);
    await here.pass(5 * MINUTE);
    expect(whispers(here)).toHaveLength(1);
    const last = talk.at(-1)?.[1] ?? "";
    expect(whispers(here)[0]?.note?.parts[0]).toMatchObject({ kind: "quote", text: last });
    const old = all[talk.findIndex(([user]) => user === SAM)] ?? "";
    expect(await why(here, old)).toContain(`Said nothing: its author put it right: ${number}.`);
  });

  test.each<[string, Talk]>([
    [
      "another work",
      [
        [SAM, "gift cards for b2b with the vendor's api: 3 weeks"],
        [SAM, "actually search on the new index is 4 weeks"],
      ],
    ],
    [
      "somebody else's",
      [
        [SAM, "gift cards for b2b with the vendor's api: 3 weeks"],
        [NOOR, "sorry, 4 weeks, forgot the vendor's mails"],
      ],
    ],
    [
      "of another kind",
      [
        [SAM, "gift cards for b2b with the vendor's api: 3 weeks"],
        [SAM, "sorry, 13 points for the vendor's mails"],
      ],
    ],
    [
      "the last of two works",
      [
        [SAM, "gift cards for b2b with the vendor's api: 3 weeks"],
        [SAM, "search on the new index: 2 weeks"],
        [SAM, "sorry, 4 weeks, forgot the migration"],
      ],
    ],
  ])("near miss: %s", async (_what, talk) => {
    const here = await planning();
    const [first = ""] = await said(here, talk);
    await here.pass(5 * MINUTE);
    expect(await why(here, first)).not.toContain("put it right");
    expect((await kept(here, first))?.offers).toHaveLength(1);
  });

  test("a correction that is deleted before anything was suggested leaves the first number", async () => {
    const here = await planning();
    const [first = "", second = ""] = await said(here, [
      [SAM, "gift cards for b2b: 3 weeks"],
      [SAM, "sorry, 4 weeks, forgot the mails"],
    ]);
    await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: second });
    await here.pass(5 * MINUTE);
    expect(whispers(here)).toHaveLength(1);
    expect((await kept(here, first))?.offers).toHaveLength(1);
  });
});

let redis: RedisServer | undefined;
beforeAll(async () => {
  if (redisAvailable) redis = await startRedis();
});
afterAll(() => redis?.stop());

const STORES: readonly (readonly [string, () => Promise<Store>, boolean])[] = [
  ["the embedded store", () => embeddedStore({ memory: true }), true],
  ["Redis (needs redis-server)", () => redisStore(redis?.url ?? ""), redisAvailable],
];

describe.each(STORES)("on %s", (_name, open, available) => {
  test.skipIf(!available)("killed over it and resumed, it tells once, of the newer number", async () => {
    const store = await open();
    try {
      const here = await planning({ store });
      const first = await here.say(SAM, "gift cards for b2b: 3 weeks");
      here.sleep(10);
      here.restart();
      const second = await here.say(SAM, "sorry, 4 weeks, forgot the mails");
      here.restart();
      here.sleep(5 * MINUTE);
      await here.pass(5 * MINUTE);
      expect(whispers(here)).toHaveLength(1);
      expect((await kept(here, first.ts))?.silences).toMatchObject([
        { about: first.ts, reason: "its author put it right: 4 weeks" },
      ]);
      expect((await kept(here, second.ts))?.offers).toHaveLength(1);
    } finally {
      await store.close();
    }
  });
});
