import type { Member } from "../workspace.ts";

type Json = Record<string, unknown>;

const URL_TYPED = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"\]]/g;
const MENTION_TYPED = /@(\p{L}+)/gu;
const ANGLE = /<([^>]*)>/g;

/** Turns what somebody typed into Slack's markup: escapes, links in angle brackets, mentions by id. */
export function asTyped(typed: string, members: Iterable<Member>): string {
  const ids = new Map([...members].map((member) => [member.name.toLowerCase(), member.id]));
  return typed
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(URL_TYPED, (url) => `<${url}>`)
    .replaceAll(MENTION_TYPED, (whole, name: string) => {
      const id = ids.get(name.toLowerCase());
      return id === undefined ? whole : `<@${id}>`;
    });
}

/** The rich text block Slack adds to what people write, for text and links and mentions. */
export function richText(text: string): Json {
  const elements: Json[] = [];
  let from = 0;
  for (const match of text.matchAll(ANGLE)) {
    if (match.index > from) elements.push(plain(text.slice(from, match.index)));
    elements.push(angle(match[1] ?? ""));
    from = match.index + match[0].length;
  }
  if (from < text.length) elements.push(plain(text.slice(from)));
  return { type: "rich_text", block_id: "said", elements: [{ type: "rich_text_section", elements }] };
}

function plain(text: string): Json {
  return { type: "text", text: unescaped(text) };
}

function angle(inside: string): Json {
  const [target = "", label] = inside.split("|", 2);
  if (target.startsWith("@")) return { type: "user", user_id: target.slice(1) };
  if (target.startsWith("#")) return { type: "channel", channel_id: target.slice(1) };
  if (target.startsWith("!")) return { type: "broadcast", range: target.slice(1) };
  return { type: "link", url: unescaped(target), ...(label === undefined ? {} : { text: unescaped(label) }) };
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
