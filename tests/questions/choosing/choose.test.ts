import { describe, expect, test } from "vitest";
import { askThread, linesOf } from "../../../src/questions/ask-thread.ts";
import { choose } from "../../../src/questions/choose.ts";
import { compile } from "../../../src/questions/library.ts";
import type { Template } from "../../../src/questions/template.ts";
import { WEIGHTS } from "../../../src/questions/weights.ts";
import type { Asked } from "../../../src/threads/thread.ts";
import { loadTemplates } from "../../../src/questions/load.ts";
import { folderWith, OFFLINE } from "../templates/sample.ts";
import { LIBRARY, SHIPPED } from "./shipped.ts";

const said = (...texts: string[]) =>
  texts.map((text) => ({ from: text.startsWith("pm:") ? "pm" : "eng", text: text.replace(/^pm: ?/, "") }));
const ids = (...texts: string[]) => askThread(said(...texts), LIBRARY).questions.map(({ id }) => id);

const COURIER = [
  "pm: how long for the courier api?",
  "4 days, my half only, I build it against a mock of their api",
] as const;

describe("a choice", () => {
  test("holds at most three questions, each once, each with its words", () => {
    const { questions } = askThread(said(...COURIER), LIBRARY);
    expect(questions.length).toBeGreaterThan(0);
    expect(questions.length).toBeLessThanOrEqual(3);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { because, text } of questions) {
      expect(because).not.toBe("");
      expect(text).toMatch(/\?/);
    }
  });

  test("is never because of words that say nothing", () => {
    const { questions } = askThread(said("checkout on the new gateway, about 3 weeks"), LIBRARY);
    expect(questions.length).toBeGreaterThan(0);
    for (const { because } of questions) expect(because.split(", ")).not.toContain("on the");
  });

  test("is led by what was said", () => {
    expect(ids(...COURIER)[0]).toBe("integration-testing");
  });

  test("is the same every time", () => {
    expect(askThread(said(...COURIER), LIBRARY)).toEqual(askThread(said(...COURIER), LIBRARY));
  });

  test("says what it is about, and why the others are not asked", () => {
    const { about, trace } = askThread(said(...COURIER), LIBRARY);
    expect(about).toBe("000002");
    expect(trace.find(({ id }) => id === "spec-estimate")?.ruledOut).toBe("covered by the estimate itself");
  });
});

describe("no question that is settled", () => {
  test("covered", () => {
    expect(ids("3 weeks for the payments api, e2e with them on staging is in that")).not.toContain(
      "integration-testing",
    );
  });

  test("asked already", () => {
    const lines = linesOf(said(...COURIER), LIBRARY);
    const asked: Asked[] = [
      {
        id: "1",
        question: "integration-testing",
        text: "?",
        ts: "000003",
        by: "pm",
        how: "button",
        about: "000002",
        replies: [],
      },
    ];
    const got = choose({ lines, asked, notEstimates: [] }, LIBRARY).questions.map(({ id }) => id);
    expect(got).not.toContain("integration-testing");
  });

  test.each([
    ["range", "3 to 5 weeks for the migration"],
    ["spec-estimate", "2 weeks: <https://www.notion.so/acme/Spec-1|Search spec>"],
    ["hidden-work", "4 months for the new booking flow"],
  ])("%s", (id, text) => {
    expect(ids(text)).not.toContain(id);
  });
});

describe("quiet", () => {
  test.each([
    ["without an estimate or a spec", "thanks, see you tomorrow", "no estimate and no spec to ask about"],
  ])("%s", (_, text, reason) => {
    expect(askThread(said(text), LIBRARY)).toMatchObject({ questions: [], quiet: reason });
  });

  test.each([
    [1.4, undefined],
    [1.6, "nothing here seems worth asking about"],
  ])("where nothing was settled, much must speak for silence: %d", (always, reason) => {
    const library = compile(LIBRARY.templates, { ...WEIGHTS, words: {}, quiet: { always } });
    expect(askThread(said("3 weeks for the payments api"), library).quiet).toBe(reason);
  });

  test("about a line somebody marked as no estimate", () => {
    const lines = linesOf(said("3 weeks for the payments api"), LIBRARY);
    const choice = choose({ lines, asked: [], notEstimates: ["000001"] }, LIBRARY);
    expect(choice.questions).toEqual([]);
    expect(choice.quiet).toBe("no estimate and no spec to ask about");
  });
});

describe("a template nobody trained for", () => {
  const model = SHIPPED.find(({ id }) => id === "rollout") as Template;
  const own: Template = {
    ...model,
    id: "translations",
    ask: "Who translates the new texts, and is that in {estimate}?",
    family: "own",
    when: { about: ["duration"], cues: ["locale", "translation", "language", "texts in"] },
    unless: { covered: ["translated already", "english only"], not_about: [] },
  };
  const library = compile([...SHIPPED, own]);
  const chosen = (text: string) => askThread(said(text), library).questions.map(({ id }) => id);

  test("is chosen by its own words", () => {
    expect(chosen("2 weeks, the wizard gets new texts in four languages, translation per locale")).toContain(
      "translations",
    );
  });

  test.each([
    "3 weeks for the wizard in four languages, needs a migration of the users table and stripe webhooks",
    "was 2 weeks, now more like 5 for the wizard in four languages",
  ])("stands beside what else is worth asking: %s", (text) => {
    expect(chosen(text)).toContain("translations");
    expect(chosen(text).length).toBeGreaterThan(1);
  });

  test.each([
    ["without its words", "2 weeks for the new wizard"],
    ["where it is covered", "2 weeks, new texts in four languages, translated already"],
    ["where it does not apply", "<https://www.notion.so/acme/Spec-1|Language spec>"],
  ])("is not %s", (_, text) => {
    expect(chosen(text)).not.toContain("translations");
  });

  test.each([
    [
      "power",
      { about: ["duration", "size"], cues: ["battery", "milliamp", "sleep mode", "power budget"] },
      { covered: ["mains", "power measured"], not_about: ["cloud only"] },
      "3 weeks for the tracker, it reports every minute, battery is the small one",
      "3 weeks for the tracker, it reports every minute, runs on mains, no battery",
    ],
    [
      "accessibility",
      { about: ["duration", "points", "spec"], cues: ["screen reader", "keyboard", "contrast", "wcag"] },
      { covered: ["audit passed", "tested with a screen reader"], not_about: [] },
      "8 points for the seat picker, new is the keyboard control",
      "8 points for the seat picker, keyboard included, audit passed in may",
    ],
  ])("%s, in YAML alone: asked by its cue, quiet where it is covered", (id, when, unless, ask, quiet) => {
    const template: Template = { ...own, id, when: { ...when, about: [...when.about] as never }, unless };
    const among = compile([...SHIPPED, template]);
    const got = (text: string) => askThread(said(text), among).questions.map((one) => one.id);
    expect(got(ask)).toContain(id);
    expect(got(quiet)).not.toContain(id);
  });

  test("nor while it is switched off", () => {
    const off = compile([...SHIPPED, { ...own, disabled: true }]);
    const text = "2 weeks, the wizard gets new texts in four languages, translation per locale";
    expect(askThread(said(text), off).questions.map(({ id }) => id)).not.toContain("translations");
  });
});

test("a question called “constructor” is one like any other", async () => {
  const { templates } = await loadTemplates([folderWith({ "a.yaml": OFFLINE })]);
  const named = (id: string) => {
    const library = compile([...SHIPPED, ...templates.map((one) => ({ ...one, id, family: id }))]);
    return askThread(said("3 weeks for the offline mode"), library).questions.map((question) =>
      question.id === id ? "own" : question.id,
    );
  };
  expect(named("constructor")).toEqual(named("offline-mode"));
  expect(named("constructor")).toContain("own");
});
