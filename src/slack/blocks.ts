import type { ActionsBlock, Button as SlackButton, ContextBlock, KnownBlock, Overflow } from "@slack/types";
import type { Button, Home, Note, Part, Piece, Words } from "../telling/note.ts";
import { MOST_IN_BUTTON, MOST_IN_OPTION, writePress } from "./press.ts";
import { cut, escape, isUser, isWebLink, pieces, plain, printable, richText } from "./words.ts";

/** Slack's limits (docs: reference/block-kit). */
const LIMITS = {
  title: 150,
  section: 3000,
  context: 2000,
  contextElements: 10,
  label: 75,
  rowElements: 25,
  overflow: 5,
} as const;

/** How much there is room for: blocks, and characters in them all. About 13,200 in a message are refused (bolt-js issue 2509). */
type Room = { readonly blocks: number; readonly characters: number };
const MESSAGE: Room = { blocks: 50, characters: 12_000 };
const HOME: Room = { blocks: 100, characters: 100_000 };

/** A note as Slack wants it: `text` for notifications and screen readers, `blocks` for the eye. */
export function drawNote(note: Note): { text: string; blocks: KnownBlock[] } {
  const text = escape(cut(printable(note.summary) || "Askwhy", LIMITS.section));
  return { text, blocks: draw(note.parts, MESSAGE) };
}

export function drawHome(home: Home): { type: "home"; blocks: KnownBlock[] } {
  return { type: "home", blocks: draw(home.parts, HOME) };
}

/** Parts as blocks, as many as there is room for, with action ids that are unique among them. */
export function draw(parts: readonly Part[], room: Room): KnownBlock[] {
  const number = counter();
  const kept: KnownBlock[] = [];
  let left = room.characters;
  for (const block of parts.flatMap((part) => drawPart(part, number))) {
    const cost = characters(block);
    if (kept.length === room.blocks || cost > left) break;
    left -= cost;
    kept.push(block);
  }
  return kept;
}

type Counter = () => number;

function counter(): Counter {
  let last = 0;
  return () => (last += 1);
}

function drawPart(part: Part, number: Counter): KnownBlock[] {
  switch (part.kind) {
    case "title":
      return plain(part.text).trim() === ""
        ? []
        : [{ type: "header", text: plainText(part.text, LIMITS.title) }];
    case "say":
      return drawSay(part.words, part.button, number);
    case "quote":
      return drawQuote(part);
    case "small":
      return drawSmall(part.words);
    case "list":
      return drawList(part.items);
    case "buttons":
      return drawButtons(part.buttons, part.rarer ?? [], number);
    case "line":
      return [{ type: "divider" }];
  }
}

/** Plain words with a button stand beside it; others are rich text, which cannot, and have it below. */
function drawSay(words: Words, button: Button | undefined, number: Counter): KnownBlock[] {
  const pressed = button && drawButton(button, number);
  const all = pieces(words);
  if (pressed && all.every((piece) => typeof piece === "string") && plain(words).trim() !== "") {
    return [{ type: "section", text: plainText(plain(words), LIMITS.section), accessory: pressed }];
  }
  const elements = richText(words);
  return [
    ...(elements.length === 0
      ? []
      : [{ type: "rich_text" as const, elements: [{ type: "rich_text_section" as const, elements }] }]),
    ...(pressed ? [{ type: "actions" as const, elements: [pressed] }] : []),
  ];
}

function drawQuote(part: Extract<Part, { kind: "quote" }>): KnownBlock[] {
  const by: Piece = isUser(part.by) ? { user: part.by } : part.by;
  const where: Piece[] = part.link === undefined ? [] : [" · ", { link: part.link, label: "open" }];
  const elements = richText([part.text, ...(part.by === "" ? [] : [" — ", by]), ...where]);
  return elements.length === 0
    ? []
    : [{ type: "rich_text", elements: [{ type: "rich_text_quote", elements }] }];
}

function drawList(items: readonly Words[]): KnownBlock[] {
  const sections = items
    .map((item) => ({ type: "rich_text_section" as const, elements: richText(item) }))
    .filter((section) => section.elements.length > 0);
  if (sections.length === 0) return [];
  return [{ type: "rich_text", elements: [{ type: "rich_text_list", style: "bullet", elements: sections }] }];
}

/** A context block holds no rich text: what is plain stays plain text, what is ours becomes an element of its own. */
function drawSmall(words: Words): KnownBlock[] {
  const elements = joined(pieces(words)).flatMap((piece) => smallPiece(piece) ?? []);
  if (elements.length === 0) return [];
  if (elements.length <= LIMITS.contextElements) return [{ type: "context", elements }];
  return [{ type: "context", elements: [plainText(plain(words), LIMITS.context)] }];
}

/** Neighbouring strings as one, without the blanks that Slack puts between elements anyway. */
function joined(all: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of all) {
    const last = result.at(-1);
    if (typeof piece === "string" && typeof last === "string") result[result.length - 1] = last + piece;
    else result.push(piece);
  }
  return result;
}

function smallPiece(piece: Piece): ContextBlock["elements"][number] | undefined {
  if (typeof piece !== "string") {
    if ("user" in piece && isUser(piece.user)) return mrkdwn(`<@${piece.user}>`);
    if ("channel" in piece && /^[CG][A-Z0-9]+$/.test(piece.channel)) return mrkdwn(`<#${piece.channel}>`);
    if ("link" in piece && isWebLink(piece.link) && piece.link.length + piece.label.length < 1800) {
      return mrkdwn(`<${escape(piece.link)}|${unformatted(piece.label) || "link"}>`);
    }
    if ("when" in piece) return mrkdwn(moment(piece.when, piece.style));
  }
  const text = plain([piece]).trim();
  return text === "" ? undefined : plainText(text, LIMITS.context);
}

function moment(when: number, style: "day" | "day-and-time"): string {
  const format = style === "day" ? "{date_pretty}" : "{date_pretty} at {time}";
  const fallback = plain([{ when, style }]) || "some day";
  return `<!date^${Math.floor(when / 1000)}^${format}|${fallback}>`;
}

/** A link's label stands inside mrkdwn: without the signs that format there. */
function unformatted(label: string): string {
  return escape(
    printable(label)
      .replaceAll(/[*_~`|\n]/g, " ")
      .trim(),
  );
}

function mrkdwn(text: string) {
  return { type: "mrkdwn" as const, text, verbatim: true };
}

function plainText(text: string, most: number) {
  return { type: "plain_text" as const, text: cut(text, most), emoji: false };
}

/** Rarer choices go behind three dots, two to five at a time: Slack knows no menu of one. */
function drawButtons(buttons: readonly Button[], rarer: readonly Button[], number: Counter): KnownBlock[] {
  const behindDots = rarer.filter((one) => writePress(one.press).length <= MOST_IN_OPTION);
  const menus = chunks(behindDots, LIMITS.overflow);
  const lone = menus.at(-1)?.length === 1 ? (menus.pop() ?? []) : [];
  const tooLong = rarer.filter((one) => !behindDots.includes(one));
  const elements: (SlackButton | Overflow)[] = [
    ...[...buttons, ...tooLong, ...lone].flatMap((one) => drawButton(one, number) ?? []),
    ...menus.map((menu) => drawMenu(menu, number)),
  ];
  return chunks(elements, LIMITS.rowElements).map((row): ActionsBlock => ({
    type: "actions",
    elements: row,
  }));
}

function drawButton(button: Button, number: Counter): SlackButton | undefined {
  const value = writePress(button.press);
  if (value.length > MOST_IN_BUTTON) return undefined;
  return {
    type: "button",
    action_id: `aw:${button.press.do}:${number()}`,
    text: plainText(labelOf(button), LIMITS.label),
    value,
    ...(button.style && { style: button.style }),
  };
}

const labelOf = ({ label, press }: Button) => printable(label).trim() || press.do;

function drawMenu(menu: readonly Button[], number: Counter): Overflow {
  return {
    type: "overflow",
    action_id: `aw:rarer:${number()}`,
    options: menu.map((one) => ({
      text: plainText(labelOf(one), LIMITS.label),
      value: writePress(one.press),
    })),
  };
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** What a block weighs against Slack's limit for a whole message: the words in it. */
function characters(block: unknown): number {
  if (Array.isArray(block)) return block.reduce((sum: number, one) => sum + characters(one), 0);
  if (typeof block !== "object" || block === null) return 0;
  return Object.entries(block).reduce(
    (sum, [name, value]) =>
      sum +
      (typeof value === "string"
        ? name === "text" || name === "url"
          ? value.length
          : 0
        : characters(value)),
    0,
  );
}
