import * as z from "zod";
import type { Message } from "../threads/thread.ts";
import { escape } from "./words.ts";

/** Slack's time stamps: seconds, a dot, six digits. Whatever sorts by them relies on the form. */
export const ts = z.string().regex(/^\d{1,12}\.\d{1,6}$/);
export const id = z.string().regex(/^[A-Z0-9]{2,40}$/);

/** Slack writes what is not there as null at times. */
const maybe = <T>(schema: z.ZodType<T>) =>
  schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional();

/** A message as Slack hands it over in events, shortcuts and history alike: the fields we look at. */
export const rawMessage = z.object({
  subtype: maybe(z.string()),
  ts,
  thread_ts: maybe(ts),
  user: maybe(id),
  bot_id: maybe(z.string()),
  edited: maybe(z.object({ ts })),
  text: maybe(z.string()),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  channel_type: z.string().optional(),
});
export type RawMessage = z.infer<typeof rawMessage>;

/** Subtypes in which a person speaks; every other one is an announcement of Slack's, or a bot. */
const SPOKEN: ReadonlySet<string | undefined> = new Set([
  undefined,
  "file_share",
  "thread_broadcast",
  "me_message",
]);

export type Bot = { readonly user: string };
export type Origin = { readonly team: string; readonly channel: string };

/** The message of a person, or the name of the reason why it is none. */
export function toMessage(raw: RawMessage, where: Origin, bot: Bot): Message | { dropped: string } {
  if (raw.user === bot.user) return { dropped: "own" };
  if (raw.bot_id !== undefined || raw.user === "USLACKBOT") return { dropped: "bot" };
  if (!SPOKEN.has(raw.subtype)) return { dropped: raw.subtype ?? "subtype" };
  if (raw.user === undefined) return { dropped: "nobody" };
  const text = textOf(raw);
  if (text.trim() === "") return { dropped: "no-text" };
  return { ...bare(raw, where, raw.user), text };
}

/** The message whoever wrote it, for a shortcut on that very message. */
export function anyMessage(raw: RawMessage, where: Origin): Message {
  return { ...bare(raw, where, raw.user ?? raw.bot_id ?? "unknown"), text: textOf(raw) };
}

function bare(raw: RawMessage, { team, channel }: Origin, user: string): Omit<Message, "text"> {
  // Slack gives a thread's first message its own ts as thread_ts; it does not stand in a thread, it begins one.
  const inThread = raw.thread_ts !== undefined && raw.thread_ts !== raw.ts;
  const titles = titlesOf(raw.attachments);
  return {
    team,
    channel,
    ts: raw.ts,
    user,
    ...(inThread && raw.thread_ts !== undefined && { thread: raw.thread_ts }),
    ...(raw.thread_ts === raw.ts && { begins: true }),
    ...(raw.edited && { edited: raw.edited.ts }),
    ...(Object.keys(titles).length > 0 && { titles }),
  };
}

/** Slack cuts texts at this many characters (docs: chat.postMessage). What claims to be longer is not read further. */
const LONGEST_TEXT = 40_000;

/** The text, and where Slack sent none, what its rich text says. */
export function textOf(raw: Pick<RawMessage, "text" | "blocks">): string {
  return (raw.text ? raw.text : flatten(raw.blocks, 0)).slice(0, LONGEST_TEXT);
}

const unfurl = z.object({
  title: z.string(),
  from_url: maybe(z.string()),
  original_url: maybe(z.string()),
  title_link: maybe(z.string()),
});
/** What is kept of a title. */
const LONGEST_TITLE = 280;

/** Titles that an unfurl brought, by the link as it stands in the message. */
export function titlesOf(attachments: unknown): Record<string, string> {
  const entries = (Array.isArray(attachments) ? attachments : []).flatMap((attachment) => {
    const { success, data } = unfurl.safeParse(attachment);
    const url = data?.original_url ?? data?.from_url ?? data?.title_link;
    return success && url !== undefined && data.title !== ""
      ? [[url, data.title.slice(0, LONGEST_TITLE)]]
      : [];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Deeper than Slack's own blocks ever are. */
const DEEPEST = 12;
const BLOCK_ELEMENTS: ReadonlySet<unknown> = new Set([
  "rich_text_section",
  "rich_text_quote",
  "rich_text_preformatted",
]);

/** What blocks say, in the markup of Slack's `text`: links and mentions in angle brackets. */
function flatten(node: unknown, depth: number): string {
  if (depth > DEEPEST) return "";
  if (Array.isArray(node)) return node.map((one) => flatten(one, depth + 1)).join("");
  if (typeof node !== "object" || node === null) return "";
  const { type, text, url, user_id, channel_id, name, elements } = node as Record<string, unknown>;
  if (type === "link") return `<${string(url)}${text ? `|${string(text)}` : ""}>`;
  if (type === "user") return `<@${string(user_id)}>`;
  if (type === "channel") return `<#${string(channel_id)}>`;
  if (type === "emoji") return `:${string(name)}:`;
  if (typeof text === "string") return escape(text);
  if (typeof text === "object") return `${flatten(text, depth + 1)}\n`;
  return flatten(elements, depth + 1) + (BLOCK_ELEMENTS.has(type) ? "\n" : "");
}

function string(value: unknown): string {
  return typeof value === "string" ? value : "";
}
