import { afterEach, describe, expect, test } from "vitest";
import { SlackStartError } from "../../src/slack/join.ts";
import { closeAll, connect, SOCKET, street } from "./connected.ts";

afterEach(closeAll);

describe("a bot token that Slack does not take", () => {
  test.each([
    ["invalid_auth", /Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)/],
    ["account_inactive", /Install the app again/],
  ])("%s", async (error, says) => {
    const slack = await street({ "auth.test": () => ({ ok: false, error }) });
    const joining = connect(SOCKET, slack.api);
    await expect(joining).rejects.toThrow(SlackStartError);
    await expect(joining).rejects.toThrow(says);
    await expect(joining).rejects.not.toThrow(/xoxb-test/);
  });

  test("a person's token", async () => {
    const slack = await street({ "auth.test": () => ({ ok: true, url: "u", team_id: "T1", user_id: "U1" }) });
    await expect(connect(SOCKET, slack.api)).rejects.toThrow(/not a bot's token/);
  });
});
