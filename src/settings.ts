import * as z from "zod";
import { missing } from "./missing-settings.ts";
import { readRedisUrl } from "./store/redis-url.ts";
import { StoreError } from "./store/store.ts";

/**
 * How to reach Slack: one workspace over Socket Mode with an app token, or over HTTP with a signing secret; or, over HTTP
 * too, every workspace that installs the app by OAuth.
 */
export type SlackSettings =
  | { readonly by: "socket"; readonly botToken: string; readonly appToken: string }
  | { readonly by: "http"; readonly botToken: string; readonly signingSecret: string; readonly port: number }
  | OAuthSettings;

export type OAuthSettings = {
  readonly by: "oauth";
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** 32 bytes each, newest first: the first one seals, every one opens. */
  readonly encryptionKeys: readonly Uint8Array[];
  readonly signingSecret: string;
  readonly port: number;
};

/** The environment, checked. `slack` is absent where no token at all is set: then there is the playground. */
export type Settings = {
  readonly slack?: SlackSettings;
  readonly slackApiUrl?: string;
  /** How much of Slack's rate limits this process may use: 1 for all of them. */
  readonly rateShare: number;
  readonly redisUrl?: string;
  readonly dataDir: string;
  readonly templatesDir?: string;
  /** The YAML file with the team's own words. */
  readonly wordsFile?: string;
  /** User and user group ids. */
  readonly leads: readonly string[];
  readonly quietSeconds: number;
  readonly replyQuietSeconds: number;
  readonly retentionDays: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly port: number;
  /** A port for `/metrics` alone; without one they stand beside the health checks. */
  readonly metricsPort?: number;
};

/** The settings do not fit together. The message lists every problem with what to do, and echoes no value. */
export class SettingsError extends Error {
  override name = "SettingsError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The settings need a look:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

type Env = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;

const token = (prefix: string, where: string) =>
  z.string().regex(new RegExp(`^${prefix}-\\S+$`), `must begin with ${prefix}-, without spaces. ${where}`);
const whole = (least: number, most: number, what: string) => {
  const says = `is ${what}: a whole number from ${least} to ${most}.`;
  return z
    .string()
    .regex(/^\d{1,9}$/, says)
    .transform(Number)
    .refine((count) => count >= least && count <= most, says);
};
/** 32 bytes in hex or base64, or undefined. */
const keyBytes = (text: string): Uint8Array | undefined => {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, "hex");
  return /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, "base64") : undefined;
};
/** Whether an address leads to this machine itself. */
const isLoopback = ({ hostname }: URL): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
/** Every setting by its name in the environment. */
export const SETTING_NAMES = (): readonly string[] => Object.keys(schema.shape);

const schema = z.object({
  SLACK_BOT_TOKEN: token(
    "xoxb",
    "Copy the Bot User OAuth Token from your app's OAuth & Permissions page.",
  ).optional(),
  SLACK_APP_TOKEN: token(
    "xapp",
    "Make an app-level token with the scope connections:write under Basic Information.",
  ).optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(
      /^\S{8,}$/,
      "must be a word of at least 8 characters. Copy the Signing Secret from Basic Information.",
    )
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, "must be two numbers with a dot between. Copy the Client ID from Basic Information.")
    .optional(),
  SLACK_CLIENT_SECRET: z
    .string()
    .regex(
      /^\S{8,}$/,
      "must be a word of at least 8 characters. Copy the Client Secret from Basic Information.",
    )
    .optional(),
  SLACK_STATE_SECRET: z
    .string()
    .min(16, "must be any random text of at least 16 characters. Make one with: openssl rand -hex 32")
    .optional(),
  ENCRYPTION_KEY: z
    .string()
    .transform((text) =>
      text
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(keyBytes),
    )
    .refine((keys): keys is Uint8Array[] => keys.length > 0 && keys.every((key) => key?.length === 32), {
      error:
        "must be 32 bytes in hex or base64, or several such keys with commas between, newest first. Make one with: openssl rand -base64 32",
    })
    .optional(),
  SLACK_API_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^https?:\/\/[^\s?#]+\/api\/?$/.test(text),
      "must be a web address that ends in /api/. Leave it out to use Slack's own.",
    )
    .refine(
      (text) => !URL.canParse(text) || (new URL(text).username === "" && new URL(text).password === ""),
      "has a name or password in it, which would stand in logs of others. Take them out.",
    )
    .refine(
      (text) => !URL.canParse(text) || new URL(text).protocol === "https:" || isLoopback(new URL(text)),
      "sends tokens in the clear: use https://, or http:// on this machine alone (127.0.0.1, localhost).",
    )
    .optional(),
  SLACK_RATE_PERCENT: whole(1, 100_000, "how much of Slack's rate limits to use, in percent").default(100),
  PORT: whole(1, 65_535, "the port to listen on").default(3000),
  METRICS_PORT: whole(1, 65_535, "a port of its own for /metrics").optional(),
  REDIS_URL: z
    .string()
    .superRefine((text, check) => {
      try {
        readRedisUrl(text);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        check.addIssue({ code: "custom", message: error.message.replace(/^REDIS_URL /, "") });
      }
    })
    .optional(),
  ASKWHY_DATA_DIR: z.string().default(".askwhy"),
  ASKWHY_TEMPLATES_DIR: z.string().optional(),
  ASKWHY_WORDS: z.string().optional(),
  ASKWHY_LEADS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((ids) => ids.every((id) => /^[UWS][A-Z0-9]{2,}$/.test(id)), {
      error:
        "must be a list of Slack ids with commas between: users (U…, W…) and user groups (S…). Copy an id from a profile's ⋮ menu.",
    })
    .default([]),
  QUIET_SECONDS: whole(0, 3600, "how long an author is quiet before a nudge, in seconds").default(45),
  REPLY_QUIET_SECONDS: whole(0, 3600, "how long a thread is quiet before a verdict, in seconds").default(90),
  RETENTION_DAYS: whole(1, 3650, "how long words are kept, in days").default(30),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}.` }).default("info"),
});

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

/** The settings as the environment has them. Throws a `SettingsError` that names every problem at once. */
export function readSettings(env: Env): Settings {
  const given = filledIn(env);
  const parsed = schema.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${issue.message}`),
    ...missing(given),
    ...(parsed.data !== undefined && parsed.data.METRICS_PORT === parsed.data.PORT
      ? ["METRICS_PORT is the same as PORT. Give it another, or leave it out."]
      : []),
  ];
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  const all = parsed.data;
  const slack = slackOf(all);
  return {
    ...(slack && { slack }),
    ...(all.SLACK_API_URL !== undefined && { slackApiUrl: all.SLACK_API_URL.replace(/\/*$/, "/") }),
    rateShare: all.SLACK_RATE_PERCENT / 100,
    ...(all.REDIS_URL !== undefined && { redisUrl: all.REDIS_URL }),
    ...readOwnFiles(given),
    dataDir: all.ASKWHY_DATA_DIR,
    leads: all.ASKWHY_LEADS,
    quietSeconds: all.QUIET_SECONDS,
    replyQuietSeconds: all.REPLY_QUIET_SECONDS,
    retentionDays: all.RETENTION_DAYS,
    logLevel: all.LOG_LEVEL,
    port: all.PORT,
    ...(all.METRICS_PORT !== undefined && { metricsPort: all.METRICS_PORT }),
  };
}

/** A team's own templates and words. What is tried at a terminal needs these alone, and works while other settings are still wrong. */
export function readOwnFiles(env: Env): Pick<Settings, "templatesDir" | "wordsFile"> {
  const { ASKWHY_TEMPLATES_DIR: templatesDir, ASKWHY_WORDS: wordsFile } = filledIn(env);
  return {
    ...(templatesDir !== undefined && { templatesDir }),
    ...(wordsFile !== undefined && { wordsFile }),
  };
}

/** What is set to something. */
const filledIn = (env: Env): Env =>
  Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])),
  );

/** The same, with the error as what it gives. */
export function settingsOrError(env: Env): Settings | SettingsError {
  try {
    return readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
}

/** With both an app token and a signing secret, Socket Mode wins: it needs no public address. */
function slackOf(all: z.infer<typeof schema>): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = all;
  if (botToken === undefined) return oauthOf(all);
  if (appToken !== undefined) return { by: "socket", botToken, appToken };
  return signingSecret === undefined ? undefined : { by: "http", botToken, signingSecret, port: all.PORT };
}

function oauthOf(all: z.infer<typeof schema>): OAuthSettings | undefined {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, PORT: port } = all;
  const { SLACK_STATE_SECRET: stateSecret, SLACK_SIGNING_SECRET: signingSecret } = all;
  const encryptionKeys = all.ENCRYPTION_KEY;
  if (!clientId || !clientSecret || !stateSecret || !signingSecret || !encryptionKeys) return undefined;
  return { by: "oauth", clientId, clientSecret, stateSecret, encryptionKeys, signingSecret, port };
}
