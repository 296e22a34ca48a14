import { describe, expect, test } from "vitest";
import {
  DIRECT,
  LAUNCH,
  MIKA,
  NOOR,
  OLA,
  PLANNING,
  PRICING,
  PRIYA,
  SAM,
  THEO,
} from "../../src/playground/people.ts";
import { BOT_USER } from "../../src/playground/stand-in/app.ts";
import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";
import { call } from "./call.ts";
import { started } from "./started.ts";

const texts = (answer: { readonly [key: string]: unknown }) =>
  (answer["messages"] as { text: string }[]).map(({ text }) => text);

async function withThread(): Promise<{ standIn: StandIn; parent: string; reply: string }> {
  const standIn = await started();
  standIn.say({ user: THEO, channel: PLANNING, text: "before" });
  const parent = standIn.say({ user: PRIYA, channel: PLANNING, text: "how long?" });
  const reply = standIn.say({ user: SAM, channel: PLANNING, text: "3 weeks", thread: parent });
  standIn.say({ user: SAM, channel: PLANNING, text: "told all", thread: parent, broadcast: true });
  await call(standIn, "chat.postEphemeral", {
    channel: PLANNING,
    user: PRIYA,
    text: "private",
    thread_ts: parent,
  });
  return { standIn, parent, reply };
}

describe("history", () => {
  test("of a channel: newest first, without replies, with broadcasts, nothing private", async () => {
    const { standIn } = await withThread();
    const all = texts(await call(standIn, "conversations.history", { channel: PLANNING }));
    expect(all.slice(0, 3)).toEqual(["told all", "how long?", "before"]);
  });

  test("of a thread: the parent and its replies, oldest first; of a reply: that reply", async () => {
    const { standIn, parent, reply } = await withThread();
    const thread = await call(standIn, "conversations.replies", { channel: PLANNING, ts: parent });
    expect(texts(thread)).toEqual(["how long?", "3 weeks", "told all"]);
    expect((thread["messages"] as object[])[0]).toMatchObject({ reply_count: 2, thread_ts: parent });
    expect((thread["messages"] as object[])[1]).toMatchObject({ parent_user_id: PRIYA, user: SAM });
    expect(texts(await call(standIn, "conversations.replies", { channel: PLANNING, ts: reply }))).toEqual([
      "3 weeks",
    ]);
  });

  test("up to a message, that one included or not", async () => {
    const { standIn, parent } = await withThread();
    const upTo = (inclusive: boolean) =>
      call(standIn, "conversations.history", { channel: PLANNING, latest: parent, limit: 1, inclusive });
    expect(texts(await upTo(true))).toEqual(["how long?"]);
    expect(texts(await upTo(false))).toEqual(["before"]);
  });

  test.each([
    ["conversations.history", { channel: PRICING }, "channel_not_found"],
    ["conversations.history", { channel: LAUNCH }, "not_in_channel"],
    ["conversations.replies", { channel: PLANNING, ts: "1.000000" }, "thread_not_found"],
    ["chat.getPermalink", { channel: PLANNING, message_ts: "1.000000" }, "message_not_found"],
    ["chat.postMessage", { channel: LAUNCH, text: "hello" }, "not_in_channel"],
    ["chat.postMessage", { channel: PLANNING, text: "hello", thread_ts: "1.000000" }, "thread_not_found"],
  ])("%s %o is refused", async (method, args, error) => {
    const standIn = await started();
    expect(await call(standIn, method, args)).toMatchObject({ ok: false, error });
  });
});

describe("members and facts", () => {
  test("members come in pages", async () => {
    const standIn = await started();
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const answer = await call(standIn, "conversations.members", {
        channel: PLANNING,
        limit: 4,
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(answer["members"]);
      cursor = (answer["response_metadata"] as { next_cursor: string }).next_cursor || undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([
      [PRIYA, SAM, NOOR, THEO],
      [MIKA, BOT_USER],
    ]);
  });

  test.each([
    [PLANNING, { is_private: false, is_ext_shared: false, is_member: true }],
    [LAUNCH, { is_private: false, is_ext_shared: true, is_member: false }],
  ])("channel %s", async (channel, facts) => {
    const standIn = await started();
    expect(await call(standIn, "conversations.info", { channel })).toMatchObject({ channel: facts });
  });

  test.each([
    [NOOR, { tz: "Europe/Berlin", is_admin: true, is_stranger: false, team_id: "T0HARBOUR" }],
    [OLA, { tz: "Europe/Oslo", is_stranger: true, team_id: "T0KESTREL" }],
    [BOT_USER, { is_bot: true }],
  ])("person %s", async (user, facts) => {
    const standIn = await started();
    expect(await call(standIn, "users.info", { user })).toMatchObject({ user: facts });
  });

  test("the offset of a time zone is that of the stand-in's day", async () => {
    const offsets = ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"].map(async (day) => {
      const standIn = await started({ startAt: Date.parse(day) });
      const { user } = await call(standIn, "users.info", { user: MIKA });
      return (user as { tz_offset: number }).tz_offset / 3600;
    });
    expect(await Promise.all(offsets)).toEqual([-5, -4]);
  });

  test("presence and do-not-disturb as set", async () => {
    const standIn = await started();
    const there = async () => [
      (await call(standIn, "users.getPresence", { user: PRIYA }))["presence"],
      (await call(standIn, "dnd.info", { user: PRIYA }))["dnd_enabled"],
    ];
    expect(await there()).toEqual(["active", false]);
    standIn.setPresence(PRIYA, "away");
    standIn.setDoNotDisturb(PRIYA, true);
    expect(await there()).toEqual(["away", true]);
  });
});

describe("what the bot posts", () => {
  test("is public in a channel, and private in a direct message, which a user's id stands for", async () => {
    const standIn = await started();
    const posted = await call(standIn, "chat.postMessage", { channel: PLANNING, text: "Priya asks" });
    await call(standIn, "chat.postMessage", { channel: PRIYA, text: "good morning" });
    expect(standIn.public()).toMatchObject([{ text: "Priya asks", ts: posted["ts"] }]);
    expect(standIn.sees(PRIYA, DIRECT(PRIYA))).toMatchObject([{ text: "good morning" }]);
    expect(standIn.sees(SAM, DIRECT(PRIYA))).toEqual([]);
  });

  test("can be changed and taken away by the bot alone", async () => {
    const standIn = await started();
    const { ts } = await call(standIn, "chat.postMessage", { channel: PLANNING, text: "first" });
    await call(standIn, "chat.update", { channel: PLANNING, ts, text: "second" });
    expect(standIn.public()).toMatchObject([{ text: "second", edited: true }]);
    await call(standIn, "chat.delete", { channel: PLANNING, ts });
    expect(standIn.public()).toEqual([]);
    const ofSam = standIn.say({ user: SAM, channel: PLANNING, text: "mine" });
    expect(await call(standIn, "chat.update", { channel: PLANNING, ts: ofSam, text: "yours" })).toMatchObject(
      {
        error: "cant_update_message",
      },
    );
  });
});
