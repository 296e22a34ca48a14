import { describe, expect, test } from "vitest";
import { DAY, ESTIMATE, planning, suggested } from "./scenes.ts";
import { NOOR, PRIYA, SAM, TEAM, village } from "./village.ts";

describe("silence", () => {
  test("a message that says nothing costs no call to the store", async () => {
    const here = await planning();
    await here.say(SAM, ESTIMATE);
    const before = here.storeCalls();
    for (const text of ["lunch?", "the migration ran for 3 weeks", "30-day retention", "thanks!"])
      await here.say(SAM, text);
    expect(here.storeCalls()).toBe(before);
  });

  test("an estimate costs two calls at most before it is acknowledged, a reply one", async () => {
    const here = await planning();
    let before = here.storeCalls();
    const message = await here.say(SAM, ESTIMATE);
    expect(here.storeCalls() - before).toBeLessThanOrEqual(2);
    before = here.storeCalls();
    await here.say(NOOR, "sounds right", message.ts);
    expect(here.storeCalls() - before).toBe(1);
  });

  test("nothing is kept of a channel in which nobody opted in", async () => {
    const here = await village();
    await here.say(SAM, ESTIMATE);
    await here.pass(DAY);
    expect(here.shown).toEqual([]);
    expect(await here.store.keys(TEAM)).toEqual([]);
  });

  test("the PM's own number is no estimate, and nobody else hears anything, ever", async () => {
    const here = await planning();
    await here.say(PRIYA, "so 3 weeks for checkout then");
    await here.say(SAM, ESTIMATE);
    await here.pass(DAY);
    expect(here.shown.every((one) => one.user === PRIYA)).toBe(true);
    expect(here.to(SAM)).toEqual([]);
  });

  test("nothing is posted in public without a press", async () => {
    const here = await planning();
    await suggested(here);
    await here.pass(3 * DAY);
    expect(here.public()).toEqual([]);
  });
});
