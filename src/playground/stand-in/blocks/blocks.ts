import * as z from "zod";
import { button, image, plain, PRESSABLE, TYPED, words } from "./elements.ts";
import { richTextParts } from "./rich-text.ts";

/** Blocks, messages and views with the limits of Slack's reference (docs.slack.dev, Block Kit and views). */

const block_id = z.string().min(1).max(255).optional();

const block = z.discriminatedUnion("type", [
  z
    .strictObject({
      type: z.literal("section"),
      block_id,
      text: words(3000).optional(),
      fields: z.array(words(2000)).min(1).max(10).optional(),
      accessory: z.discriminatedUnion("type", [image, ...PRESSABLE]).optional(),
      expand: z.boolean().optional(),
    })
    .refine((section) => section.text !== undefined || section.fields !== undefined, "needs text or fields"),
  z.strictObject({ type: z.literal("header"), block_id, text: plain(150) }),
  z.strictObject({ type: z.literal("divider"), block_id }),
  z.strictObject({
    type: z.literal("image"),
    block_id,
    image_url: z.string().min(1).max(3000),
    alt_text: z.string().min(1).max(2000),
    title: plain(2000).optional(),
  }),
  z.strictObject({
    type: z.literal("context"),
    block_id,
    elements: z
      .array(z.union([image, words(3000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal("actions"),
    block_id,
    elements: z
      .array(z.discriminatedUnion("type", [...PRESSABLE]))
      .min(1)
      .max(25),
  }),
  z.strictObject({
    type: z.literal("input"),
    block_id,
    label: plain(2000),
    element: z.discriminatedUnion("type", [...TYPED, ...PRESSABLE]),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal("rich_text"), block_id, elements: richTextParts }),
  z.strictObject({ type: z.literal("markdown"), block_id, text: z.string().min(1).max(12_000) }),
  z.strictObject({
    type: z.literal("context_actions"),
    block_id,
    elements: z.array(z.union([button, z.looseObject({ type: z.string() })])).max(5),
  }),
]);

export const messageBlocks = z.array(block).max(50);

const view = {
  blocks: z.array(block).max(100),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

export const homeView = z.strictObject({ type: z.literal("home"), ...view });

export const modalView = z
  .strictObject({
    type: z.literal("modal"),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...view,
  })
  .refine(
    (modal) => modal.submit !== undefined || !modal.blocks.some((each) => each.type === "input"),
    "a modal with inputs needs a submit",
  );
