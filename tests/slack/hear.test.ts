import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hear, readEnvelope } from "../../src/slack/hear.ts";

const BOT = { user: "U0BOT" };
const SAM = {
  type: "message",
  channel: "C0PLAN",
  channel_type: "channel",
  user: "U0SAM",
  ts: "1700000000.000100",
};
const SAID = { ...SAM, text: "about 3 weeks" };
const MESSAGE = {
  team: "T0ACME",
  channel: "C0PLAN",
  ts: "1700000000.000100",
  user: "U0SAM",
  text: "about 3 weeks",
};

function heard(event: unknown, envelope: object = {}) {
  const read = readEnvelope({ type: "event_callback", team_id: "T0ACME", event, ...envelope });
  return "dropped" in read ? read : hear(read, BOT);
}

function changed(message: object, previous?: object) {
  return heard({
    type: "message",
    subtype: "message_changed",
    channel: "C0PLAN",
    hidden: true,
    ts: "1700000009.000200",
    message,
    ...(previous && { previous_message: previous }),
  });
}

describe("what a person says is heard", () => {
  test.each([
    ["in the channel", SAID, MESSAGE],
    ["in a private channel", { ...SAID, channel_type: "group" }, MESSAGE],
    ["in a thread", { ...SAID, thread_ts: "1699999999.000100" }, { ...MESSAGE, thread: "1699999999.000100" }],
    ["with a file", { ...SAID, subtype: "file_share", files: [{ id: "F1" }] }, MESSAGE],
    [
      "in a thread, and to the channel too",
      { ...SAID, subtype: "thread_broadcast", thread_ts: "1699999999.000100" },
      { ...MESSAGE, thread: "1699999999.000100" },
    ],
    ["with /me", { ...SAID, subtype: "me_message" }, MESSAGE],
    ["with nulls where nothing is", { ...SAID, subtype: null, thread_ts: null, bot_id: null }, MESSAGE],
    ["as the first of a thread", { ...SAID, thread_ts: SAID.ts }, { ...MESSAGE, begins: true }],
    [
      "by somebody of another company",
      { ...SAID, user: "W0NOOR", team: "T0OTHER" },
      { ...MESSAGE, user: "W0NOOR" },
    ],
  ])("%s", (_how, event, message) => {
    expect(heard(event)).toEqual({ what: "said", message });
  });

  test("in rich text alone, links and mentions as Slack's text has them", () => {
    const elements = [
      { type: "text", text: "3 weeks for a < b, see " },
      { type: "link", url: "https://docs.google.com/document/d/1", text: "the spec" },
      { type: "text", text: " " },
      { type: "user", user_id: "U0PRIYA" },
      { type: "emoji", name: "wave" },
    ];
    const blocks = [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }];
    const text =
      "3 weeks for a &lt; b, see <https://docs.google.com/document/d/1|the spec> <@U0PRIYA>:wave:\n";
    expect(heard({ ...SAM, text: "", blocks })).toEqual({ what: "said", message: { ...MESSAGE, text } });
  });

  test("for the workspace the app is installed in", () => {
    const envelope = { team_id: "T0OTHER", authorizations: [{ team_id: "T0ACME" }] };
    expect(heard(SAID, envelope)).toEqual({ what: "said", message: MESSAGE });
  });
});

describe("a question the bot posted for somebody", () => {
  const text = "<@U0PRIYA> asks: what is in, and what &lt;isn't&gt;?";
  const own = { ...SAID, user: "U0BOT", bot_id: "B0BOT", text, thread_ts: "1600000000.000100" };
  test("is heard as such", () => {
    expect(heard(own)).toEqual({
      what: "posted",
      team: "T0ACME",
      channel: "C0PLAN",
      thread: "1600000000.000100",
      ts: SAID.ts,
      by: "U0PRIYA",
      text: "what is in, and what &lt;isn't&gt;?",
    });
  });
  test.each([
    ["by somebody else", { ...own, user: "U0SAM", bot_id: undefined }, "said"],
    ["outside threads", { ...own, thread_ts: undefined }, undefined],
    ["as a thread's first message", { ...own, thread_ts: SAID.ts }, undefined],
    ["with other words before it", { ...own, text: `so ${text}` }, undefined],
  ])("but not %s", (_how, event, what) => {
    const one = heard(event);
    expect("what" in one ? one.what : undefined).toBe(what);
  });
});

describe("what nobody said to us is dropped by name", () => {
  test.each([
    ["own", { ...SAID, user: "U0BOT" }],
    ["own", { ...SAID, user: "U0BOT", bot_id: "B0BOT" }],
    ["bot", { ...SAID, bot_id: "B0OTHER" }],
    ["bot_message", { ...SAM, user: undefined, subtype: "bot_message", text: "3 weeks" }],
    ["bot", { ...SAID, user: "USLACKBOT" }],
    ["direct-message", { ...SAID, channel: "D0PRIYA", channel_type: "im" }],
    ["direct-message", { ...SAID, channel: "G0GROUP", channel_type: "mpim" }],
    ["channel_join", { ...SAID, subtype: "channel_join" }],
    ["channel_leave", { ...SAID, subtype: "channel_leave" }],
    ["channel_topic", { ...SAID, subtype: "channel_topic" }],
    ["channel_purpose", { ...SAID, subtype: "channel_purpose" }],
    ["channel_name", { ...SAID, subtype: "channel_name" }],
    ["channel_archive", { ...SAID, subtype: "channel_archive" }],
    ["pinned_item", { ...SAID, subtype: "pinned_item" }],
    ["message_replied", { ...SAID, subtype: "message_replied" }],
    ["reminder_add", { ...SAID, subtype: "reminder_add" }],
    ["huddle_thread", { ...SAID, subtype: "huddle_thread" }],
    ["no-text", { ...SAM, subtype: "file_share", text: "" }],
    ["no-text", { ...SAM, text: null }],
    ["nobody", { ...SAID, user: undefined }],
    ["other-event", { type: "reaction_added", user: "U0SAM" }],
    ["malformed-message", { ...SAID, ts: "yesterday" }],
    ["malformed-message", { ...SAID, ts: 1700000000.0001 }],
    ["malformed-message", { ...SAID, channel: { id: "C0PLAN" } }],
    ["malformed-message", { ...SAID, text: { toString: "no" } }],
    ["malformed-message", { ...SAID, user: "<!channel>" }],
    ["malformed-envelope", "message"],
    ["malformed-envelope", null],
    ["malformed-envelope", { user: "U0SAM" }],
  ])("%s", (dropped, event) => {
    expect(heard(event)).toEqual({ dropped });
  });
});

describe("changes", () => {
  const later = { ...SAID, text: "rather 5 weeks", edited: { user: "U0SAM", ts: "1700000009.000000" } };
  const link = { ...SAID, text: "spec: <https://acme.test/spec>" };
  const unfurl = { title: "Checkout design", from_url: "https://acme.test/spec", id: 1 };
  const bot = { ...SAID, user: "U0BOT", bot_id: "B0BOT" };

  test("another text is an edit", () => {
    const message = { ...MESSAGE, text: "rather 5 weeks", edited: "1700000009.000000" };
    expect(changed(later, SAID)).toEqual({ what: "edited", message });
    expect(changed(later)).toEqual({ what: "edited", message });
  });

  test("an unfurl that brings a title is an edit, once", () => {
    expect(changed({ ...link, attachments: [unfurl] }, link)).toEqual({
      what: "edited",
      message: { ...MESSAGE, text: link.text, titles: { "https://acme.test/spec": "Checkout design" } },
    });
    expect(changed({ ...link, attachments: [unfurl] }, { ...link, attachments: [unfurl] })).toEqual({
      dropped: "unchanged",
    });
  });

  test.each([
    ["unchanged", { ...SAID, attachments: [{ image_url: "https://acme.test/cat.png" }] }, SAID],
    ["unchanged", { ...SAID, reply_count: 1, thread_ts: SAID.ts }, SAID],
    ["own", { ...bot, text: "Priya asks: …" }, bot],
    ["bot", { ...SAID, bot_id: "B0OTHER", text: "new" }, { ...SAID, bot_id: "B0OTHER" }],
    ["bot_message", { ...SAM, user: undefined, subtype: "bot_message", text: "4 weeks" }, undefined],
    ["malformed-change", { ...SAID, ts: 3 }, SAID],
  ])("%s is no edit", (dropped, message, previous) => {
    expect(changed(message, previous)).toEqual({ dropped });
  });

  test("a tombstone is a deletion", () => {
    const tombstone = {
      subtype: "tombstone",
      user: "USLACKBOT",
      text: "This message was deleted.",
      ts: SAID.ts,
    };
    expect(changed({ ...tombstone, thread_ts: SAID.ts }, { ...SAID, thread_ts: SAID.ts })).toEqual({
      what: "deleted",
      team: "T0ACME",
      channel: "C0PLAN",
      ts: SAID.ts,
    });
  });
});

describe("deletions", () => {
  const deleted = (previous?: object) =>
    heard({
      type: "message",
      subtype: "message_deleted",
      channel: "C0PLAN",
      ts: "1700000009.000200",
      deleted_ts: SAID.ts,
      ...(previous && { previous_message: previous }),
    });
  const gone = { what: "deleted", team: "T0ACME", channel: "C0PLAN", ts: SAID.ts };

  test.each([
    ["of a message", SAID, gone],
    ["of a reply", { ...SAID, thread_ts: "1699999999.000100" }, { ...gone, thread: "1699999999.000100" }],
    ["without what stood there", undefined, gone],
    ["of the bot's own", { ...SAID, user: "U0BOT", bot_id: "B0BOT" }, { dropped: "own" }],
    [
      "of a question the bot posted in a thread",
      { ...SAID, user: "U0BOT", bot_id: "B0BOT", thread_ts: "1699999999.000100" },
      { ...gone, thread: "1699999999.000100" },
    ],
    ["of another bot's", { ...SAID, bot_id: "B0OTHER" }, { dropped: "bot" }],
  ])("%s", (_what, previous, expected) => {
    expect(deleted(previous)).toEqual(expected);
  });
});

describe("coming and going", () => {
  const here = { team: "T0ACME", channel: "C0PLAN" };
  test.each([
    [
      { type: "member_joined_channel", user: "U0BOT", channel: "C0PLAN", inviter: "U0PRIYA" },
      { what: "invited", ...here, by: "U0PRIYA" },
    ],
    [
      { type: "member_joined_channel", user: "U0BOT", channel: "C0PLAN" },
      { what: "invited", ...here },
    ],
    [{ type: "member_joined_channel", user: "U0SAM", channel: "C0PLAN" }, { dropped: "somebody-joined" }],
    [{ type: "member_left_channel", user: "U0SAM", channel: "C0PLAN" }, { dropped: "other-event" }],
    [
      { type: "channel_left", channel: "C0PLAN", actor_id: "U0PRIYA" },
      { what: "removed", ...here },
    ],
    [
      { type: "group_left", channel: "C0PLAN" },
      { what: "removed", ...here },
    ],
    [
      { type: "app_home_opened", user: "U0PRIYA", channel: "D1", tab: "home" },
      { what: "home-opened", team: "T0ACME", user: "U0PRIYA" },
    ],
    [
      { type: "app_home_opened", user: "U0PRIYA", channel: "D1", tab: "messages" },
      { dropped: "messages-tab-opened" },
    ],
    [{ type: "app_uninstalled" }, { what: "uninstalled", team: "T0ACME" }],
    [
      { type: "tokens_revoked", tokens: { oauth: [], bot: ["U0BOT"] } },
      { what: "uninstalled", team: "T0ACME" },
    ],
    [{ type: "tokens_revoked", tokens: { oauth: ["U0PRIYA"] } }, { dropped: "user-token-revoked" }],
    [{ type: "app_home_opened" }, { dropped: "malformed-event" }],
    [{ type: "member_joined_channel", user: 7 }, { dropped: "malformed-event" }],
  ])("%j", (event, expected) => {
    expect(heard(event)).toEqual(expected);
  });
});

describe("hostile events", () => {
  const keys = fc.constantFrom(
    "type",
    "subtype",
    "channel",
    "user",
    "ts",
    "thread_ts",
    "text",
    "blocks",
    "attachments",
    "message",
    "previous_message",
    "deleted_ts",
    "tokens",
    "tab",
    "bot_id",
    "elements",
    "__proto__",
    "constructor",
  );
  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(
        "message",
        "message_changed",
        "message_deleted",
        "U0SAM",
        "C0PLAN",
        "1700000000.000100",
        "rich_text",
      ),
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(keys, tie("value"), { maxKeys: 8 }),
    ),
  })).value;

  test("never throw", () => {
    fc.assert(
      fc.property(fc.oneof(value, fc.dictionary(keys, value)), (event) => {
        const result = heard(event);
        return "what" in result || result.dropped.length > 0;
      }),
      { numRuns: 2000 },
    );
  });

  test("deeply nested blocks are read only so far", () => {
    let blocks: unknown = [{ type: "text", text: "3 weeks" }];
    for (let depth = 0; depth < 5000; depth += 1) blocks = [{ type: "rich_text_section", elements: blocks }];
    expect(heard({ ...SAM, blocks })).toEqual({ dropped: "no-text" });
  });

  test("a title cannot change what all objects are", () => {
    const attachments = [{ title: "x", from_url: "__proto__" }, { title: "y", from_url: null }, null];
    const event = heard({ ...SAID, attachments });
    expect(event).toMatchObject({ what: "said", message: MESSAGE });
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    expect(Object.getPrototypeOf("message" in event && event.message.titles)).toBe(Object.prototype);
  });
});
