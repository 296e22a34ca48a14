import * as z from "zod";

/** The parts of a rich text block, as Slack's reference lists them (docs.slack.dev, rich text block). */

const flag = z.boolean().optional();
const written = z
  .strictObject({ bold: flag, italic: flag, strike: flag, code: flag, underline: flag })
  .optional();
const mentioned = z
  .strictObject({
    bold: flag,
    italic: flag,
    strike: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  })
  .optional();
const id = z.string().min(1);

const word = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1), style: written }),
  z.strictObject({
    type: z.literal("link"),
    url: z.string().min(1),
    text: z.string().min(1).optional(),
    unsafe: flag,
    style: written,
  }),
  z.strictObject({ type: z.literal("user"), user_id: id, style: mentioned }),
  z.strictObject({ type: z.literal("channel"), channel_id: id, style: mentioned }),
  z.strictObject({ type: z.literal("usergroup"), usergroup_id: id, style: mentioned }),
  z.strictObject({
    type: z.literal("broadcast"),
    range: z.enum(["here", "channel", "everyone"]),
    style: mentioned,
  }),
  z.strictObject({ type: z.literal("emoji"), name: id, unicode: z.string().optional(), style: mentioned }),
  z.strictObject({
    type: z.literal("date"),
    timestamp: z.int(),
    format: z.string().min(1),
    url: z.string().optional(),
    fallback: z.string().optional(),
    style: written,
  }),
]);

const border = z.union([z.literal(0), z.literal(1)]).optional();
const section = z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(word) });

export const richTextParts = z
  .array(
    z.discriminatedUnion("type", [
      section,
      z.strictObject({
        type: z.literal("rich_text_list"),
        style: z.enum(["bullet", "ordered"]),
        elements: z.array(section).min(1),
        indent: z.int().min(0).max(8).optional(),
        offset: z.int().min(0).optional(),
        border,
      }),
      z.strictObject({
        type: z.literal("rich_text_preformatted"),
        elements: z.array(word),
        border,
        language: z.string().optional(),
      }),
      z.strictObject({ type: z.literal("rich_text_quote"), elements: z.array(word), border }),
    ]),
  )
  .min(1);
