import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { PLANNING, PRIYA, SAM } from "../../src/playground/people.ts";
import { onHttp, type Pair } from "./bolt-app.ts";

let pair: Pair | undefined;
afterEach(async () => {
  await pair?.stop();
  pair = undefined;
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

describe("Bolt over signed HTTP", () => {
  test("takes events, commands and presses", async () => {
    const heard: string[] = [];
    pair = await onHttp(
      (app) => {
        app.message(async ({ message }) => void heard.push("text" in message ? (message.text ?? "") : ""));
        app.command("/askwhy", async ({ ack, command }) => ack(`you said ${command.text}`));
        app.shortcut("ask-why", async ({ ack, shortcut, client }) => {
          await ack();
          await client.views.open({
            trigger_id: shortcut.trigger_id,
            view: { type: "modal", title: { type: "plain_text", text: "Ask why" }, blocks: [] },
          });
        });
      },
      await freePort(),
    );
    const { standIn } = pair;
    standIn.inviteBot({ user: PRIYA, channel: PLANNING });
    const ts = standIn.say({ user: SAM, channel: PLANNING, text: "about 3 weeks" });
    await standIn.settled();
    expect(heard).toEqual(["about 3 weeks"]);

    await standIn.command({ user: PRIYA, channel: PLANNING, text: "/askwhy help" });
    expect(standIn.sees(PRIYA, PLANNING).at(-1)).toMatchObject({ text: "you said help", private: true });

    await standIn.messageShortcut({ user: PRIYA, channel: PLANNING, ts, callbackId: "ask-why" });
    await standIn.until(() => standIn.modal(PRIYA));
    expect(standIn.modal(SAM)).toBeNull();
  });

  test("an event that fails is sent again with Slack's headers", async () => {
    const retries: (number | undefined)[] = [];
    const port = await freePort();
    pair = await onHttp((app) => {
      app.message(async ({ context }) => void retries.push(context.retryNum));
    }, port);
    const { standIn, app } = pair;
    standIn.inviteBot({ user: PRIYA, channel: PLANNING });
    await standIn.settled();
    await app.stop();
    standIn.say({ user: SAM, channel: PLANNING, text: "about 3 weeks" });
    await standIn.until(() => standIn.attempts.at(-1)?.acked === false);
    expect(standIn.attempts.at(-1)).toMatchObject({ reason: "connection_failed" });
    await app.start();
    await standIn.settled();
    expect(retries).toEqual([expect.any(Number)]);
    expect(retries[0]).toBeGreaterThan(0);
  });
});
