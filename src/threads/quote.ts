/** The most characters of anybody's message that are kept. */
export const LONGEST_QUOTE = 280;

/** Slack's markup as a reader sees it: labels for links, names left out of mentions, `&amp;` and its like undone. */
export function plain(text: string): string {
  return text
    .replaceAll(/<[@#!][^<>|]*\|([^<>]*)>/g, "$1")
    .replaceAll(/<@[^<>]*>/g, "@…")
    .replaceAll(/<#[^<>]*>/g, "#…")
    .replaceAll(/<!([a-z]+)[^<>]*>/g, "@$1")
    .replaceAll(/<[^<>|]*\|([^<>]*)>/g, "$1")
    .replaceAll(/<([^<>]*)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** The line of the message around `at`, as a reader sees it, cut to what may be kept. */
export function quoteOf(text: string, at: number): string {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  const line = text.slice(start, end === -1 ? text.length : end);
  const near =
    line.length > 4 * LONGEST_QUOTE
      ? text.slice(Math.max(start, at - LONGEST_QUOTE), at + LONGEST_QUOTE)
      : line;
  return shorten(plain(near).replaceAll(/\s+/g, " ").trim());
}

/** At most `LONGEST_QUOTE` characters, with an ellipsis where something is missing. */
export function shorten(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  const cut = text.slice(0, LONGEST_QUOTE - 1);
  // A cut through a surrogate pair would leave half a character behind.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
