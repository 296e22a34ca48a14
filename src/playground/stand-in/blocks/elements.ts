import * as z from "zod";

/**
 * Block elements with the limits of Slack's reference (docs.slack.dev, Block Kit): what is not named here is refused,
 * as Slack refuses it.
 */

export const plain = (max: number) =>
  z.strictObject({
    type: z.literal("plain_text"),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal("mrkdwn"),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });
export const words = (max: number) => z.discriminatedUnion("type", [plain(max), mrkdwn(max)]);

const actionId = z.string().min(1).max(255).optional();
const placeholder = plain(150).optional();
const focus_on_load = z.boolean().optional();

const confirm = z
  .strictObject({
    title: plain(100),
    text: words(300),
    confirm: plain(30),
    deny: plain(30),
    style: z.enum(["primary", "danger"]).optional(),
  })
  .optional();

const option = (text: z.ZodType) =>
  z.strictObject({
    text,
    value: z.string().min(1).max(150),
    description: words(75).optional(),
    url: z.string().max(3000).optional(),
  });
const picked = option(plain(75));
const ticked = option(words(75));
const options = z.array(picked).min(1).max(100);
const choices = {
  options: options.optional(),
  option_groups: z
    .array(z.strictObject({ label: plain(75), options }))
    .min(1)
    .max(100)
    .optional(),
};

const common = { action_id: actionId, confirm };
const menu = { ...common, placeholder, focus_on_load };
const ids = z.array(z.string().min(1)).optional();
const id = z.string().min(1).optional();
const max_selected_items = z.int().min(1).optional();
const response_url_enabled = z.boolean().optional();
const filter = z.looseObject({}).optional();

export const image = z.strictObject({
  type: z.literal("image"),
  image_url: z.string().min(1).max(3000),
  alt_text: z.string().min(1).max(2000),
});

export const button = z.strictObject({
  type: z.literal("button"),
  text: plain(75),
  ...common,
  url: z.string().max(3000).optional(),
  value: z.string().max(2000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: z.string().max(75).optional(),
});

/** Elements that fit beside a section or into a row of actions. */
export const PRESSABLE = [
  button,
  z.strictObject({ type: z.literal("overflow"), ...common, options: z.array(picked).min(2).max(5) }),
  z.strictObject({
    type: z.literal("static_select"),
    ...menu,
    ...choices,
    initial_option: picked.optional(),
  }),
  z.strictObject({
    type: z.literal("multi_static_select"),
    ...menu,
    ...choices,
    initial_options: z.array(picked).min(1).optional(),
    max_selected_items,
  }),
  z.strictObject({ type: z.literal("users_select"), ...menu, initial_user: id }),
  z.strictObject({ type: z.literal("multi_users_select"), ...menu, initial_users: ids, max_selected_items }),
  z.strictObject({
    type: z.literal("conversations_select"),
    ...menu,
    initial_conversation: id,
    default_to_current_conversation: z.boolean().optional(),
    response_url_enabled,
    filter,
  }),
  z.strictObject({
    type: z.literal("multi_conversations_select"),
    ...menu,
    initial_conversations: ids,
    default_to_current_conversation: z.boolean().optional(),
    max_selected_items,
    filter,
  }),
  z.strictObject({
    type: z.literal("channels_select"),
    ...menu,
    initial_channel: id,
    response_url_enabled,
  }),
  z.strictObject({
    type: z.literal("multi_channels_select"),
    ...menu,
    initial_channels: ids,
    max_selected_items,
  }),
  z.strictObject({
    type: z.literal("checkboxes"),
    ...common,
    focus_on_load,
    options: z.array(ticked).min(1).max(10),
    initial_options: z.array(ticked).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal("radio_buttons"),
    ...common,
    focus_on_load,
    options: z.array(ticked).min(1).max(10),
    initial_option: ticked.optional(),
  }),
  z.strictObject({ type: z.literal("datepicker"), ...menu, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal("timepicker"),
    ...menu,
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal("datetimepicker"),
    ...common,
    focus_on_load,
    initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
] as const;

const typed = {
  action_id: actionId,
  placeholder,
  focus_on_load,
  dispatch_action_config: z.looseObject({}).optional(),
};

/** Elements that only an input block holds. */
export const TYPED = [
  z.strictObject({
    type: z.literal("plain_text_input"),
    ...typed,
    multiline: z.boolean().optional(),
    initial_value: z.string().max(3000).optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal("number_input"),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({ type: z.literal("email_text_input"), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal("url_text_input"), ...typed, initial_value: z.string().optional() }),
] as const;
