import type { HTTPReceiverOptions } from "@slack/bolt";
import { WebClient, type WebClientOptions } from "@slack/web-api";
import * as z from "zod";
import type { Log } from "../log.ts";
import type { OAuthSettings, SlackSettings } from "../settings.ts";
import { sealWith } from "../store/seal.ts";
import type { LeasedJob, Store } from "../store/store.ts";
import { OutsideError } from "../telling/outside.ts";
import { keepInstallations, type Inspected } from "./installations.ts";
import { type Granted, oauthOptions } from "./oauth.ts";
import { whyNotOpened, whyRefused } from "./refusals.ts";
import { severalWorkspaces } from "./several.ts";
import { oneWorkspace, type Workspaces } from "./workspaces.ts";

/** Slack cannot be joined like this. The message says what to do. */
export class SlackStartError extends Error {
  override name = "SlackStartError";
}

/** Where the bot is, and how it is to be reached. */
export type Joined = {
  readonly workspaces: Workspaces;
  /** Does a job about installations, drops one of a workspace that is gone; false for all others. */
  readonly due: (job: LeasedJob) => Promise<boolean>;
  /** How Bolt's receiver installs the bot; nothing where it has one workspace. */
  readonly oauth: Partial<HTTPReceiverOptions>;
  readonly where: Readonly<Record<string, string | number>>;
};

export type JoinParts = {
  readonly clientOptions: WebClientOptions;
  readonly store: Store;
  readonly log: Log;
  readonly now: () => number;
};

/** Joins one workspace by its token, or all that installed the bot. Throws a `SlackStartError` that says what to do. */
export function joinSlack(slack: SlackSettings, parts: JoinParts): Promise<Joined> {
  return slack.by === "oauth" ? joinSeveral(slack, parts) : joinOne(slack.botToken, parts);
}

async function joinOne(token: string, { clientOptions, now }: JoinParts): Promise<Joined> {
  const me = await whoAmI(token, clientOptions).catch((error: unknown) => {
    throw error instanceof SlackStartError ? error : new SlackStartError(whyRefused(error), { cause: error });
  });
  return {
    workspaces: oneWorkspace({ team: me.team_id, token, bot: { user: me.user_id }, url: me.url }, (own) =>
      callerFor(own, clientOptions).auth.test(),
    ),
    oauth: {},
    where: { team: me.team_id, bot: me.user_id },
    due: async ({ team }) => {
      if (team === me.team_id) return false;
      // Two bots on one store: it is the other one's.
      throw new OutsideError("a job of another workspace than the token's", { retryAt: now() + NOT_MINE });
    },
  };
}

/** How long a job is left to whom it belongs, in milliseconds. */
const NOT_MINE = 60_000;

async function joinSeveral(slack: OAuthSettings, parts: JoinParts): Promise<Joined> {
  const { clientOptions, store, log, now } = parts;
  const seal = sealWith(slack.encryptionKeys);
  const installations = keepInstallations({ store, seal, now });
  const workspaceCount = tell(await installations.reseal(), log);
  const call = (token: string) => callerFor(token, clientOptions);
  const several = severalWorkspaces({
    store,
    installations,
    test: (token) => call(token).auth.test(),
    now,
    log,
  });
  const granted = async ({ team, token }: Granted) => {
    const me = await whoAmI(token, clientOptions);
    if (me.team_id !== team) throw new Error("the token is another workspace's");
    await several.joined({ team, token, bot: { user: me.user_id }, url: me.url, at: now() });
  };
  return {
    workspaces: several,
    oauth: oauthOptions(slack, {
      clientOptions: { ...clientOptions, ...SOON },
      granted,
      revoke: (token) => call(token).auth.revoke(),
      log,
    }),
    where: { workspaces: workspaceCount },
    due: async (job) => {
      if (await several.due(job)) return true;
      if ((await several.find(job.team)) !== undefined) return false;
      log.info({ team: job.team, kind: job.kind }, "a job of a workspace that is gone was dropped");
      return true;
    },
  };
}

/** Says what the keys opened, and how many that are. Throws where a key is missing: nothing is lost, and everything works once it is back. */
function tell({ fine, old, foreign, broken }: Inspected, log: Log): number {
  if (foreign.length > 0) throw new SlackStartError(whyNotOpened(foreign));
  for (const team of broken) {
    log.error(
      { team },
      "the installation of this workspace was altered and cannot be used: have it install again",
    );
  }
  if (old.length > 0) log.info({ workspaces: old.length }, "tokens were sealed anew with the newest key");
  return fine.length + old.length;
}

/** Somebody is waiting for the answer: two more tries, then say so. */
const SOON = {
  timeout: 5000,
  retryConfig: { retries: 2, minTimeout: 300 },
  rejectRateLimitedCalls: true,
} satisfies WebClientOptions;

const callerFor = (token: string, options: WebClientOptions) => new WebClient(token, { ...options, ...SOON });

const identity = z.object({ url: z.string(), team_id: z.string(), user_id: z.string(), bot_id: z.string() });

async function whoAmI(token: string, options: WebClientOptions): Promise<z.infer<typeof identity>> {
  const answer = await callerFor(token, options).auth.test();
  const parsed = identity.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new SlackStartError(
    "SLACK_BOT_TOKEN is not a bot's token. Take the Bot User OAuth Token (xoxb-…) from OAuth & Permissions.",
  );
}
