import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawForm } from "../../src/slack/modal.ts";
import { readAction, readCommand, readShortcut, readSubmission } from "../../src/slack/pressed.ts";

const WHO = {
  user: { id: "U0PRIYA", username: "priya", team_id: "T0ACME" },
  team: { id: "T0ACME", domain: "acme" },
  trigger_id: "1.2",
};
const URL = "https://hooks.slack.com/actions/1";
const HANDLE = { team: "T0ACME", user: "U0PRIYA", triggerId: "1.2" };
const PRESS = {
  type: "button",
  action_id: "aw:covered:1",
  block_id: "b1",
  value: "covered?c=C0PLAN&q=rollout",
};
const COVERED = { do: "covered", about: { c: "C0PLAN", q: "rollout" } };

const onMessage = {
  ...WHO,
  type: "block_actions",
  actions: [PRESS],
  channel: { id: "C0PLAN", name: "planning" },
  container: { type: "message", message_ts: "1700000000.000300", channel_id: "C0PLAN", is_ephemeral: true },
  response_url: URL,
};

describe("a pressed button", () => {
  test("on a private note in a channel", () => {
    expect(readAction(onMessage)).toEqual({
      handle: { ...HANDLE, channel: "C0PLAN", surface: "message", responseUrl: URL },
      press: COVERED,
    });
  });

  test("in a thread", () => {
    const container = { ...onMessage.container, thread_ts: "1700000000.000100" };
    expect(readAction({ ...onMessage, container })).toMatchObject({
      handle: { thread: "1700000000.000100" },
    });
  });

  test("in a direct message", () => {
    expect(readAction({ ...onMessage, channel: { id: "D0PRIYA" } })).toMatchObject({
      handle: { surface: "direct", channel: "D0PRIYA" },
    });
  });

  test("behind three dots", () => {
    const menu = { type: "overflow", action_id: "aw:rarer:4", selected_option: { text: {}, value: "pause" } };
    expect(readAction({ ...onMessage, actions: [menu] })).toMatchObject({
      press: { do: "pause", about: {} },
    });
  });

  test("in Home", () => {
    const home = {
      ...WHO,
      actions: [PRESS],
      container: { type: "view", view_id: "V1" },
      view: { type: "home", private_metadata: "" },
    };
    expect(readAction(home)).toEqual({ handle: { ...HANDLE, channel: "", surface: "home" }, press: COVERED });
  });

  test.each([
    ["T0ACME", (read: unknown) => expect(read).toMatchObject({ press: COVERED, handle: { team: "T0ACME" } })],
    ["T0OTHER", (read: unknown) => expect(read).toEqual({ dropped: "foreign-action" })],
  ])("in a form that was opened in %s", (team, holds) => {
    const metadata = JSON.stringify({ press: "covered?o=1", team, channel: "C0PLAN" });
    const view = { type: "modal", private_metadata: metadata };
    holds(readAction({ ...WHO, actions: [PRESS], container: { type: "view", view_id: "V1" }, view }));
  });

  test.each([
    ["altered-action", { ...PRESS, value: "destroy?c=C0PLAN" }],
    ["altered-action", { ...PRESS, value: undefined }],
    ["foreign-action", { ...PRESS, action_id: "somebody-elses" }],
    ["foreign-action", { ...PRESS, value: 7 }],
    ["foreign-action", "aw:covered:1"],
  ])("%s", (dropped, action) => {
    expect(readAction({ ...onMessage, actions: [action] })).toEqual({ dropped });
  });

  test.each([
    [{ ...onMessage, user: undefined }],
    [{ ...onMessage, actions: [] }],
    [{ ...onMessage, response_url: "file:///etc" }],
    [null],
  ])("malformed", (body) => {
    expect(readAction(body)).toEqual({ dropped: "malformed-action" });
  });
});

describe("a submitted form", () => {
  const view = drawForm(
    { title: "Settings", press: { do: "settings", about: { c: "C0PLAN" } }, parts: [], fields: [] },
    { team: "T0ACME", channel: "C0PLAN", user: "U0PRIYA", surface: "command", responseUrl: URL },
  );
  const values = {
    "aw:pms": { "aw:value": { type: "multi_users_select", selected_users: ["U0PRIYA", "U0NOOR"] } },
    "aw:switches": { "aw:value": { type: "checkboxes", selected_options: [{ value: "mine" }] } },
    "aw:none": { "aw:value": { type: "checkboxes", selected_options: [] } },
    "aw:budget": { "aw:value": { type: "number_input", value: "4" } },
    "aw:form": { "aw:value": { type: "static_select", selected_option: { value: "b" } } },
    "aw:text": { "aw:value": { type: "plain_text_input", value: "How <long> & why?" } },
    "aw:empty": { "aw:value": { type: "plain_text_input", value: null } },
    elsewhere: { other: { type: "plain_text_input", value: "not ours" } },
  };
  const submitted = {
    ...WHO,
    type: "view_submission",
    view: { id: "V1", private_metadata: view.private_metadata, state: { values } },
  };

  test("gives its fields by name, and answers where it was opened", () => {
    expect(readSubmission(submitted)).toEqual({
      handle: { ...HANDLE, channel: "C0PLAN", surface: "modal", responseUrl: URL },
      press: { do: "settings", about: { c: "C0PLAN" } },
      fields: {
        pms: ["U0PRIYA", "U0NOOR"],
        switches: ["mine"],
        none: [],
        budget: "4",
        form: "b",
        text: "How <long> & why?",
        empty: "",
      },
    });
  });

  test.each([
    ["foreign-submission", { ...submitted, view: { ...submitted.view, private_metadata: "{}" } }],
    ["foreign-submission", { ...submitted, team: { id: "T0OTHER" } }],
    ["foreign-submission", { ...submitted, view: { ...submitted.view, app_installed_team_id: "T0OTHER" } }],
    ["malformed-submission", { ...submitted, view: { ...submitted.view, state: undefined } }],
    ["malformed-submission", "view"],
  ])("%s", (dropped, body) => {
    expect(readSubmission(body)).toEqual({ dropped });
  });
});

describe("/askwhy", () => {
  const command = {
    command: "/askwhy",
    team_id: "T0ACME",
    channel_id: "C0PLAN",
    user_id: "U0PRIYA",
    text: " mute 2h ",
    response_url: URL,
    trigger_id: "1.2",
  };
  const handle = { ...HANDLE, channel: "C0PLAN", surface: "command", responseUrl: URL };

  test("with words", () => {
    expect(readCommand(command)).toEqual({ what: "command", handle, text: "mute 2h" });
  });
  test("alone", () => {
    expect(readCommand({ ...command, text: undefined })).toEqual({ what: "command", handle, text: "" });
  });
  test("malformed", () => {
    expect(readCommand({ ...command, user_id: "<!channel>" })).toEqual({ dropped: "malformed-command" });
  });
});

describe("shortcuts", () => {
  const message = { type: "message", user: "U0SAM", text: "about 3 weeks", ts: "1700000000.000100" };
  const used = {
    ...WHO,
    type: "message_action",
    callback_id: "ask-why",
    channel: { id: "C0PLAN", name: "planning" },
    message,
    response_url: URL,
  };
  const handle = { ...HANDLE, channel: "C0PLAN", surface: "shortcut", responseUrl: URL };
  const said = {
    team: "T0ACME",
    channel: "C0PLAN",
    user: "U0SAM",
    text: "about 3 weeks",
    ts: "1700000000.000100",
  };

  test.each(["ask-why", "what-would-i-be-asked"])("%s", (what) => {
    expect(readShortcut({ ...used, callback_id: what })).toEqual({ what, handle, message: said });
  });
  test("on a reply", () => {
    const thread = "1699999999.000100";
    expect(readShortcut({ ...used, message: { ...message, thread_ts: thread } })).toEqual({
      what: "ask-why",
      handle: { ...handle, thread },
      message: { ...said, thread },
    });
  });
  test("on a bot's message", () => {
    const posted = {
      type: "message",
      subtype: "bot_message",
      bot_id: "B0JIRA",
      text: "3 weeks",
      ts: message.ts,
    };
    expect(readShortcut({ ...used, message: posted })).toMatchObject({
      message: { user: "B0JIRA", text: "3 weeks" },
    });
  });
  test("on a draft", () => {
    expect(readShortcut({ ...WHO, type: "shortcut", callback_id: "draft" })).toEqual({
      what: "draft",
      handle: { ...HANDLE, channel: "", surface: "shortcut" },
    });
  });
  test.each([
    [{ ...used, callback_id: "other" }],
    [{ ...used, message: { text: "3 weeks" } }],
    [{ ...WHO, team: null, user: { id: "U1" }, callback_id: "draft" }],
    [undefined],
  ])("malformed", (body) => {
    expect(readShortcut(body)).toEqual({ dropped: "malformed-shortcut" });
  });
});

test("no payload makes any of them throw", () => {
  const keys = fc.constantFrom(
    "user",
    "team",
    "actions",
    "view",
    "state",
    "values",
    "message",
    "channel",
    "container",
    "id",
    "callback_id",
    "private_metadata",
    "text",
  );
  const payload = fc.dictionary(
    keys,
    fc.oneof(fc.anything(), fc.dictionary(keys, fc.anything()), fc.constantFrom(WHO.user, WHO.team)),
  );
  for (const read of [readAction, readSubmission, readCommand, readShortcut]) {
    fc.assert(
      fc.property(
        fc.oneof(
          payload,
          payload.map((extra) => ({ ...onMessage, ...extra })),
          fc.anything(),
        ),
        (body) => void read(body),
      ),
    );
  }
});
