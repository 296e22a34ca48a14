import type { RichTextElement } from "@slack/types";
import type { Piece, Words } from "../telling/note.ts";

/** Slack refuses messages whose blocks hold more than about 13,200 characters (bolt-js issue 2509); one piece gets this much. */
const LONGEST_PIECE = 3000;
const USER = /^[UW][A-Z0-9]{2,30}$/;
const CHANNEL = /^[CGD][A-Z0-9]{2,30}$/;

/** Signs nobody sees: control characters but for tab and line feed, and those that turn the direction of all that follows. */
// oxlint-disable-next-line no-control-regex -- these very characters are meant
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const HALF_A_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it can be shown to anybody: half a surrogate pair is no character, and JSON with one in it is refused by many. */
export const printable = (text: string): string =>
  text.replaceAll(UNSEEN, "").replaceAll(HALF_A_PAIR, "\ufffd");

/** Printable, and cut to at most `most` UTF-16 units, not inside a character, with an ellipsis that says so. */
export function cut(given: string, most: number): string {
  const text = printable(given);
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** Text for places where Slack reads mrkdwn: `&`, `<` and `>` cannot begin a mention or a link (docs: formatting message text). */
export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export function isUser(id: string): boolean {
  return USER.test(id);
}

/**
 * Words as elements of a rich text block. Rich text is not parsed by Slack, so nothing in a plain string can mention,
 * link or format. Empty pieces are left out, since Slack refuses them.
 */
export function richText(words: Words): RichTextElement[] {
  return pieces(words).flatMap((piece) => richPiece(piece) ?? []);
}

function richPiece(piece: Piece): RichTextElement | undefined {
  if (typeof piece === "string") return styled(piece);
  if ("bold" in piece) return styled(piece.bold, { bold: true });
  if ("italic" in piece) return styled(piece.italic, { italic: true });
  if ("code" in piece) return styled(piece.code, { code: true });
  if ("user" in piece) {
    return isUser(piece.user) ? { type: "user", user_id: piece.user } : styled(piece.user);
  }
  if ("channel" in piece) {
    return CHANNEL.test(piece.channel)
      ? { type: "channel", channel_id: piece.channel }
      : styled(piece.channel);
  }
  if ("link" in piece) return link(piece);
  return {
    type: "date",
    timestamp: Math.floor(piece.when / 1000),
    format: piece.style === "day" ? "{date_pretty}" : "{date_pretty} at {time}",
    fallback: day(piece.when),
  };
}

type Style = { bold?: true; italic?: true; code?: true };

function styled(text: string, style?: Style): RichTextElement | undefined {
  const shown = cut(text, LONGEST_PIECE);
  return shown === "" ? undefined : { type: "text", text: shown, ...(style && { style }) };
}

function link({ link: url, label }: { link: string; label: string }): RichTextElement | undefined {
  return isWebLink(url) ? { type: "link", url, text: cut(label || url, LONGEST_PIECE) } : styled(label);
}

/** Slack refuses other schemes, and links longer than this (reference/block-kit: url, 3000). */
export function isWebLink(url: string): boolean {
  return (
    url.length <= 3000 && printable(url) === url && /^https?:\/\/[^\s<>|"]+$/.test(url) && URL.canParse(url)
  );
}

/** Words as plain text, for places that know nothing else. */
export function plain(words: Words): string {
  return printable(pieces(words).map(plainPiece).join(""));
}

function plainPiece(piece: Piece): string {
  if (typeof piece === "string") return piece;
  if ("bold" in piece) return piece.bold;
  if ("italic" in piece) return piece.italic;
  if ("code" in piece) return piece.code;
  if ("user" in piece) return piece.user;
  if ("channel" in piece) return piece.channel;
  return "link" in piece ? piece.label : day(piece.when);
}

export function pieces(words: Words): readonly Piece[] {
  return typeof words === "string" ? [words] : words;
}

function day(when: number): string {
  const date = new Date(when);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
