import { describe, expect, test } from "vitest";
import { nearSettings } from "../src/near-settings.ts";

describe("a name that is nearly a setting", () => {
  test.each([
    ["QUIET_SECOND", "QUIET_SECONDS"],
    ["quiet_seconds", "QUIET_SECONDS"],
    ["REPLY_QUITE_SECONDS", "REPLY_QUIET_SECONDS"],
    ["ASKWHY_TEMPLATE_DIR", "ASKWHY_TEMPLATES_DIR"],
    ["SLACK_BOT_TOKENS", "SLACK_BOT_TOKEN"],
    ["LOGLEVEL", "LOG_LEVEL"],
    ["REDIS_URI", "REDIS_URL"],
  ])("%s: %s", (key, meant) => {
    expect(nearSettings({ [key]: "planted" })).toEqual([
      `${key} is no setting and changes nothing. Did you mean ${meant}?`,
    ]);
  });

  test("or begins like ours", () => {
    expect(nearSettings({ ASKWHY_COLOUR: "planted" })).toEqual([
      "ASKWHY_COLOUR is no setting and changes nothing. The README names those there are.",
    ]);
  });

  test.each([
    ["a setting", { QUIET_SECONDS: "20" }],
    ["nothing under that name", { QUIET_SECOND: " " }],
    ["the setting is set as well", { REDIS_URL: "redis://a", REDIS_URI: "redis://a" }],
    ["others' short names", { HOST: "a", POST: "a", PWD: "/", PATH: "/bin", SORT: "1" }],
    [
      "others' long names",
      { DD_LOG_LEVEL: "info", npm_config_loglevel: "warn", APP_ENCRYPTION_KEY: "a", REDIS_TLS_URL: "a" },
    ],
  ])("near misses: %s", (_, env) => {
    expect(nearSettings(env)).toEqual([]);
  });
});
