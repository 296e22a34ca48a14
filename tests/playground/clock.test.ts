import { describe, expect, test } from "vitest";
import { makeClock } from "../../src/playground/clock.ts";

const NOON = Date.parse("2026-11-18T12:00:00Z");

describe("the clock", () => {
  test("stands still until it is moved on, and tells who listens", () => {
    const clock = makeClock({ startAt: NOON, standsStill: true });
    const heard: number[] = [];
    const stop = clock.onMoved((now) => heard.push(now));
    clock.moveTo(NOON + 60_000);
    clock.moveTo(NOON);
    stop();
    clock.moveTo(NOON + 120_000);
    expect(clock.now()).toBe(NOON + 120_000);
    expect(heard).toEqual([NOON + 60_000]);
  });

  test("ticks from where it was started", () => {
    const clock = makeClock({ startAt: NOON });
    expect(clock.now()).toBeGreaterThanOrEqual(NOON);
  });

  test("gives message ids that differ and sort by time as text", () => {
    const clock = makeClock({ startAt: NOON, standsStill: true });
    const ids = [clock.ts(), clock.ts()];
    clock.moveTo(NOON + 1);
    ids.push(clock.ts());
    expect(ids).toEqual(["1795003200.000000", "1795003200.000001", "1795003200.001000"]);
    expect(ids.toSorted()).toEqual(ids);
  });
});
