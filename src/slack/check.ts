import {
  type FetchFunction,
  LogLevel,
  WebAPIPlatformError,
  WebClient,
  type WebClientOptions,
} from "@slack/web-api";
import { SCOPES } from "../manifest.ts";
import type { OAuthSettings, SlackSettings } from "../settings.ts";
import { whyNoSocket, whyRefused } from "./refusals.ts";

/** One thing that was looked at, and what to do about it. `stops`: with this the bot cannot run. */
export type Finding = {
  readonly what: string;
  readonly state: "fine" | "worth a look" | "stops";
  readonly says: string;
};

/** Without these there is nothing to hear or to say; the others each take something away. */
const NEEDED: readonly string[] = ["channels:history", "chat:write", "commands"];

type OneWorkspace = Exclude<SlackSettings, OAuthSettings>;

/** Asks Slack whether it takes the tokens, and whether the app has the scopes its manifest names. */
export async function checkSlack(slack: OneWorkspace, parts: Reach): Promise<readonly Finding[]> {
  const options = forOneLook(parts);
  return [...(await checkBot(slack.botToken, options)), await checkDoor(slack, options)];
}

export type Reach = { readonly slackApiUrl?: string; readonly fetch?: FetchFunction };

/** How the doctor calls Slack: soon, and without a word of the library's own. */
export const forOneLook = (reach: Reach): WebClientOptions => ({
  ...reach,
  timeout: 5000,
  retryConfig: { retries: 1, minTimeout: 300 },
  rejectRateLimitedCalls: true,
  logger: SILENT,
});

async function checkBot(token: string, options: WebClientOptions): Promise<Finding[]> {
  try {
    const answer = await new WebClient(token, options).auth.test();
    const found: Finding = {
      what: "bot token",
      state: "fine",
      says: `Slack takes it, for workspace ${answer.team_id}.`,
    };
    return [found, ...checkScopes(answer.response_metadata?.scopes)];
  } catch (error) {
    return [{ what: "bot token", state: "stops", says: whyRefused(error) }];
  }
}

function checkScopes(granted: readonly string[] | undefined): Finding[] {
  if (granted === undefined) {
    return [{ what: "scopes", state: "worth a look", says: "Slack did not say which scopes the app has." }];
  }
  const lacking = lackingScopes(granted);
  if (lacking.length === 0)
    return [{ what: "scopes", state: "fine", says: "All that the manifest asks for." }];
  return lacking.map(([scope, reason]) => ({
    what: `scope ${scope}`,
    state: NEEDED.includes(scope) ? "stops" : "worth a look",
    says: `Missing. It ${reason}. Add it under OAuth & Permissions, then install the app again.`,
  }));
}

/** The scopes of the manifest that were not granted, each with what it is for. */
export const lackingScopes = (granted: readonly string[]) =>
  Object.entries(SCOPES).filter(([scope]) => !granted.includes(scope));

async function checkDoor(slack: OneWorkspace, options: WebClientOptions): Promise<Finding> {
  if (slack.by === "http") return signingSecret(slack.port);
  try {
    await new WebClient(slack.appToken, options).apps.connections.open();
    return { what: "app token", state: "fine", says: "Slack opens Socket Mode for it." };
  } catch (error) {
    const passing = !(error instanceof WebAPIPlatformError);
    return { what: "app token", state: "stops", says: passing ? whyRefused(error) : whyNoSocket(error) };
  }
}

export const signingSecret = (port: number): Finding => ({
  what: "signing secret",
  state: "worth a look",
  says: `Only a delivery can show whether it is right: Slack must reach port ${port} at /slack/events, and the Request URLs of the app must lead there.`,
});

/** The findings say it in words for people; the library would say it again in its own. */
const SILENT = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
