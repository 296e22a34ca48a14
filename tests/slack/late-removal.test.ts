import { afterEach, beforeEach, expect, test } from "vitest";
import { PRICING, PRIYA, SAM, TEAM } from "../../src/playground/people.ts";
import { optIn, whispered, wordsOf } from "../end-to-end/acting.ts";
import { openTwo, type Two } from "./two-workspaces.ts";

/** Slack's word that the bot was put out of a channel may come late, when it was invited again. */

let two: Two;
beforeEach(async () => {
  two = await openTwo();
  await optIn(two.harbour, PRIYA, PRICING);
});
afterEach(() => two.close());

let events = 0;
const putOut = (type: "group_left" | "channel_left" = "group_left") =>
  two.event({
    type: "event_callback",
    team_id: TEAM.id,
    event_id: `EvLate${(events += 1)}`,
    authorizations: [{ team_id: TEAM.id }],
    event: { type, channel: PRICING, event_ts: "1600000000.000100" },
  });
const homeOf = async (user: string) => {
  two.harbour.openHome(user);
  await two.harbour.settled();
  return wordsOf(two.harbour.home(user));
};

test.each(["group_left", "channel_left"] as const)(
  "%s while the bot is there: the channel's PMs stay",
  async (type) => {
    expect((await putOut(type)).status).toBe(200);
    expect(two.log()).toContain("invited-again");
    two.harbour.say({ user: SAM, channel: PRICING, text: "ledger rewrite, about 3 weeks" });
    await whispered(two.harbour, PRIYA, PRICING, "ledger");
  },
);

test("what was known of the channel before is not believed", async () => {
  two.harbour.say({ user: SAM, channel: PRICING, text: "ledger rewrite, about 3 weeks" });
  await whispered(two.harbour, PRIYA, PRICING, "ledger");
  expect(await homeOf(PRIYA)).toContain("ledger");
  two.harbour.removeBot({ user: PRIYA, channel: PRICING });
  await two.harbour.settled();
  expect(await homeOf(PRIYA)).not.toMatch(new RegExp(`ledger|${PRICING}`));
});

test("while Slack does not answer it is not acknowledged, so that it comes again", async () => {
  two.harbour.misbehave({ on: "call", method: "conversations.info", how: "error-500", times: 3 });
  expect((await putOut()).status).toBe(500);
  two.harbour.behave();
  expect((await putOut()).status).toBe(200);
  expect(two.log()).toContain("invited-again");
});
