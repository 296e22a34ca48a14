import { createHash } from "node:crypto";

/** The most characters of anybody's message that are kept. */
export const LONGEST_QUOTE = 280;

/** A message in Slack's markup without the people it mentions: whoever is forgotten is so in the words of others, too. */
export const unnamed = (text: string): string => text.replaceAll(/<@[^<>]*>?/g, "@…");

/** Slack's markup as a reader sees it: labels for links, names left out of mentions, `&amp;` and its like undone. */
export function plain(text: string): string {
  return unnamed(text)
    .replaceAll(/<[#!][^<>|]*\|([^<>]*)>/g, "$1")
    .replaceAll(/<#[^<>]*>/g, "#…")
    .replaceAll(/<!([a-z]+)(?![a-z])[^<>]*>/g, "@$1")
    .replaceAll(/<[^<>|]*\|([^<>]*)>/g, "$1")
    .replaceAll(/<([^<>]*)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Characters shown before the words a long line is quoted for. */
const LEAD_IN = 120;

/** The line of the message around `at`, as a reader sees it; of a long line, the words around `at` that may be kept. */
export function quoteOf(text: string, at: number): string {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  const line = text.slice(start, end === -1 ? text.length : end);
  if (tidy(line.slice(0, 8 * LONGEST_QUOTE)).length <= LONGEST_QUOTE && line.length <= 8 * LONGEST_QUOTE)
    return tidy(line);
  if (at - start <= LEAD_IN) return shorten(tidy(line.slice(0, 8 * LONGEST_QUOTE)));
  const from = beginningNear(line, at - start - LEAD_IN);
  return shorten(`…${tidy(line.slice(from, from + 8 * LONGEST_QUOTE))}`);
}

const tidy = (text: string) => plain(text).replaceAll(/\s+/g, " ").trim();

/** Where a word begins at or after `from`; before the link or mention, where `from` stands inside one. */
function beginningNear(line: string, from: number): number {
  const opened = line.lastIndexOf("<", from);
  if (opened > line.lastIndexOf(">", from)) return opened;
  const space = line.slice(from, from + LEAD_IN / 2).search(/\s\S/);
  return space === -1 ? from : from + space + 1;
}

/** At most `LONGEST_QUOTE` characters, with an ellipsis where something is missing. */
export function shorten(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  const cut = text.slice(0, LONGEST_QUOTE - 1);
  // A cut through a surrogate pair would leave half a character behind.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** At most as many characters, for words that are only compared with each other: a hash stands for what is missing. */
export function compared(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  return createHash("sha256").update(text).digest("base64url");
}
