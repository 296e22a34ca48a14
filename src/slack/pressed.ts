import * as z from "zod";
import type { Handle, Invoked, Pressed } from "../telling/outside.ts";
import type { Dropped } from "./hear.ts";
import { anyMessage, id, rawMessage, ts } from "./message.ts";
import { readOrigin } from "./modal.ts";
import { readPress } from "./press.ts";

const responseUrl = z.url({ protocol: /^https?$/ });
const who = z.object({ id, team_id: id.optional() });
const team = z.object({ id }).nullish();
const person = z.object({ user: who, team, trigger_id: z.string().optional() });

type Person = z.infer<typeof person>;

function teamOf({ user, team: workspace }: Person): string | undefined {
  return workspace?.id ?? user.team_id;
}

function trigger({ trigger_id }: { trigger_id?: string | undefined }): Pick<Handle, "triggerId"> {
  return trigger_id === undefined ? {} : { triggerId: trigger_id };
}

const action = z.object({
  action_id: z.string().startsWith("aw:"),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

const blockActions = person.extend({
  actions: z.array(z.unknown()).min(1),
  channel: z.object({ id }).optional(),
  container: z.object({ type: z.string(), channel_id: id.optional(), thread_ts: ts.optional() }).optional(),
  message: z.object({ thread_ts: ts.optional() }).optional(),
  view: z.object({ type: z.string(), private_metadata: z.string().optional() }).optional(),
  response_url: responseUrl.optional(),
});

/** A pressed button or a choice behind three dots. Anything that is not ours, or was altered, is dropped by name. */
export function readAction(body: unknown): Pressed | Dropped {
  const parsed = blockActions.safeParse(body);
  if (!parsed.success) return { dropped: "malformed-action" };
  const payload = parsed.data;
  const first = action.safeParse(payload.actions[0]);
  const workspace = teamOf(payload);
  if (!first.success || workspace === undefined) return { dropped: "foreign-action" };
  const press = readPress(first.data.selected_option?.value ?? first.data.value);
  if (press === undefined) return { dropped: "altered-action" };
  const { channel, container, message, view, response_url } = payload;
  const from = view === undefined ? undefined : readOrigin(view.private_metadata);
  if (from !== undefined && from.team !== workspace) return { dropped: "foreign-action" };
  const place = channel?.id ?? container?.channel_id ?? from?.channel ?? "";
  const thread = message?.thread_ts ?? container?.thread_ts ?? from?.thread;
  const url = response_url ?? from?.responseUrl;
  return {
    handle: {
      team: workspace,
      channel: place,
      user: payload.user.id,
      surface: surfaceOf(view?.type, place),
      ...trigger(payload),
      ...(thread !== undefined && { thread }),
      ...(url !== undefined && { responseUrl: url }),
    },
    press,
  };
}

function surfaceOf(view: string | undefined, channel: string): Handle["surface"] {
  if (view !== undefined) return view === "home" ? "home" : "modal";
  return channel.startsWith("D") ? "direct" : "message";
}

const fieldValue = z.object({
  value: z.string().nullish(),
  selected_users: z.array(id).nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});

const submission = person.extend({
  view: z.object({
    private_metadata: z.string(),
    app_installed_team_id: id.nullish(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), fieldValue)) }),
  }),
});

/** A submitted form. It answers where the form was opened from. */
export function readSubmission(body: unknown): Pressed | Dropped {
  const parsed = submission.safeParse(body);
  if (!parsed.success) return { dropped: "malformed-submission" };
  const { view, user } = parsed.data;
  const from = readOrigin(view.private_metadata);
  // In a channel shared between companies, a form may be filled in from another workspace than the bot's.
  const workspace = view.app_installed_team_id ?? teamOf(parsed.data);
  // A form answers to the workspace it was opened in.
  if (from === undefined || from.team !== workspace) return { dropped: "foreign-submission" };
  const { press, ...where } = from;
  return {
    handle: { user: user.id, surface: "modal", ...where, ...trigger(parsed.data) },
    press,
    fields: readFields(view.state.values),
  };
}

type Values = z.infer<typeof submission>["view"]["state"]["values"];

function readFields(values: Values): Record<string, string | readonly string[]> {
  const fields = Object.entries(values).flatMap(([block, actions]) => {
    const value = actions["aw:value"];
    return block.startsWith("aw:") && value !== undefined
      ? [[block.slice(3), readField(value)] as const]
      : [];
  });
  return Object.fromEntries(fields);
}

function readField(field: z.infer<typeof fieldValue>): string | readonly string[] {
  if (field.selected_users) return field.selected_users;
  if (field.selected_options) return field.selected_options.map(({ value }) => value);
  return field.selected_option?.value ?? field.value ?? "";
}

const slashCommand = z.object({
  team_id: id,
  channel_id: id,
  user_id: id,
  text: z.string().default(""),
  response_url: responseUrl.optional(),
  trigger_id: z.string().optional(),
});

/** `/askwhy …` */
export function readCommand(body: unknown): Invoked | Dropped {
  const parsed = slashCommand.safeParse(body);
  if (!parsed.success) return { dropped: "malformed-command" };
  const { team_id, channel_id, user_id, text, response_url } = parsed.data;
  const handle: Handle = {
    team: team_id,
    channel: channel_id,
    user: user_id,
    surface: "command",
    ...trigger(parsed.data),
    ...(response_url !== undefined && { responseUrl: response_url }),
  };
  return { what: "command", handle, text: text.trim() };
}

const globalShortcut = person.extend({ callback_id: z.literal("draft") });
const messageShortcut = person.extend({
  callback_id: z.enum(["ask-why", "what-would-i-be-asked"]),
  channel: z.object({ id }),
  message: rawMessage,
  response_url: responseUrl.optional(),
});

/** One of the three shortcuts; two of them bring the message they were used on. */
export function readShortcut(body: unknown): Invoked | Dropped {
  const bare = globalShortcut.safeParse(body);
  if (bare.success) {
    const workspace = teamOf(bare.data);
    if (workspace === undefined) return { dropped: "malformed-shortcut" };
    const handle: Handle = {
      team: workspace,
      channel: "",
      user: bare.data.user.id,
      surface: "shortcut",
      ...trigger(bare.data),
    };
    return { what: "draft", handle };
  }
  const parsed = messageShortcut.safeParse(body);
  const workspace = parsed.success ? teamOf(parsed.data) : undefined;
  if (!parsed.success || workspace === undefined) return { dropped: "malformed-shortcut" };
  const { callback_id, channel, user, message: raw, response_url } = parsed.data;
  const message = anyMessage(raw, { team: workspace, channel: channel.id });
  const handle: Handle = {
    team: workspace,
    channel: channel.id,
    user: user.id,
    surface: "shortcut",
    ...trigger(parsed.data),
    ...(response_url !== undefined && { responseUrl: response_url }),
    // On the first message of a thread the answer is seen where that message is, in the channel.
    ...(message.thread !== undefined && { thread: message.thread }),
  };
  return { what: callback_id, handle, message };
}
