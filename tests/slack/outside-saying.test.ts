import { beforeEach, describe, expect, test } from "vitest";
import { OutsideError } from "../../src/telling/outside.ts";
import {
  anew,
  calls,
  down,
  HANDLE,
  NOTE,
  PLACE,
  PRIYA,
  replies,
  type Reply,
  slack,
  to,
} from "./answering-slack.ts";

beforeEach(anew);

describe("a whisper", () => {
  test("goes to one person, with words for the notification", async () => {
    expect(await slack().whisper(PRIYA, NOTE)).toEqual({ accepted: true });
    const [sent] = to("chat.postEphemeral");
    expect(sent).toMatchObject({
      channel: "C0PLAN",
      user: "U0PRIYA",
      text: "Worth asking: &lt;why&gt; &amp; how",
    });
    expect(sent).not.toHaveProperty("thread_ts");
  });

  test("in a thread", async () => {
    await slack().whisper({ ...PRIYA, thread: "1700000000.000100" }, NOTE);
    expect(to("chat.postEphemeral")).toMatchObject([{ thread_ts: "1700000000.000100" }]);
  });

  test.each([
    "user_not_in_channel",
    "not_in_channel",
    "channel_not_found",
    "is_archived",
    "restricted_action",
  ])("%s is a refusal we can live with", async (error) => {
    replies["chat.postEphemeral"] = [{ ok: false, error }];
    expect(await slack().whisper(PRIYA, NOTE)).toEqual({ accepted: false, reason: error });
  });

  test("is not sent again by itself", async () => {
    replies["chat.postEphemeral"] = [down(), { ok: true }];
    await expect(slack().whisper(PRIYA, NOTE)).rejects.toThrow(OutsideError);
    expect(to("chat.postEphemeral")).toHaveLength(1);
  });
});

describe("a question posted in public", () => {
  const text = "<!channel> is *this* <https://evil.test|it>? <@U0SAM> @here";

  test("names the asker, and mentions nobody else", async () => {
    replies["chat.postMessage"] = [{ ok: true, ts: "1700000009.000100" }];
    const posted = await slack().post({ ...PLACE, thread: "1700000000.000100" }, { by: "U0PRIYA", text });
    expect(posted).toEqual({ accepted: true, ts: "1700000009.000100" });
    const elements = [
      { type: "user", user_id: "U0PRIYA" },
      { type: "text", text: " asks: " },
      { type: "text", text },
    ];
    expect(to("chat.postMessage")).toEqual([
      {
        channel: "C0PLAN",
        thread_ts: "1700000000.000100",
        text: "<@U0PRIYA> asks: &lt;!channel&gt; is *this* &lt;https://evil.test|it&gt;? &lt;@U0SAM&gt; @here",
        blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }],
        parse: "none",
        link_names: "false",
        unfurl_links: "false",
        unfurl_media: "false",
      },
    ]);
  });

  test("is refused where the bot may not post", async () => {
    replies["chat.postMessage"] = [{ ok: false, error: "not_in_channel" }];
    expect(await slack().post({ ...PLACE, thread: "1.1" }, { by: "U0PRIYA", text })).toEqual({
      accepted: false,
      reason: "not_in_channel",
    });
  });
});

describe("an answer", () => {
  test("goes to the response URL", async () => {
    expect(await slack().answer({ ...HANDLE, thread: "1700000000.000100" }, NOTE, "new")).toEqual({
      accepted: true,
    });
    expect(calls).toMatchObject([
      {
        to: "https://hooks.slack.com/1",
        args: { response_type: "ephemeral", replace_original: false, thread_ts: "1700000000.000100" },
      },
    ]);
  });

  test("takes the place of what was pressed", async () => {
    await slack().answer(HANDLE, NOTE, "replace");
    expect(calls).toMatchObject([
      { args: { replace_original: true, text: "Worth asking: &lt;why&gt; &amp; how" } },
    ]);
  });

  test.each<[string, Reply]>([
    ["used up", new Response("used_url", { status: 404 })],
    ["too old", new Response("expired_url", { status: 410 })],
    ["refused in JSON", { ok: false, error: "expired_url" }],
    ["unreachable", new TypeError("fetch failed")],
  ])("is whispered anew where the URL is %s", async (_why, reply) => {
    replies["https://hooks.slack.com/1"] = [reply];
    expect(await slack().answer(HANDLE, NOTE, "replace")).toEqual({ accepted: true });
    expect(to("chat.postEphemeral")).toMatchObject([{ channel: "C0PLAN", user: "U0PRIYA" }]);
  });

  test.each([
    "https://evil.test/1",
    "http://hooks.slack.com/1",
    "https://hooks.slack.com.evil.test/",
    "no address",
  ])("never goes to an address that is not Slack's: %s", async (responseUrl) => {
    expect(await slack().answer({ ...HANDLE, responseUrl }, NOTE, "new")).toEqual({ accepted: true });
    expect(calls.map((call) => call.to)).toEqual(["chat.postEphemeral"]);
  });

  test("is a direct message where the bot cannot whisper", async () => {
    const { responseUrl: _none, ...handle } = HANDLE;
    replies["chat.postEphemeral"] = [{ ok: false, error: "not_in_channel" }];
    expect(await slack().answer(handle, NOTE, "new")).toEqual({ accepted: true });
    expect(to("chat.postMessage")).toMatchObject([{ channel: "U0PRIYA" }]);
  });

  test("from Home is a direct message", async () => {
    await slack().answer({ team: "T0ACME", channel: "", user: "U0PRIYA", surface: "home" }, NOTE, "new");
    expect(calls.map((call) => call.to)).toEqual(["chat.postMessage"]);
  });
});

describe("a form", () => {
  const form = { title: "Why ask?", parts: NOTE.parts, fields: [] };

  test("is opened", async () => {
    expect(await slack().open(HANDLE, form)).toBe(true);
    expect(to("views.open")).toMatchObject([{ trigger_id: "1.2", view: { type: "modal" } }]);
  });

  test.each(["expired_trigger_id", "exchanged_trigger_id", "trigger_expired"])(
    "%s: too late",
    async (error) => {
      replies["views.open"] = [{ ok: false, error }];
      expect(await slack().open(HANDLE, form)).toBe(false);
    },
  );

  test("without a trigger: too late, and no call", async () => {
    const { triggerId: _none, ...handle } = HANDLE;
    expect(await slack().open(handle, form)).toBe(false);
    expect(calls).toEqual([]);
  });

  test("that Slack cannot draw is an error", async () => {
    replies["views.open"] = [{ ok: false, error: "invalid_arguments" }];
    await expect(slack().open(HANDLE, form)).rejects.toThrow("Slack refused views.open (invalid_arguments)");
  });
});

test("Home is published for one person", async () => {
  await slack().home({ team: "T0ACME", user: "U0PRIYA" }, { parts: NOTE.parts });
  expect(to("views.publish")).toMatchObject([{ user_id: "U0PRIYA", view: { type: "home" } }]);
});

test.each([
  [undefined, "https://acme.slack.com/archives/C0PLAN/p1700000000000100"],
  ["1700000000.000100", "https://acme.slack.com/archives/C0PLAN/p1700000000000100"],
  [
    "1690000000.000100",
    "https://acme.slack.com/archives/C0PLAN/p1700000000000100?thread_ts=1690000000.000100&cid=C0PLAN",
  ],
])("a link to a message, thread %s, without a call", async (thread, link) => {
  expect(await slack().link(PLACE, "1700000000.000100", thread)).toBe(link);
  expect(calls).toEqual([]);
});
