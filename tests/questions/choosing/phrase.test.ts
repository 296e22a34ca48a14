import { describe, expect, test } from "vitest";
import { linesOf } from "../../../src/questions/ask-thread.ts";
import { askThread } from "../../../src/questions/ask-thread.ts";
import { compile } from "../../../src/questions/library.ts";
import { phrase, phraseAsk } from "../../../src/questions/phrase.ts";
import { LIBRARY, SHIPPED } from "./shipped.ts";

const shipped = (id: string) => SHIPPED.find((template) => template.id === id)!;

/** A shipped question as it is asked about the last line; "pm: …" is a line of the PM. */
function asked(id: string, ...texts: string[]): string {
  const lines = linesOf(
    texts.map((text) =>
      text.startsWith("pm: ") ? { from: "pm", text: text.slice(4) } : { from: "eng", text },
    ),
    LIBRARY,
  );
  return phraseAsk(shipped(id), lines.at(-1), lines);
}

function phrased(ask: string, ...texts: string[]): string {
  const lines = linesOf(
    texts.map((text) => ({ from: "eng", text })),
    LIBRARY,
  );
  return phrase(ask, lines.at(-1), lines);
}

describe("blanks are filled with the engineer's own words", () => {
  test.each([
    ["Does {estimate} include it?", "3 weeks for checkout", "Does the 3 weeks include it?"],
    ["Does {estimate} include it?", "quick one, trivial", "Does that estimate include it?"],
    ["Does {estimate} include it?", "thanks", "Does the work include it?"],
    ["Does {estimate} cover it?", "friday", "Does that date cover it?"],
    ["Does {estimate} include it?", "a week, two at worst, for the api", "Does that estimate include it?"],
    ["Does {estimate} include it?", "2w be, 1w fe for the new api", "Does that estimate include it?"],
    ["Does {estimate} include it?", "2-3 weeks for checkout", "Does the 2-3 weeks include it?"],
    ["If {dependency} goes down?", "3 weeks for checkout", "If something it depends on goes down?"],
    ["What do we need from {vendor}?", "3 weeks for checkout", "What do we need from the vendor?"],
  ])("%s %s", (ask, text, expected) => {
    expect(phrased(ask, text)).toBe(expected);
  });

  test("the number before is the one that stood", () => {
    expect(phrased("From {previous} to {estimate}?", "2 weeks for search", "no, 5 weeks for search")).toBe(
      "From the 2 weeks to the 5 weeks?",
    );
  });

  test("or the one that a correction names itself", () => {
    expect(phrased("From {previous} to {estimate}?", "was 2 weeks, now more like 5")).toBe(
      "From the 2 weeks to the 5 weeks?",
    );
    expect(phrased("From {previous}?", "the migration took 2 weeks, this one is 3 weeks")).toBe(
      "From the earlier one?",
    );
  });

  test("no shipped question brings a number of its own", () => {
    for (const { ask } of SHIPPED) expect(phrased(ask, "thanks")).not.toMatch(/\d/);
  });

  test.each([
    ["3wk for search", "the 3 weeks"],
    ["3 wks for search", "the 3 weeks"],
    ["it's a two week thing", "the two weeks"],
    ["3d for search", "the 3 days"],
    ["2-3 d for search", "the 2-3 days"],
    ["~4w for search", "the 4 weeks"],
    ["4 days tops for search", "the 4 days"],
    ["5ish days for search", "the 5 days"],
    ["half a day for search", "that half day"],
    ["a week for search", "that week"],
    ["8sp for search", "the 8 points"],
    ["8 pts for search", "the 8 points"],
    ["search is an L", "the L"],
    ["search is M or L", "the M or L"],
    ["1.5 days for search", "the 1.5 days"],
    ["10 person-days for search", "the 10 person-days"],
    ["2 weeks 3 days for search", "the 2 weeks and 3 days"],
  ])("as subject and as object: %s", (text, said) => {
    expect(phrased("Does {estimate} include it?", text)).toBe(`Does ${said} include it?`);
    expect(phrased("What is left out of {estimate}?", text)).toBe(`What is left out of ${said}?`);
  });
});

describe("a date stands where time is pointed at", () => {
  test.each([
    ["deadline", ["yes friday"], /for Friday to hold/],
    ["deadline", ["search by end of Q3"], /for the end of Q3 to hold/],
    ["deadline", ["3 weeks for search"], /for the 3 weeks to hold/],
    ["deadline", ["API is an M, the web part L, migration XL"], /for the plan to hold/],
    ["estimate-changed", ["not gonna make friday. tuesday more like"], /from Friday to Tuesday\?$/],
    ["estimate-changed", ["search by friday", "search: no, by tuesday"], /from Friday to Tuesday\?$/],
    ["estimate-changed", ["scratch the 2 weeks, it's 5"], /from the 2 weeks to the 5 weeks\?$/],
    ["estimate-changed", ["2 weeks for search", "friday instead"], /moved the estimate\?$/],
  ])("%s %s", (id, texts, said) => expect(asked(id, ...texts)).toMatch(said));

  test.each([
    ["integration-testing", ["yes friday"], /^Does this include/],
    ["cost-driver", ["API is an M, the web part L, migration XL"], /most of the work,/],
    ["exclusions", ["quick one, trivial"], /^What is left out of this,/],
  ])("and elsewhere the question does without: %s %s", (id, texts, said) =>
    expect(asked(id, ...texts)).toMatch(said),
  );
});

describe("a vendor and what the work leans on", () => {
  test.each([
    ["e-signature with DocuSign ~10d", "from DocuSign (sandbox"],
    ["4 days, stripe keys are still asked for", "from Stripe (sandbox"],
    ["4 days, the carrier's api keys were asked for in August", "from the carrier (sandbox"],
    ["4 days, our new sms provider has to open the account", "from the new sms provider (sandbox"],
    ["2 weeks, stripe sandbox and adyen contract", "from the vendor (sandbox"],
    ["Vendor has to say yes first, 2 weeks", "from the vendor (sandbox"],
    ["Sandbox is not open yet, 2 weeks", "from the vendor (sandbox"],
    ["2 weeks for the provider list", "from the provider (sandbox"],
    ["2 weeks for search", "from the vendor (sandbox"],
  ])("%s", (text, said) => expect(asked("third-party", text)).toContain(said));

  test("named by the PM", () => {
    expect(asked("third-party", "pm: how long for signing with docusign?", "10 days")).toContain(
      "from DocuSign",
    );
  });

  test("a cue of the team's own, written as a name", () => {
    const template = { ...shipped("third-party"), id: "partner" };
    const own = { ...template, when: { ...template.when, cues: ["contoso", "premises"] } };
    const library = compile([own]);
    const said = (text: string) => {
      const lines = linesOf([{ from: "eng", text }], library);
      return phraseAsk(own, lines.at(-1), lines);
    };
    expect(said("the import from Contoso is 2 weeks")).toContain("from Contoso");
    expect(said("the import from contoso is 2 weeks")).toContain("from the vendor");
    expect(said("Premises are 2 weeks")).toContain("from the vendor");
    expect(said("the Premises are 2 weeks")).toContain("from the vendor");
  });

  test.each([
    ["3 weeks for the import, the validation service is flaky", "If the validation service goes down"],
    ["1 week, the recos come from the ml box directly", "If the ml box goes down"],
    ["3 days, calls the vendor on every key press", "If the vendor goes down"],
    ["a week, it depends on their rating api", "If their rating api goes down"],
    ["a week for the login, okta keeps going down", "If something it depends on goes down"],
    ["a week for the login, okta is often down", "If Okta goes down"],
    ["a week, it waits for Stripe", "If Stripe goes down"],
    ["3 weeks for the export service", "If something it depends on goes down"],
    ["3 weeks, the work with our gateway", "If something it depends on goes down"],
    ["it calls the pricing service and calls the tax api, 2 weeks", "If something it depends on goes down"],
  ])("%s", (text, said) => expect(asked("failure-mode", text)).toContain(said));
});

describe("where no estimate stands", () => {
  const SPEC = "<https://docs.google.com/document/d/1/edit|Checkout RFC> is ready, migrates all records";

  test("no shipped question speaks of one", () => {
    const lines = linesOf([{ from: "eng", text: SPEC }], LIBRARY);
    for (const template of SHIPPED)
      expect(phraseAsk(template, lines[0], lines)).not.toMatch(/estimate include|that estimate|that date|\{/);
  });

  test("a question that has no words for it is not asked", () => {
    const { unsized: _gone, ...bare } = shipped("data-backfill");
    const standing = (template: typeof bare) =>
      askThread([{ from: "eng", text: SPEC }], compile([template])).trace.find(({ id }) => id === bare.id);
    expect(standing(bare)?.ruledOut).toContain("none was given");
    expect(standing(shipped("data-backfill"))?.ruledOut).toBeUndefined();
  });
});
