import { App, type Receiver, type ReceiverEvent } from "@slack/bolt";
import type { ExtendedErrorHandlerArgs } from "@slack/bolt/dist/App.js";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import { checkBlocks, checkView } from "../../src/playground/stand-in/blocks/check.ts";
import { drawHome, drawNote } from "../../src/slack/blocks.ts";
import { openDoor } from "../../src/slack/door.ts";
import { drawForm } from "../../src/slack/modal.ts";
import { writePress } from "../../src/slack/press.ts";
import { slackLog } from "../../src/slack/slack-log.ts";
import { oneWorkspace } from "../../src/slack/workspaces.ts";
import { PRESSES } from "../../src/telling/note.ts";
import { asked, DAY, ESTIMATE, HOUR, wordsOf } from "../story/scenes.ts";
import { CHANNEL, NOOR, pressOf, PRIYA, SAM, TEAM, type Village, village } from "../story/village.ts";
import { HOSTILE_TEXT, hostile, SEEDED, spoilt } from "./values.ts";

/** The village behind the real door, with Bolt between, and no street in front of it. */
async function doored() {
  const wrong: string[] = [];
  const log = makeLog("warn", {
    write: (line) => {
      const { level, msg, err } = JSON.parse(line) as { level: number; msg: string; err?: object };
      if (level >= 50) wrong.push(`${msg} ${JSON.stringify(err ?? "")}`);
    },
  });
  const here = await village({ log });
  await here.optIn(PRIYA);
  const receiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
  const app = new App({
    authorize: async () => ({}),
    deferInitialization: true,
    receiver,
    convoStore: false,
    ignoreSelf: false,
    extendedErrorHandler: true,
    logger: slackLog(log),
  });
  await app.init();
  app.error(async ({ error }: ExtendedErrorHandlerArgs) => {
    throw error;
  });
  openDoor(app, {
    story: here.listener(),
    outside: here.outside,
    workspaces: oneWorkspace(
      { team: TEAM, token: "", bot: { user: "U0BOT" }, url: "https://village.example/" },
      async () => ({ ok: true }),
    ),
    log,
    now: here.now,
    claim: async () => true,
    noticed: () => {},
  });
  /** How often Slack was told that it arrived. */
  const deliver = async (body: unknown): Promise<number> => {
    let acks = 0;
    const ack = async () => void (acks += 1);
    await app.processEvent({ body, ack } as unknown as ReceiverEvent);
    return acks;
  };
  return { here, wrong, deliver };
}

/** What Slack would send, in a channel with a suggestion and a question asked. */
async function samples(here: Village) {
  const { message, note } = await asked(here, "should be fine");
  const envelope = (event: object) => ({
    type: "event_callback",
    team_id: TEAM,
    api_app_id: "A1",
    event_id: "Ev1",
    event_time: 1,
    authorizations: [{ team_id: TEAM, user_id: "U0BOT", is_bot: true }],
    event,
  });
  const said = {
    type: "message",
    channel: CHANNEL,
    channel_type: "channel",
    user: SAM,
    text: "search filters, 4 days",
    ts: "1795514999.000100",
    thread_ts: message.ts,
    blocks: [
      {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "4 days" }] }],
      },
    ],
    attachments: [{ title: "RFC", from_url: "https://a.test/x" }],
  };
  const events = [
    said,
    { ...said, thread_ts: undefined },
    {
      type: "message",
      subtype: "message_changed",
      channel: CHANNEL,
      ts: "1",
      message: said,
      previous_message: { ...said, text: ESTIMATE },
    },
    {
      type: "message",
      subtype: "message_deleted",
      channel: CHANNEL,
      deleted_ts: said.ts,
      previous_message: said,
    },
    { type: "member_joined_channel", channel: CHANNEL, user: "U0BOT", inviter: NOOR },
    { type: "channel_left", channel: "C0OTHER" },
    { type: "app_home_opened", user: PRIYA, tab: "home" },
    { type: "tokens_revoked", tokens: { oauth: ["U0SAM"] } },
  ].map(envelope);
  const who = {
    user: { id: PRIYA, team_id: TEAM },
    team: { id: TEAM },
    trigger_id: "t",
    response_url: "https://village.example/answer",
  };
  const value = writePress(pressOf(note, "Ask in thread"));
  const press = {
    type: "block_actions",
    ...who,
    channel: { id: CHANNEL },
    container: { type: "message", channel_id: CHANNEL, message_ts: "1.1" },
    message: { ts: "1.1", thread_ts: message.ts },
    actions: [{ type: "button", action_id: "aw:ask:1", block_id: "b", value }],
  };
  const form = drawForm(
    { title: "Ask", press: { ...pressOf(note, "Ask in thread"), do: "pause" }, parts: [], fields: [] },
    here.handle(PRIYA),
  );
  const submission = {
    type: "view_submission",
    ...who,
    view: {
      id: "V1",
      type: "modal",
      callback_id: "aw:form",
      private_metadata: form.private_metadata,
      state: {
        values: {
          "aw:pms": { "aw:value": { type: "multi_users_select", selected_users: [PRIYA] } },
          "aw:from": { "aw:value": { type: "plain_text_input", value: "09:00" } },
        },
      },
    },
  };
  const command = {
    command: "/askwhy",
    team_id: TEAM,
    channel_id: CHANNEL,
    user_id: SAM,
    text: "3 weeks for the export",
    response_url: who.response_url,
    trigger_id: "t",
  };
  const shortcuts = [
    { type: "shortcut", callback_id: "draft", ...who },
    {
      type: "message_action",
      callback_id: "ask-why",
      ...who,
      channel: { id: CHANNEL },
      message: said,
      message_ts: said.ts,
    },
    {
      type: "message_action",
      callback_id: "what-would-i-be-asked",
      ...who,
      channel: { id: CHANNEL },
      message: { ...said, user: PRIYA },
      message_ts: said.ts,
    },
  ];
  return {
    events,
    presses: [press, submission, command, ...shortcuts],
    press,
    submission,
    root: message.ts,
    value,
  };
}

/** Nothing that anybody was shown would be refused by Slack, and nothing stands in public. */
function expectDecent(here: Village): void {
  for (const { how, note, form, user } of here.shown) {
    if (how === "post") continue;
    if (note !== undefined) checkBlocks(drawNote(note).blocks);
    if (form !== undefined) checkView(drawForm(form, here.handle(user)), "modal");
  }
  for (const home of here.homes.values()) checkView(drawHome(home), "home");
}

type Doored = Awaited<ReturnType<typeof doored>>;
let door: Doored;
let given: Awaited<ReturnType<typeof samples>>;
beforeAll(async () => {
  door = await doored();
  given = await samples(door.here);
});

describe("whatever comes to the door", () => {
  test("the samples themselves get in", async () => {
    const fresh = await doored();
    const { events, presses } = await samples(fresh.here);
    const before = fresh.here.shown.length;
    for (const body of [...events, ...presses]) expect(await fresh.deliver(body)).toBeGreaterThan(0);
    expect(fresh.here.shown.length).toBeGreaterThan(before + 4);
    expect(fresh.wrong).toEqual([]);
    expectDecent(fresh.here);
  });

  test("a spoilt event is acknowledged, and none brings the bot down", async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(given.events), async (body) => {
        if (typeof body !== "object" || body === null) return;
        expect(await door.deliver(body)).toBe(1);
      }),
      { ...SEEDED, numRuns: 1500 },
    );
    await aftermath();
  });

  test("nor does a spoilt press, form, command or shortcut", async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(given.presses), async (body) => {
        if (typeof body !== "object" || body === null) return;
        await door.deliver(body);
      }),
      { ...SEEDED, numRuns: 1500 },
    );
    await aftermath();
  });

  test("nor any button with any value, nor any form with any fields", async () => {
    const names = fc.constantFrom(
      "c",
      "r",
      "o",
      "q",
      "a",
      "t",
      "k",
      "u",
      "label",
      "self",
      "__proto__",
      "what",
    );
    const value = fc.oneof(
      fc.constantFrom(
        CHANNEL,
        given.root,
        PRIYA,
        "answered",
        "yes",
        new URLSearchParams(given.value.split("?")[1]).get("o") ?? "",
      ),
      fc.constantFrom(...HOSTILE_TEXT.filter((one) => one.length < 1500)),
      fc.string({ maxLength: 30 }),
    );
    const about = fc.dictionary(names, value, { maxKeys: 6 });
    const fields = fc.dictionary(
      fc.constantFrom(
        "aw:text",
        "aw:pms",
        "aw:switches",
        "aw:from",
        "aw:to",
        "aw:budget",
        "aw:sprintDays",
        "aw:__proto__",
        "x",
      ),
      fc.record({
        "aw:value": fc.oneof(
          fc.record({ value: fc.constantFrom(...HOSTILE_TEXT) }),
          fc.record({ selected_users: fc.array(fc.constantFrom(SAM, PRIYA, NOOR), { maxLength: 50 }) }),
          fc.record({ selected_options: fc.array(fc.record({ value }), { maxLength: 5 }) }),
          hostile,
        ),
      }),
      { maxKeys: 5 },
    );
    const anyPress = fc.record({
      do: fc.constantFrom(...PRESSES),
      about,
      fields,
      by: fc.constantFrom(PRIYA, SAM, NOOR),
      submitted: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(anyPress, async ({ do: name, about: words, fields: values, by, submitted }) => {
        const pressed = writePress({ do: name, about: words });
        const user = { id: by, team_id: TEAM };
        const metadata = JSON.stringify({ press: pressed, channel: CHANNEL });
        const { press, submission } = given;
        await door.deliver(
          submitted
            ? {
                ...submission,
                user,
                view: { ...submission.view, private_metadata: metadata, state: { values } },
              }
            : { ...press, user, actions: [{ ...press.actions[0], value: pressed }] },
        );
      }),
      { ...SEEDED, numRuns: 1500 },
    );
    await aftermath();
  });

  test("nor any text after /askwhy", async () => {
    const word = fc.constantFrom(
      "",
      "help",
      "settings",
      "mute",
      "unmute",
      "open",
      "why",
      "card",
      "corrections",
      "privacy",
      "forget",
      "reading",
      "forget me",
      "reading off",
      "reading on",
    );
    const rest = fc.oneof(
      fc.constantFrom(
        ...HOSTILE_TEXT,
        "https://x.test/archives/C1/p1700000000000100",
        "2h",
        "99999999999w",
        "9999-99-99",
      ),
      fc.string({ maxLength: 80 }),
    );
    await fc.assert(
      fc.asyncProperty(word, rest, async (first, after) => {
        expect(
          await door.deliver({
            command: "/askwhy",
            team_id: TEAM,
            channel_id: CHANNEL,
            user_id: SAM,
            text: `${first} ${after}`,
          }),
        ).toBe(1);
      }),
      { ...SEEDED, numRuns: 400 },
    );
    await aftermath();
  });

  /** All jobs run, nothing went wrong inside, what was shown can be drawn, and the bot still does its work. */
  async function aftermath(): Promise<void> {
    const { here, wrong } = door;
    await here.pass(2 * DAY);
    await here.pass(HOUR);
    expect(wrong).toEqual([]);
    expectDecent(here);
    expect(({} as Record<string, unknown>)["planted"]).toBeUndefined();
    await door.deliver({
      command: "/askwhy",
      team_id: TEAM,
      channel_id: CHANNEL,
      user_id: NOOR,
      text: ESTIMATE,
    });
    expect(wordsOf(here.to(NOOR).at(-1))).toContain("3 weeks");
    for (const key of await here.store.keys(TEAM)) await here.store.get(key, here.now());
  }
});

test("nothing stands in public but what somebody sent by a form, in their name", () => {
  for (const post of door.here.public()) expect([PRIYA, SAM, NOOR]).toContain(post.user);
});
