import { describe, expect, test } from "vitest";
import { ESTIMATE, kept, MINUTE, planning, suggested } from "./scenes.ts";
import { CHANNEL, NOOR, PRIYA, SAM, TEAM } from "./village.ts";

describe("an estimate becomes a private suggestion", () => {
  test("after the author has been quiet, to the PM alone, with the words it is about", async () => {
    const here = await planning();
    await here.say(SAM, ESTIMATE);
    await here.pass(44);
    expect(here.shown).toEqual([]);
    await here.pass(2);
    expect(here.shown).toHaveLength(1);
    expect(here.shown[0]).toMatchObject({ how: "whisper", user: PRIYA, channel: CHANNEL });
    expect(here.shown[0]).not.toHaveProperty("thread");
    expect(here.shown[0]?.note?.parts[0]).toMatchObject({ kind: "quote", text: ESTIMATE, by: SAM });
  });

  test("inside a thread that has replies, in that thread", async () => {
    const here = await planning();
    const root = await here.say(PRIYA, "how long for the checkout?");
    await here.say(SAM, "about 3 weeks with the new gateway", root.ts);
    await here.pass(MINUTE);
    expect(here.to(PRIYA)).toMatchObject([{ how: "whisper", thread: root.ts }]);
  });

  test("is at most six lines tall", async () => {
    const { note } = await suggested(await planning());
    expect(note?.parts.length).toBeLessThanOrEqual(3);
  });

  test("waits while the author goes on writing", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(30);
    await here.say(SAM, "let me check one thing", message.ts);
    await here.pass(30);
    expect(here.shown).toEqual([]);
    await here.pass(20);
    expect(here.shown).toHaveLength(1);
  });

  test("is made once, however often the event is delivered, and not again for the same number", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.hear({ what: "said", message });
    await here.pass(MINUTE);
    await here.hear({ what: "said", message });
    await here.say(SAM, "yep, 3 weeks still good", message.ts);
    await here.pass(10 * MINUTE);
    expect(here.shown).toHaveLength(1);
  });

  test("comes again when the number really changed", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await here.say(SAM, "turns out it's more like 5 weeks", message.ts);
    await here.pass(MINUTE);
    expect(here.shown).toHaveLength(2);
  });

  test("not for an edit that only brought a preview", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await here.hear({ what: "edited", message });
    await here.pass(MINUTE);
    expect(here.shown).toHaveLength(1);
  });

  test("an edited bare number still answers the question before it", async () => {
    const here = await planning();
    const root = await here.say(PRIYA, "how long for the checkout?");
    const reply = await here.say(SAM, "3 weeks", root.ts);
    await here.say(NOOR, "ok", root.ts);
    await here.hear({ what: "edited", message: { ...reply, text: "4 weeks" } });
    await here.pass(MINUTE);
    const thread = await kept(here, root.ts);
    expect(thread?.lines.flatMap((line) => line.estimates.map(({ quote }) => quote))).toEqual(["4 weeks"]);
  });

  test("an event delivered again does not bring back words that were edited", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.hear({
      what: "edited",
      message: { ...message, text: "checkout on the new gateway, about 5 weeks" },
    });
    await here.hear({ what: "said", message });
    await here.pass(MINUTE);
    expect(JSON.stringify(here.shown)).toContain("5 weeks");
    expect(JSON.stringify(here.shown)).not.toContain("3 weeks");
  });

  test("an estimate that reaches us late is not made to wait again", async () => {
    const here = await planning();
    const ts = `${here.now() / 1000}.000999`;
    await here.pass(5 * MINUTE);
    await here.hear({
      what: "said",
      message: { team: TEAM, channel: CHANNEL, ts, user: SAM, text: ESTIMATE },
    });
    await here.pass(1);
    expect(here.shown).toHaveLength(1);
  });

  test("on what the message says by then: edited to nothing, deleted", async () => {
    const here = await planning();
    const one = await here.say(SAM, ESTIMATE);
    await here.hear({
      what: "edited",
      message: { ...one, text: "checkout on the new gateway, no idea yet" },
    });
    const two = await here.say(SAM, "the export, 5 weeks");
    await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: two.ts });
    await here.pass(MINUTE);
    expect(here.shown).toEqual([]);
  });
});
