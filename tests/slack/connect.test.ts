import { afterEach, describe, expect, test, vi } from "vitest";
import { makeLog } from "../../src/log.ts";
import type { Settings, SlackSettings } from "../../src/settings.ts";
import { type Connection, connectSlack } from "../../src/slack/connect.ts";
import { SlackStartError } from "../../src/slack/join.ts";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { Heard, Invoked, Listener, Pressed } from "../../src/telling/outside.ts";
import {
  envelopeOf,
  ESTIMATE,
  freePort,
  openStreet,
  postSigned,
  rawRequest,
  SECRET,
  signed,
  type Street,
} from "./street.ts";

const SOCKET: SlackSettings = { by: "socket", botToken: "xoxb-test", appToken: "xapp-test" };
const MESSAGE = { team: "T0ACME", channel: "C0PLAN", ts: ESTIMATE.ts, user: "U0SAM", text: "about 3 weeks" };

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function street(answers?: Parameters<typeof openStreet>[0]): Promise<Street> {
  const made = await openStreet(answers);
  open.push(made);
  return made;
}

async function connect(
  slack: SlackSettings,
  slackApiUrl: string,
  shared?: Store,
): Promise<{ slack: Connection; lines: string[] }> {
  const lines: string[] = [];
  const log = makeLog("info", { write: (line) => void lines.push(line) });
  const settings: Settings = {
    slack,
    slackApiUrl,
    dataDir: ".",
    leads: [],
    quietSeconds: 45,
    replyQuietSeconds: 90,
    retentionDays: 30,
    logLevel: "info",
    port: 3000,
    rateShare: 1,
  };
  const store = shared ?? (await embeddedStore({ memory: true }));
  if (shared === undefined) open.push(store);
  const connection = await connectSlack(settings, { log, now: Date.now, store });
  open.push({ close: () => connection.stop() });
  return { slack: connection, lines };
}

/** A story that writes down what reached it; `on` decides how hearing ends. */
function story(on: (heard: Heard) => Promise<void> = async () => {}) {
  const reached: { heard: Heard[]; pressed: Pressed[]; invoked: Invoked[] } = {
    heard: [],
    pressed: [],
    invoked: [],
  };
  const listener: Listener = {
    heard: async (heard) => {
      reached.heard.push(heard);
      await on(heard);
    },
    pressed: async (pressed) => void reached.pressed.push(pressed),
    invoked: async (invoked) => void reached.invoked.push(invoked),
  };
  return { ...reached, listener };
}

/** A promise, and the hand that resolves it. */
function gate(): { promise: Promise<void>; open: () => void } {
  let release = () => {};
  const promise = new Promise<void>((resolve) => (release = resolve));
  return { promise, open: () => release() };
}

const COMMAND = {
  command: "/askwhy",
  team_id: "T0ACME",
  channel_id: "C0PLAN",
  user_id: "U0PRIYA",
  text: " settings ",
  response_url: "https://hooks.slack.com/commands/1",
  trigger_id: "1.2",
};

describe("over Socket Mode", () => {
  test("an event is acknowledged only after it was kept", async () => {
    const slack = await street();
    const keeping = gate();
    const begun = gate();
    const told = story(async () => {
      begun.open();
      await keeping.promise;
    });
    const { slack: connection } = await connect(SOCKET, slack.api);
    await connection.listen(told.listener);
    await slack.connected();
    const acknowledgement = slack.deliver({
      envelope_id: "e1",
      type: "events_api",
      payload: envelopeOf(ESTIMATE),
    });
    await begun.promise;
    expect(slack.acknowledged).toEqual([]);
    keeping.open();
    await acknowledgement;
    expect(slack.acknowledged).toEqual(["e1"]);
    expect(told.heard).toEqual([{ what: "said", message: MESSAGE }]);
  });

  test("an event that could not be kept is not acknowledged, and comes again", async () => {
    const slack = await street();
    let failures = 1;
    const told = story(async () => {
      if (failures-- > 0) throw new Error("the store is down");
    });
    const { slack: connection, lines } = await connect(SOCKET, slack.api);
    await connection.listen(told.listener);
    await slack.connected();
    void slack.deliver({ envelope_id: "e1", type: "events_api", payload: envelopeOf(ESTIMATE) });
    await slack.deliver({ envelope_id: "again", type: "events_api", payload: envelopeOf(ESTIMATE) });
    expect(slack.acknowledged).toEqual(["again"]);
    expect(told.heard).toHaveLength(2);
    expect(lines.join("")).toContain("not kept, so not acknowledged");
    expect(lines.join("")).not.toContain("3 weeks");
  });

  test("a command is acknowledged at once and reaches the story", async () => {
    const slack = await street();
    const told = story();
    const { slack: connection } = await connect(SOCKET, slack.api);
    await connection.listen(told.listener);
    await slack.connected();
    await slack.deliver({ envelope_id: "c1", type: "slash_commands", payload: COMMAND });
    expect(told.invoked).toMatchObject([{ what: "command", text: "settings", handle: { user: "U0PRIYA" } }]);
  });

  const PRESS = {
    type: "block_actions",
    user: { id: "U0PRIYA" },
    team: { id: "T0ACME" },
    channel: { id: "C0PLAN" },
    actions: [{ action_id: "aw:1", type: "button", value: "not-useful?c=C0PLAN&r=1.1&o=1&q=2" }],
  };

  test("a press is acknowledged once the story has kept it, though it goes on, and only once", async () => {
    const slack = await street();
    const rest = gate();
    const pressed: Listener["pressed"] = async ({ kept }) => {
      expect(slack.acknowledged).toEqual([]);
      await kept?.();
      await rest.promise;
    };
    const { slack: connection } = await connect(SOCKET, slack.api);
    await connection.listen({ ...story().listener, pressed });
    await slack.connected();
    await slack.deliver({ envelope_id: "p1", type: "interactive", payload: PRESS });
    rest.open();
    await connection.stop();
    expect(slack.acknowledged).toEqual(["p1"]);
  });

  test("a press that could not be kept is not acknowledged: whoever pressed sees so, and is told", async () => {
    const slack = await street();
    let failures = 1;
    const pressed: Listener["pressed"] = async () => {
      if (failures-- > 0) throw new Error("the store is down");
    };
    const { slack: connection } = await connect(SOCKET, slack.api);
    await connection.listen({ ...story().listener, pressed });
    await slack.connected();
    void slack.deliver({ envelope_id: "p1", type: "interactive", payload: PRESS });
    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain("chat.postEphemeral"));
    await slack.deliver({ envelope_id: "again", type: "interactive", payload: PRESS });
    expect(slack.acknowledged).toEqual(["again"]);
  });

  test("what is malformed is dropped and acknowledged, so that it does not come again", async () => {
    const slack = await street();
    const told = story();
    const { slack: connection } = await connect(SOCKET, slack.api);
    await connection.listen(told.listener);
    await slack.connected();
    await slack.deliver({
      envelope_id: "e1",
      type: "events_api",
      payload: envelopeOf({ type: "message", ts: {} }),
    });
    await slack.deliver({
      envelope_id: "r1",
      type: "events_api",
      payload: { type: "app_rate_limited", event: {} },
    });
    expect(slack.acknowledged).toEqual(["e1", "r1"]);
    expect(told.heard).toEqual([]);
  });

  test("a refused app token says what to do", async () => {
    const slack = await street({ "apps.connections.open": () => ({ ok: false, error: "invalid_auth" }) });
    const { slack: connection } = await connect(SOCKET, slack.api);
    await expect(connection.listen(story().listener)).rejects.toThrow(
      /SLACK_APP_TOKEN must be an app-level token/,
    );
  });
});

describe("over HTTP", () => {
  async function listening(on?: (heard: Heard) => Promise<void>, shared?: Store) {
    const slack = await street();
    const port = await freePort();
    const told = story(on);
    const settings: SlackSettings = { by: "http", botToken: "xoxb-test", signingSecret: SECRET, port };
    const { slack: connection, lines } = await connect(settings, slack.api, shared);
    await connection.listen(told.listener);
    return { port, told, lines, connection };
  }

  test("an event is acknowledged only after it was kept", async () => {
    const keeping = gate();
    const begun = gate();
    const { port, told } = await listening(async () => {
      begun.open();
      await keeping.promise;
    });
    let answered = false;
    const answer = postSigned(port, JSON.stringify(envelopeOf(ESTIMATE))).then((response) => {
      answered = true;
      return response.status;
    });
    await begun.promise;
    expect(answered).toBe(false);
    keeping.open();
    expect(await answer).toBe(200);
    expect(told.heard).toEqual([{ what: "said", message: MESSAGE }]);
  });

  test("an event that could not be kept is refused, so that Slack delivers it again", async () => {
    const { port } = await listening(async () => {
      throw new Error("the store is down");
    });
    expect((await postSigned(port, JSON.stringify(envelopeOf(ESTIMATE)))).status).toBe(500);
  });

  test.each([
    ["a wrong signature", { secret: "another-secret" }, 401],
    ["a replay after ten minutes", { at: Math.floor(Date.now() / 1000) - 600 }, 401],
  ])("%s is refused", async (_what, how, status) => {
    const { port, told } = await listening();
    expect((await postSigned(port, JSON.stringify(envelopeOf(ESTIMATE)), how)).status).toBe(status);
    expect(told.heard).toEqual([]);
  });

  test("the very same request is taken once, but for one that failed", async () => {
    let failures = 1;
    const { port, told } = await listening(async () => {
      if (failures-- > 0) throw new Error("the store is down");
    });
    const at = Math.floor(Date.now() / 1000);
    const body = JSON.stringify(envelopeOf(ESTIMATE));
    const again = async () => (await postSigned(port, body, { at })).status;
    expect([await again(), await again(), await again()]).toEqual([500, 200, 200]);
    expect(told.heard).toHaveLength(2);
    // The same event signed anew, as Slack does when it tries again: there is nothing left to do.
    expect((await postSigned(port, body, { at: at + 1 })).status).toBe(200);
    expect(told.heard).toHaveLength(2);
    const next = JSON.stringify(envelopeOf(ESTIMATE));
    expect((await postSigned(port, next, { at: at + 1 })).status).toBe(200);
    expect(told.heard).toHaveLength(3);
    const press = new URLSearchParams(COMMAND).toString();
    expect((await postSigned(port, press, { form: true, at })).status).toBe(200);
    expect((await postSigned(port, press, { form: true, at })).status).toBe(401);
    expect(told.invoked).toHaveLength(1);
  });

  test("a press that another process took is refused here, too", async () => {
    const store = await embeddedStore({ memory: true });
    open.push(store);
    const [one, other] = [await listening(undefined, store), await listening(undefined, store)];
    const at = Math.floor(Date.now() / 1000);
    const press = (port: number, text: string) =>
      postSigned(port, new URLSearchParams({ ...COMMAND, text }).toString(), { form: true, at });
    expect((await press(one.port, "open")).status).toBe(200);
    expect((await press(other.port, "open")).status).toBe(401);
    expect((await press(other.port, "help")).status).toBe(200);
    expect([one.told.invoked.length, other.told.invoked.length]).toEqual([1, 1]);
    expect(other.lines.join("")).toContain("a replay was refused");
  });

  test.each([
    ["an event that is none", { type: "event_callback", event: "message" }, 200],
    ["a payload without a person", { type: "block_actions", actions: [{}] }, 200],
    ["no known payload", { hello: 1 }, 200],
    ["a list", [], 200],
    ["nothing at all", null, 400],
  ])("%s does not stop the bot", async (_what, body, status) => {
    const { port, told } = await listening();
    expect((await postSigned(port, JSON.stringify(body))).status).toBe(status);
    expect((await postSigned(port, JSON.stringify(envelopeOf(ESTIMATE)))).status).toBe(200);
    expect(told.heard).toHaveLength(1);
  });

  test("a press whose payload is nothing does not stop the bot", async () => {
    const { port, told } = await listening();
    expect((await postSigned(port, "payload=%20null", { form: true })).status).toBe(400);
    expect((await postSigned(port, "a=1&payload=null", { form: true })).status).toBe(400);
    expect((await postSigned(port, "payload=nu%6cl&a=1", { form: true })).status).toBe(400);
    expect((await postSigned(port, "null", { query: "?from=proxy" })).status).toBe(400);
    expect((await postSigned(port, JSON.stringify(envelopeOf(ESTIMATE)))).status).toBe(200);
    expect(told.heard).toHaveLength(1);
  });

  test.each([
    "/slack/./events",
    "/slack/%2e/events",
    "/slack//../events",
    "/x/../slack/events",
    "/slack\\events",
    "//slack/events",
    "http://x/slack/events",
    "/slack/events#x",
  ])("%s is no other way to Slack's path", async (path) => {
    const { port, told } = await listening();
    const body = JSON.stringify(envelopeOf(ESTIMATE));
    expect(await rawRequest(port, { path, body, headers: signed(body) })).toBe(404);
    expect(told.heard).toEqual([]);
  });

  test.each([
    "/slack/../healthz",
    "/slack/..\\healthz",
    "/slack/%2e%2e/healthz",
    "//healthz",
    "//",
    "*",
    "/x",
  ])("GET %s is nothing, and writes no line", async (path) => {
    const { port, lines } = await listening();
    const before = lines.length;
    expect(await rawRequest(port, { path, method: "GET" })).toBe(404);
    expect(lines.slice(before)).toEqual([]);
  });

  test("what claims to be signed in the future is refused: it could come again when its signature is forgotten", async () => {
    const { port, told } = await listening();
    const at = Math.floor(Date.now() / 1000) + 400;
    expect((await postSigned(port, JSON.stringify(envelopeOf(ESTIMATE)), { at })).status).toBe(401);
    expect(told.heard).toEqual([]);
  });

  test("a text is read as far as Slack's own limit", async () => {
    const { port, told } = await listening();
    const text = "3 weeks ".repeat(10_000);
    expect((await postSigned(port, JSON.stringify(envelopeOf({ ...ESTIMATE, text })))).status).toBe(200);
    expect(told.heard).toMatchObject([{ message: { text: text.slice(0, 40_000) } }]);
  });

  test("an edit of the longest message there can be is taken, and what is larger is not", async () => {
    const { port, told } = await listening();
    const text = "ж".repeat(40_000);
    const blocks = [
      { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] },
    ];
    const message = { ...ESTIMATE, text, blocks };
    const edit = {
      type: "message",
      subtype: "message_changed",
      channel: "C0PLAN",
      message,
      previous_message: message,
    };
    const escaped = JSON.stringify(
      envelopeOf({ ...edit, previous_message: { ...message, text: "3 weeks" } }),
    ).replaceAll("ж", "\\u0436");
    expect((await postSigned(port, escaped)).status).toBe(200);
    expect(told.heard).toHaveLength(1);
    expect((await postSigned(port, " ".repeat(2 ** 21 + 1))).status).toBe(413);
  });

  test("a command is answered before the story has done its work", async () => {
    const { port, told } = await listening();
    const body = new URLSearchParams(COMMAND).toString();
    expect((await postSigned(port, body, { form: true })).status).toBe(200);
    expect(told.invoked).toHaveLength(1);
  });

  test("stopping waits for what has begun, and takes nothing more", async () => {
    const keeping = gate();
    const begun = gate();
    const { port, connection } = await listening(async () => {
      begun.open();
      await keeping.promise;
    });
    const first = postSigned(port, JSON.stringify(envelopeOf(ESTIMATE)));
    await begun.promise;
    const stopped = connection.stop();
    const late = await postSigned(port, JSON.stringify(envelopeOf({ ...ESTIMATE, ts: "1700000001.000100" })));
    expect(late.status).toBe(503);
    keeping.open();
    expect((await first).status).toBe(200);
    await stopped;
    await expect(postSigned(port, "{}")).rejects.toThrow("fetch failed");
    open.pop();
  });

  test("a taken port says what to do", async () => {
    const { port } = await listening();
    const slack = await street();
    const settings: SlackSettings = { by: "http", botToken: "xoxb-test", signingSecret: SECRET, port };
    const { slack: second } = await connect(settings, slack.api);
    open.pop();
    await expect(second.listen(story().listener)).rejects.toThrow(/Cannot listen \(EADDRINUSE\)/);
  });
});

describe("a bot token that Slack does not take", () => {
  test.each([
    ["invalid_auth", /Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)/],
    ["account_inactive", /Install the app again/],
  ])("%s", async (error, says) => {
    const slack = await street({ "auth.test": () => ({ ok: false, error }) });
    const joining = connect(SOCKET, slack.api);
    await expect(joining).rejects.toThrow(SlackStartError);
    await expect(joining).rejects.toThrow(says);
    await expect(joining).rejects.not.toThrow(/xoxb-test/);
  });

  test("a person's token", async () => {
    const slack = await street({ "auth.test": () => ({ ok: true, url: "u", team_id: "T1", user_id: "U1" }) });
    await expect(connect(SOCKET, slack.api)).rejects.toThrow(/not a bot's token/);
  });
});
