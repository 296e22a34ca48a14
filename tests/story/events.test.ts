import { describe, expect, test } from "vitest";
import type { Message } from "../../src/threads/thread.ts";
import {
  asked,
  DAY,
  ESTIMATE,
  everythingKept,
  HOUR,
  kept,
  MINUTE,
  planning,
  suggested,
  wordsOf,
} from "./scenes.ts";
import { CHANNEL, PRIYA, SAM, TEAM, type Village, village } from "./village.ts";

const deletion = (message: Pick<Message, "ts" | "thread">) => ({
  what: "deleted" as const,
  team: TEAM,
  channel: CHANNEL,
  ts: message.ts,
  ...(message.thread && { thread: message.thread }),
});

describe("messages that say nothing", () => {
  test("cost no call to the store, also in a channel never seen, but for the first: who is not to be read has to be known", async () => {
    const here = await village();
    const started = here.storeCalls();
    await Promise.all(["hello", "good morning", "morning!"].map((text) => here.say(SAM, text)));
    expect(here.storeCalls()).toBe(started + 1);
    for (const channel of [CHANNEL, "C0NEW"])
      for (const text of [
        "lunch?",
        "the migration ran for 3 weeks",
        "30-day retention",
        "thanks!",
        ":tada:",
      ]) {
        const ts = "1795514400.000900";
        await here.hear({ what: "said", message: { team: TEAM, channel, ts, user: SAM, text } });
      }
    here.sleep(DAY);
    await here.say(SAM, "lunch?");
    expect(here.storeCalls()).toBe(started + 1);
  });

  test("an unfurl whose titles say nothing new costs one", async () => {
    const here = await planning();
    await here.say(SAM, ESTIMATE);
    const message = await here.say(SAM, "look: <https://example.com/cats>");
    const before = here.storeCalls();
    await here.hear({
      what: "edited",
      message: { ...message, titles: { "https://example.com/cats": "Cats" } },
    });
    expect(here.storeCalls() - before).toBeLessThanOrEqual(1);
    await here.pass(10 * MINUTE);
    expect(here.shown.filter((one) => wordsOf(one).includes("Cats"))).toEqual([]);
  });
});

describe("a question that was deleted", () => {
  const EIGHT = "nothing that concerns me";

  test.each([
    ["in the channel", undefined],
    ["in a thread", "1795514400.000100"],
  ])(
    "%s does not decide how the next message is read, nor how that is read once edited",
    async (_where, thread) => {
      const here = await planning();
      const question = await here.say(PRIYA, "how many points is it?", thread);
      await here.hear({
        what: "deleted",
        team: TEAM,
        channel: CHANNEL,
        ts: question.ts,
        ...(thread && { thread }),
      });
      here.traces.splice(0);
      await here.say(SAM, "8", thread);
      expect(wordsOf(here.traces)).toContain(EIGHT);
    },
  );

  test("after the next message: that is not read by it any more", async () => {
    const here = await planning();
    const question = await here.say(PRIYA, "how many points is it?");
    here.traces.splice(0);
    const answer = await here.say(SAM, "8");
    expect(wordsOf(here.traces)).not.toContain(EIGHT);
    await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: question.ts });
    here.traces.splice(0);
    await here.hear({ what: "edited", message: { ...answer, text: "9" } });
    expect(wordsOf(here.traces)).toContain(EIGHT);
  });

  test("another one's deletion changes nothing", async () => {
    const here = await planning();
    const other = await here.say(PRIYA, "lunch?");
    await here.say(PRIYA, "how many points is it?");
    await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: other.ts });
    here.traces.splice(0);
    await here.say(SAM, "8");
    expect(wordsOf(here.traces)).not.toContain(EIGHT);
  });
});

describe("edits", () => {
  test("an unfurl that brings the title of a spec makes it one, also where the link holds an ampersand", async () => {
    const here = await planning();
    const url = "https://example.com/x?id=1&v=2";
    const text = `please read before tomorrow <${url.replace("&", "&amp;")}>`;
    const message = await here.say(SAM, text);
    await here.pass(5);
    const titles = { [url]: "RFC 12: moving checkout to the new gateway" };
    await here.hear({ what: "edited", message: { ...message, titles } });
    const thread = await kept(here, message.ts);
    expect(thread?.lines[0]?.specs).toHaveLength(1);
  });

  test("of a message of last week bring no nudge", async () => {
    const here = await planning();
    const message = await here.say(SAM, "checkout on the new gateway, no idea");
    await here.pass(7 * DAY);
    await here.hear({ what: "edited", message: { ...message, text: ESTIMATE } });
    await here.pass(HOUR);
    expect(here.shown).toEqual([]);
  });

  test("of a reply change the verdict", async () => {
    const here = await planning();
    const { message } = await asked(here);
    await here.pass(5);
    const reply = await here.say(SAM, "should be fine", message.ts);
    await here.pass(2 * MINUTE);
    const better = { ...reply, text: "no, add three days on staging with payments for that" };
    await here.hear({ what: "edited", message: better });
    await here.pass(2 * MINUTE);
    const thread = await kept(here, message.ts);
    expect(thread?.asked[0]?.verdict?.label).toBe("answered");
    expect(wordsOf(thread)).not.toContain("should be fine");
  });

  test("a reply also sent to the channel is read once, in its thread", async () => {
    const here = await planning();
    const root = await here.say(PRIYA, "how long for the new gateway?");
    const reply = await here.say(SAM, ESTIMATE, root.ts);
    await here.hear({ what: "said", message: reply });
    await here.pass(MINUTE);
    expect(here.shown).toHaveLength(1);
    expect(here.shown[0]).toMatchObject({ thread: root.ts });
  });
});

describe("edits that arrive in another order than they were made", () => {
  const edited = (message: Message, text: string, at: number) => ({
    what: "edited" as const,
    message: { ...message, text, edited: `${message.ts.slice(0, -6)}${String(900_000 + at)}` },
  });
  const weeks = async (here: Village, { ts }: Message) =>
    (await kept(here, ts))?.lines.map((line) => line.estimates.map((estimate) => estimate.quote));

  test("the last one made stands", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.hear(edited(message, "checkout on the new gateway, 6 weeks", 2));
    await here.hear(edited(message, "checkout on the new gateway, 4 weeks", 1));
    expect(await weeks(here, message)).toEqual([["6 weeks"]]);
  });

  test("also where it says again what was said at first", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.hear(edited(message, ESTIMATE, 2));
    await here.hear(edited(message, "checkout on the new gateway, 4 weeks", 1));
    expect(await weeks(here, message)).toEqual([["3 weeks"]]);
  });

  test("also before the message itself", async () => {
    const here = await planning();
    const message: Message = {
      team: TEAM,
      channel: CHANNEL,
      user: SAM,
      text: ESTIMATE,
      ts: `${here.now() / 1000}.000500`,
    };
    await here.hear(edited(message, "checkout on the new gateway, 6 weeks", 1));
    await here.hear({ what: "said", message });
    expect(await weeks(here, message)).toEqual([["6 weeks"]]);
  });
});

describe("deletions", () => {
  test("a message delivered again, or first of all, after it was deleted does not come back", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    const reply = await here.say(SAM, "should be fine", message.ts);
    await here.hear(deletion(reply));
    await here.hear(deletion(message));
    const late: Message = { ...message, ts: `${here.now() / 1000}.000600` };
    await here.hear(deletion(late));
    for (const again of [reply, message, late]) await here.hear({ what: "said", message: again });
    await here.hear({ what: "edited", message: { ...message, text: "checkout, 5 weeks" } });
    expect(await everythingKept(here)).not.toMatch(/weeks|should be fine/);
    await here.pass(2 * HOUR);
    expect(here.shown).toEqual([]);
    expect(await kept(here, message.ts)).toBeUndefined();
  });

  test("in a channel where nobody opted in leave nothing at all", async () => {
    const here = await village();
    await here.hear(deletion({ ts: `${here.now() / 1000}.000700` }));
    expect(await here.store.keys(TEAM)).toEqual([]);
  });

  test("between estimate and nudge: nothing is said, nothing kept", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(40);
    await here.hear(deletion(message));
    await here.pass(DAY);
    expect(here.shown).toEqual([]);
    expect(await kept(here, message.ts)).toBeUndefined();
  });

  test("of the estimate while the nudge waits for the morning", async () => {
    const here = await planning();
    here.people.set(PRIYA, { active: false });
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await here.hear(deletion(message));
    await here.pass(2 * DAY);
    expect(here.shown).toEqual([]);
  });

  test("of the asked question: it is not waited for, nor mentioned", async () => {
    const here = await planning();
    const { message } = await asked(here);
    await here.hear(deletion({ ts: here.public()[0]?.ts ?? "", thread: message.ts }));
    const before = here.shown.length;
    await here.pass(2 * DAY);
    expect(here.shown).toHaveLength(before);
    expect((await kept(here, message.ts))?.asked).toEqual([]);
  });

  test("of the root leave what was said in the thread", async () => {
    const here = await planning();
    const root = await here.say(SAM, ESTIMATE);
    await here.say(SAM, "plus 2 weeks for the purple export api", root.ts);
    await here.hear(deletion(root));
    await here.pass(MINUTE);
    expect(wordsOf(here.shown)).toContain("purple export");
    expect(wordsOf(here.shown)).not.toContain("new gateway");
  });

  test("of talk before an estimate takes the talk's words from the estimate's thread too", async () => {
    const here = await planning();
    const talk = await here.say(
      PRIYA,
      "how long for checkout? there is a terracotta <https://docs.google.com/document/d/terracotta>",
    );
    await here.pass(10);
    const { message } = await suggested(here);
    expect(wordsOf(await kept(here, message.ts))).toContain("terracotta");
    await here.hear(deletion(talk));
    expect(await everythingKept(here)).not.toContain("terracotta");
  });
});
