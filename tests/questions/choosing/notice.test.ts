import { describe, expect, test } from "vitest";
import { compile } from "../../../src/questions/library.ts";
import { notice } from "../../../src/questions/notice.ts";
import { LIBRARY } from "./shipped.ts";

const heard = (text: string) => notice(text, "doer", LIBRARY);

describe("what a message says to the questions is noted with its manner", () => {
  test.each([
    ["said", "I build it against a mock of their side", "integration-testing"],
    ["asked", "is it against a mock?", "integration-testing?"],
    ["denied", "no mock of anything in there", "integration-testing-"],
  ])("%s: %s", (_, text, question) => {
    expect(heard(text).cues).toContainEqual(expect.objectContaining({ question }));
  });

  test.each([
    ["3 weeks incl. e2e", "integration-testing", "e2e"],
    ["behind a flag from day one", "rollout", "behind a flag"],
    ["there is no migration", "schema-migration", "no migration"],
  ])("covered: %s", (text, question, quote) => {
    expect(heard(text).covered).toContainEqual({ question, quote });
  });

  test.each([
    ["payments are down, on it, rolling back", "incident"],
    ["two sprints and a goat lol", "joke"],
    ["just me on it", "one-person"],
    ["the vendor gave us a sandbox", "vendor"],
  ])("situation: %s", (text, sign) => {
    expect(heard(text).signs.map((noted) => noted.sign.replace(/[?!-]$/, ""))).toContain(sign);
  });
});

describe("no more than short quotes is kept", () => {
  const text = `${"we talk to the payments api about the migration of a very very long list of old records ".repeat(20)}`;

  test("of a long message", () => {
    const { cues, covered, notAbout, signs } = heard(text);
    for (const { quote } of [...cues, ...covered, ...notAbout, ...signs])
      expect(quote.length).toBeLessThanOrEqual(24);
  });

  test("and it ends at a whole character", () => {
    const begun = `migrat${"x".repeat(17)}`;
    const { cues } = heard(`the ${begun}𝒂𝒃 of all records`);
    expect(cues.map(({ quote }) => quote)).toContain(begun);
  });

  const [model] = LIBRARY.templates;
  test.each([
    ["a word would be cut", "from sendgrid to postmark", "from sendgrid to"],
    ["a word ends there", "from sendgrid to mailers a", "from sendgrid to mailers"],
    ["a space stands there", "need a second partition of it", "need a second partition"],
    ["a comma stands there", "the old apps, webhooks, and", "the old apps, webhooks"],
    ["it fits", "from sendgrid to mailgun", "from sendgrid to mailgun"],
    ["it is one word", "x".repeat(30), "x".repeat(24)],
  ])("and it ends at the end of a word where %s", (_, said, kept) => {
    const own = { ...model!, id: "own", when: { ...model!.when, cues: ["/[a-z].*/"] } };
    expect(notice(said, "doer", compile([own])).cues.map(({ quote }) => quote)).toEqual([kept]);
  });

  test("and each thing once", () => {
    const { signs } = heard(text);
    expect(new Set(signs.map(({ sign }) => sign)).size).toBe(signs.length);
  });
});
