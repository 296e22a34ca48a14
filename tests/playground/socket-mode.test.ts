import { afterEach, describe, expect, test } from "vitest";
import { PLANNING, PRIYA, SAM } from "../../src/playground/people.ts";
import { startStandIn } from "../../src/playground/stand-in/stand-in.ts";
import { WebSocket } from "ws";
import { APP_TOKEN } from "../../src/playground/stand-in/app.ts";
import { call } from "./call.ts";
import { onSocket, type Pair } from "./bolt-app.ts";

let pair: Pair | undefined;
afterEach(async () => {
  await pair?.stop();
  pair = undefined;
});

const BUTTONS = [
  { type: "section", text: { type: "mrkdwn", text: "Does that include testing?" } },
  {
    type: "actions",
    block_id: "row",
    elements: [
      { type: "button", action_id: "aw:ask", text: { type: "plain_text", text: "Ask" }, value: "one" },
    ],
  },
];

/** A Bolt app that writes down what it hears, with Slack's word about retries. */
async function listening(): Promise<{ pair: Pair; heard: { text: string; retry: number | undefined }[] }> {
  const heard: { text: string; retry: number | undefined }[] = [];
  pair = await onSocket((app) => {
    app.message(async ({ message, context }) => {
      if ("text" in message) heard.push({ text: message.text ?? "", retry: context.retryNum });
    });
  });
  pair.standIn.inviteBot({ user: PRIYA, channel: PLANNING });
  await pair.standIn.settled();
  return { pair, heard };
}

describe("Bolt over Socket Mode", () => {
  test("hears what is said where it was invited, and every event is acknowledged", async () => {
    const { pair, heard } = await listening();
    const { standIn } = pair;
    standIn.removeBot({ user: PRIYA, channel: PLANNING });
    standIn.say({ user: SAM, channel: PLANNING, text: "nobody listens" });
    standIn.inviteBot({ user: PRIYA, channel: PLANNING });
    standIn.say({ user: SAM, channel: PLANNING, text: "about 3 weeks" });
    await standIn.settled();
    expect(heard.map(({ text }) => text)).toEqual(["about 3 weeks"]);
    expect(standIn.attempts.every((attempt) => attempt.acked)).toBe(true);
  });

  test("a press brings the button's value, and its response URL replaces the message for that person alone", async () => {
    pair = await onSocket((app) => {
      app.action("aw:ask", async ({ ack, action, respond }) => {
        await ack();
        await respond({ replace_original: true, text: `pressed ${"value" in action ? action.value : ""}` });
      });
    });
    const { standIn, app } = pair;
    standIn.inviteBot({ user: PRIYA, channel: PLANNING });
    await app.client.chat.postEphemeral({
      channel: PLANNING,
      user: PRIYA,
      text: "a question",
      blocks: BUTTONS as never,
    });
    const message = standIn.sees(PRIYA, PLANNING).find((each) => each.private);
    const ack = await standIn.press({
      user: PRIYA,
      surface: { on: "message", channel: PLANNING, ts: message?.ts ?? "" },
      block: "row",
      action: "aw:ask",
    });
    expect(ack.acked).toBe(true);
    const replaced = await standIn.until(() =>
      standIn.sees(PRIYA, PLANNING).find((each) => each.text === "pressed one"),
    );
    expect(replaced).toMatchObject({ ts: message?.ts, private: true });
    expect(standIn.sees(SAM, PLANNING).some((each) => each.private)).toBe(false);
    expect(standIn.public()).toEqual([]);
  });

  test("connects anew after the socket was cut, and after Slack asked for it", async () => {
    const { pair, heard } = await listening();
    const { standIn } = pair;
    for (const cut of [standIn.dropSocket, standIn.refreshSocket]) {
      cut();
      await standIn.until(() => !standIn.connected());
      await standIn.until(() => standIn.connected());
    }
    standIn.say({ user: SAM, channel: PLANNING, text: "still there?" });
    await standIn.settled();
    expect(heard).toEqual([{ text: "still there?", retry: 0 }]);
  });
});

describe("a socket", () => {
  test("is let in by a ticket, once", async () => {
    const standIn = await startStandIn();
    const { url } = await call(standIn, "apps.connections.open", {}, APP_TOKEN);
    const connected = (address: string) =>
      new Promise((resolve) => {
        const socket = new WebSocket(address);
        socket.on("message", () => resolve(true));
        socket.on("error", () => resolve(false));
      });
    expect(await connected(String(url))).toBe(true);
    expect(await connected(String(url))).toBe(false);
    expect(await connected(`${standIn.url.replace("http", "ws")}/link?ticket=guessed`)).toBe(false);
    await standIn.stop();
  });
});

describe("events that come wrongly, on purpose", () => {
  test("what is said while the socket is down comes as a retry", async () => {
    const { pair, heard } = await listening();
    const { standIn } = pair;
    standIn.dropSocket();
    await standIn.until(() => !standIn.connected());
    standIn.say({ user: SAM, channel: PLANNING, text: "about 3 weeks" });
    await standIn.settled();
    expect(heard).toEqual([{ text: "about 3 weeks", retry: expect.any(Number) }]);
    expect(heard[0]?.retry).toBeGreaterThan(0);
  });

  test("an event that is never acknowledged is given up after Slack's three retries", async () => {
    const standIn = await startStandIn({ retryDelays: [0, 0, 0] });
    standIn.inviteBot({ user: PRIYA, channel: PLANNING });
    await standIn.settled();
    await standIn.stop();
    const joined = standIn.attempts.filter(({ envelope }) => envelope.payload["event"] !== undefined);
    expect(
      joined
        .map(({ attempt }) => String(attempt))
        .toSorted()
        .join(""),
    ).toBe("00112233");
    expect(joined.every(({ acked, reason }) => !acked && reason === "timeout")).toBe(true);
  });

  test("twice: again after it was acknowledged, as a retry", async () => {
    const { pair, heard } = await listening();
    pair.standIn.misbehave({ on: "events", how: "twice" });
    pair.standIn.say({ user: SAM, channel: PLANNING, text: "about 3 weeks" });
    await pair.standIn.settled();
    expect(heard).toEqual([
      { text: "about 3 weeks", retry: 0 },
      { text: "about 3 weeks", retry: 1 },
    ]);
  });

  test("late, and out of order", async () => {
    const { pair, heard } = await listening();
    const { standIn } = pair;
    standIn.misbehave({ on: "events", how: "late", ms: 60 });
    standIn.misbehave({ on: "events", how: "out-of-order", ms: 5_000 });
    for (const text of ["first", "second", "third"]) standIn.say({ user: SAM, channel: PLANNING, text });
    await standIn.settled();
    expect(heard.map(({ text }) => text)).toEqual(["third", "second", "first"]);
  });
});
