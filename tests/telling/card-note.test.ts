import { describe, expect, test } from "vitest";
import { cardForm, cardNote, cardsParts } from "../../src/telling/card-note.ts";
import type { CardView } from "../../src/telling/card-sections.ts";
import type { Part } from "../../src/telling/note.ts";
import type { Card } from "../../src/threads/card.ts";
import { card, value } from "./card.ts";

const TS = "1795514400.000001";
const LINK = "https://acme.example/p1";
const view = (more: Partial<Card> = {}): CardView => ({
  card: card(more),
  links: new Map([[TS, LINK]]),
  zone: "Etc/UTC",
});
const ON_THREAD = { c: "C0PLANNING", r: TS };
/** The headings of lists, in order. */
const headings = (parts: readonly Part[]) =>
  parts.flatMap((part, index) =>
    parts[index + 1]?.kind === "list" && part.kind === "say" ? [part.words] : [],
  );

describe("the card as a note", () => {
  test("begins with the number and the words it was given in", () => {
    const note = cardNote(view());
    expect(note.summary).toBe("Estimate: about 3 weeks");
    expect(note.parts.slice(0, 3)).toEqual([
      { kind: "title", text: "Estimate: about 3 weeks" },
      { kind: "quote", text: "checkout on the new gateway, about 3 weeks", by: "", link: LINK },
      { kind: "small", words: ["Said 24 Nov 2026. Range: one number without a range, said with “about”."] },
    ]);
  });

  test("has a heading for what is known, none for what is not", () => {
    const words = [{ quote: "incl. e2e", ts: TS }];
    expect(headings(cardNote(view()).parts)).toEqual([]);
    expect(headings(cardNote(view({ in: words, depends: words })).parts)).toEqual([
      [{ bold: "Included" }],
      [{ bold: "Depends on" }],
    ]);
  });

  test("links every item to its message", () => {
    const list = cardNote(view({ out: [{ quote: "the migration is on top", ts: TS }] })).parts.find(
      (part) => part.kind === "list",
    );
    expect(list?.items).toEqual([["“the migration is on top”", " ", { link: LINK, label: "message" }]]);
  });

  test("holds several estimates, each with its words", () => {
    const estimates: Card["estimates"] = [
      { now: value({ quote: "2 weeks", said: "backend 2 weeks" }), before: [] },
      { now: value({ quote: "1 week", said: "frontend 1 week" }), before: [] },
    ];
    const note = cardNote(view({ estimates }));
    expect(note.summary).toBe("Estimates: 2 weeks · 1 week");
    expect(note.parts.filter((part) => part.kind === "quote").map((part) => part.text)).toEqual([
      "backend 2 weeks",
      "frontend 1 week",
    ]);
  });

  test("ends with its words to copy", () => {
    expect(cardNote(view()).parts.at(-1)).toEqual({
      kind: "buttons",
      buttons: [{ label: "Copy as Markdown", press: { do: "card-markdown", about: ON_THREAD } }],
    });
  });
});

test.each([
  ["card", true],
  ["markdown", false],
] as const)("the form shows the %s", (show, hasCard) => {
  const form = cardForm(view(), show);
  expect(form.parts.some((part) => part.kind === "title")).toBe(hasCard);
  expect(form.fields[0]).toMatchObject({
    kind: "text",
    value: expect.stringContaining("## Estimate: about 3 weeks"),
  });
});

describe("cards in Home", () => {
  test("none, no heading", () => {
    expect(cardsParts([])).toEqual([]);
  });

  test("the newest five, each with its button and how much is open", () => {
    const open = [{ question: "range", text: "What would the good case look like?", asked: TS }];
    const parts = cardsParts([card({ open }), ...Array.from({ length: 6 }, () => card())]);
    expect(parts).toHaveLength(6);
    expect(parts[1]).toEqual({
      kind: "say",
      words: [
        { channel: ON_THREAD.c },
        " · Estimate: about 3 weeks: “checkout on the new gateway, about 3 weeks” (one question still open) ",
      ],
      button: { label: "Open card", press: { do: "card", about: ON_THREAD } },
    });
  });
});
