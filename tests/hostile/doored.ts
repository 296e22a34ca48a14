import { App, type Receiver, type ReceiverEvent } from "@slack/bolt";
import type { ExtendedErrorHandlerArgs } from "@slack/bolt/dist/App.js";
import { makeLog } from "../../src/log.ts";
import { openDoor } from "../../src/slack/door.ts";
import { slackLog } from "../../src/slack/slack-log.ts";
import { oneWorkspace } from "../../src/slack/workspaces.ts";
import { PRIYA, TEAM, village } from "../story/village.ts";

/** The village behind the real door, with Bolt between, and no street in front of it. */
export async function doored() {
  const wrong: string[] = [];
  const log = makeLog("warn", {
    write: (line) => {
      const { level, msg, err } = JSON.parse(line) as { level: number; msg: string; err?: object };
      if (level >= 50) wrong.push(`${msg} ${JSON.stringify(err ?? "")}`);
    },
  });
  const here = await village({ log });
  await here.optIn(PRIYA);
  const receiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
  const app = new App({
    authorize: async () => ({}),
    deferInitialization: true,
    receiver,
    convoStore: false,
    ignoreSelf: false,
    extendedErrorHandler: true,
    logger: slackLog(log),
  });
  await app.init();
  app.error(async ({ error }: ExtendedErrorHandlerArgs) => {
    throw error;
  });
  openDoor(app, {
    story: here.listener(),
    outside: here.outside,
    workspaces: oneWorkspace(
      { team: TEAM, token: "", bot: { user: "U0BOT" }, url: "https://village.example/" },
      async () => ({ ok: true }),
    ),
    log,
    now: here.now,
    claim: async () => true,
    noticed: () => {},
  });
  /** How often Slack was told that it arrived. */
  const deliver = async (body: unknown): Promise<number> => {
    let acks = 0;
    const ack = async () => void (acks += 1);
    await app.processEvent({ body, ack } as unknown as ReceiverEvent);
    return acks;
  };
  return { here, wrong, deliver };
}

export type Doored = Awaited<ReturnType<typeof doored>>;
