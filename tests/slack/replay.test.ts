import { expect, test } from "vitest";
import { refuseReplays } from "../../src/slack/replay.ts";

test("signatures are forgotten once Bolt's own check refuses them", async () => {
  let now = 0;
  const once = refuseReplays(() => now);
  const work = async () => {};
  expect(await once("v0=a", work)).toBe(true);
  now = 5 * 60_000;
  expect(await once("v0=b", work)).toBe(true);
  expect(await once("v0=a", work)).toBe(false);
  now = 6 * 60_000;
  expect(await once("v0=a", work)).toBe(true);
  expect(await once("v0=b", work)).toBe(false);
});

test("what has no signature, as over Socket Mode, is always done", async () => {
  let done = 0;
  const once = refuseReplays(() => 0);
  for (let turn = 0; turn < 2; turn += 1) await once(undefined, async () => void (done += 1));
  expect(done).toBe(2);
});
