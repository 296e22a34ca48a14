import { afterEach, describe, expect, test } from "vitest";
import type { SlackSettings } from "../../src/settings.ts";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { Heard } from "../../src/telling/outside.ts";
import { envelopeOf, ESTIMATE, freePort, postSigned, rawRequest, SECRET, signed } from "./street.ts";
import { closeAll, COMMAND, connect, gate, MESSAGE, opened, story, street } from "./connected.ts";

afterEach(closeAll);

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
    opened.push(store);
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
    opened.pop();
  });

  test("a taken port says what to do", async () => {
    const { port } = await listening();
    const slack = await street();
    const settings: SlackSettings = { by: "http", botToken: "xoxb-test", signingSecret: SECRET, port };
    const { slack: second } = await connect(settings, slack.api);
    opened.pop();
    await expect(second.listen(story().listener)).rejects.toThrow(/Cannot listen on port \d+ \(EADDRINUSE\)/);
  });
});
