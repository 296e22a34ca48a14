import { describe, expect, test } from "vitest";
import type { App, SlackViewAction, ViewSubmitAction } from "@slack/bolt";
import { onTestFinished } from "vitest";
import { PLANNING, PRIYA, SAM } from "../../src/playground/people.ts";
import type { StandInOptions } from "../../src/playground/stand-in/stand-in.ts";
import { onSocket } from "./bolt-app.ts";
import { call } from "./call.ts";

async function bolt(listen: (app: App) => void, options: StandInOptions = {}) {
  const pair = await onSocket(listen, options);
  onTestFinished(() => pair.stop());
  pair.standIn.inviteBot({ user: PRIYA, channel: PLANNING });
  return pair.standIn;
}

const plain = (text: string) => ({ type: "plain_text" as const, text });
const FORM = {
  type: "modal" as const,
  callback_id: "settings",
  title: plain("Settings"),
  submit: plain("Save"),
  blocks: [
    {
      type: "input" as const,
      block_id: "words",
      label: plain("Words"),
      element: { type: "plain_text_input" as const, action_id: "it", initial_value: "as before" },
    },
    {
      type: "input" as const,
      block_id: "people",
      optional: true,
      label: plain("PMs"),
      element: { type: "multi_users_select" as const, action_id: "it" },
    },
    {
      type: "input" as const,
      block_id: "nudges",
      label: plain("Nudges"),
      element: {
        type: "radio_buttons" as const,
        action_id: "it",
        options: [
          { text: plain("On"), value: "on" },
          { text: plain("Off"), value: "off" },
        ],
      },
    },
  ],
};

/** A bot whose command opens the form, and which answers a submit as told. */
function withForm(answer: (view: SlackViewAction["view"]) => unknown, options: StandInOptions = {}) {
  return bolt((app) => {
    app.command("/askwhy", async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: FORM });
    });
    app.view<ViewSubmitAction>("settings", async ({ ack, view }) => {
      await ack(answer(view) as never);
    });
  }, options);
}

describe("a modal", () => {
  test("opens for the one who asked; a submit carries every field, touched or not, and closes it", async () => {
    const values: unknown[] = [];
    const standIn = await withForm((view) => void values.push(view.state.values));
    await standIn.command({ user: PRIYA, channel: PLANNING, text: "/askwhy settings" });
    const modal = await standIn.until(() => standIn.modal(PRIYA));
    expect(standIn.modal(SAM)).toBeNull();
    const fields = { people: { it: [PRIYA, SAM] }, nudges: { it: "on" } };
    expect(await standIn.submit({ user: PRIYA, id: modal.id, fields })).toMatchObject({ acked: true });
    expect(values).toEqual([
      {
        words: { it: { type: "plain_text_input", value: "as before" } },
        people: { it: { type: "multi_users_select", selected_users: [PRIYA, SAM] } },
        nudges: { it: { type: "radio_buttons", selected_option: { text: plain("On"), value: "on" } } },
      },
    ]);
    expect(standIn.modal(PRIYA)).toBeNull();
  });

  test("stays open with the bot's errors, and with those Slack's own client finds", async () => {
    const standIn = await withForm(() => ({
      response_action: "errors",
      errors: { words: "Too short." },
    }));
    await standIn.command({ user: PRIYA, channel: PLANNING, text: "/askwhy" });
    const { id } = await standIn.until(() => standIn.modal(PRIYA));
    await standIn.submit({ user: PRIYA, id, fields: {} });
    expect(standIn.modal(PRIYA)?.errors).toEqual({ nudges: "Please complete this required field." });
    await standIn.submit({ user: PRIYA, id, fields: { nudges: { it: "off" } } });
    expect(standIn.modal(PRIYA)?.errors).toEqual({ words: "Too short." });
  });

  test("a trigger opens one modal, within three seconds", async () => {
    const triggers: string[] = [];
    const standIn = await bolt((app) => {
      app.command("/askwhy", async ({ ack, body }) => {
        await ack();
        triggers.push(body.trigger_id);
      });
    });
    const open = (trigger: string | undefined) =>
      call(standIn, "views.open", { trigger_id: trigger, view: FORM });
    const ask = () => standIn.command({ user: PRIYA, channel: PLANNING, text: "/askwhy" });
    await ask();
    await ask();
    await standIn.until(() => triggers.length === 2);
    expect(await open(triggers[0])).toMatchObject({ ok: true });
    expect(await open(triggers[0])).toMatchObject({ error: "exchanged_trigger_id" });
    standIn.clock.moveTo(standIn.clock.now() + 4_000);
    expect(await open(triggers[1])).toMatchObject({ error: "expired_trigger_id" });
    expect(await open("made-up")).toMatchObject({ error: "invalid_trigger_id" });
  });
});

describe("a response URL", () => {
  async function url(): Promise<{
    standIn: Awaited<ReturnType<typeof bolt>>;
    respond: (body: object) => Promise<number>;
  }> {
    const urls: string[] = [];
    const standIn = await bolt((app) => {
      app.command("/askwhy", async ({ ack, body }) => {
        await ack();
        urls.push(body.response_url);
      });
    });
    await standIn.command({ user: PRIYA, channel: PLANNING, text: "/askwhy" });
    const address = await standIn.until(() => urls[0]);
    const respond = async (body: object) =>
      (await fetch(address, { method: "POST", body: JSON.stringify(body) })).status;
    return { standIn, respond };
  }

  test("answers five times, to one person unless told otherwise", async () => {
    const { standIn, respond } = await url();
    for (let use = 1; use <= 4; use += 1) expect(await respond({ text: `answer ${use}` })).toBe(200);
    expect(await respond({ text: "for all", response_type: "in_channel" })).toBe(200);
    expect(await respond({ text: "once too often" })).toBe(404);
    expect(standIn.sees(PRIYA, PLANNING).filter((each) => each.private)).toHaveLength(4);
    expect(standIn.public().map((each) => each.text)).toEqual(["for all"]);
  });

  test("lives thirty minutes by the stand-in's clock", async () => {
    const { standIn, respond } = await url();
    standIn.clock.moveTo(standIn.clock.now() + 31 * 60_000);
    expect(await respond({ text: "too late" })).toBe(404);
    expect(standIn.calls.at(-1)).toMatchObject({ method: "response_url", error: "expired_url" });
  });
});

describe("Home", () => {
  test("opening it tells the bot, and what it publishes is that person's alone; presses there work", async () => {
    const pressed: unknown[] = [];
    const standIn = await bolt((app) => {
      app.event("app_home_opened", async ({ event, client }) => {
        await client.views.publish({
          user_id: event.user,
          view: {
            type: "home",
            blocks: [
              {
                type: "section",
                block_id: "one",
                text: plain("Waiting for you"),
                accessory: {
                  type: "overflow",
                  action_id: "more",
                  options: [
                    { text: plain("Mute"), value: "mute" },
                    { text: plain("Pause"), value: "pause" },
                  ],
                },
              },
            ],
          },
        });
      });
      app.action("more", async ({ ack, action, body }) => {
        await ack();
        pressed.push([body.user.id, "selected_option" in action && action.selected_option]);
      });
    });
    standIn.openHome(PRIYA);
    await standIn.until(() => standIn.home(PRIYA));
    expect(standIn.home(SAM)).toBeNull();
    await standIn.press({
      user: PRIYA,
      surface: { on: "home" },
      block: "one",
      action: "more",
      chosen: "pause",
    });
    await standIn.until(() => pressed.length > 0);
    expect(pressed).toEqual([[PRIYA, { text: plain("Pause"), value: "pause" }]]);
  });
});

describe("a bot that does not acknowledge", () => {
  test("the person waits no longer than Slack lets them", async () => {
    const standIn = await bolt(
      (app) => {
        app.command("/askwhy", async () => {});
      },
      { ackWithin: 30 },
    );
    const ack = await standIn.command({ user: PRIYA, channel: PLANNING, text: "/askwhy" });
    expect(ack).toEqual({ acked: false, reason: "timeout" });
  });
});
