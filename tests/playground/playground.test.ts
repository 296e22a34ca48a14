import { App, SocketModeReceiver } from "@slack/bolt";
import pino from "pino";
import { expect, onTestFinished, test } from "vitest";
import { openPlayground, type PlaygroundSlack } from "../../src/playground/playground.ts";
import { PLANNING, PRICING, PRIYA } from "../../src/playground/people.ts";
import { PATHS, type Snapshot } from "../../src/playground/wire.ts";
import { writePress } from "../../src/slack/press.ts";

const INVITED = [
  {
    type: "actions" as const,
    elements: [
      {
        type: "button" as const,
        action_id: "yes",
        text: { type: "plain_text" as const, text: "I am the PM" },
        value: writePress({ do: "opt-in", about: {} }),
      },
    ],
  },
];

/** A bot of a few lines, which asks who invites it and writes down what is done to it. */
async function smallBot({ slack, slackApiUrl = "" }: PlaygroundSlack, log: string[]) {
  if (slack?.by !== "socket") throw new Error("the playground connects by socket");
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    installerOptions: { clientOptions: { slackApiUrl } },
  });
  const app = new App({
    token: slack.botToken,
    receiver,
    deferInitialization: true,
    clientOptions: { slackApiUrl },
  });
  app.event("member_joined_channel", async ({ event, client }) => {
    await client.chat.postEphemeral({
      channel: event.channel,
      user: event.inviter ?? "",
      text: "Who?",
      blocks: INVITED,
    });
  });
  app.action("yes", async ({ ack, body }) => {
    log.push(`${body.user.id} opted in in ${body.channel?.id}`);
    await ack();
  });
  await app.init();
  await app.start();
  return {
    poke: () => void log.push("poked"),
    stop: async () => {
      await receiver.client.disconnect();
      log.push("stopped");
    },
  };
}

test("the playground starts the bot, opts its PM in, hands on clock and traces, and closes all of it", async () => {
  const log: string[] = [];
  let around: PlaygroundSlack | undefined;
  const playground = await openPlayground({
    open: false,
    log: pino({ level: "silent" }),
    startBot: (slack) => {
      around = slack;
      return smallBot(slack, log);
    },
  });
  let closed = false;
  onTestFinished(async () => {
    if (!closed) await playground.close();
  });
  expect(log).toEqual([`${PRIYA} opted in in ${PLANNING}`, `${PRIYA} opted in in ${PRICING}`]);

  const seen = async () =>
    (await (await fetch(`${playground.url}${PATHS.seen}?as=${PRIYA}`)).json()) as Snapshot;
  const { now } = await seen();
  expect(new Date(now).getUTCDay()).toSatisfy((day: number) => day >= 1 && day <= 5);
  await fetch(playground.url + PATHS.do, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ as: PRIYA, do: "move-clock", to: now + 3_600_000 }),
  });
  expect(log.at(-1)).toBe("poked");
  expect(around?.now()).toBeGreaterThanOrEqual(now + 3_600_000);

  around?.observe({ channel: PLANNING, ts: "1.000000", step: "read", lines: [] });
  expect((await seen()).traces).toMatchObject([{ step: "read" }]);

  await playground.close();
  closed = true;
  expect(log.at(-1)).toBe("stopped");
  await expect(fetch(playground.url)).rejects.toThrow();
});
