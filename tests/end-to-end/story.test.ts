import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { NOOR, PLANNING, PRIYA, SAM, THEO } from "../../src/playground/people.ts";
import { type RedisServer, redisAvailable, startRedis } from "../store/redis-server.ts";
import { optIn, pressLabel, privateTo, submitModal, whispered, wordsOf } from "./acting.ts";
import { type By, startWhole, type Whole } from "./bot-process.ts";

const ESTIMATE = "checkout on the new gateway, about 3 weeks";

let redis: RedisServer | undefined;
beforeAll(async () => {
  if (redisAvailable) redis = await startRedis({ appendonly: true });
});
afterAll(async () => redis?.stop());

/** Each test has a Redis database of its own. */
let database = 0;
let whole: Whole | undefined;
const folders: string[] = [];
afterEach(async ({ task }) => {
  // What the bot logged tells most about a failure.
  if (task.result?.state === "fail") process.stderr.write(whole?.bot().output() ?? "");
  await whole?.stop();
  whole = undefined;
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function storeSettings(store: "embedded" | "redis"): Promise<Record<string, string>> {
  if (store === "redis") return { REDIS_URL: `${redis?.url ?? ""}/${(database += 1)}` };
  const folder = await mkdtemp(join(tmpdir(), "askwhy-data-"));
  folders.push(folder);
  return { ASKWHY_DATA_DIR: folder };
}

const WAYS = (["socket", "http"] as const).flatMap((by) =>
  (["embedded", ...(redisAvailable ? (["redis"] as const) : [])] as const).map(
    (store): [By, "embedded" | "redis"] => [by, store],
  ),
);

describe.each(WAYS)("the real bot over %s, on the %s store", (by, store) => {
  test(
    "an estimate becomes a private suggestion; it is asked, dodged, asked again, answered, and a card",
    { timeout: 60_000 },
    async () => {
      whole = await startWhole(by, await storeSettings(store));
      const { standIn } = whole;
      await optIn(standIn);

      const root = standIn.say({ user: SAM, channel: PLANNING, text: ESTIMATE });
      const suggestion = await whispered(standIn, PRIYA, PLANNING, "Ask in thread");
      expect(wordsOf(suggestion)).toContain(ESTIMATE);
      for (const user of [SAM, NOOR, THEO]) expect(privateTo(standIn, user, PLANNING)).toEqual([]);
      expect(standIn.public()).toEqual([]);

      await pressLabel(standIn, PRIYA, PLANNING, suggestion, "Ask in thread");
      await submitModal(standIn, PRIYA, { "Your question": "Does that include testing it end to end?" });
      const question = await standIn.until(() => standIn.public()[0]);
      expect(question.thread).toBe(root);
      expect(wordsOf(question)).toContain("Does that include testing it end to end?");

      standIn.say({ user: SAM, channel: PLANNING, thread: root, text: "should be fine" });
      const dodged = await whispered(standIn, PRIYA, PLANNING, "still open");
      expect(wordsOf(dodged)).toContain("should be fine");
      await pressLabel(standIn, PRIYA, PLANNING, dodged, "Ask that");
      await submitModal(standIn, PRIYA);
      await standIn.until(() => standIn.public().length === 2);

      standIn.openHome(PRIYA);
      standIn.say({
        user: SAM,
        channel: PLANNING,
        thread: root,
        text: "no, testing with payments is not included, add three days",
      });
      await standIn.until(() => wordsOf(standIn.home(PRIYA)).includes("not included, add three days"));
      expect(standIn.public()).toHaveLength(2);
      expect(privateTo(standIn, SAM, PLANNING)).toEqual([]);

      const link = `https://box.example/archives/${PLANNING}/p${root.replace(".", "")}`;
      await standIn.command({ user: PRIYA, channel: PLANNING, text: `/askwhy card ${link}` });
      const card = await whispered(standIn, PRIYA, PLANNING, "Estimate: about 3 weeks");
      for (const words of ["Not included", "Asked and answered", "not included, add three days"]) {
        expect(wordsOf(card)).toContain(words);
      }
      await pressLabel(standIn, PRIYA, PLANNING, card, "Copy as Markdown");
      const modal = await standIn.until(() => standIn.modal(PRIYA));
      expect(wordsOf(modal)).toContain("## Estimate: about 3 weeks");
      expect(standIn.public()).toHaveLength(2);
    },
  );

  test("killed in mid-story, it loses nothing and says nothing twice", { timeout: 60_000 }, async () => {
    whole = await startWhole(by, await storeSettings(store), { env: { QUIET_SECONDS: "2" } });
    const { standIn } = whole;
    await optIn(standIn);
    standIn.say({ user: SAM, channel: PLANNING, text: ESTIMATE });
    await standIn.settled();
    await whole.bot().kill();
    await whole.restart();
    const suggestion = await whispered(standIn, PRIYA, PLANNING, "Ask in thread");

    await whole.bot().kill();
    await whole.restart();
    await pressLabel(standIn, PRIYA, PLANNING, suggestion, "Ask in thread");
    await submitModal(standIn, PRIYA);
    await standIn.until(() => standIn.public().length === 1);
    const suggestions = privateTo(standIn, PRIYA, PLANNING).filter((one) =>
      wordsOf(one).includes("Ask in thread"),
    );
    expect(suggestions).toHaveLength(1);
  });

  test("stops cleanly when asked to", { timeout: 60_000 }, async () => {
    whole = await startWhole(by, await storeSettings(store));
    expect(await whole.bot().stop()).toBe(0);
  });
});
