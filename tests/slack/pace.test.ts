import { beforeEach, describe, expect, test } from "vitest";
import { makePace, type Pace } from "../../src/slack/pace.ts";
import { embeddedLanes } from "../../src/store/embedded-lanes.ts";
import { StoreError } from "../../src/store/store.ts";

let now: number;
/** Those who wait for their turn, by the time at which it comes. */
let waiting: { readonly at: number; readonly go: () => void }[];
beforeEach(() => {
  now = Date.UTC(2026, 10, 24, 10);
  waiting = [];
});

/** The pace of one process; of several that share their `lanes`. */
const pace = (share?: number, lanes = embeddedLanes()): Pace =>
  makePace({
    now: () => now,
    book: (...turn) => lanes.book("T1", ...turn),
    wait: (ms) => new Promise<void>((go) => waiting.push({ at: now + ms, go })),
    ...(share !== undefined && { share }),
  });

/** Moves the clock on, and lets those go whose turn has come. */
async function pass(ms: number): Promise<void> {
  now += ms;
  const due = waiting.filter(({ at }) => at <= now);
  waiting = waiting.filter(({ at }) => at > now);
  for (const { go } of due) go();
  await settled();
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Asks for turns all the time for so many minutes, one process after another; gives when they came. */
async function timesOf(
  processes: readonly Pace[],
  method: string,
  minutes: number,
  channel?: (i: number) => string,
): Promise<number[]> {
  const times: number[] = [];
  for (let second = 0; second < minutes * 60; second += 1) {
    for (let i = 0; i < 3; i += 1) {
      processes[i % processes.length]!.turn(method, channel?.(i)).then(
        () => times.push(now),
        () => {},
      );
    }
    await settled();
    await pass(1000);
  }
  return times;
}

const mostIn = (times: readonly number[], ms: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));

describe("no minute holds more calls than Slack's limit, however many want to be made", () => {
  test.each([
    ["usergroups.users.list", 20, 15],
    ["conversations.replies", 50, 39],
    ["users.getPresence", 50, 39],
    ["a method nobody named", 50, 39],
    ["users.info", 100, 79],
    ["views.publish", 100, 79],
  ])("%s: %i a minute", async (method, most, least) => {
    const times = await timesOf([pace()], method, 5);
    expect(mostIn(times, 60_000)).toBeLessThanOrEqual(most);
    expect(times.length / 5).toBeGreaterThan(least);
  });

  test("a channel is posted to once a second, with a short burst", async () => {
    const times = await timesOf([pace()], "chat.postMessage", 2, () => "C1");
    expect(mostIn(times, 1000)).toBeLessThanOrEqual(4);
    expect(mostIn(times, 60_000)).toBeLessThanOrEqual(63);
    expect(times.length).toBeGreaterThan(115);
  });

  test("three processes on one store keep to it together", async () => {
    const lanes = embeddedLanes();
    const times = await timesOf([pace(1, lanes), pace(1, lanes), pace(1, lanes)], "users.info", 5);
    expect(mostIn(times, 60_000)).toBeLessThanOrEqual(100);
    expect(times.length / 5).toBeGreaterThan(79);
  });

  test("half of it, where another process uses the other half", async () => {
    const times = await timesOf([pace(0.5)], "conversations.replies", 5);
    expect(mostIn(times, 60_000)).toBeLessThanOrEqual(25);
  });
});

describe("one's turn", () => {
  test("an ordinary number of calls waits for nothing", async () => {
    const one = pace();
    for (let i = 0; i < 10; i += 1) await one.turn("conversations.replies", "C1");
    expect(waiting).toEqual([]);
  });

  test("first come, first served", async () => {
    const one = pace();
    const order: number[] = [];
    for (let i = 0; i < 8; i += 1) void one.turn("chat.postEphemeral", "C1").then(() => order.push(i));
    await settled();
    for (let i = 0; i < 6; i += 1) await pass(1000);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test("one channel keeps no other waiting, nor one method another", async () => {
    const one = pace();
    for (let i = 0; i < 12; i += 1) void one.turn("chat.postEphemeral", "C1");
    await settled();
    const before = waiting.length;
    await one.turn("chat.postEphemeral", "C2");
    await one.turn("users.info", undefined);
    expect([before, waiting.length]).toEqual([9, 9]);
  });

  test("whoever would wait too long is told when to come again, and takes nobody's place", async () => {
    const one = pace();
    for (let i = 0; i < 13; i += 1) void one.turn("chat.postEphemeral", "C1");
    await settled();
    await expect(one.turn("chat.postEphemeral", "C1")).rejects.toMatchObject({
      retryAt: now + 11_000,
      uncertain: false,
    });
    await expect(one.turn("chat.postEphemeral", "C1")).rejects.toMatchObject({ retryAt: now + 11_000 });
    expect(Math.max(...waiting.map(({ at }) => at))).toBe(now + 10_000);
  });

  test("a pause Slack asked for holds for that method alone, and for those who wait already", async () => {
    const one = pace();
    for (let i = 0; i < 3; i += 1) await one.turn("chat.postMessage", "C1");
    const late = one.turn("chat.postMessage", "C1");
    await settled();
    one.shut("chat.postMessage", "C1", now + 30_000);
    const told = expect(late).rejects.toMatchObject({ retryAt: now + 30_000 });
    await pass(1000);
    await told;
    await one.turn("chat.postMessage", "C2");
    await one.turn("chat.postEphemeral", "C2");
    await pass(29_000);
    await one.turn("chat.postMessage", "C1");
  });

  test("a clock that was set back keeps nobody waiting for the difference", async () => {
    const one = pace();
    for (let i = 0; i < 5; i += 1) void one.turn("chat.postEphemeral", "C1");
    await settled();
    now -= 3_600_000;
    await one.turn("chat.postEphemeral", "C1");
  });

  test("where the store does not answer, it has come: Slack says so, should it be too early", async () => {
    const one = makePace({ now: () => now, book: () => Promise.reject(new StoreError("away")) });
    for (let i = 0; i < 100; i += 1) await one.turn("chat.postEphemeral", "C1");
    one.shut("chat.postEphemeral", "C1", now + 1000);
    await expect(one.turn("chat.postEphemeral", "C1")).rejects.toMatchObject({ retryAt: now + 1000 });
  });
});
