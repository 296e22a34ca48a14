import type { Card } from "../threads/card.ts";
import type { ThreadRef } from "../threads/thread.ts";
import { cardMarkdown } from "./card-markdown.ts";
import {
  type CardView,
  changesOf,
  dateOf,
  headline,
  type Item,
  rangeOf,
  sectionsOf,
  untold,
} from "./card-sections.ts";
import { inReplyTo } from "./in-reply-to.ts";
import type { Form, Note, Part, Press, PressName, Words } from "./note.ts";

const MOST_IN_HOME = 5;

const onThread = (name: PressName, ref: ThreadRef): Press => ({
  do: name,
  about: { c: ref.channel, r: ref.root },
});

/** The estimate card for one reader, with its Markdown behind a button. */
export function cardNote(view: CardView): Note {
  const button = { label: "Copy as Markdown", press: onThread("card-markdown", view.card.ref) };
  return {
    summary: headline(view.card),
    parts: [...cardParts(view), { kind: "buttons", buttons: [button] }],
  };
}

function cardParts(view: CardView): Part[] {
  const { card } = view;
  const missing = untold(card);
  return [
    { kind: "title", text: headline(card) },
    ...card.estimates.flatMap((one) => estimateParts(view, one)),
    ...sectionsOf(view).flatMap(({ title, items }): Part[] => [
      { kind: "say", words: [{ bold: title }] },
      { kind: "list", items: items.map((item) => itemWords(view, item)) },
    ]),
    ...(missing.length === 0
      ? []
      : [{ kind: "small" as const, words: `Not talked about in the thread yet: ${missing.join(", ")}.` }]),
  ];
}

function estimateParts(view: CardView, estimate: CardView["card"]["estimates"][number]): Part[] {
  const { now } = estimate;
  const link = view.links.get(now.ts);
  const changes = changesOf(estimate, view.zone);
  return [
    { kind: "quote", text: now.said ?? now.quote, by: "", ...(link !== undefined && { link }) },
    {
      kind: "small",
      words: [
        ...(now.asked === undefined ? [] : [`In reply to “${now.asked.quote}”. `]),
        `Said ${dateOf(now.ts, view.zone)}. Range: ${rangeOf(now)}.`,
        ...(changes.length === 0 ? [] : [` Changed: ${changes.join(" → ")}.`]),
      ],
    },
  ];
}

function itemWords({ links }: CardView, { words, reply, ts, label }: Item): Words {
  const link = links.get(ts);
  return [
    words,
    ...(reply === undefined ? [] : [" → ", { italic: reply }]),
    ...(link === undefined ? [] : [" ", { link, label }]),
  ];
}

/** The card's words to copy, and above them, where it was opened from Home, the card itself. */
export function cardForm(view: CardView, show: "card" | "markdown"): Form {
  return {
    title: "Estimate card",
    submit: "Done",
    press: { do: "copied", about: {} },
    parts: show === "card" ? cardParts(view) : [],
    fields: [
      {
        kind: "text",
        name: "markdown",
        label: "As Markdown",
        hint: "Select all and copy. What you change here is kept nowhere.",
        value: cardMarkdown(view),
        lines: "many",
        optional: true,
      },
    ],
  };
}

/** A person's newest cards, for Home. */
export function cardsParts(cards: readonly Card[]): Part[] {
  if (cards.length === 0) return [];
  return [
    { kind: "title", text: "Estimate cards" },
    ...cards.slice(0, MOST_IN_HOME).map((card): Part => ({
      kind: "say",
      words: [
        { channel: card.ref.channel },
        ` · ${headline(card)}: “${card.estimates.at(-1)?.now.said ?? ""}”${openCount(card.open.length)} `,
        ...inReplyTo(card.estimates.at(-1)?.now.asked?.quote),
      ],
      button: { label: "Open card", press: onThread("card", card.ref) },
    })),
  ];
}

const openCount = (count: number): string =>
  count === 0 ? "" : ` (${count === 1 ? "one question" : `${count} questions`} still open)`;
