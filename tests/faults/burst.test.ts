import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SAM, TEAM } from "../../src/playground/people.ts";
import { type Built, buildBot } from "./built-bot.ts";
import { makeChance } from "./chance.ts";
import { setStage } from "./stage.ts";

let built: Built;
beforeAll(async () => {
  built = await buildBot();
});
afterAll(() => built.remove());

const EVENTS = 10_000;
/** Every twentieth says how long something takes. */
const TELLING = 20;
/** Twice of what the bot holds at rest, and a quarter of what 10,000 events would take if all were begun at once. */
const MOST_MEMORY = 450 * 2 ** 20;

describe.each(["socket", "http"] as const)("a burst over %s", (by) => {
  test("of 10,000 events loses none and stays within its memory", { timeout: 300_000 }, async () => {
    const stage = await setStage({ by, store: "embedded", processes: 1 }, built, makeChance(1), {
      QUIET_SECONDS: "3600",
    });
    const { standIn, places, bots } = stage;
    try {
      await standIn.until(() => standIn.connected());
      const roots = Array.from({ length: EVENTS }, (_, i) => {
        const channel = places[i % places.length]?.channel ?? "";
        const tells = i % TELLING === 0;
        const text = tells ? "checkout on the new gateway, about 3 weeks" : "morning all, the build is green";
        const ts = standIn.say({ user: SAM, channel, text });
        return tells ? `${channel}/${ts}` : "";
      }).filter((id) => id !== "");
      await standIn.until(() => standIn.world.delivery.pending() === 0, 240_000);
      expect(await bots[0]?.peakMemory()).toBeLessThan(MOST_MEMORY);
      const kept = await stage.look(async (store) => {
        const keys = await store.keys(TEAM.id);
        return keys.filter(({ kind }) => kind === "thread").map(({ id }) => id);
      });
      expect(kept.toSorted()).toEqual(roots.toSorted());
    } finally {
      await stage.strike();
    }
  });
});
