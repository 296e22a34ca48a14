/** A piece of formatted text, whether it came as Slack's markup or as rich text. */
export type Word =
  | { readonly kind: "text" | "code" | "pre"; readonly text: string }
  | { readonly kind: "bold" | "italic" | "strike" | "quote"; readonly inside: readonly Word[] }
  | { readonly kind: "link"; readonly url: string; readonly label?: string }
  | { readonly kind: "person" | "channel"; readonly id: string; readonly label?: string }
  | { readonly kind: "broadcast"; readonly name: string }
  | { readonly kind: "moment"; readonly at: number; readonly format: string };

const QUOTE_LINE = /^(?:&gt;|>) ?(.*)$/;

/** Reads Slack's markup (docs: formatting message text): quotes line by line, then what stands in the lines. */
export function readMarkup(text: string): Word[] {
  const words: Word[] = [];
  let quoted: string[] = [];
  let plain: string[] = [];
  const flush = () => {
    if (plain.length > 0) words.push(...readLine(plain.join("\n")));
    if (quoted.length > 0) words.push({ kind: "quote", inside: readLine(quoted.join("\n")) });
    [plain, quoted] = [[], []];
  };
  for (const line of text.split("\n")) {
    const quote = QUOTE_LINE.exec(line)?.[1];
    if ((quote === undefined ? quoted : plain).length > 0) flush();
    if (quote === undefined) plain.push(line);
    else quoted.push(quote);
  }
  flush();
  return words;
}

/** What can stand in a line, the greedier first. Styles open after a blank or a bracket and close before one. */
const IN_LINE = new RegExp(
  [
    String.raw`\x60{3}(?<pre>[^]+?)\x60{3}`,
    String.raw`\x60(?<code>[^\x60\n]+)\x60`,
    String.raw`<(?<angle>[^<>\n]+)>`,
    ...Object.entries({ bold: String.raw`\*`, italic: "_", strike: "~" }).map(
      ([name, sign]) =>
        String.raw`(?<![\p{L}\p{N}${sign}])${sign}(?<${name}>[^\s${sign}](?:[^${sign}\n]*[^\s${sign}])?)${sign}(?![\p{L}\p{N}${sign}])`,
    ),
  ].join("|"),
  "gu",
);

function readLine(line: string): Word[] {
  const words: Word[] = [];
  let from = 0;
  const text = (part: string) => {
    if (part !== "") words.push({ kind: "text", text: unescaped(part) });
  };
  for (const match of line.matchAll(IN_LINE)) {
    text(line.slice(from, match.index));
    words.push(wordOf(match.groups ?? {}));
    from = match.index + match[0].length;
  }
  text(line.slice(from));
  return words;
}

function wordOf(found: Readonly<Record<string, string | undefined>>): Word {
  if (found["pre"] !== undefined) return { kind: "pre", text: unescaped(found["pre"].trim()) };
  if (found["code"] !== undefined) return { kind: "code", text: unescaped(found["code"]) };
  if (found["angle"] !== undefined) return readAngle(found["angle"]);
  const kind = (["bold", "italic", "strike"] as const).find((each) => found[each] !== undefined) ?? "bold";
  return { kind, inside: readLine(found[kind] ?? "") };
}

function readAngle(inside: string): Word {
  const [target = "", said] = inside.split("|", 2);
  const label = said === undefined ? {} : { label: unescaped(said) };
  const date = /^!date\^(\d+)\^([^^]+)/.exec(target);
  if (date) return { kind: "moment", at: Number(date[1]) * 1000, format: date[2] ?? "" };
  if (target.startsWith("@")) return { kind: "person", id: target.slice(1), ...label };
  if (target.startsWith("#")) return { kind: "channel", id: target.slice(1), ...label };
  if (target.startsWith("!")) return { kind: "broadcast", name: target.slice(1) };
  return { kind: "link", url: unescaped(target), ...label };
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Slack's markup as somebody would type it again, for the box in which a message is edited. */
export function asTyped(text: string, nameOf: (id: string) => string): string {
  return unescaped(
    text
      .replaceAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, id: string) => `@${nameOf(id)}`)
      .replaceAll(/<([^|>]+)(?:\|[^>]*)?>/g, "$1"),
  );
}
