import { afterEach, describe, expect, test } from "vitest";
import { PLANNING, PRIYA, SAM } from "../../src/playground/people.ts";
import { onSocket, type Pair } from "./bolt-app.ts";

let pair: Pair | undefined;
afterEach(async () => {
  await pair?.stop();
  pair = undefined;
});

const BUTTONS = [
  { type: "section", text: { type: "mrkdwn", text: "Does that include testing?" } },
  {
    type: "actions",
    block_id: "row",
    elements: [
      { type: "button", action_id: "aw:ask", text: { type: "plain_text", text: "Ask" }, value: "one" },
    ],
  },
];

describe("Bolt over Socket Mode", () => {
  test("hears what is said where it was invited, and every event is acknowledged", async () => {
    const heard: string[] = [];
    pair = await onSocket((app) => {
      app.message(async ({ message }) => void heard.push("text" in message ? (message.text ?? "") : ""));
    });
    const { standIn } = pair;
    standIn.say({ user: SAM, channel: PLANNING, text: "before it was invited" });
    standIn.inviteBot({ user: PRIYA, channel: PLANNING });
    standIn.say({ user: SAM, channel: PLANNING, text: "about 3 weeks" });
    await standIn.settled();
    expect(heard).toEqual(["about 3 weeks"]);
    expect(standIn.attempts.every((attempt) => attempt.acked)).toBe(true);
  });

  test("a press comes back with the button's value, and its response URL replaces the message", async () => {
    pair = await onSocket((app) => {
      app.action("aw:ask", async ({ ack, action, respond }) => {
        await ack();
        await respond({ replace_original: true, text: `pressed ${"value" in action ? action.value : ""}` });
      });
    });
    const { standIn, app } = pair;
    standIn.inviteBot({ user: PRIYA, channel: PLANNING });
    await app.client.chat.postEphemeral({
      channel: PLANNING,
      user: PRIYA,
      text: "a question",
      blocks: BUTTONS as never,
    });
    const message = standIn.sees(PRIYA, PLANNING).find((each) => each.private);
    const ack = await standIn.press({
      user: PRIYA,
      surface: { on: "message", channel: PLANNING, ts: message?.ts ?? "" },
      block: "row",
      action: "aw:ask",
    });
    expect(ack.acked).toBe(true);
    const replaced = await standIn.until(() =>
      standIn.sees(PRIYA, PLANNING).find((each) => each.text === "pressed one"),
    );
    expect(replaced).toMatchObject({ ts: message?.ts, private: true });
    expect(standIn.sees(SAM, PLANNING).some((each) => each.private)).toBe(false);
    expect(standIn.public()).toEqual([]);
  });
});
