import { afterEach, expect, test, vi } from "vitest";
import { seldom } from "../../src/store/seldom.ts";

afterEach(() => vi.restoreAllMocks());

test("what was done just now is not done again, and later it is", async () => {
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  const act = vi.fn(async () => {});
  const now = seldom(3000, act);
  await Promise.all([now(), now()]);
  clock.mockReturnValue(2999);
  await now();
  expect(act).toHaveBeenCalledTimes(1);
  clock.mockReturnValue(3000);
  await now();
  expect(act).toHaveBeenCalledTimes(2);
});

test("what failed is said to all who asked, and tried again", async () => {
  const act = vi.fn(async () => {});
  act.mockRejectedValueOnce(new Error("full"));
  const now = seldom(3000, act);
  const both = await Promise.allSettled([now(), now()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(act).toHaveBeenCalledTimes(1);
  await now();
  expect(act).toHaveBeenCalledTimes(2);
});
