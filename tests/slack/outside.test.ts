import type { FetchFunction } from "@slack/web-api";
import { beforeEach, describe, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import { makeOutside } from "../../src/slack/outside.ts";
import { embeddedLanes } from "../../src/store/embedded-lanes.ts";
import { slackLog } from "../../src/slack/slack-log.ts";
import type { Note } from "../../src/telling/note.ts";
import { type Handle, OutsideError } from "../../src/telling/outside.ts";

type Call = { readonly to: string; readonly args: Record<string, unknown> };
type Reply = object | Response | Error;

let now: number;
let calls: Call[];
let replies: Record<string, Reply[]>;
beforeEach(() => {
  now = Date.parse("2026-11-20T10:00:00Z");
  calls = [];
  replies = {};
});

/** Slack as this test wants it: per method a list of answers, the last of which stays. */
const fetch: FetchFunction = async (url, init) => {
  const to = String(url).replace("https://slack.test/api/", "");
  const body = typeof init?.body === "string" ? init.body : "";
  calls.push({ to, args: body.startsWith("{") ? (JSON.parse(body) as Call["args"]) : parsed(body) });
  const left = replies[to] ?? [];
  const reply = left.length > 1 ? left.shift() : left[0];
  if (reply instanceof Error) throw reply;
  return reply instanceof Response ? reply.clone() : Response.json(reply ?? { ok: true });
};

function parsed(body: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}

function outside(called?: (method: string, result: string) => void) {
  const logger = slackLog(makeLog("error", { write: () => {} }));
  const { book } = embeddedLanes();
  const parts = { token: "xoxb-test", slackApiUrl: "https://slack.test/api/", logger, now: () => now, fetch };
  return makeOutside({
    ...parts,
    book: (...turn) => book("T0ACME", ...turn),
    bot: { user: "U0BOT" },
    url: "https://acme.slack.com/",
    ...(called && { called }),
  });
}

const slack = () => outside().outside;
const to = (method: string) => calls.filter((call) => call.to === method).map((call) => call.args);

const NOTE: Note = {
  summary: "Worth asking: <why> & how",
  parts: [{ kind: "say", words: "Does it include testing?" }],
};
const PRIYA = { team: "T0ACME", channel: "C0PLAN", user: "U0PRIYA" };
const PLACE = { team: "T0ACME", channel: "C0PLAN" };
const HANDLE: Handle = {
  ...PRIYA,
  surface: "message",
  responseUrl: "https://hooks.slack.com/1",
  triggerId: "1.2",
};
const limited = (seconds: number) =>
  new Response("", { status: 429, headers: { "retry-after": String(seconds) } });
const down = () => new Response("<html>", { status: 500 });

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

describe("when Slack does not do it", () => {
  const failure = async (reply: Reply): Promise<OutsideError> => {
    replies["chat.postEphemeral"] = [reply];
    const error: unknown = await slack()
      .whisper(PRIYA, NOTE)
      .catch((reason: unknown) => reason);
    if (!(error instanceof OutsideError)) throw new Error("no OutsideError");
    return error;
  };
  const refused = Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("no"), { code: "ECONNREFUSED" }),
  });
  const cut = Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("cut"), { code: "UND_ERR_SOCKET" }),
  });

  test.each<[string, Reply, boolean]>([
    ["it is unwell", down(), false],
    ["a gateway gave up waiting", new Response("", { status: 504 }), true],
    ["nobody is there", refused, false],
    ["the link broke", cut, true],
    ["no answer came", new DOMException("too late", "TimeoutError"), true],
    ["half an answer came", new Response('{"ok":tr'), true],
    ["it says so", { ok: false, error: "internal_error" }, false],
    ["the token is revoked", { ok: false, error: "token_revoked" }, false],
  ])("%s", async (_how, reply, uncertain) => {
    expect((await failure(reply)).uncertain).toBe(uncertain);
  });

  test.each<[string, Reply, string]>([
    ["it does it", { ok: true }, "ok"],
    ["it says no", { ok: false, error: "restricted_action" }, "refused"],
    ["the token is revoked", { ok: false, error: "token_revoked" }, "refused"],
    ["it wants it later", limited(30), "later"],
    ["it wants it later, in words", { ok: false, error: "ratelimited" }, "later"],
    ["it is unwell", down(), "failed"],
    ["it says that it is unwell", { ok: false, error: "internal_error" }, "failed"],
    ["it is away, in words", { ok: false, error: "service_unavailable" }, "failed"],
    ["half an answer came", new Response('{"ok":tr'), "failed"],
  ])("counted: %s", async (_how, reply, result) => {
    const told: [string, string][] = [];
    replies["chat.postEphemeral"] = [reply];
    const { outside: one } = outside((...call) => void told.push(call));
    await one.whisper(PRIYA, NOTE).catch(() => undefined);
    expect(told.map(([method, how]) => [method, how])).toEqual([["chat.postEphemeral", result]]);
  });

  test.each<[Reply, string]>([
    [new Response("ok"), "ok"],
    [limited(30), "later"],
    [new Response("used_url", { status: 404 }), "refused"],
    [down(), "failed"],
  ])("counted of a response_url: %o", async (reply, result) => {
    const told: [string, string][] = [];
    replies[HANDLE.responseUrl ?? ""] = [reply];
    const { outside: one } = outside((...call) => void told.push(call));
    await one.answer(HANDLE, NOTE, "new").catch(() => undefined);
    expect(told[0]?.slice(0, 2)).toEqual(["response_url", result]);
  });

  test("nothing of what was said stands in the error", async () => {
    expect((await failure(new Response("Does it include testing?"))).message).not.toContain("testing");
  });

  test("Slack's Retry-After is kept, without another call, and only for that method", async () => {
    replies["chat.postEphemeral"] = [limited(30), { ok: true }];
    const { outside: one } = outside();
    await expect(one.whisper(PRIYA, NOTE)).rejects.toMatchObject({ retryAt: now + 30_000, uncertain: false });
    now += 29_000;
    await expect(one.whisper(PRIYA, NOTE)).rejects.toMatchObject({ retryAt: now + 1000 });
    expect(to("chat.postEphemeral")).toHaveLength(1);
    expect(await one.direct(PRIYA, NOTE)).toEqual({ accepted: true });
    now += 1000;
    expect(await one.whisper(PRIYA, NOTE)).toEqual({ accepted: true });
  });

  test("a limit on posts to one channel holds up no other", async () => {
    replies["chat.postMessage"] = [limited(30), { ok: true }];
    const { outside: one } = outside();
    await expect(one.direct(PRIYA, NOTE)).rejects.toMatchObject({ retryAt: now + 30_000 });
    expect(await one.direct({ team: "T0ACME", user: "U0NOOR" }, NOTE)).toEqual({ accepted: true });
  });

  test("what is only asked for is asked again", async () => {
    replies["conversations.info"] = [down(), { ok: true, channel: { name: "planning", is_member: true } }];
    expect(await slack().place(PLACE)).toMatchObject({ name: "planning" });
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

describe("people", () => {
  const user = { id: "U0PRIYA", team_id: "T0ACME", tz: "Europe/Lisbon", is_admin: false, is_bot: false };
  const usual = {
    id: "U0PRIYA",
    zone: "Europe/Lisbon",
    active: true,
    doNotDisturb: false,
    admin: false,
    bot: false,
    stranger: false,
  };
  const night = {
    next_dnd_start_ts: Date.parse("2026-11-20T09:00:00Z") / 1000,
    next_dnd_end_ts: Date.parse("2026-11-20T11:00:00Z") / 1000,
  };

  const person = async (info: object, here: object = { presence: "active" }, dnd: object = {}) => {
    replies["users.info"] = [{ ok: true, user: { ...user, ...info } }];
    replies["users.getPresence"] = [{ ok: true, ...here }];
    replies["dnd.info"] = [{ ok: true, ...dnd }];
    return slack().person("T0ACME", "U0PRIYA");
  };

  test.each<[string, object, object, object, object]>([
    ["active", {}, {}, {}, {}],
    ["away", {}, { presence: "away" }, {}, { active: false }],
    ["gone", { deleted: true }, {}, {}, { active: false }],
    ["presence not told", {}, { ok: false, error: "missing_scope" }, {}, { active: false }],
    ["an owner", { is_owner: true }, {}, {}, { admin: true }],
    ["a guest", { is_restricted: true }, {}, {}, { stranger: true }],
    ["of another company", { team_id: "T0OTHER" }, {}, {}, { stranger: true }],
    ["of the same company, in an enterprise", { team_id: "T0OTHER", enterprise_user: {} }, {}, {}, {}],
    ["without a time zone", { tz: null }, {}, {}, { zone: "Etc/UTC" }],
    ["in an unknown zone", { tz: "Moon/Tycho" }, {}, {}, { zone: "Etc/UTC" }],
    ["not to be disturbed", {}, {}, night, { doNotDisturb: true }],
    ["quiet later", {}, {}, { next_dnd_start_ts: 4e9, next_dnd_end_ts: 4.1e9 }, {}],
    ["snoozing", {}, {}, { snooze_enabled: true, snooze_endtime: 4e9 }, { doNotDisturb: true }],
    ["quiet hours not told", {}, {}, { ok: false, error: "missing_scope" }, {}],
  ])("%s", async (_who, info, here, dnd, expected) => {
    expect(await person(info, { presence: "active", ...here }, dnd)).toEqual({ ...usual, ...expected });
  });

  test("somebody Slack does not know is treated with reserve", async () => {
    replies["users.info"] = [{ ok: false, error: "user_not_found" }];
    expect(await slack().person("T0ACME", "U0WHO")).toEqual({
      ...usual,
      id: "U0WHO",
      zone: "Etc/UTC",
      active: false,
      stranger: true,
    });
  });

  test("are asked about once a minute at most", async () => {
    replies["users.info"] = [{ ok: true, user }];
    replies["users.getPresence"] = [{ ok: true, presence: "active" }];
    const { outside: one } = outside();
    await Promise.all([one.person("T0ACME", "U0PRIYA"), one.person("T0ACME", "U0PRIYA")]);
    now += 59_000;
    await one.person("T0ACME", "U0PRIYA");
    expect(to("users.getPresence")).toHaveLength(1);
    now += 1000;
    await one.person("T0ACME", "U0PRIYA");
    expect(to("users.getPresence")).toHaveLength(2);
  });

  test("a failure is not remembered", async () => {
    replies["users.info"] = [limited(1), { ok: true, user }];
    replies["users.getPresence"] = [{ ok: true, presence: "active" }];
    const { outside: one } = outside();
    await expect(one.person("T0ACME", "U0PRIYA")).rejects.toThrow(OutsideError);
    now += 1000;
    expect(await one.person("T0ACME", "U0PRIYA")).toMatchObject({ zone: "Europe/Lisbon" });
  });
});

describe("a channel", () => {
  test.each<[object, object]>([
    [{ is_member: true }, { private: false, shared: false, member: true }],
    [
      { is_private: true, is_member: true, is_ext_shared: true },
      { private: true, shared: true, member: true },
    ],
    [{ is_pending_ext_shared: true }, { private: false, shared: true, member: false }],
    [{ is_org_shared: true }, { private: false, shared: false, member: false }],
  ])("%j", async (facts, expected) => {
    replies["conversations.info"] = [{ ok: true, channel: { name: "planning", ...facts } }];
    expect(await slack().place(PLACE)).toEqual({ name: "planning", ...expected });
  });

  test("that the bot cannot see is a refusal", async () => {
    replies["conversations.info"] = [{ ok: false, error: "channel_not_found" }];
    expect(await slack().place(PLACE)).toEqual({ accepted: false, reason: "channel_not_found" });
  });

  test("is asked about anew once the bot came or went", async () => {
    replies["conversations.info"] = [
      { ok: true, channel: { is_member: false } },
      { ok: true, channel: { is_member: true } },
    ];
    const { outside: one, forget } = outside();
    expect(await one.place(PLACE)).toMatchObject({ member: false });
    expect(await one.place(PLACE)).toMatchObject({ member: false });
    forget(PLACE);
    expect(await one.place(PLACE)).toMatchObject({ member: true });
  });

  test("members on the second page are members", async () => {
    replies["conversations.members"] = [
      { ok: true, members: ["U0SAM"], response_metadata: { next_cursor: "two" } },
      { ok: true, members: ["U0PRIYA"], response_metadata: { next_cursor: "" } },
    ];
    expect(await slack().isMember(PLACE, "U0PRIYA")).toBe(true);
    expect(to("conversations.members").map(({ cursor }) => cursor)).toEqual([undefined, "two"]);
  });

  test("nobody is a member where Slack does not say", async () => {
    replies["conversations.members"] = [{ ok: false, error: "fetch_members_failed" }];
    expect(await slack().isMember(PLACE, "U0PRIYA")).toBe(false);
  });

  test("who is in a user group is asked once, and nobody is where Slack does not say", async () => {
    replies["usergroups.users.list"] = [
      { ok: true, users: ["U0SAM"] },
      { ok: false, error: "no_such_subteam" },
    ];
    const outside = slack();
    expect(await outside.group("T0ACME", "S0LEADS")).toEqual(["U0SAM"]);
    expect(await outside.group("T0ACME", "S0LEADS")).toEqual(["U0SAM"]);
    expect(to("usergroups.users.list")).toEqual([{ usergroup: "S0LEADS" }]);
    expect(await outside.group("T0ACME", "S0GONE")).toEqual([]);
  });
});

describe("what was said", () => {
  const say = (ts: string, text: string, more: object = {}) => ({
    type: "message",
    user: "U0SAM",
    ts,
    text,
    ...more,
  });
  const root = "1700000002.000100";
  const ref = { ...PLACE, root };
  const texts = (messages: unknown) => (messages as { text: string }[]).map(({ text }) => text);

  test("in a thread, page by page, without bots", async () => {
    replies["conversations.replies"] = [
      {
        ok: true,
        messages: [
          say(root, "how long?", { thread_ts: root }),
          say("1700000003.000100", "3 weeks", { thread_ts: root }),
        ],
        response_metadata: { next_cursor: "two" },
      },
      {
        ok: true,
        messages: [
          say("1700000005.000100", "ok", { thread_ts: root }),
          say("1700000004.000100", "build passed", { bot_id: "B1", thread_ts: root }),
          { malformed: true },
        ],
      },
    ];
    const said = await slack().history(ref);
    expect(said).toMatchObject([{ ts: root }, { thread: root }, { thread: root }]);
    expect(texts(said)).toEqual(["how long?", "3 weeks", "ok"]);
    expect(to("conversations.history")).toEqual([]);
  });

  test("outside threads, around the message", async () => {
    replies["conversations.replies"] = [{ ok: true, messages: [say(root, "3 weeks")] }];
    replies["conversations.history"] = [
      { ok: true, messages: [say(root, "3 weeks"), say("1700000001.000100", "how long?")] },
      {
        ok: true,
        messages: [
          say("1700000003.000100", "thanks"),
          say("1700000004.000100", "aside", { thread_ts: "1690000000.000100" }),
        ],
      },
    ];
    expect(texts(await slack().history(ref))).toEqual(["how long?", "3 weeks", "thanks"]);
    expect(to("conversations.history")).toMatchObject([
      { latest: root, inclusive: "true" },
      { oldest: root },
    ]);
  });

  test.each(["missing_scope", "not_in_channel", "channel_not_found"])("%s is a refusal", async (error) => {
    replies["conversations.replies"] = [{ ok: false, error }];
    expect(await slack().history(ref)).toEqual({ accepted: false, reason: error });
  });

  test("the questions we posted in it for others, and nothing else we said", async () => {
    const own = (ts: string, text: string) =>
      say(ts, text, { thread_ts: root, user: "U0BOT", bot_id: "B0BOT" });
    replies["conversations.replies"] = [
      {
        ok: true,
        messages: [
          say(root, "<@U0PRIYA> asks: 3 weeks?"),
          own("1700000003.000100", "<@U0PRIYA> asks: Is testing &amp; rollout in?"),
          own("1700000004.000100", "something else"),
        ],
      },
    ];
    expect(await slack().posted(ref)).toEqual([
      { ts: "1700000003.000100", by: "U0PRIYA", text: "Is testing &amp; rollout in?" },
    ]);
    replies["conversations.replies"] = [{ ok: false, error: "missing_scope" }];
    expect(await slack().posted(ref)).toEqual({ accepted: false, reason: "missing_scope" });
  });

  test("lately, parents of threads alone, oldest first", async () => {
    replies["conversations.history"] = [
      {
        ok: true,
        messages: [
          say("1700000003.000100", "new"),
          say("1700000002.000100", "reply", { thread_ts: "1690000000.000100" }),
          say("1700000001.000100", "old"),
        ],
      },
    ];
    expect(texts(await slack().latest(PLACE))).toEqual(["old", "new"]);
  });

  test("a limit on history says when to come back", async () => {
    replies["conversations.replies"] = [limited(60)];
    await expect(slack().history(ref)).rejects.toMatchObject({ retryAt: now + 60_000 });
  });
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
