import { describe, expect, test } from "vitest";
import { ESTIMATE, kept, MINUTE, planning, wordsOf } from "./scenes.ts";
import { NOOR, PRIYA, SAM, type Village } from "./village.ts";

const whispers = (here: Village) => here.to(PRIYA).filter(({ how }) => how === "whisper");
const linesAround = async (here: Village, root: string) =>
  (await kept(here, root))?.lines.map(({ ts }) => ts);

describe("what was said in the channel before an estimate", () => {
  test("is taken in where it is talk about it", async () => {
    const here = await planning();
    const asks = await here.say(PRIYA, "how long for checkout on the new gateway?");
    await here.pass(20 * MINUTE);
    const estimate = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    expect(await linesAround(here, estimate.ts)).toEqual([asks.ts, estimate.ts]);
  });

  test("is left out where it has a thread or an estimate of its own, or came before a long pause", async () => {
    const here = await planning();
    await here.say(NOOR, "the ERP is polled by the warehouse each minute");
    await here.pass(20 * MINUTE);
    const begins = await here.say(NOOR, "who looks after the vendor's webhook?");
    await here.say(SAM, "me", begins.ts);
    await here.say(NOOR, "the data migration of the invoices is 5 days");
    const near = await here.say(PRIYA, "and the checkout?");
    const estimate = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    expect(await linesAround(here, estimate.ts)).toEqual([near.ts, estimate.ts]);
  });

  test.each([
    ["an outage with a thread of its own keeps the channel quiet", 10, 0],
    ["but not once it may be over", 40, 1],
  ])("%s", async (_name, minutes, nudges) => {
    const here = await planning();
    const outage = await here.say(NOOR, "prod is on fire, checkout gives 500");
    await here.say(SAM, "rolling back", outage.ts);
    await here.pass(minutes * MINUTE);
    await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    expect(whispers(here)).toHaveLength(nudges);
  });
});

test("a number put right without its unit is the one asked about, whatever was said in between", async () => {
  const here = await planning();
  const root = await here.say(PRIYA, "how long for checkout on the new gateway?");
  await here.say(SAM, "3 weeks", root.ts);
  await here.say(PRIYA, "ok thx", root.ts);
  await here.say(SAM, "make that 4, we need the geocoding too", root.ts);
  await here.pass(2 * MINUTE);
  expect(whispers(here)).toHaveLength(1);
  expect(wordsOf(whispers(here))).toContain("make that 4");
  expect((await kept(here, root.ts))?.lines.at(-1)?.estimates).toMatchObject([{ low: 20, revises: true }]);
});
