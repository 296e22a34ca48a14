import { describe, expect, test } from "vitest";
import { wordsOf } from "./scenes.ts";
import { PRIYA, TEAM, village } from "./village.ts";

describe("/askwhy with text", () => {
  const SPEC = "<https://docs.google.com/document/d/1abc/edit|Checkout RFC>";
  test.each([
    ["an estimate", "3 weeks for the payments api", "3 weeks"],
    ["a thread with names", "Priya: how long?\nSam: about 3 weeks for the payments api", "about 3 weeks"],
    ["a spec link", `what of this? ${SPEC}`, "Checkout RFC"],
    ["an escaped sign", "payments api &lt; 3 weeks &amp; then we see", "payments api < 3 weeks & then"],
    [
      "3,000 characters",
      `3 weeks for the payments api ${"and so on ".repeat(300)}`.slice(0, 3000),
      "3 weeks",
    ],
  ])("%s: quotes what it is about, and keeps nothing", async (_name, text, quoted) => {
    const here = await village();
    await here.invoke(PRIYA, text);
    const shown = here.to(PRIYA).at(-1)?.note;
    expect(wordsOf(shown)).toContain(quoted);
    expect(shown?.summary).toContain("Worth having an answer to");
    expect(await here.store.keys(TEAM)).toEqual([]);
  });

  test.each([
    "help me",
    "settings please",
    "good morning",
    "why would it be late",
    "unmute 2h",
    "open questions",
  ])("“%s” holds nothing to ask about, and says what to paste", async (text) => {
    const here = await village();
    await here.invoke(PRIYA, text);
    expect(wordsOf(here.to(PRIYA).at(-1))).toContain("/askwhy help");
  });
});

describe("/askwhy with what is no text to ask about", () => {
  test.each([
    ["setings", "I don't know 'setings', did you mean settings?"],
    ["Mutte", "did you mean mute?"],
    ["foo", "I don't know 'foo'. /askwhy help"],
    ["card nonsense", "Paste the link to an estimate"],
    ["why nonsense", "Paste the link to a message"],
    ["how long for the export?", "the engineers know: ask them"],
  ])("%s: %s", async (text, said) => {
    const here = await village();
    await here.invoke(PRIYA, text);
    expect(wordsOf(here.to(PRIYA).at(-1))).toContain(said);
  });

  test.each([
    ["opt out", "/askwhy reading off"],
    ["Opt-out", "/askwhy reading off"],
    ["unsubscribe", "/askwhy mute forever"],
    ["stop", "/askwhy mute 2h"],
    ["Stop nudging", "/askwhy mute 2h"],
    ["pause", "/askwhy mute 2h"],
    ["pause 2h", "/askwhy mute 2h"],
    ["pause for 3 days", "/askwhy mute 2h"],
    ["opt in", "/askwhy settings"],
    ["resume", "/askwhy unmute"],
    ["home", "My Home tab opens"],
    ["unmute 2h", "ends every mute at once"],
    ["unmute for 3 days please", "ends every mute at once"],
    ["reading stop", "/askwhy reading off"],
  ])("%s points to what does it: %s", async (text, said) => {
    const here = await village();
    await here.invoke(PRIYA, text);
    expect(wordsOf(here.to(PRIYA).at(-1))).toContain(said);
    expect(wordsOf(here.shown)).not.toContain("Nothing worth asking");
    expect(await here.store.keys(TEAM)).toEqual([]);
  });

  test.each([
    "stop the old importer: 3 weeks",
    "reading list is 3 weeks",
    "unmute button: 3 weeks",
    "home screen is 3 weeks",
    "pause button: about 2 weeks",
  ])("is text all the same: %s", async (text) => {
    const here = await village();
    await here.invoke(PRIYA, text);
    expect(here.to(PRIYA).at(-1)?.note?.summary).toContain("Worth having an answer to");
  });

  test("unmute alone unmutes", async () => {
    const here = await village();
    await here.invoke(PRIYA, "unmute");
    expect(wordsOf(here.to(PRIYA).at(-1))).toContain("Nudges are back");
  });

  test.each(["3 weeks", "card payments are 3 weeks", "Priya: how long?\nSam: about 3 weeks"])(
    "near misses: %s",
    async (text) => {
      const here = await village();
      await here.invoke(PRIYA, text);
      expect(here.to(PRIYA).at(-1)?.note?.summary).toContain("Worth having an answer to");
    },
  );
});

describe("/askwhy draft and prep", () => {
  const answerTo = async (text: string) => {
    const here = await village();
    await here.invoke(PRIYA, text);
    return wordsOf(here.to(PRIYA).at(-1)?.note);
  };

  test.each([
    "3 weeks for the ledger",
    "about 3 weeks for the ledger",
    "<https://docs.google.com/document/d/1abc/edit|Checkout RFC>",
    "we need 3 weeks for the ledger",
    "maybe 3 weeks for the ledger",
    "Priya: how long?\nSam: about 3 weeks for the payments api",
  ])("read what follows, and nothing else: %s", async (text) => {
    const alone = await answerTo(text);
    expect(alone).toContain("Worth having an answer to");
    expect(await answerTo(`draft ${text}`)).toBe(alone);
    expect(await answerTo(`Prep ${text}`)).toBe(alone);
  });

  test.each(["draft spec is 3 weeks", "prep work is 3 weeks", "drafts are 3 weeks"])(
    "near misses, where the word is the work's: %s",
    async (text) => expect(await answerTo(text)).toContain(text),
  );

  test.each(["draft", "prep"])("%s alone asks what is drafted", async (word) => {
    const here = await village();
    await here.invoke(PRIYA, word);
    expect(here.to(PRIYA).at(-1)).toMatchObject({ form: { press: { do: "draft" } } });
  });
});
