import { type WebAPICallResult, WebAPIPlatformError } from "@slack/web-api";
import { expect, test } from "vitest";
import { oneWorkspace } from "../../src/slack/workspaces.ts";

const ACME = { team: "T0ACME", token: "xoxb-test", bot: { user: "U0BOT" }, url: "https://acme.slack.com/" };

test.each([
  ["has withdrawn the token", "token_revoked", true],
  ["knows the account no more", "account_inactive", true],
  ["takes the token", undefined, false],
])("word of a leaving counts where Slack %s", async (_how, error, left) => {
  const one = oneWorkspace(ACME, async (token) => {
    expect(token).toBe("xoxb-test");
    if (error !== undefined)
      throw new WebAPIPlatformError({ ok: false, error } as WebAPICallResult & { error: string });
  });
  expect(await one.hasLeft("T0ACME", 0)).toBe(left);
});

test("where Slack does not say, it is asked again later", async () => {
  const one = oneWorkspace(ACME, () => Promise.reject(new Error("away")));
  await expect(one.hasLeft("T0ACME", 0)).rejects.toThrow(/does not say/);
});
