import { describe, expect, test } from "vitest";
import { SHIPPED_TEMPLATES } from "../../../src/folders.ts";
import { askThread } from "../../../src/questions/ask-thread.ts";
import { compile } from "../../../src/questions/library.ts";
import { loadTemplates } from "../../../src/questions/load.ts";
import { folderWith } from "../templates/sample.ts";
import { LIBRARY } from "./shipped.ts";

/** The shipped questions with other cues for "third-party". */
async function withCues(cues: string) {
  const text = `extends: third-party\nwhen:\n  cues: ${cues}\n`;
  return compile(
    (await loadTemplates([SHIPPED_TEMPLATES, folderWith({ "third-party.yaml": text })])).templates,
  );
}
const choiceAt = (text: string, library = LIBRARY) => askThread([{ from: "eng", text }], library);
const askedAt = (text: string, library = LIBRARY) => choiceAt(text, library).questions.map(({ id }) => id);

const PARTNER = "3 weeks for the partner api";
const STRIPE = "3 weeks for the stripe webhook";
const NETSUITE = "3 weeks, orders go to netsuite";
const VENDOR = "2 weeks, one call to the vendor per ticket, their sandbox is slow";
const SPOKEN = "2 weeks, apple has to sign it and we wait for their people";

test("as it is shipped, the question is asked at all of them", () => {
  for (const text of [PARTNER, STRIPE, VENDOR]) expect(askedAt(text)).toContain("third-party");
});

describe("where a file removes a cue", () => {
  const changed = withCues("{ add: [netsuite], remove: [partner api] }");

  test("its single words speak no longer for the question", async () => {
    const library = await changed;
    expect(askedAt(PARTNER, library)).not.toContain("third-party");
    expect(askedAt(PARTNER, library)).not.toEqual([]);
    const because = choiceAt(PARTNER, library).trace.find(({ id }) => id === "third-party")?.because ?? [];
    expect(because.join(" ")).not.toMatch(/partner|api/);
  });

  test.each([STRIPE, NETSUITE, VENDOR])("what is left of them does: %s", async (text) => {
    expect(askedAt(text, await changed)).toContain("third-party");
  });

  test("for other questions the words say what they said", async () => {
    const score = (library = LIBRARY) =>
      choiceAt(PARTNER, library).trace.find(({ id }) => id === "compatibility")?.score;
    expect(score(await changed)).toBe(score());
  });
});

describe("where a file replaces the cues", () => {
  const replaced = withCues("[netsuite]");

  test("the question is asked by the new ones", async () => {
    expect(askedAt(NETSUITE, await replaced)).toContain("third-party");
  });

  test.each([PARTNER, STRIPE, VENDOR, SPOKEN])("and by nothing else: %s", async (text) => {
    expect(choiceAt(text, await replaced).trace.map(({ id }) => id)).not.toContain("third-party");
  });

  test("what is covered still keeps it away", async () => {
    expect(askedAt(`${NETSUITE}, contract signed`, await replaced)).not.toContain("third-party");
  });

  test("a question that is the classic one of an occasion is so no longer", async () => {
    const text = "extends: deadline\nwhen:\n  cues: [trade fair]\n";
    const { templates } = await loadTemplates([SHIPPED_TEMPLATES, folderWith({ "deadline.yaml": text })]);
    const standing = choiceAt("done by friday", compile(templates)).trace.map(({ id }) => id);
    expect(standing).not.toContain("deadline");
    expect(askedAt("done by friday, before the trade fair", compile(templates))).toContain("deadline");
  });
});
