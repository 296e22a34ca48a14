import { createHash } from "node:crypto";
import { App, type AppOptions } from "@slack/bolt";
import type { FetchFunction } from "@slack/web-api";
import type { Route } from "../health.ts";
import type { Log } from "../log.ts";
import type { Settings } from "../settings.ts";
import type { LeasedJob, Store } from "../store/store.ts";
import type { Heard, Listener, Outside } from "../telling/outside.ts";
import { outsideByWorkspace } from "./by-workspace.ts";
import type { CallerParts } from "./calls.ts";
import { type Door, openDoor } from "./door.ts";
import { HOUSE } from "./installations.ts";
import { joinSlack, SlackStartError } from "./join.ts";
import { makeOutside, type SlackOutside } from "./outside.ts";
import { makeStreet } from "./receiver.ts";
import { REMEMBERED } from "./replay.ts";
import { whyNoPort, whyNoSocket } from "./refusals.ts";
import { callLog, slackLog } from "./slack-log.ts";
import { withinTime } from "./within-time.ts";
import type { Workspaces } from "./workspaces.ts";

/** Slack, connected: `outside` to speak by, `listen` to hear by. */
export type Connection = {
  readonly outside: Outside;
  /** Opens the door. What Slack sends from now on reaches `story`. */
  listen(story: Listener): Promise<void>;
  /** Closes the door and waits for what is still being worked on, 10 s at most. */
  stop(): Promise<void>;
  /** Does a job that is about installations, and drops one of a workspace that is gone. False for all others: they are the story's. */
  due(job: LeasedJob): Promise<boolean>;
  /** Where the bot is, for the log: the workspace, or how many there are. */
  readonly where: Readonly<Record<string, string | number>>;
};

export type ConnectParts = {
  readonly log: Log;
  readonly now: () => number;
  /** Where turns are booked, and installations are kept, if the bot is installed by OAuth. */
  readonly store: Store;
  readonly fetch?: FetchFunction;
  /** Told of every call to Slack. */
  readonly called?: CallerParts["called"];
  /** Paths of our own, served beside Slack's where the bot listens over HTTP. */
  readonly routes?: readonly Route[];
};

/** Milliseconds that work which has begun may take when the bot stops, and that the goodbye to Slack may take after it. */
const FINISH = 10_000;
const GOODBYE = 2_000;

/**
 * Joins the workspace of `settings.slack`, or those that installed the bot by OAuth, without listening yet.
 *
 * Throws a `SlackStartError` where there are no Slack settings, the token is refused, Slack cannot be reached, or the
 * installations cannot be opened.
 */
export async function connectSlack(settings: Settings, parts: ConnectParts): Promise<Connection> {
  const { slack, slackApiUrl } = settings;
  if (slack === undefined)
    throw new SlackStartError("There are no Slack settings: fill in .env, or run `askwhy playground`.");
  const { log, now, fetch } = parts;
  const logger = slackLog(log);
  const clientOptions = { ...(slackApiUrl !== undefined && { slackApiUrl }), ...(fetch && { fetch }) };
  const calls = { ...clientOptions, logger: callLog(log) };
  const joined = await joinSlack(slack, { ...parts, clientOptions: calls });
  const { workspaces } = joined;
  const { outside, forget } = outsideOf(workspaces, calls, settings, parts);
  const street = makeStreet(slack, {
    slackApiUrl,
    log,
    logger,
    routes: parts.routes ?? [],
    oauth: joined.oauth,
  });
  const app = await boltApp({ receiver: street.receiver, logger, clientOptions: { ...clientOptions } }, log);
  const noticed = (heard: Heard) => {
    if (heard.what === "invited" || heard.what === "removed") forget(heard);
  };
  let door: Door | undefined;
  return {
    outside,
    where: joined.where,
    due: joined.due,
    listen: async (story) => {
      const claim = (id: string) => parts.store.claim(HOUSE, digest(id), now(), now() + REMEMBERED);
      door = openDoor(app, { story, outside, workspaces, log, now, claim, noticed });
      await app.start().catch((error: unknown) => {
        door = undefined;
        throw new SlackStartError(slack.by === "socket" ? whyNoSocket(error) : whyNoPort(error, slack.port), {
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

/** What is said to Slack, by workspace: each call with its turn booked in the store, and told of. */
function outsideOf(
  workspaces: Workspaces,
  calls: Pick<CallerParts, "slackApiUrl" | "fetch" | "logger">,
  { rateShare }: Settings,
  { now, store, called }: ConnectParts,
): SlackOutside {
  return outsideByWorkspace(workspaces, ({ team, ...workspace }) =>
    makeOutside({
      ...calls,
      ...workspace,
      now,
      book: (...turn) => store.book(team, ...turn),
      rateShare,
      ...(called && { called }),
      refused: () => workspaces.refused(team),
    }),
  );
}

/** Bolt, through which only presses and commands pass. */
async function boltApp(
  options: Pick<AppOptions, "receiver" | "logger" | "clientOptions">,
  log: Log,
): Promise<App> {
  const app = new App({
    ...options,
    // Who may come in is decided at the door, and what is said goes by `outside`: Bolt needs no token.
    authorize: async () => ({}),
    deferInitialization: true,
    convoStore: false,
    // Presses and commands are never our own.
    ignoreSelf: false,
  });
  await app.init();
  app.error(async (error) => {
    log.error({ err: error }, "a press or command failed");
  });
  return app;
}

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");
