import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBlocks, checkView } from "../../src/playground/stand-in/blocks/check.ts";
import { drawHome, drawNote } from "../../src/slack/blocks.ts";
import { drawForm } from "../../src/slack/modal.ts";
import { speaking } from "../../src/slack/speak.ts";
import type { Words } from "../../src/telling/note.ts";
import { quoteOf } from "../../src/threads/quote.ts";
import { anyForm, anyHome, anyNote } from "../slack/arbitrary.ts";
import { CHANNEL, PRIYA, SAM, TEAM } from "../story/village.ts";
import { HOSTILE_TEXT, SEEDED } from "./values.ts";

/** What people put into messages to ping, link, or break what comes after. */
const SNARES = [
  "<!channel>",
  "<!here|here>",
  "<!everyone>",
  "<!subteam^S0ALL|@all>",
  "<@U0NOOR>",
  "<@U0NOOR|noor>",
  "<#C0SECRET|secret>",
  "<https://evil.test|click>",
  "<javascript:alert(1)|click>",
  "<!date^0^{date}|x>",
  "&lt;!channel&gt;",
  "@channel @here @everyone",
  "```",
  "`",
  "*",
  "_",
  "~",
  ">",
  ">>> ",
  "\u202etxet desrever\u202c",
  "\u2066\u2067",
  "\0",
  "\u0007",
  "\ud83d",
  "\udc00",
  "https://evil.test",
];
const snare = fc
  .array(
    fc.oneof(fc.constantFrom(...SNARES, ...HOSTILE_TEXT), fc.string({ unit: "binary", maxLength: 20 })),
    { maxLength: 8 },
  )
  .map((all) => all.join(" "));

/** Every string in a value, with the name it stands under. */
function strings(value: unknown, name = ""): [name: string, text: string][] {
  if (typeof value === "string") return [[name, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([own, inner]) => strings(inner, own));
}

/** Objects of one type, deep. */
function ofType(value: unknown, type: string): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap((one) => ofType(one, type));
  return (value as { type?: unknown }).type === type ? [value as Record<string, unknown>, ...inner] : inner;
}

/** All that our own hand writes as markup: one mention, one channel, one link, one moment. */
const OURS =
  /^(?:<@[UW][A-Z0-9]+>|<#[CG][A-Z0-9]+>|<https?:\/\/[^\s<>|"]+\|[^<>|*_~`\n]+>|<!date\^\d+\^[^|^<>]+\|[^<>|]+>)$/;

function expectHarmless(drawn: unknown): void {
  for (const { text } of ofType(drawn, "mrkdwn")) expect(String(text)).toMatch(OURS);
  for (const [name, text] of strings(drawn)) {
    expect(text, name).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    for (const control of ["\0", "\u0007", "\u001b", "\u009f"])
      expect(text.includes(control), name).toBe(false);
    expect(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text), name).toBe(
      false,
    );
  }
  for (const type of ["broadcast", "usergroup"]) expect(ofType(drawn, type)).toEqual([]);
}

const note = (words: string) => ({
  summary: words,
  parts: [
    { kind: "title" as const, text: words },
    { kind: "quote" as const, text: words, by: SAM, link: words },
    { kind: "quote" as const, text: words, by: words },
    {
      kind: "say" as const,
      words: [
        words,
        { bold: words },
        { user: words },
        { channel: words },
        { link: words, label: words },
      ] as Words,
    },
    {
      kind: "say" as const,
      words,
      button: { label: words, press: { do: "why" as const, about: { q: words } } },
    },
    {
      kind: "small" as const,
      words: [words, { link: "https://acme.test/x", label: words }, { user: SAM }] as Words,
    },
    { kind: "list" as const, items: [words] },
    {
      kind: "buttons" as const,
      buttons: [{ label: words, press: { do: "why" as const, about: {} } }],
      rarer: [],
    },
  ],
});

describe("what people wrote cannot ping, link, or break what it stands in", () => {
  test("in a note, wherever it stands", () => {
    fc.assert(
      fc.property(snare, (words) => {
        const { text, blocks } = drawNote(note(words));
        checkBlocks(blocks);
        expectHarmless(blocks);
        expect(text).not.toMatch(/[<>]/);
        for (const { user_id } of ofType(blocks, "user")) expect(user_id).toBe(SAM);
        for (const { url } of ofType(blocks, "link")) expect(url).toMatch(/^https?:/);
      }),
      { ...SEEDED, numRuns: 200 },
    );
  });

  test("in any note, Home and form, far beyond Slack's limits", () => {
    fc.assert(
      fc.property(anyNote, anyHome, anyForm, (any, home, form) => {
        const { blocks } = drawNote(any);
        checkBlocks(blocks);
        const views = [
          drawHome(home),
          drawForm(form, { team: TEAM, channel: CHANNEL, user: SAM, surface: "message" }),
        ];
        checkView(views[0], "home");
        checkView(views[1], "modal");
        for (const drawn of [blocks, ...views]) expectHarmless(drawn);
      }),
      { ...SEEDED, numRuns: 60 },
    );
  });

  test("in a question that is posted: the asker is mentioned, and nobody else", async () => {
    await fc.assert(
      fc.asyncProperty(snare, async (words) => {
        const sent: Record<string, unknown>[] = [];
        const send = async (_method: string, args: object) => {
          sent.push(args as Record<string, unknown>);
          return { ok: true, ts: "1.1" };
        };
        const { post } = speaking({ caller: { send, ask: send }, fetch: globalThis.fetch });
        await post({ team: TEAM, channel: CHANNEL, thread: "1.1" }, { by: PRIYA, text: words });
        const [args] = sent;
        expect(args).toMatchObject({ parse: "none", link_names: false, unfurl_links: false });
        checkBlocks(args?.["blocks"]);
        expectHarmless(args?.["blocks"]);
        expect(ofType(args?.["blocks"], "user")).toEqual([{ type: "user", user_id: PRIYA }]);
        expect(ofType(args?.["blocks"], "link")).toEqual([]);
        expect(String(args?.["text"]).replace(`<@${PRIYA}>`, "")).not.toMatch(/[<>]/);
        expect(String(args?.["text"]).length).toBeLessThan(40_000);
      }),
      { ...SEEDED, numRuns: 300 },
    );
  });

  test("a quote is at most 280 characters of it", () => {
    fc.assert(
      fc.property(snare, fc.nat(200_000), (words, at) => {
        expect(quoteOf(words, Math.min(at, words.length)).length).toBeLessThanOrEqual(281);
      }),
      { ...SEEDED, numRuns: 500 },
    );
  });
});
