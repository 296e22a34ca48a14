import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBlocks, checkView } from "../../src/playground/stand-in/blocks/check.ts";
import { drawHome, drawNote } from "../../src/slack/blocks.ts";
import { readPress } from "../../src/slack/press.ts";
import type { Button, Part } from "../../src/telling/note.ts";
import { anyHome, anyNote } from "./arbitrary.ts";

const QUOTE = "<!channel> *3 weeks* for <https://evil.test|checkout> & `more` @here";
const button = (label: string, about: Record<string, string> = {}): Button => ({
  label,
  press: { do: "covered", about },
});
const draw = (...parts: Part[]) => drawNote({ summary: "Worth asking", parts }).blocks;

describe("what people wrote stays text", () => {
  test("a quote is rich text, which Slack does not parse", () => {
    expect(
      draw({ kind: "quote", text: QUOTE, by: "U0SAM", link: "https://acme.slack.com/archives/C0PLAN/p1" }),
    ).toEqual([
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_quote",
            elements: [
              { type: "text", text: QUOTE },
              { type: "text", text: " — " },
              { type: "user", user_id: "U0SAM" },
              { type: "text", text: " · " },
              { type: "link", url: "https://acme.slack.com/archives/C0PLAN/p1", text: "open" },
            ],
          },
        ],
      },
    ]);
  });

  test("small print is plain text, and what is ours an element of its own", () => {
    const words = [
      QUOTE,
      " ",
      { user: "U0PRIYA" },
      { link: "https://acme.test/?a=1&b=2", label: "*open* <it>" },
    ] as const;
    expect(draw({ kind: "small", words })).toEqual([
      {
        type: "context",
        elements: [
          { type: "plain_text", text: QUOTE, emoji: false },
          { type: "mrkdwn", text: "<@U0PRIYA>", verbatim: true },
          { type: "mrkdwn", text: "<https://acme.test/?a=1&amp;b=2|open  &lt;it&gt;>", verbatim: true },
        ],
      },
    ]);
  });

  test("plain words with a button stand beside it", () => {
    expect(draw({ kind: "say", words: QUOTE, button: button("Covered") })).toMatchObject([
      { type: "section", text: { type: "plain_text", text: QUOTE }, accessory: { type: "button" } },
    ]);
  });

  test("the notification's text is escaped", () => {
    expect(drawNote({ summary: QUOTE, parts: [] }).text).toBe(
      "&lt;!channel&gt; *3 weeks* for &lt;https://evil.test|checkout&gt; &amp; `more` @here",
    );
  });

  test.each([["<!channel>"], ["U0SAM> <!here"], ["everyone"]])("%s is nobody's id", (user) => {
    const drawn = JSON.stringify(
      draw({ kind: "say", words: [{ user }, { channel: user }] }, { kind: "small", words: [{ user }] }),
    );
    expect(drawn).not.toContain("user_id");
    expect(drawn).not.toContain("mrkdwn");
  });

  test.each([
    ["javascript:alert(1)"],
    ["https://a b"],
    ["not a link"],
    [`https://a.test/${"x".repeat(3000)}`],
  ])("%s is no link", (link) => {
    expect(draw({ kind: "say", words: [{ link, label: "here" }] })).toEqual([
      {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "here" }] }],
      },
    ]);
  });
});

describe("buttons", () => {
  const rarer = (count: number) =>
    Array.from({ length: count }, (_, index) => button(`rare ${index}`, { n: String(index) }));
  const shape = (count: number) =>
    draw({ kind: "buttons", buttons: [button("Ask")], rarer: rarer(count) }).flatMap((block) =>
      block.type === "actions"
        ? block.elements.map((one) => (one.type === "overflow" ? one.options.length : one.type))
        : [],
    );

  test.each([
    [0, ["button"]],
    [1, ["button", "button"]],
    [2, ["button", 2]],
    [5, ["button", 5]],
    [6, ["button", "button", 5]],
    [7, ["button", 5, 2]],
  ])("%i rarer choices", (count, expected) => {
    expect(shape(count)).toEqual(expected);
  });

  test("a choice too long for a menu is a button", () => {
    const long = button("rare", { q: "x".repeat(200) });
    expect(draw({ kind: "buttons", buttons: [], rarer: [long, ...rarer(2)] })).toMatchObject([
      { elements: [{ type: "button" }, { type: "overflow" }] },
    ]);
  });

  test("what a suggestion's button carries fits a menu, and comes back", () => {
    const press = {
      do: "mute-question",
      about: {
        c: "C0123456789",
        r: "1700000000.000100",
        o: "1700000000.000100-2",
        q: "reuse-or-new-service",
      },
    } as const;
    const blocks = draw({ kind: "buttons", buttons: [], rarer: [{ label: "Mute", press }, ...rarer(1)] });
    const menu = blocks[0]?.type === "actions" ? blocks[0].elements[0] : undefined;
    expect(menu?.type).toBe("overflow");
    expect(menu?.type === "overflow" && readPress(menu.options[0]?.value)).toEqual(press);
  });
});

describe("Slack's limits are kept for any note", () => {
  test("in messages", () => {
    fc.assert(
      fc.property(anyNote, (note) => {
        const { text, blocks } = drawNote(note);
        checkBlocks(blocks);
        expect(text).not.toBe("");
        expect(text).not.toMatch(/<[@!#]/);
        expect(actionIds(blocks)).toHaveLength(new Set(actionIds(blocks)).size);
      }),
      { numRuns: 300 },
    );
  });

  test("in Home", () => {
    fc.assert(
      fc.property(anyHome, (home) => void checkView(drawHome(home), "home")),
      { numRuns: 200 },
    );
  });

  test("mentions and links in mrkdwn are our own alone", () => {
    fc.assert(
      fc.property(anyNote, (note) => {
        for (const text of mrkdwn(drawNote(note).blocks)) {
          expect(text).toMatch(
            /^<(@[UW][A-Z0-9]+|#[CG][A-Z0-9]+|https?:\/\/[^<>|]+\|[^<>|]+|!date\^\d+\^\{date_pretty\}( at \{time\})?\|[\d-]+)>$/,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

function actionIds(blocks: unknown): string[] {
  return [...JSON.stringify(blocks).matchAll(/"action_id":"([^"]*)"/g)].map((match) => match[1] ?? "");
}

function mrkdwn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(mrkdwn);
  if (typeof node !== "object" || node === null) return [];
  if ("type" in node && node.type === "mrkdwn" && "text" in node) return [String(node.text)];
  return Object.values(node).flatMap(mrkdwn);
}
