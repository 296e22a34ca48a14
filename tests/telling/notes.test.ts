import { describe, expect, test } from "vitest";
import { SHIPPED_TEMPLATES } from "../../src/folders.ts";
import { loadTemplates } from "../../src/questions/load.ts";
import { readPress, writePress } from "../../src/slack/press.ts";
import { savedNote, settingsForm, WHAT_IS_READ, welcomeNote } from "../../src/telling/consent-notes.ts";
import { type ChannelRecord, newPerson } from "../../src/telling/consent.ts";
import { helpNote } from "../../src/telling/help-note.ts";
import { homeView } from "../../src/telling/home.ts";
import { morningNote } from "../../src/telling/morning-note.ts";
import type { Button, Note, Part, Piece, Words } from "../../src/telling/note.ts";
import { forgetNote, privacyNote, readingNote } from "../../src/telling/privacy-notes.ts";
import { openNote } from "../../src/telling/open-note.ts";
import { openQuestions, suggestionNote } from "../../src/telling/suggestion-note.ts";
import { verdictNote } from "../../src/telling/verdict-note.ts";
import type { Asked, Offer } from "../../src/threads/thread.ts";

const { templates } = await loadTemplates([SHIPPED_TEMPLATES]);
const LONG = "about three weeks for the new gateway ".repeat(8).slice(0, 280);
const ref = { team: "T1", channel: "C0PLANNING", root: "1700000000.000100" };
const link = "https://acme.slack.com/archives/C0PLANNING/p1700000000000100";
const longest = templates.toSorted((a, b) => b.ask.length - a.ask.length).slice(0, 3);
const questions = longest.map(({ id, ask }) => ({
  id,
  text: ask.replace("{estimate}", "the 3 weeks"),
  because: "",
}));
const offer: Offer = {
  id: "1700000000.000100-m5x",
  about: ref.root,
  quote: LONG,
  by: "U0SAM",
  value: "duration 15-15",
  questions,
  at: 0,
  to: {},
  pressed: {},
};
const asked: Asked = {
  id: "a1",
  question: questions[0]?.id ?? "",
  text: LONG,
  ts: "1700000009.000100",
  by: "U0PRIYA",
  how: "button",
  about: ref.root,
  replies: [{ ts: "1700000010.000100", user: "U0SAM", role: "doer", sentence: LONG, findings: {} }],
  verdict: { label: "non-answer", at: 0, sentence: LONG, ts: "1700000010.000100" },
};
const [first = ""] = questions.map(({ id }) => id);
const pressedAll = Object.fromEntries(questions.map(({ id }) => [id, "asked" as const]));
const channel: ChannelRecord = { id: "C0PLANNING", pms: ["U0PRIYA", "U0NOOR"], nudged: ["U0NOOR"] };
const again = templates.toSorted((a, b) => b.again.length - a.again.length)[0]?.again ?? "";

/** Characters of a line in Slack's window at 1280 pixels. */
const LINE = 100;

const pieces = (words: Words): readonly Piece[] => (typeof words === "string" ? [words] : words);
const text = (words: Words): string =>
  pieces(words)
    .map((piece) => (typeof piece === "string" ? piece : Object.values(piece).at(-1)))
    .join("");
const lines = (words: string) => Math.ceil(words.length / LINE);

function height(part: Part): number {
  if (part.kind === "quote") return lines(`${part.text} Sam open`);
  if (part.kind === "say" || part.kind === "small") return lines(text(part.words));
  if (part.kind === "list") return part.items.reduce((sum, item) => sum + lines(text(item)), 0);
  return 1;
}

const tall = (note: Note) => note.parts.reduce((sum, part) => sum + height(part), 0);

describe("a note that nobody asked for", () => {
  test.each<[string, Note]>([
    ["a suggestion", suggestionNote({ ref, offer, link })],
    [
      "after one was asked",
      suggestionNote({ ref, offer: { ...offer, pressed: { [first]: "asked" } }, link }),
    ],
    ["after all were asked", suggestionNote({ ref, offer: { ...offer, pressed: pressedAll }, link })],
    ["a verdict", verdictNote({ ref, asked, link, again })],
  ])("is at most six lines tall, with the longest of everything: %s", (_name, note) => {
    expect(tall(note)).toBeLessThanOrEqual(6);
  });

  test("in the morning lists at most eight things, and says how many are left", () => {
    const note = morningNote({
      waiting: Array.from({ length: 30 }, () => ({ ref, offer, link })),
      unanswered: [],
    });
    const list = note.parts.find((part) => part.kind === "list");
    expect(list?.items).toHaveLength(9);
    expect(list?.items.at(-1)).toBe("and 22 more");
  });
});

const NOTES: readonly (readonly [string, { readonly parts: readonly Part[] }])[] = [
  ["a suggestion", suggestionNote({ ref, offer, link })],
  ["a suggestion unfolded", suggestionNote({ ref, offer, link, expanded: true })],
  ["a verdict", verdictNote({ ref, asked, link, again })],
  ["the welcome", welcomeNote("C0PLANNING")],
  ["settings saved", savedNote(channel, "U0PRIYA", { held: true })],
  ["settings", settingsForm(channel, "U0PRIYA", { shared: true, quietSeconds: 45 })],
  ["help", helpNote()],
  ["privacy", privacyNote({ days: 30, settingsDays: 400, unread: false })],
  ["what would be forgotten", forgetNote({ wrote: 2, asked: 1, shown: 1, pmOf: ["C0PLANNING"] }, "U0SAM")],
  ["reading, off", readingNote(true)],
  ["open questions", openNote([{ ref, asked, link }])],
  [
    "Home",
    homeView({
      now: 0,
      record: newPerson("U0PRIYA"),
      unread: false,
      channels: [channel],
      waiting: [{ ref, offer, link }],
      cards: [],
      asked: [{ ref, asked, link }],
    }),
  ],
];

const buttonsOf = (parts: readonly Part[]): Button[] =>
  parts.flatMap((part) => {
    if (part.kind === "buttons") return [...part.buttons, ...(part.rarer ?? [])];
    return part.kind === "say" && part.button ? [part.button] : [];
  });

describe("every button", () => {
  test.each(NOTES)(
    "of %s carries what it needs, and comes back from Slack as it went",
    (_name, { parts }) => {
      for (const { label, press } of buttonsOf(parts)) {
        expect(label.length).toBeLessThanOrEqual(75);
        expect(readPress(writePress(press))).toEqual(press);
        // An option behind three dots holds 150 characters, and stands beside the buttons in Home.
        expect(writePress(press).length).toBeLessThanOrEqual(150);
        expect(wordsOf(press)).not.toContain("three weeks");
      }
    },
  );

  test("of a suggestion names channel, thread and offer, and its question where it is about one", () => {
    for (const { press } of buttonsOf(suggestionNote({ ref, offer, link }).parts)) {
      expect(press.about).toMatchObject({ c: ref.channel, r: ref.root, o: offer.id, q: first });
    }
  });
});

const wordsOf = (value: unknown) => JSON.stringify(value);

describe("what the bot says of itself", () => {
  const said = (parts: readonly Part[]): string[] =>
    parts.flatMap((part) => {
      if (part.kind === "title") return [part.text];
      if (part.kind === "say" || part.kind === "small") return [text(part.words)];
      if (part.kind === "list") return part.items.map(text);
      return part.kind === "buttons" ? part.buttons.map(({ label }) => label) : [];
    });

  test.each(NOTES)("%s: nobody is blamed, hurried or praised", (_name, { parts }) => {
    for (const words of said(parts)) {
      expect(words).not.toMatch(
        /\b(fail(ed|s)?|wrong|bad|lazy|dodg|evad|suspicio|must|should have|finally|obviously|simply|surely)\b/i,
      );
      expect(words).not.toMatch(/!/);
    }
  });

  test("whoever agrees is told what is read, what is kept, and that nothing is said in public", () => {
    expect(WHAT_IS_READ).toMatch(/read new messages/);
    expect(WHAT_IS_READ).toMatch(/keep ids/);
    expect(WHAT_IS_READ).toMatch(/never speak in the channel by myself/);
  });
});

test("a question called “constructor” is open until somebody presses it", () => {
  const questions = ["constructor", "range"].map((id) => ({ id, text: "What is in it?", because: "" }));
  const open = (pressed: Offer["pressed"]) =>
    openQuestions({ ...offer, questions, pressed }).map(({ id }) => id);
  expect(open({})).toEqual(["constructor", "range"]);
  expect(open({ constructor: "asked" } as Offer["pressed"])).toEqual(["range"]);
});

const labels = (home: { readonly parts: readonly Part[] }) => buttonsOf(home.parts).map(({ label }) => label);

describe("Home", () => {
  const home = (unfolded: boolean, count = 1) =>
    homeView({
      now: 0,
      record: newPerson("U0PRIYA"),
      unread: false,
      channels: [],
      waiting: Array.from({ length: count }, () => ({ ref, offer, link, unfolded })),
      cards: [],
      asked: [],
    });

  test("shows one question of each suggestion, the others behind their button", () => {
    expect(labels(home(false)).filter((label) => label === "Ask in thread")).toHaveLength(1);
    expect(labels(home(false))).toContain("2 more");
    expect(labels(home(true)).filter((label) => label === "Ask in thread")).toHaveLength(3);
  });

  test("names the channel, and keeps what belongs together apart from the next", () => {
    const { parts } = home(false, 3);
    const titles = parts.findIndex((part) => part.kind === "title" && part.text === "My open questions");
    const kinds = parts.slice(0, titles).map(({ kind }) => kind);
    const item = ["small", "quote", "say", "buttons"];
    expect(kinds).toEqual(["title", ...item, "line", ...item, "line", ...item]);
    expect(JSON.stringify(parts[1])).toContain(ref.channel);
  });
});

test("one thing in the morning is one thing, with its channel and what it was said to", () => {
  const waiting = [{ ref, offer: { ...offer, quote: "3 weeks" }, link, asked: "how long for the locator?" }];
  const note = JSON.stringify(morningNote({ waiting, unanswered: [] }));
  expect(note).toContain("It stands in my Home tab with its buttons. I won't bring it up again.");
  expect(note).toContain(ref.channel);
  expect(note).toContain("how long for the locator?");
  const many = JSON.stringify(morningNote({ waiting, unanswered: [{ ref, asked, link }] }));
  expect(many).toContain("They stand in my Home tab");
});

test("open questions name their channel", () => {
  expect(JSON.stringify(openNote([{ ref, asked, link }]))).toContain(ref.channel);
});

test("a verdict holds the whole question where there is room for it", () => {
  const question = "What does the database change involve, and what's the risk if we skip it or do it later?";
  const short = { ...asked, text: question, verdict: { ...asked.verdict!, sentence: "should be fine" } };
  expect(JSON.stringify(verdictNote({ ref, asked: short, link, again }).parts)).toContain(question);
  for (const text of [question, LONG, LONG.slice(0, 150)])
    for (const sentence of ["should be fine", LONG, LONG.slice(0, 120)]) {
      const view = { ref, asked: { ...asked, text, verdict: { ...asked.verdict!, sentence } }, link, again };
      expect(tall(verdictNote(view))).toBeLessThanOrEqual(6);
    }
});
