import {
  type CardView,
  changesOf,
  dateOf,
  headline,
  type Item,
  rangeOf,
  type Section,
  sectionsOf,
  untold,
} from "./card-sections.ts";
import { LONGEST_FIELD } from "./note.ts";

/** Items of each section, fewer and fewer until the card fits. */
const ROOM = [12, 6, 4, 2, 1, 0] as const;

/** The card as Markdown, to paste wherever stakeholders read: at most 3,000 characters, people left unnamed. */
export function cardMarkdown(view: CardView): string {
  const drafts = ROOM.map((most) => () => draft(view, most));
  const fits = drafts.find((write) => write().length <= LONGEST_FIELD);
  return fits?.() ?? draft(view, 0).slice(0, LONGEST_FIELD);
}

function draft(view: CardView, most: number): string {
  const { card, zone } = view;
  const missing = untold(card);
  const note =
    card.open.length > 0 ? "It may move with the questions still open." : "It may move as we learn more.";
  return [
    `## ${escape(headline(card))}`,
    `_An estimate, as understood on ${dateOf(card.upTo, zone)}. ${note}_`,
    ...card.estimates.map((one) => estimateBlock(view, one)),
    ...sectionsOf(view).map((section) => sectionBlock(view, section, most)),
    ...(missing.length === 0 ? [] : [`_Not talked about yet: ${missing.join(", ")}._`]),
  ].join("\n\n");
}

function estimateBlock(view: CardView, estimate: CardView["card"]["estimates"][number]): string {
  const { now } = estimate;
  const changes = changesOf(estimate, view.zone);
  return [
    `> ${escape(now.said ?? now.quote)}${linked(view, now.ts, "message")}`,
    "",
    ...(now.asked === undefined ? [] : [`- **Asked:** “${escape(now.asked.quote)}”`]),
    `- **Said:** ${dateOf(now.ts, view.zone)}`,
    `- **Range:** ${escape(rangeOf(now))}`,
    ...(changes.length === 0 ? [] : [`- **Changed:** ${escape(changes.join(" → "))}`]),
  ].join("\n");
}

function sectionBlock(view: CardView, { title, items }: Section, most: number): string {
  const shown = items.slice(0, most).map((item) => itemLine(view, item));
  const left = items.length - shown.length;
  return [`**${title}**`, "", ...shown, ...(left === 0 ? [] : [`- … and ${left} more in the thread`])].join(
    "\n",
  );
}

function itemLine(view: CardView, { words, reply, ts, label }: Item): string {
  const link = linked(view, ts, label);
  return reply === undefined
    ? `- ${escape(words)}${link}`
    : `- ${escape(words)}  \n  ${escape(reply)}${link}`;
}

function linked({ links }: CardView, ts: string, label: string): string {
  const link = links.get(ts);
  return link === undefined ? "" : ` ([${label}](${link}))`;
}

/** Somebody's words stay what they are: nothing in them formats, links or draws a picture. */
function escape(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_[\]<>|~#]/g, "\\$&");
}
