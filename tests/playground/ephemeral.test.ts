import { describe, expect, test } from "vitest";
import { OLA, PLANNING, PRICING, PRIYA, SAM } from "../../src/playground/people.ts";
import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";
import { call } from "./call.ts";
import { started } from "./started.ts";

const whisper = (standIn: StandIn, more: Record<string, unknown> = {}) =>
  call(standIn, "chat.postEphemeral", { channel: PLANNING, user: PRIYA, text: "worth asking", ...more });

const whispered = (standIn: StandIn, user: string) =>
  standIn.sees(user, PLANNING).filter((message) => message.private);

describe("an ephemeral message is shown", () => {
  test("to its one reader, and nobody else, and is not public", async () => {
    const standIn = await started();
    expect(await whisper(standIn)).toMatchObject({ ok: true, message_ts: expect.any(String) });
    expect(whispered(standIn, PRIYA)).toMatchObject([{ text: "worth asking" }]);
    expect(whispered(standIn, SAM)).toEqual([]);
    expect(standIn.public()).toEqual([]);
  });

  test("in a thread once it has a reply", async () => {
    const standIn = await started();
    const parent = standIn.say({ user: SAM, channel: PLANNING, text: "3 weeks" });
    expect(await whisper(standIn, { thread_ts: parent })).toMatchObject({ ok: true });
    expect(whispered(standIn, PRIYA)).toEqual([]);
    standIn.say({ user: SAM, channel: PLANNING, text: "or 4", thread: parent });
    await whisper(standIn, { thread_ts: parent });
    expect(whispered(standIn, PRIYA)).toMatchObject([{ thread: parent }]);
  });

  test("until Slack's client starts anew", async () => {
    const standIn = await started();
    await whisper(standIn);
    standIn.reload(PRIYA);
    expect(whispered(standIn, PRIYA)).toEqual([]);
  });
});

describe("Slack says ok, and nobody sees it", () => {
  test("where the reader is away", async () => {
    const standIn = await started();
    standIn.setPresence(PRIYA, "away");
    expect(await whisper(standIn)).toMatchObject({ ok: true });
    standIn.setPresence(PRIYA, "active");
    expect(whispered(standIn, PRIYA)).toEqual([]);
  });

  test("where it was lost, once", async () => {
    const standIn = await started();
    standIn.misbehave({ on: "ephemerals", how: "lose" });
    expect(await whisper(standIn)).toMatchObject({ ok: true });
    expect(whispered(standIn, PRIYA)).toEqual([]);
    await whisper(standIn);
    expect(whispered(standIn, PRIYA)).toHaveLength(1);
  });
});

describe("Slack refuses it", () => {
  test.each([
    ["the reader is not in the channel", { user: OLA }, "user_not_in_channel"],
    ["the channel is private and the bot is not in it", { channel: PRICING }, "channel_not_found"],
    ["nothing is said", { text: "" }, "no_text"],
    ["the thread is the word undefined", { thread_ts: "undefined" }, "invalid_arguments"],
  ])("%s", async (_why, more, error) => {
    const standIn = await started();
    expect(await whisper(standIn, more)).toMatchObject({ ok: false, error });
  });

  test("an ephemeral message cannot be changed or deleted by its ts", async () => {
    const standIn = await started();
    const { message_ts: ts } = await whisper(standIn);
    for (const method of ["chat.update", "chat.delete"]) {
      expect(await call(standIn, method, { channel: PLANNING, ts, text: "changed" })).toMatchObject({
        error: "message_not_found",
      });
    }
  });
});
