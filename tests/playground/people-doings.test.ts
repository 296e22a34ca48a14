import { describe, expect, test } from "vitest";
import { LAUNCH, PLANNING, PRICING, PRIYA, SAM, THEO } from "../../src/playground/people.ts";
import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";
import { call } from "./call.ts";
import { started } from "./started.ts";

type Event = Readonly<Record<string, unknown>>;

/** Events sent so far, whether anybody took them or not. */
const events = (standIn: StandIn): Event[] =>
  standIn.attempts.map(({ envelope }) => envelope.payload["event"] as Event);

async function lastEvent(standIn: StandIn): Promise<Event | undefined> {
  await standIn.settled();
  return events(standIn).at(-1);
}

describe("what the bot hears of", () => {
  test("a message, a reply, a reply to all, a shared file", async () => {
    const standIn = await started();
    const parent = standIn.say({
      user: SAM,
      channel: PLANNING,
      text: "3 weeks &amp; <https://a.example|spec>",
    });
    expect(await lastEvent(standIn)).toMatchObject({
      type: "message",
      user: SAM,
      text: "3 weeks &amp; <https://a.example|spec>",
      channel: PLANNING,
      channel_type: "channel",
      ts: parent,
      blocks: [
        {
          elements: [
            {
              elements: [
                { type: "text", text: "3 weeks & " },
                { type: "link", url: "https://a.example", text: "spec" },
              ],
            },
          ],
        },
      ],
    });
    standIn.say({ user: PRIYA, channel: PLANNING, text: "all in?", thread: parent });
    expect(await lastEvent(standIn)).toMatchObject({ thread_ts: parent, parent_user_id: SAM });
    standIn.say({ user: SAM, channel: PLANNING, text: "yes", thread: parent, broadcast: true });
    expect(await lastEvent(standIn)).toMatchObject({ subtype: "thread_broadcast", root: { ts: parent } });
    standIn.say({ user: SAM, channel: PLANNING, text: "the plan", file: "plan.pdf" });
    expect(await lastEvent(standIn)).toMatchObject({ subtype: "file_share", files: [{ name: "plan.pdf" }] });
  });

  test("an edit, with what stood there before", async () => {
    const standIn = await started();
    const ts = standIn.say({ user: SAM, channel: PLANNING, text: "2 weeks" });
    standIn.edit({ user: SAM, channel: PLANNING, ts, text: "5 weeks" });
    expect(await lastEvent(standIn)).toMatchObject({
      subtype: "message_changed",
      message: { ts, text: "5 weeks", edited: { user: SAM } },
      previous_message: { ts, text: "2 weeks" },
    });
  });

  test("an unfurl: a change with the same text and nobody who edited it", async () => {
    const standIn = await started();
    const ts = standIn.say({ user: SAM, channel: PLANNING, text: "<https://a.example>" });
    standIn.unfurl({ channel: PLANNING, ts, title: "The plan", url: "https://a.example" });
    const event = await lastEvent(standIn);
    expect(event).toMatchObject({
      subtype: "message_changed",
      message: { text: "<https://a.example>", attachments: [{ title: "The plan" }] },
      previous_message: { text: "<https://a.example>" },
    });
    expect(event?.["message"]).not.toHaveProperty("edited");
    expect(event?.["previous_message"]).not.toHaveProperty("attachments");
  });

  test("a deletion; a deleted parent leaves a tombstone while it has replies", async () => {
    const standIn = await started();
    const parent = standIn.say({ user: SAM, channel: PLANNING, text: "2 weeks" });
    const reply = standIn.say({ user: SAM, channel: PLANNING, text: "or 3", thread: parent });
    standIn.takeBack({ user: SAM, channel: PLANNING, ts: parent });
    expect(await lastEvent(standIn)).toMatchObject({
      subtype: "message_changed",
      message: { subtype: "tombstone", ts: parent },
      previous_message: { text: "2 weeks" },
    });
    standIn.takeBack({ user: SAM, channel: PLANNING, ts: reply });
    expect(await lastEvent(standIn)).toMatchObject({
      subtype: "message_deleted",
      deleted_ts: reply,
      previous_message: { text: "or 3" },
    });
  });

  test("being invited and removed, and others who come", async () => {
    const standIn = await started({
      manifest: {
        settings: { event_subscriptions: { bot_events: ["member_joined_channel", "channel_left"] } },
      },
    });
    expect(await lastEvent(standIn)).toMatchObject({ type: "member_joined_channel", inviter: PRIYA });
    standIn.leave({ user: THEO, channel: PLANNING });
    standIn.join({ user: THEO, channel: PLANNING });
    expect(await lastEvent(standIn)).toMatchObject({ type: "member_joined_channel", user: THEO });
    standIn.removeBot({ user: PRIYA, channel: PLANNING });
    expect(await lastEvent(standIn)).toMatchObject({ type: "channel_left", channel: PLANNING });
  });

  test("being uninstalled; its token is worth nothing then", async () => {
    const standIn = await started();
    standIn.uninstall();
    expect(await lastEvent(standIn)).toMatchObject({ type: "app_uninstalled" });
    expect(await call(standIn, "auth.test")).toEqual({ ok: false, error: "account_inactive" });
  });

  test("nothing where it is not a member, and nothing it did not subscribe to", async () => {
    const standIn = await started();
    await standIn.settled();
    const before = standIn.attempts.length;
    standIn.say({ user: SAM, channel: PRICING, text: "3 weeks" });
    standIn.say({ user: SAM, channel: LAUNCH, text: "3 weeks" });
    standIn.react({
      user: SAM,
      channel: PLANNING,
      ts: standIn.sees(SAM, PLANNING)[0]?.ts ?? "",
      name: "eyes",
    });
    await standIn.settled();
    expect(standIn.attempts).toHaveLength(before);
  });
});

describe("what people cannot do", () => {
  test.each([
    ["speak where they are not", (it: StandIn) => it.say({ user: THEO, channel: PRICING, text: "hi" })],
    ["join a private channel", (it: StandIn) => it.join({ user: THEO, channel: PRICING })],
    [
      "change what others said",
      (it: StandIn) =>
        it.edit({
          user: THEO,
          channel: PLANNING,
          ts: it.say({ user: SAM, channel: PLANNING, text: "mine" }),
          text: "x",
        }),
    ],
    [
      "answer what is gone",
      (it: StandIn) => it.say({ user: SAM, channel: PLANNING, text: "hi", thread: "1.000000" }),
    ],
  ])("%s", async (_what, act) => {
    const standIn = await started();
    expect(() => act(standIn)).toThrow(/\.$/);
  });
});
