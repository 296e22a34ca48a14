import { drawForm } from "../../src/slack/modal.ts";
import { writePress } from "../../src/slack/press.ts";
import { asked, ESTIMATE } from "../story/scenes.ts";
import { CHANNEL, NOOR, pressOf, PRIYA, SAM, TEAM, type Village } from "../story/village.ts";

/** What Slack would send, in a channel with a suggestion and a question asked. */
export async function samples(here: Village) {
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
