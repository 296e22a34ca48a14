import { App } from "@slack/bolt";
import type { ExtendedErrorHandlerArgs } from "@slack/bolt/dist/App.js";
import { type FetchFunction, WebClient, type WebClientOptions } from "@slack/web-api";
import * as z from "zod";
import type { Route } from "../health.ts";
import type { Log } from "../log.ts";
import type { Settings } from "../settings.ts";
import type { Heard, Listener, Outside } from "../telling/outside.ts";
import { type Door, openDoor } from "./door.ts";
import { makeOutside } from "./outside.ts";
import { makeStreet } from "./receiver.ts";
import { whyNoPort, whyNoSocket, whyRefused } from "./refusals.ts";
import { slackLog } from "./slack-log.ts";
import { withinTime } from "./within-time.ts";

/** Slack, connected: `outside` to speak by, `listen` to hear by. */
export type Connection = {
  readonly outside: Outside;
  /** Opens the door. What Slack sends from now on reaches `story`. */
  listen(story: Listener): Promise<void>;
  /** Closes the door and waits for what is still being worked on, 10 s at most. */
  stop(): Promise<void>;
  /** The bot's own user id, and the id of the workspace. */
  readonly botUser: string;
  readonly team: string;
};

export type ConnectParts = {
  readonly log: Log;
  readonly now: () => number;
  readonly fetch?: FetchFunction;
  /** Paths of our own, served beside Slack's where the bot listens over HTTP. */
  readonly routes?: readonly Route[];
};

/** Slack cannot be joined like this. The message says what to do. */
export class SlackStartError extends Error {
  override name = "SlackStartError";
}

/** Milliseconds that work which has begun may take when the bot stops, and that the goodbye to Slack may take after it. */
const FINISH = 10_000;
const GOODBYE = 2_000;

/**
 * Joins the workspace of `settings.slack`, without listening yet.
 *
 * Throws a `SlackStartError` where there are no Slack settings, the token is refused, or Slack cannot be reached.
 */
export async function connectSlack(settings: Settings, parts: ConnectParts): Promise<Connection> {
  const { slack, slackApiUrl } = settings;
  if (slack === undefined)
    throw new SlackStartError("There are no Slack settings: fill in .env, or run `askwhy playground`.");
  const { log, now, fetch } = parts;
  const logger = slackLog(log);
  const clientOptions = { ...(slackApiUrl !== undefined && { slackApiUrl }), ...(fetch && { fetch }) };
  const me = await whoAmI(new WebClient(slack.botToken, { ...clientOptions, ...START, logger }));
  const bot = { user: me.user_id };
  const { outside, forget } = makeOutside({
    ...clientOptions,
    token: slack.botToken,
    logger,
    now,
    rateShare: settings.rateShare,
    bot,
    url: me.url,
  });
  const street = makeStreet(slack, slackApiUrl, log, logger, parts.routes ?? []);
  const app = new App({
    token: slack.botToken,
    botId: me.bot_id,
    botUserId: me.user_id,
    tokenVerificationEnabled: false,
    deferInitialization: true,
    receiver: street.receiver,
    convoStore: false,
    // `hear` tells by name what it leaves out, and looks into edits and deletions too.
    ignoreSelf: false,
    extendedErrorHandler: true,
    logger,
    clientOptions: { ...clientOptions },
  });
  await app.init();
  app.error(async ({ error, body }: ExtendedErrorHandlerArgs) => {
    if ("event" in body) throw error;
    log.error({ err: error }, "a press or command failed");
  });
  const noticed = (heard: Heard) => {
    if (heard.what === "invited" || heard.what === "removed") forget(heard);
  };
  let door: Door | undefined;
  return {
    outside,
    botUser: me.user_id,
    team: me.team_id,
    listen: async (story) => {
      door = openDoor(app, { story, outside, bot, log, now, noticed });
      await app.start().catch((error: unknown) => {
        door = undefined;
        throw new SlackStartError(slack.by === "http" ? whyNoPort(error) : whyNoSocket(error), {
          cause: error,
        });
      });
    },
    stop: async () => {
      if (door === undefined) return;
      await door.close(FINISH);
      await withinTime(GOODBYE, street.close());
    },
  };
}

/** At start somebody is waiting for the answer: two more tries, then say so. */
const START = { timeout: 5000, retryConfig: { retries: 2, minTimeout: 300 } } satisfies WebClientOptions;

const identity = z.object({
  url: z.string(),
  team_id: z.string(),
  user_id: z.string(),
  bot_id: z.string({ error: "the token is not a bot's" }),
});

async function whoAmI(client: WebClient): Promise<z.infer<typeof identity>> {
  const answer = await client.auth.test().catch((error: unknown) => {
    throw new SlackStartError(whyRefused(error), { cause: error });
  });
  const parsed = identity.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new SlackStartError(
    "SLACK_BOT_TOKEN is not a bot's token. Take the Bot User OAuth Token (xoxb-…) from OAuth & Permissions.",
  );
}
