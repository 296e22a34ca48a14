import type { KnownBlock } from "@slack/types";
import type { FetchFunction } from "@slack/web-api";
import * as z from "zod";
import { LONGEST_FIELD, type Note } from "../telling/note.ts";
import { type Delivery, type Handle, type Outside, OutsideError } from "../telling/outside.ts";
import { drawHome, drawNote } from "./blocks.ts";
import { type Caller, isRefused } from "./calls.ts";
import { drawForm } from "./modal.ts";
import { cut, escape, isUser, richText } from "./words.ts";

export type Speaking = Pick<Outside, "whisper" | "direct" | "answer" | "post" | "open" | "home">;

export type SpeakingParts = {
  readonly caller: Caller;
  readonly fetch: FetchFunction;
  readonly slackApiUrl?: string;
};

/** Where response URLs lead (docs: interactivity/handling-user-interaction). No other address is answered to, whatever came in. */
const RESPONSES = "https://hooks.slack.com";

/** Everything the bot can say, and to whom. */
export function speaking(parts: SpeakingParts): Speaking {
  const { caller, fetch, slackApiUrl } = parts;
  const answered = [RESPONSES, ...(slackApiUrl === undefined ? [] : [new URL(slackApiUrl).origin])];
  const whisper: Speaking["whisper"] = ({ channel, user, thread }, note, first) => {
    const place = { channel, user, ...(thread !== undefined && { thread_ts: thread }) };
    return deliver(caller, "chat.postEphemeral", { ...place, ...drawn(note) }, first);
  };
  const direct: Speaking["direct"] = ({ user }, note) =>
    deliver(caller, "chat.postMessage", {
      channel: user,
      ...drawn(note),
      unfurl_links: false,
      unfurl_media: false,
    });
  return {
    whisper,
    direct,
    answer: async (handle, note, how) => {
      const { responseUrl } = handle;
      const leadsToSlack = responseUrl !== undefined && answered.includes(originOf(responseUrl));
      if (leadsToSlack && (await respond(fetch, responseUrl, answerTo(handle, note, how))))
        return { accepted: true };
      return afresh(handle, note, { whisper, direct });
    },
    post: ({ channel, thread }, words, first) => post(caller, { channel, thread }, words, first),
    open: (handle, form) => open(caller, handle, drawForm(form, handle)),
    home: async ({ user }, home) => {
      const answer = await caller.ask("views.publish", { user_id: user, view: drawHome(home) });
      if (isRefused(answer)) throw new OutsideError(`Slack refused views.publish (${answer.reason})`);
    },
  };
}

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : "");

/** Slack wants blocks left out rather than empty. */
function drawn(note: Note): { text: string; blocks?: KnownBlock[] } {
  const { text, blocks } = drawNote(note);
  return blocks.length > 0 ? { text, blocks } : { text };
}

async function deliver(
  caller: Caller,
  method: string,
  args: Record<string, unknown>,
  first?: () => Promise<boolean>,
): Promise<Delivery> {
  const answer = await caller.send(method, args, first);
  return isRefused(answer) ? answer : { accepted: true };
}

const posted = z.object({ ts: z.string() });

/** The question in the asker's name. Rich text is not parsed by Slack: only the asker is mentioned, whatever the text holds. */
async function post(
  caller: Caller,
  { channel, thread }: { channel: string; thread: string },
  { by, text: words }: { by: string; text: string },
  first?: () => Promise<boolean>,
): Promise<Delivery & { readonly ts?: string }> {
  const text = cut(words, LONGEST_FIELD);
  const asker = isUser(by) ? `<@${by}>` : escape(by);
  const elements = richText([{ user: by }, " asks: ", text]);
  const message = {
    channel,
    thread_ts: thread,
    text: `${asker} asks: ${escape(text)}`,
    blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }],
    parse: "none",
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
  };
  const answer = await caller.send("chat.postMessage", message, first);
  if (isRefused(answer)) return answer;
  const parsed = posted.safeParse(answer);
  return { accepted: true, ...(parsed.success && { ts: parsed.data.ts }) };
}

/** Slack's codes for a trigger that came too late: it lives three seconds (docs: interactivity/handling-user-interaction). */
const TOO_LATE: ReadonlySet<string> = new Set([
  "expired_trigger_id",
  "trigger_expired",
  "exchanged_trigger_id",
  "trigger_exchanged",
  "invalid_trigger_id",
  "invalid_trigger",
]);

async function open(caller: Caller, { triggerId }: Handle, view: object): Promise<boolean> {
  if (triggerId === undefined) return false;
  const answer = await caller.send("views.open", { trigger_id: triggerId, view });
  if (!isRefused(answer)) return true;
  if (TOO_LATE.has(answer.reason)) return false;
  throw new OutsideError(`Slack refused views.open (${answer.reason})`);
}

function answerTo(handle: Handle, note: Note, how: "new" | "replace"): object {
  if (how === "replace") return { ...drawn(note), replace_original: true };
  const thread = handle.thread === undefined ? {} : { thread_ts: handle.thread };
  return { ...drawn(note), response_type: "ephemeral", replace_original: false, ...thread };
}

/** Said anew where the response URL is used up (five uses), too old (30 minutes) or was never there. */
async function afresh(
  { team, channel, user, thread }: Handle,
  note: Note,
  { whisper, direct }: Pick<Speaking, "whisper" | "direct">,
): Promise<Delivery> {
  if (channel === "" || channel.startsWith("D")) return direct({ team, user }, note);
  const whispered = await whisper({ team, channel, user, ...(thread !== undefined && { thread }) }, note);
  return whispered.accepted ? whispered : direct({ team, user }, note);
}

const RESPONSE_TIMEOUT = 5000;

/** True if Slack took the answer. A response URL is spent without warning, so every failure means: say it another way. */
async function respond(fetch: FetchFunction, responseUrl: string, body: object): Promise<boolean> {
  try {
    const response = await fetch(responseUrl, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(RESPONSE_TIMEOUT),
    });
    return response.ok && !/"ok"\s*:\s*false/.test(await response.text());
  } catch {
    return false;
  }
}
