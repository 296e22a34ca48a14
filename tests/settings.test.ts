import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSettings, SettingsError, SETTING_NAMES } from "../src/settings.ts";

const BOT = { SLACK_BOT_TOKEN: "xoxb-1-secret" };
const SOCKET = { ...BOT, SLACK_APP_TOKEN: "xapp-1-secret" };
const HTTP = { ...BOT, SLACK_SIGNING_SECRET: "0123456789abcdef" };
/** 32 bytes of the digit 1 in hex, and of the digit 2 in base64. */
const KEYS = ["31".repeat(32), Buffer.alloc(32, "2").toString("base64")] as const;
const OAUTH = {
  SLACK_CLIENT_ID: "1234567890.0987654321",
  SLACK_CLIENT_SECRET: "a-client-secret",
  SLACK_STATE_SECRET: "any-random-text-of-some-length",
  SLACK_SIGNING_SECRET: "0123456789abcdef",
  ENCRYPTION_KEY: KEYS.join(", "),
};

function problems(env: Record<string, string>): readonly string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

test("an empty environment is the playground, with every default", () => {
  expect(readSettings({})).toEqual({
    dataDir: ".askwhy",
    leads: [],
    quietSeconds: 45,
    replyQuietSeconds: 90,
    retentionDays: 30,
    logLevel: "info",
    port: 3000,
    rateShare: 1,
  });
});

test("what is set and empty counts as not set", () => {
  expect(readSettings({ SLACK_BOT_TOKEN: "", REDIS_URL: "  ", PORT: "" })).toEqual(readSettings({}));
});

test("everything at once", () => {
  const env = {
    ...SOCKET,
    SLACK_API_URL: "http://127.0.0.1:4000/api",
    REDIS_URL: "rediss://cache.test:6380/1",
    ASKWHY_DATA_DIR: "/var/lib/askwhy",
    ASKWHY_TEMPLATES_DIR: "ours",
    ASKWHY_LEADS: "U0NOOR, S0LEADS W0DEE",
    QUIET_SECONDS: "0",
    REPLY_QUIET_SECONDS: "120",
    RETENTION_DAYS: "7",
    LOG_LEVEL: "warn",
    PORT: "8080",
    SLACK_RATE_PERCENT: "50",
  };
  expect(readSettings(env)).toEqual({
    slack: { by: "socket", botToken: "xoxb-1-secret", appToken: "xapp-1-secret" },
    slackApiUrl: "http://127.0.0.1:4000/api/",
    redisUrl: "rediss://cache.test:6380/1",
    dataDir: "/var/lib/askwhy",
    templatesDir: "ours",
    leads: ["U0NOOR", "S0LEADS", "W0DEE"],
    quietSeconds: 0,
    replyQuietSeconds: 120,
    retentionDays: 7,
    logLevel: "warn",
    port: 8080,
    rateShare: 0.5,
  });
});

describe("how to reach Slack", () => {
  test("an app token: Socket Mode, also beside a signing secret", () => {
    expect(readSettings({ ...HTTP, ...SOCKET }).slack).toMatchObject({ by: "socket" });
  });
  test("a signing secret: HTTP", () => {
    expect(readSettings({ ...HTTP, PORT: "8080" }).slack).toEqual({
      by: "http",
      botToken: "xoxb-1-secret",
      signingSecret: "0123456789abcdef",
      port: 8080,
    });
  });
});

describe("several workspaces by OAuth", () => {
  test("with everything it needs", () => {
    expect(readSettings(OAUTH).slack).toEqual({
      by: "oauth",
      clientId: "1234567890.0987654321",
      clientSecret: "a-client-secret",
      stateSecret: "any-random-text-of-some-length",
      signingSecret: "0123456789abcdef",
      encryptionKeys: [Buffer.alloc(32, "1"), Buffer.alloc(32, "2")],
      port: 3000,
    });
  });
});

test.each([
  "redis://cache.test:6379",
  "rediss://bot:secret@cache.test:6380/1",
  "redis+sentinel://one.test:26379,two.test:26379/master/2",
  "rediss+sentinel://bot:secret@one.test,two.test/master?sentinelPassword=other",
  "redis+cluster://one.test:6379,two.test:6379,three.test:6379",
  "rediss+cluster://bot:secret@one.test,two.test",
])("%s is taken for a Redis", (url) => {
  expect(readSettings({ REDIS_URL: url }).redisUrl).toBe(url);
});

describe("what is wrong is said, with what to do", () => {
  test.each<[Record<string, string>, RegExp]>([
    [BOT, /nothing to listen by. Add SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET/],
    [{ SLACK_APP_TOKEN: "xapp-1" }, /^SLACK_APP_TOKEN is set, but SLACK_BOT_TOKEN is missing/],
    [{ SLACK_SIGNING_SECRET: "0123456789" }, /^SLACK_SIGNING_SECRET is set, but SLACK_BOT_TOKEN is missing/],
    [{ ...SOCKET, SLACK_BOT_TOKEN: "xoxp-1" }, /^SLACK_BOT_TOKEN must begin with xoxb-.*OAuth & Permissions/],
    [{ ...SOCKET, SLACK_APP_TOKEN: "xoxb-1" }, /^SLACK_APP_TOKEN must begin with xapp-.*connections:write/],
    [{ ...HTTP, SLACK_SIGNING_SECRET: "short" }, /^SLACK_SIGNING_SECRET must be a word of at least 8/],
    [{ SLACK_API_URL: "slack.test" }, /^SLACK_API_URL must be a web address/],
    [{ REDIS_URL: "localhost:6379" }, /^REDIS_URL cannot be read: it does not begin.*redis:\/\//],
    [{ REDIS_URL: "http://localhost" }, /^REDIS_URL cannot be read: it does not begin/],
    [{ SLACK_API_URL: "https://slack.test/api/?a=b" }, /^SLACK_API_URL must be a web address/],
    [{ SLACK_API_URL: "https://slack.test" }, /^SLACK_API_URL must be a web address/],
    [{ SLACK_API_URL: "http://slack.test/api/" }, /^SLACK_API_URL sends tokens in the clear.*https:\/\//],
    [{ SLACK_API_URL: "http://169.254.169.254/api" }, /^SLACK_API_URL sends tokens in the clear/],
    [{ SLACK_API_URL: "http://localhost.evil.test/api/" }, /^SLACK_API_URL sends tokens in the clear/],
    [{ SLACK_API_URL: "http://127.0.0.1.evil.test/api/" }, /^SLACK_API_URL sends tokens in the clear/],
    [
      { SLACK_API_URL: "https://bot:planted@proxy.test/api/" },
      /^SLACK_API_URL has a name or password in it(?!.*planted)/,
    ],
    [{ ...OAUTH, ENCRYPTION_KEY: "," }, /^ENCRYPTION_KEY must be 32 bytes/],
    [{ PORT: "3001", METRICS_PORT: "3001" }, /^METRICS_PORT is the same as PORT/],
    [{ REDIS_URL: "redis+sentinel://one:26379" }, /^REDIS_URL cannot be read: the name of the master/],
    [{ PORT: "0" }, /^PORT is the port to listen on: a whole number from 1 to 65535/],
    [{ PORT: "3000.5" }, /^PORT/],
    [{ QUIET_SECONDS: "-1" }, /^QUIET_SECONDS is how long an author is quiet/],
    [{ REPLY_QUIET_SECONDS: "soon" }, /^REPLY_QUIET_SECONDS/],
    [{ RETENTION_DAYS: "0" }, /^RETENTION_DAYS/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of debug, info, warn, error/],
    [{ ASKWHY_LEADS: "noor,U0DEE" }, /^ASKWHY_LEADS must be a list of Slack ids/],
    [
      { SLACK_CLIENT_ID: "1.2" },
      /^SLACK_CLIENT_ID: several workspaces by OAuth also need .*ENCRYPTION_KEY \(/,
    ],
    [{ ...OAUTH, SLACK_SIGNING_SECRET: "" }, /also need SLACK_SIGNING_SECRET \(copy it from Basic/],
    [{ ...OAUTH, SLACK_CLIENT_ID: "acme" }, /^SLACK_CLIENT_ID must be two numbers with a dot/],
    [{ ...OAUTH, SLACK_CLIENT_SECRET: "short" }, /^SLACK_CLIENT_SECRET must be a word of at least 8/],
    [{ ...OAUTH, SLACK_STATE_SECRET: "short" }, /^SLACK_STATE_SECRET must be any random text of at least 16/],
    [
      { ...OAUTH, ENCRYPTION_KEY: "k" },
      /^ENCRYPTION_KEY must be 32 bytes in hex or base64, .*openssl rand -base64 32/,
    ],
    [{ ...OAUTH, ENCRYPTION_KEY: `${KEYS[0]},${KEYS[1].slice(2)}` }, /^ENCRYPTION_KEY must be 32 bytes/],
    [{ ...OAUTH, ...BOT }, /^SLACK_BOT_TOKEN is for one workspace, .* for several by OAuth/],
    [{ ...OAUTH, SLACK_APP_TOKEN: "xapp-1" }, /^SLACK_APP_TOKEN is for one workspace/],
  ])("%j", (env, says) => {
    expect(problems(env)).toEqual([expect.stringMatching(says)]);
  });

  test("all of it at once", () => {
    expect(problems({ ...BOT, PORT: "x", REDIS_URL: "y", LOG_LEVEL: "z" })).toHaveLength(4);
  });

  test("and no value is repeated", () => {
    const secret = "hunter2-hunter2";
    const keys = [
      "SLACK_BOT_TOKEN",
      "SLACK_APP_TOKEN",
      "SLACK_API_URL",
      "REDIS_URL",
      "PORT",
      "ASKWHY_LEADS",
      "LOG_LEVEL",
      "SLACK_CLIENT_SECRET",
    ];
    const said = problems(Object.fromEntries(keys.map((key) => [key, secret])));
    expect(said.length).toBeGreaterThanOrEqual(keys.length);
    expect(said.join("\n")).not.toContain(secret);
  });
});

test(".env.example holds every setting, with its default or nothing", () => {
  const lines = readFileSync(".env.example", "utf8").matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm);
  const example = Object.fromEntries([...lines].map((match) => [match[1] ?? "", match[2] ?? ""]));
  expect(readSettings(example)).toEqual(readSettings({}));
  expect(Object.keys(example).toSorted()).toEqual(SETTING_NAMES().toSorted());
});
