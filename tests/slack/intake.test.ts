import { describe, expect, test } from "vitest";
import { DoorFull, makeIntake } from "../../src/slack/intake.ts";

/** Work that lasts until it is let go, or fails. */
function lasting() {
  const begun: { readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  return {
    begun,
    work: () => new Promise<void>((end, fail) => begun.push({ end, fail })),
    endAll: async () => {
      for (let i = 0; i < begun.length; i += 1) {
        begun[i]?.end();
        await settled();
      }
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("a burst", () => {
  test("64 are worked on at once, the others wait their turn, and all are done", async () => {
    const intake = makeIntake(() => {});
    const { begun, work, endAll } = lasting();
    let done = 0;
    for (let i = 0; i < 1000; i += 1) void intake(`Ev${i}`, work).then(() => (done += 1));
    await settled();
    expect(begun).toHaveLength(64);
    begun[0]?.end();
    await settled();
    expect(begun).toHaveLength(65);
    await endAll();
    expect([begun.length, done]).toEqual([1000, 1000]);
  });

  test("more than can wait are refused, which is told once, and are taken again when there is room", async () => {
    const told: boolean[] = [];
    const intake = makeIntake((full) => told.push(full));
    const { work, endAll } = lasting();
    const all = Array.from({ length: 3000 }, (_, i) => intake(`Ev${i}`, work).catch((error: Error) => error));
    await settled();
    await endAll();
    const refused = (await Promise.all(all)).flatMap((error, i) => (error instanceof DoorFull ? [i] : []));
    expect(refused).toEqual(Array.from({ length: 3000 - 2064 }, (_, i) => i + 2064));
    expect(told).toEqual([true, false]);
    let again = 0;
    for (const i of refused) await intake(`Ev${i}`, async () => void (again += 1));
    expect(again).toBe(refused.length);
  });
});

describe("the same event again", () => {
  test("while it is worked on: begun once, and both wait for its end", async () => {
    const intake = makeIntake(() => {});
    const { begun, work } = lasting();
    let done = 0;
    for (let i = 0; i < 3; i += 1) void intake("Ev1", work).then(() => (done += 1));
    await settled();
    expect([begun.length, done]).toEqual([1, 0]);
    begun[0]?.end();
    await settled();
    expect(done).toBe(3);
  });

  test("after it was kept: nothing to do", async () => {
    const intake = makeIntake(() => {});
    let times = 0;
    for (let i = 0; i < 3; i += 1) await intake("Ev1", async () => void (times += 1));
    expect(times).toBe(1);
  });

  test.each([
    [4999, 1],
    [20_000, 2],
  ])("after %d others were kept it was worked on %d times: memory has an end", async (others, times) => {
    const intake = makeIntake(() => {});
    let worked = 0;
    const count = async () => void (worked += 1);
    await intake("Ev", count);
    for (let i = 0; i < others; i += 1) await intake(`Ev${i}`, async () => {});
    await intake("Ev", count);
    expect(worked).toBe(times);
  });

  test("after it failed: it is done anew", async () => {
    const intake = makeIntake(() => {});
    await expect(intake("Ev1", () => Promise.reject(new Error("the store is away")))).rejects.toThrow("away");
    let times = 0;
    await intake("Ev1", async () => void (times += 1));
    expect(times).toBe(1);
  });

  test("an event without an id is always worked on", async () => {
    const intake = makeIntake(() => {});
    let times = 0;
    for (let i = 0; i < 2; i += 1) await intake(undefined, async () => void (times += 1));
    expect(times).toBe(2);
  });
});
