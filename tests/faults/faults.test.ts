import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { redisAvailable } from "../store/redis-server.ts";
import { type Built, buildBot } from "./built-bot.ts";
import { ordeal } from "./ordeal.ts";
import type { Mode } from "./stage.ts";

let built: Built;
beforeAll(async () => {
  built = await buildBot();
});
afterAll(() => built.remove());

/** A short run of what `npm run soak` does at length, in modes that differ in everything. */
const MODES: readonly (readonly [Mode, seed: number])[] = [
  [{ by: "socket", store: "embedded", processes: 1 }, 101],
  ...(redisAvailable
    ? ([
        [{ by: "http", store: "redis", processes: 2 }, 102],
        [{ by: "socket", store: "redis", processes: 3 }, 103],
      ] as const)
    : []),
];
const KILLS = 5;

describe.each(MODES)("killed while all else goes wrong: %o, seed %i", (mode, seed) => {
  test(
    "every estimate is suggested once or waits in Home, every question is posted once or given back, and no thread loses a change",
    { timeout: 300_000 },
    async () => {
      const figures = await ordeal(mode, KILLS, seed, built);
      expect(figures.broken).toEqual([]);
      expect(figures.estimates).toBeGreaterThan(0);
      expect(figures.asked.arrived).toBeGreaterThan(0);
      // What a kill can cut short at once: as many jobs as a process has in hand for one workspace.
      expect(figures.unknowing).toBeLessThanOrEqual(4 * KILLS + lostAnswers(figures.mishaps));
    },
  );
});

/** Answers that were to be lost on their way, three at a time at most. */
const lostAnswers = (mishaps: Readonly<Record<string, number>>): number =>
  3 * ((mishaps["Slack answers half a body"] ?? 0) + (mishaps["Slack's answer is lost"] ?? 0));
