import { CLIENT_ID, CLIENT_SECRET, SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import { type StandIn, startStandIn } from "../../src/playground/stand-in/stand-in.ts";
import { AT_WORK, type BotProcess, freePort, startBotProcess } from "./bot-process.ts";

export const QUAY = { id: "T0QUAY", name: "Quay", domain: "quay" };

/** Two invented keys, as `openssl rand -base64 32` would make them. */
export const KEYS = {
  old: Buffer.alloc(32, "an old key ").toString("base64"),
  new: Buffer.alloc(32, "a newer key ").toString("base64"),
};

/** A browser on the install page: the state that Slack hands through, and the cookie that binds it to this browser. */
export async function openInstallPage(bot: string) {
  const response = await fetch(`${bot}/slack/install`);
  const page = await response.text();
  const href = /href="(https:[^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const slack = new URL(href);
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { response, page, slack, cookie, state: slack.searchParams.get("state") ?? "" };
}

/** The browser on its way back from Slack. */
export function comeBack(bot: string, query: Record<string, string>, cookie: string): Promise<Response> {
  return fetch(`${bot}/slack/oauth_redirect?${new URLSearchParams(query).toString()}`, {
    headers: { cookie },
  });
}

/** Somebody installs the app in the workspace of this stand-in. */
export async function install(bot: string, standIn: StandIn): Promise<Response> {
  const { cookie, state } = await openInstallPage(bot);
  return comeBack(bot, { code: standIn.allow(), state }, cookie);
}

/** What the bot needs to be installed by several workspaces of this stand-in. */
export const oauthSettings = (standIn: StandIn, port: number, key: string) => ({
  SLACK_API_URL: standIn.apiUrl,
  SLACK_CLIENT_ID: CLIENT_ID,
  SLACK_CLIENT_SECRET: CLIENT_SECRET,
  SLACK_STATE_SECRET: "any-random-text-of-some-length",
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  ENCRYPTION_KEY: key,
  PORT: String(port),
});

export type Several = {
  readonly harbour: StandIn;
  readonly quay: StandIn;
  /** The bot's address. */
  readonly url: string;
  readonly bot: () => BotProcess;
  /** Starts the bot; `later` moves its clock on. */
  start(key: string, later?: number): Promise<void>;
  stop(): Promise<void>;
};

/** Two workspaces that have not installed the app yet. The bot is started by `start`. */
export async function startSeveral(store: Readonly<Record<string, string>>): Promise<Several> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let ahead = 0;
  const harbour = await startStandIn({
    startAt: AT_WORK,
    botClock: () => harbour.clock.now() + ahead,
    retryDelays: [0, 200, 1000, 3000],
    deliverTo: `${url}/slack/events`,
    installed: false,
  });
  const quay = harbour.another({ company: QUAY });
  let bot: BotProcess | undefined;
  return {
    harbour,
    quay,
    url,
    bot: () => {
      if (bot === undefined) throw new Error("the bot was not started");
      return bot;
    },
    async start(key, later = 0) {
      ahead = later;
      bot = await startBotProcess(
        { ...oauthSettings(harbour, port, key), QUIET_SECONDS: "1", REPLY_QUIET_SECONDS: "1", ...store },
        { shiftClock: harbour.clock.now() + later - Date.now() },
      );
    },
    async stop() {
      await bot?.stop();
      await harbour.stop();
    },
  };
}
