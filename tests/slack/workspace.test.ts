import type { View } from "@slack/types";
import { afterEach, describe, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import { DIRECT, PLANNING, PRICING, PRIYA, SAM, TEAM } from "../../src/playground/people.ts";
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import { type StandIn, startStandIn } from "../../src/playground/stand-in/stand-in.ts";
import type { Message } from "../../src/playground/wire.ts";
import { readSettings } from "../../src/settings.ts";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { type Connection, connectSlack } from "../../src/slack/connect.ts";
import type { Form, Note } from "../../src/telling/note.ts";
import type { Handle, Heard, Invoked, Pressed } from "../../src/telling/outside.ts";
import { freePort } from "./street.ts";

/** The whole room against a pretend workspace, over both transports: everything through Bolt's own clients. */

const NOTE: Note = {
  summary: "Worth asking",
  parts: [
    {
      kind: "quote",
      text: "<!channel> about 3 weeks",
      by: SAM,
      link: "https://harbour.slack.com/archives/C1/p1",
    },
    { kind: "buttons", buttons: [{ label: "Ask in thread", press: { do: "ask", about: { c: PLANNING } } }] },
  ],
};
const FORM: Form = {
  title: "Ask in thread",
  press: { do: "send", about: { c: PLANNING, q: "rollout" } },
  parts: [],
  fields: [{ kind: "text", name: "text", label: "Question", lines: "many", value: "How is it rolled out?" }],
};

type Workspace = {
  readonly there: StandIn;
  readonly slack: Connection;
  readonly heard: Heard[];
  readonly pressed: Pressed[];
  readonly invoked: Invoked[];
  /** Resolves once everything so far has arrived. */
  readonly arrived: () => Promise<void>;
};

/** Slack's own delays are minutes. */
const RETRIES = [100, 1000, 2000, 4000];

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function workspace(by: "socket" | "http"): Promise<Workspace> {
  const port = await freePort();
  const over = by === "http" ? { deliverTo: `http://127.0.0.1:${port}/slack/events` } : {};
  const there = await startStandIn({ ...over, retryDelays: RETRIES });
  open.push(() => there.stop());
  const door = by === "http" ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: APP_TOKEN };
  const settings = readSettings({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_API_URL: there.apiUrl,
    PORT: String(port),
    ...door,
  });
  const store = await embeddedStore({ memory: true });
  open.push(() => store.close());
  const slack = await connectSlack(settings, { log: makeLog("silent"), now: there.clock.now, store });
  const reached: Pick<Workspace, "heard" | "pressed" | "invoked"> = { heard: [], pressed: [], invoked: [] };
  await slack.listen({
    heard: async (heard) => void reached.heard.push(heard),
    pressed: async (pressed) => void reached.pressed.push(pressed),
    invoked: async (invoked) => void reached.invoked.push(invoked),
  });
  open.push(() => slack.stop());
  await there.until(() => there.connected());
  there.inviteBot({ user: PRIYA, channel: PLANNING });
  await there.settled();
  return { there, slack, ...reached, arrived: () => there.settled() };
}

function buttonOf(message: Message | undefined): { block: string; action: string } {
  const row = message?.blocks?.find((block) => block.type === "actions");
  const button = row?.type === "actions" ? row.elements[0] : undefined;
  return {
    block: row?.block_id ?? "",
    action: button && "action_id" in button ? (button.action_id ?? "") : "",
  };
}

const inputOf = (view: View | undefined) =>
  view?.blocks.find((block) => block.type === "input")?.block_id ?? "";

describe.each(["socket", "http"] as const)("over %s", (by) => {
  test("what people do is heard", async () => {
    const { there, slack, heard, arrived } = await workspace(by);
    expect(slack.where).toEqual({ team: TEAM.id, bot: "U0ASKWHY" });
    expect(heard).toEqual([{ what: "invited", team: TEAM.id, channel: PLANNING, by: PRIYA }]);
    heard.length = 0;
    const ts = there.say({ user: SAM, channel: PLANNING, text: "spec: <https://acme.test/spec>" });
    await arrived();
    there.unfurl({ channel: PLANNING, ts, title: "Checkout", url: "https://acme.test/spec" });
    await arrived();
    const reply = there.say({ user: SAM, channel: PLANNING, text: "3 weeks", thread: ts, broadcast: true });
    await arrived();
    there.edit({ user: SAM, channel: PLANNING, ts: reply, text: "5 weeks" });
    await arrived();
    there.takeBack({ user: SAM, channel: PLANNING, ts: reply });
    await arrived();
    there.removeBot({ user: PRIYA, channel: PLANNING });
    await arrived();
    there.openHome(PRIYA);
    await arrived();
    const place = { team: TEAM.id, channel: PLANNING };
    const spec = { ...place, ts, user: SAM, text: "spec: <https://acme.test/spec>" };
    expect(heard).toEqual([
      { what: "said", message: spec },
      { what: "edited", message: { ...spec, titles: { "https://acme.test/spec": "Checkout" } } },
      { what: "said", message: { ...place, ts: reply, user: SAM, text: "3 weeks", thread: ts } },
      {
        what: "edited",
        message: { ...place, ts: reply, user: SAM, text: "5 weeks", thread: ts, edited: expect.any(String) },
      },
      { what: "deleted", ...place, ts: reply, thread: ts },
      { what: "removed", ...place },
      { what: "home-opened", team: TEAM.id, user: PRIYA },
    ]);
  });

  test("a note, its button, the form, and what is posted", async () => {
    const { there, slack, heard, pressed, arrived } = await workspace(by);
    const ts = there.say({ user: SAM, channel: PLANNING, text: "about 3 weeks" });
    await arrived();
    await slack.outside.whisper({ team: TEAM.id, channel: PLANNING, user: PRIYA }, NOTE);
    const note = there.sees(PRIYA, PLANNING).at(-1);
    expect(note).toMatchObject({ private: true, text: "Worth asking" });
    expect(there.sees(SAM, PLANNING).at(-1)?.text).toBe("about 3 weeks");

    const surface = { on: "message", channel: PLANNING, ts: note?.ts ?? "" } as const;
    expect(await there.press({ user: PRIYA, surface, ...buttonOf(note) })).toMatchObject({ acked: true });
    await there.until(() => pressed.length > 0);
    expect(pressed[0]).toMatchObject({
      press: { do: "ask", about: { c: PLANNING } },
      handle: { team: TEAM.id, channel: PLANNING, user: PRIYA, surface: "message" },
    });

    expect(await slack.outside.open(pressed[0]?.handle as Handle, FORM)).toBe(true);
    const modal = there.modal(PRIYA);
    await there.submit({
      user: PRIYA,
      id: modal?.id ?? "",
      fields: { [inputOf(modal?.view)]: { "aw:value": "How do we <!channel> roll it out?" } },
    });
    await there.until(() => pressed.length > 1);
    expect(pressed[1]).toMatchObject({
      press: { do: "send", about: { c: PLANNING, q: "rollout" } },
      fields: { text: "How do we <!channel> roll it out?" },
      handle: { surface: "modal", channel: PLANNING },
    });

    heard.length = 0;
    const posted = await slack.outside.post(
      { team: TEAM.id, channel: PLANNING, thread: ts },
      { by: PRIYA, text: "How do we <!channel> roll it out?" },
    );
    expect(posted).toMatchObject({ accepted: true });
    expect(there.public()).toMatchObject([
      {
        ts: posted.accepted && posted.ts,
        thread: ts,
        text: `<@${PRIYA}> asks: How do we &lt;!channel&gt; roll it out?`,
      },
    ]);
    await slack.outside.answer(pressed[1]?.handle as Handle, { summary: "Asked.", parts: [] }, "replace");
    expect(there.sees(PRIYA, PLANNING).find((one) => one.ts === note?.ts)?.text).toBe("Asked.");
    await arrived();
    const place = { team: TEAM.id, channel: PLANNING };
    const text = "How do we &lt;!channel&gt; roll it out?";
    const own = { ...place, thread: ts, ts: posted.accepted && posted.ts, by: PRIYA, text };
    expect(heard).toEqual([{ what: "posted", ...own }]);
  });

  test("commands and shortcuts, also where the bot never was", async () => {
    const { there, slack, invoked } = await workspace(by);
    await there.command({ user: PRIYA, channel: PRICING, text: "/askwhy help" });
    const ts = there.say({ user: SAM, channel: PRICING, text: "3 weeks" });
    await there.messageShortcut({ user: PRIYA, channel: PRICING, ts, callbackId: "ask-why" });
    await there.messageShortcut({ user: SAM, channel: PRICING, ts, callbackId: "what-would-i-be-asked" });
    await there.globalShortcut({ user: SAM, callbackId: "draft" });
    await there.until(() => invoked.length === 4);
    expect(invoked).toMatchObject([
      { what: "command", text: "help", handle: { channel: PRICING } },
      { what: "ask-why", message: { ts, text: "3 weeks", user: SAM } },
      { what: "what-would-i-be-asked", handle: { user: SAM } },
      { what: "draft", handle: { channel: "" } },
    ]);
    for (const { handle } of invoked)
      expect(await slack.outside.answer(handle, NOTE, "new")).toEqual({ accepted: true });
    expect(there.sees(PRIYA, PRICING).filter((message) => message.private)).toHaveLength(2);
    expect(there.sees(SAM, DIRECT(SAM)).at(-1)?.text).toBe("Worth asking");
    expect(there.public()).toEqual([]);
  });
});

test("what is said while Slack makes the socket anew is heard once it stands again", async () => {
  const { there, heard, arrived } = await workspace("socket");
  heard.length = 0;
  there.dropSocket();
  await there.until(() => !there.connected());
  const ts = there.say({ user: SAM, channel: PLANNING, text: "about 3 weeks" });
  await there.until(() => heard.length > 0);
  expect(heard).toMatchObject([{ what: "said", message: { ts } }]);
  there.refreshSocket();
  await there.until(() => !there.connected());
  await there.until(() => there.connected());
  there.say({ user: SAM, channel: PLANNING, text: "rather 5" });
  await arrived();
  expect(heard).toHaveLength(2);
}, 30_000);

describe("what Slack does not let through", () => {
  test("an answer after half an hour is said anew", async () => {
    const { there, slack, invoked } = await workspace("socket");
    await there.command({ user: PRIYA, channel: PLANNING, text: "/askwhy" });
    await there.until(() => invoked.length > 0);
    const handle = invoked[0]?.handle as Handle;
    there.clock.moveTo(there.clock.now() + 31 * 60_000);
    expect(await slack.outside.answer(handle, NOTE, "new")).toEqual({ accepted: true });
    expect(there.sees(PRIYA, PLANNING).at(-1)).toMatchObject({ private: true, text: "Worth asking" });
    expect(await slack.outside.open(handle, FORM)).toBe(false);
  });

  test("a sixth answer is said anew", async () => {
    const { there, slack, invoked } = await workspace("socket");
    await there.command({ user: PRIYA, channel: PLANNING, text: "/askwhy" });
    await there.until(() => invoked.length > 0);
    for (let answers = 0; answers < 6; answers += 1) {
      await slack.outside.answer(invoked[0]?.handle as Handle, NOTE, "new");
    }
    expect(there.sees(PRIYA, PLANNING).filter((message) => message.private)).toHaveLength(6);
    expect(there.calls.filter(({ method }) => method === "chat.postEphemeral")).toHaveLength(1);
  });

  test("a post whose answer is lost is not posted twice", async () => {
    const { there, slack } = await workspace("socket");
    const ts = there.say({ user: SAM, channel: PLANNING, text: "3 weeks" });
    there.misbehave({ on: "call", method: "chat.postMessage", how: "lose-answer" });
    const place = { team: TEAM.id, channel: PLANNING, thread: ts };
    await expect(slack.outside.post(place, { by: PRIYA, text: "How?" })).rejects.toMatchObject({
      uncertain: true,
    });
    expect(there.public()).toHaveLength(1);
  });

  test("half an answer to a post may have been a post", async () => {
    const { there, slack } = await workspace("socket");
    there.misbehave({ on: "call", method: "chat.postEphemeral", how: "half-body" });
    const to = { team: TEAM.id, channel: PLANNING, user: PRIYA };
    await expect(slack.outside.whisper(to, NOTE)).rejects.toMatchObject({ uncertain: true });
    expect(there.sees(PRIYA, PLANNING).filter((message) => message.private)).toHaveLength(1);
  });

  test("a whisper in a channel the bot is not in is refused", async () => {
    const { slack } = await workspace("socket");
    const to = { team: TEAM.id, channel: PRICING, user: PRIYA };
    expect(await slack.outside.whisper(to, NOTE)).toMatchObject({ accepted: false });
    expect(
      await slack.outside.history({ team: TEAM.id, channel: PRICING, root: "1700000000.000100" }),
    ).toMatchObject({
      accepted: false,
    });
  });

  test("what can be looked up is looked up", async () => {
    const { there, slack } = await workspace("socket");
    const { outside } = slack;
    const place = { team: TEAM.id, channel: PLANNING };
    there.say({ user: PRIYA, channel: PLANNING, text: "how long?" });
    const root = there.say({ user: SAM, channel: PLANNING, text: "3 weeks" });
    there.say({ user: PRIYA, channel: PLANNING, text: "thanks" });
    const texts = (said: unknown) => (said as { text: string }[]).map(({ text }) => text);
    expect(texts(await outside.history({ ...place, root }))).toEqual(["how long?", "3 weeks", "thanks"]);
    there.say({ user: SAM, channel: PLANNING, text: "testing comes on top", thread: root });
    expect(texts(await outside.history({ ...place, root }))).toEqual(["3 weeks", "testing comes on top"]);
    expect(texts(await outside.latest(place))).toEqual(["how long?", "3 weeks", "thanks"]);
    expect(await outside.place(place)).toEqual({
      name: "checkout-planning",
      private: false,
      shared: false,
      member: true,
    });
    expect(await outside.isMember(place, PRIYA)).toBe(true);
    expect(await outside.isMember(place, "U0WHO")).toBe(false);
    expect(await outside.person(TEAM.id, PRIYA)).toMatchObject({
      zone: "Europe/Berlin",
      admin: false,
      stranger: false,
    });
    await outside.home({ team: TEAM.id, user: PRIYA }, { parts: NOTE.parts });
    expect(there.home(PRIYA)?.blocks).toHaveLength(2);
  });
});

test("a socket that drops while Slack does not answer at all is made anew", async () => {
  const { there, heard, arrived } = await workspace("socket");
  there.misbehave({ on: "call", method: "apps.connections.open", how: "hang" });
  there.dropSocket();
  await there.until(() => there.calls.some(({ error }) => error === "hang"));
  await there.until(() => there.connected(), 40_000);
  heard.length = 0;
  there.say({ user: SAM, channel: PLANNING, text: "about 3 weeks" });
  await arrived();
  expect(heard).toHaveLength(1);
});
