import { createHash } from "node:crypto";
import { lineOf } from "../questions/line.ts";
import { read } from "../reading/read.ts";
import type { Manner, Reading } from "../reading/reading.ts";
import { statedIn } from "../reading/stated.ts";
import type { ChannelRecord } from "../telling/consent.ts";
import { isOccasion } from "../threads/fold.ts";
import { inThread } from "../questions/in-thread.ts";
import { quoteOf } from "../threads/quote.ts";
import type { Line, Message, Role, Thread } from "../threads/thread.ts";
import type { Parts } from "./parts.ts";
import { markedAsPutRight } from "./put-right.ts";

/** What a message says, with the titles of its links. `before` is the text of the message before it. */
export function readMessage(message: Message, before: string | undefined, manner: Manner): Reading {
  return read(withTitles(message), { manner, ...(before !== undefined && { before }) });
}

/** The same, once its thread is known. */
export function readInThread(
  thread: Pick<Thread, "lines" | "asked"> | undefined,
  message: Message,
  reading: Reading,
  manner: Manner,
): Reading {
  if (thread === undefined) return reading;
  const text = withTitles(message);
  const before = thread.lines.filter(({ ts }) => ts < message.ts);
  const read = inThread(reading, text, before, manner);
  return markedAsPutRight(thread, message, text, read);
}

/** True where a message alone matters: it holds an estimate or a spec link. Nearly every message ends here. */
export const matters = ({ estimates, links }: Reading): boolean =>
  estimates.length > 0 || links.some((link) => link.spec);

/** What a message comes after, as far as it is known, and how the team speaks. */
type Before = { readonly before?: string | undefined; readonly thread?: Thread; readonly manner: Manner };

/** A message read and noted, ready to be folded into its thread. */
export function heardLine(
  parts: Parts,
  message: Message,
  role: Role,
  { before, thread, manner }: Before,
): Line {
  const reading = readInThread(thread, message, readMessage(message, before, manner), manner);
  return notedLine(parts, message, role, reading);
}

/** A message whose reading is known, ready to be folded into its thread. */
export function notedLine(parts: Parts, message: Message, role: Role, reading: Reading): Line {
  const text = withTitles(message);
  const noted = lineOf({ ts: message.ts, user: message.user, role, text }, reading, parts.library());
  const stated = statedIn(text);
  const print = createHash("sha256").update(text).digest("base64url").slice(0, 12);
  const { edited } = message;
  const line = { ...noted, print, ...(edited && { edited }), ...(stated.length > 0 && { stated }) };
  // A number given in reply to "how long for X?" is shown with it.
  const asks = line.reading.asksForEstimate ? Math.max(0, text.indexOf("?")) : undefined;
  if (!isOccasion(line) && asks === undefined) return line;
  const at = line.estimates[0]?.at ?? line.specs[0]?.at ?? asks ?? 0;
  return { ...line, said: quoteOf(text, at) };
}

/** A link's title counts as its label, where the author gave none. */
function withTitles(message: Message): string {
  let { text } = message;
  for (const [url, title] of Object.entries(message.titles ?? {})) {
    const label = title.replaceAll(/[<>|]/g, " ").trim();
    // The link stands in the message as Slack escapes it; an unfurl names it as it is.
    const escaped = url.replaceAll("&", "&amp;");
    if (label !== "") text = text.replaceAll(`<${escaped}>`, () => `<${escaped}|${label}>`);
  }
  return text;
}

/** How the team speaks and counts, with what the channel sets laid over. */
export function mannerOf(parts: Parts, channel: ChannelRecord | undefined): Manner {
  const manner = parts.manner();
  if (channel?.sprintDays === undefined && channel?.hoursInDay === undefined) return manner;
  return {
    ...manner,
    ...(channel.sprintDays !== undefined && { sprintDays: channel.sprintDays }),
    ...(channel.hoursInDay !== undefined && { hoursInDay: channel.hoursInDay }),
  };
}

/** A PM of the channel asks; everybody else there counts as a doer, since who does the work is seen by what they say. */
export function roleIn(channel: ChannelRecord | undefined, user: string): Role {
  return channel?.pms.includes(user) ? "pm" : "doer";
}
