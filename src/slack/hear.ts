import * as z from "zod";
import type { Heard, Posted } from "../telling/outside.ts";
import { type Bot, type Origin, id, rawMessage, textOf, titlesOf, toMessage, ts } from "./message.ts";

/** Something Slack sent that says nothing to us, by the name of the reason. */
export type Dropped = { readonly dropped: string };

const envelope = z.object({
  team_id: id,
  authorizations: z.array(z.object({ team_id: id.nullish() })).nullish(),
  event: z.looseObject({ type: z.string() }),
  event_time: z.unknown().optional(),
});

/** An event with the workspace it is for. */
export type Addressed = {
  readonly team: string;
  readonly event: { readonly type: string; readonly [field: string]: unknown };
  /** When it happened, in milliseconds since 1970; absent where Slack does not say. */
  readonly at?: number;
};

/**
 * Reads an event_callback (docs: apis/events-api). The workspace is the one the app is installed in, which in a channel
 * shared between companies need not be the author's. Never throws, whatever comes.
 */
export function readEnvelope(body: unknown): Addressed | Dropped {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return { dropped: "malformed-envelope" };
  const { event, team_id, authorizations, event_time } = parsed.data;
  const team = authorizations?.[0]?.team_id ?? team_id;
  return { team, event, ...(typeof event_time === "number" && { at: event_time * 1000 }) };
}

/** What an event of Slack's means to us, or why nothing. Never throws, whatever comes. */
export function hear({ event, team }: Addressed, bot: Bot): Heard | Dropped {
  const heard = EVENTS.get(event.type);
  return heard === undefined ? { dropped: "other-event" } : heard(event, team, bot);
}

type Hears = (event: Record<string, unknown>, team: string, bot: Bot) => Heard | Dropped;

const membership = z.object({ channel: id, user: id, inviter: id.optional() });
const left = z.object({ channel: id });
const homeOpened = z.object({ user: id, tab: z.string().optional() });
const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }) });

const EVENTS: ReadonlyMap<string, Hears> = new Map<string, Hears>([
  ["message", hearMessage],
  [
    "member_joined_channel",
    checked(membership, ({ channel, user, inviter }, team, bot) =>
      user === bot.user
        ? { what: "invited", team, channel, ...(inviter !== undefined && { by: inviter }) }
        : { dropped: "somebody-joined" },
    ),
  ],
  ["channel_left", checked(left, ({ channel }, team) => ({ what: "removed", team, channel }))],
  ["group_left", checked(left, ({ channel }, team) => ({ what: "removed", team, channel }))],
  [
    "app_home_opened",
    checked(homeOpened, ({ user, tab }, team) =>
      tab === undefined || tab === "home"
        ? { what: "home-opened", team, user }
        : { dropped: "messages-tab-opened" },
    ),
  ],
  ["app_uninstalled", (_event, team) => ({ what: "uninstalled", team })],
  [
    "tokens_revoked",
    checked(revoked, ({ tokens }, team) =>
      tokens.bot?.length ? { what: "uninstalled", team } : { dropped: "user-token-revoked" },
    ),
  ],
]);

function checked<T>(
  schema: z.ZodType<T>,
  hears: (event: T, team: string, bot: Bot) => Heard | Dropped,
): Hears {
  return (event, team, bot) => {
    const parsed = schema.safeParse(event);
    return parsed.success ? hears(parsed.data, team, bot) : { dropped: "malformed-event" };
  };
}

const said = rawMessage.extend({ channel: id });
const changed = z.object({ channel: id, message: rawMessage, previous_message: rawMessage.optional() });
const deleted = z.object({ channel: id, deleted_ts: ts, previous_message: rawMessage.optional() });

function hearMessage(event: Record<string, unknown>, team: string, bot: Bot): Heard | Dropped {
  if (event.channel_type === "im" || event.channel_type === "mpim") return { dropped: "direct-message" };
  if (event.subtype === "message_changed") return hearChange(event, team, bot);
  if (event.subtype === "message_deleted") return hearDeletion(event, team, bot);
  const parsed = said.safeParse(event);
  if (!parsed.success) return { dropped: "malformed-message" };
  const { channel } = parsed.data;
  if (parsed.data.user === bot.user) return hearOwn(parsed.data, { team, channel });
  const message = toMessage(parsed.data, { team, channel }, bot);
  return "dropped" in message ? message : { what: "said", message };
}

/** How a question begins that was posted for somebody: see `speak.ts`. */
const ASKED_FOR = /^<@([A-Z0-9]{2,40})> asks: /;

/** Of what the bot posts itself, the questions of others are heard: whoever posted one may not have lived to note it down. */
function hearOwn(raw: z.infer<typeof said>, place: Origin): Heard | Dropped {
  const posted = readPosted(raw);
  if (posted === undefined || raw.thread_ts === undefined) return { dropped: "own" };
  return { what: "posted", ...place, thread: raw.thread_ts, ...posted };
}

/** The question in what the bot posted in a thread, and whose it is; undefined where it says something else. */
export function readPosted({
  ts: stamp,
  thread_ts,
  text = "",
}: z.infer<typeof rawMessage>): Posted | undefined {
  const [begins = "", by] = ASKED_FOR.exec(text) ?? [];
  if (by === undefined || thread_ts === undefined || thread_ts === stamp) return undefined;
  return { ts: stamp, by, text: text.slice(begins.length) };
}

/**
 * Slack sends a change for edits, but also when a link unfurls, a reply arrives or a file is shown. It is an edit to us
 * when the text is another, or when an unfurl brought titles that were not there.
 */
function hearChange(event: unknown, team: string, bot: Bot): Heard | Dropped {
  const parsed = changed.safeParse(event);
  if (!parsed.success) return { dropped: "malformed-change" };
  const { message: now, previous_message: before, channel } = parsed.data;
  // A deleted message that has replies stays behind as a tombstone, written by Slackbot.
  if (now.subtype === "tombstone") {
    return gone({ team, channel }, now.ts, before ?? { ...now, user: undefined }, bot);
  }
  const message = toMessage(now, { team, channel }, bot);
  if ("dropped" in message) return message;
  if (
    before !== undefined &&
    textOf(now) === textOf(before) &&
    !newTitles(now.attachments, before.attachments)
  ) {
    return { dropped: "unchanged" };
  }
  return { what: "edited", message };
}

function newTitles(now: unknown, before: unknown): boolean {
  const old = titlesOf(before);
  return Object.entries(titlesOf(now)).some(([url, title]) => old[url] !== title);
}

function hearDeletion(event: unknown, team: string, bot: Bot): Heard | Dropped {
  const parsed = deleted.safeParse(event);
  if (!parsed.success) return { dropped: "malformed-deletion" };
  const { channel, deleted_ts, previous_message } = parsed.data;
  return gone({ team, channel }, deleted_ts, previous_message, bot);
}

type Before = z.infer<typeof rawMessage> | undefined;

function gone({ team, channel }: Origin, stamp: string, before: Before, bot: Bot): Heard | Dropped {
  const thread = before?.thread_ts === stamp ? undefined : before?.thread_ts;
  const own = before?.user === bot.user;
  // In threads it posts the questions people ask: one that is taken away is not waited for any longer.
  if (own && thread === undefined) return { dropped: "own" };
  if (!own && before?.bot_id !== undefined) return { dropped: "bot" };
  return { what: "deleted", team, channel, ts: stamp, ...(thread !== undefined && { thread }) };
}
