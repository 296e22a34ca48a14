/** Text without any of these marks is already plain. */
const MARKUP = /[<&`*_:~]/;

/** What Slack writes around and between words, longest first; each branch is bounded by its own closing mark. */
const PATTERN =
  /```[^]*?(?:```|$)|`[^`\n]+`|<([@#!])([^<>|\n]*)(?:\|([^<>\n]*))?>|<([^<>|\s]+)(?:\|([^<>\n]*))?>|&(gt|lt|amp);|:[a-z0-9_+'-]+:|https?:\/\/[^\s<>|]+|~[^~\n]+~(?![\w~])|[*_]/gi;

const blank = (length: number): string => " ".repeat(length);
const padded = (text: string, length: number): string => text.padEnd(length).slice(0, length);

/** A line that repeats what somebody else wrote. */
const isQuoteLine = (line: string): boolean => line.startsWith("&gt;") || line.startsWith(">");

/**
 * Slack markup to plain text of the same length, so that every position in it points home.
 *
 * Code, quoted lines, links, emoji and struck-through words become blanks; a link's label stays, a mention stays as
 * `@U02ABC`, an escape becomes the character it stands for.
 */
export function clean(text: string): string {
  if (!MARKUP.test(text)) return text;
  const plain = text.replace(PATTERN, replaced);
  return text.includes("&gt;") || text.includes(">") ? withoutQuotes(text, plain) : plain;
}

function withoutQuotes(text: string, plain: string): string {
  // A message of one line that opens with "> 2 weeks" is a bound, not a quote.
  if (!text.includes("\n") && /^(?:&gt;|>) ?\d/.test(text)) return plain;
  let at = 0;
  const lines: string[] = [];
  for (const line of plain.split("\n")) {
    lines.push(isQuoteLine(text.slice(at, at + 4)) ? blank(line.length) : line);
    at += line.length + 1;
  }
  return lines.join("\n");
}

function replaced(
  whole: string,
  sort: string | undefined,
  id: string | undefined,
  _name: string | undefined,
  url: string | undefined,
  label: string | undefined,
  escape: string | undefined,
  at: number,
  text: string,
): string {
  if (sort === "@") return padded(` @${id ?? ""}`, whole.length);
  if (sort !== undefined) return blank(whole.length);
  if (url !== undefined)
    return label === undefined ? blank(whole.length) : padded(blank(url.length + 2) + label, whole.length);
  if (escape !== undefined)
    return padded({ gt: ">", lt: "<", amp: "&" }[escape.toLowerCase()] ?? "&", whole.length);
  if (whole.startsWith("`")) return whole.replace(/[^\n]/g, " ");
  if (whole === "*" || whole === "_") {
    const inside = /\w/.test(text.charAt(at - 1)) && /\w/.test(text.charAt(at + 1));
    return inside ? whole : " ";
  }
  if (whole.startsWith("~") && whole.charAt(whole.length - 2) === " ") return whole;
  return blank(whole.length);
}
