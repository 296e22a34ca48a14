import { describe, expect, test } from "vitest";
import { StoreError } from "../../src/store/store.ts";
import { OutsideError } from "../../src/telling/outside.ts";
import type { Press } from "../../src/telling/note.ts";
import {
  asked,
  DAY,
  ESTIMATE,
  kept,
  lastForm,
  MINUTE,
  planning,
  planningWithTwo,
  suggested,
  wordsOf,
} from "./scenes.ts";
import { buttonsOf, CHANNEL, NOOR, pressOf, PRIYA, SAM, TEAM, type Village } from "./village.ts";

/** Two PMs who both opted in, and Sam's estimate as each was shown it. */
async function twoPms() {
  const here = await planningWithTwo();
  const message = await here.say(SAM, ESTIMATE);
  await here.pass(MINUTE);
  const noteOf = (user: string) => here.to(user).find((one) => one.how === "whisper")?.note;
  return { here, message, priyas: noteOf(PRIYA), noors: noteOf(NOOR) };
}

async function ask(here: Village, user: string, press: Press, text: string) {
  await here.press(user, press);
  const form = lastForm(here, user);
  await here.press(user, form.press, { text });
  return form;
}

const last = (here: Village, user: string) => wordsOf(here.to(user).at(-1));

describe("every button of a suggestion", () => {
  const LABELS = [
    "Ask in thread",
    "Why ask?",
    "Not useful",
    "Already covered",
    "Not an estimate",
    "Mute this thread (for me)",
    "Mute this question here (for me)",
    "Pause nudges until tomorrow",
  ];

  test.each(LABELS)(
    "%s carries all it needs: it works after a restart and a day, and twice",
    async (label) => {
      const here = await planning();
      const { note } = await suggested(here);
      const press = pressOf(note, label);
      here.restart();
      await here.pass(DAY);
      for (const _time of ["once", "twice"]) {
        const before = here.to(PRIYA).length;
        await here.press(PRIYA, press);
        expect(here.to(PRIYA).length).toBeGreaterThan(before);
      }
      expect(here.public()).toEqual([]);
    },
  );

  test.each(LABELS.slice(0, 5))("%s on a message that was deleted says so", async (label) => {
    const here = await planning();
    const { note, message } = await suggested(here);
    await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: message.ts });
    await here.press(PRIYA, pressOf(note, label));
    expect(last(here, PRIYA)).toContain("no longer kept");
  });
});

describe("a muted question", () => {
  test("is not behind “2 more”, nor in the note that follows a press, nor in Home", async () => {
    const here = await planning();
    const { note } = await suggested(here);
    const muted = pressOf(note, "Mute this question here (for me)").about["q"];
    await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
    await here.press(PRIYA, pressOf(note, "Mute this question here (for me)"));
    const about = pressOf(note, "Ask in thread").about;
    await here.press(PRIYA, { do: "more", about });
    const more = here.to(PRIYA).at(-1)?.note;
    expect(buttonsOf(more).length).toBeGreaterThan(0);
    for (const shown of [more, here.homes.get(PRIYA)]) {
      expect(buttonsOf(shown).some(({ press }) => press.about["q"] === muted)).toBe(false);
    }
  });
});

describe("when the thread has moved on", () => {
  test("the form says that another PM asked it", async () => {
    const { here, priyas, noors } = await twoPms();
    await ask(here, PRIYA, pressOf(priyas, "Ask in thread"), "Is testing in?");
    await here.press(NOOR, pressOf(noors, "Ask in thread"));
    expect(wordsOf(lastForm(here, NOOR).parts)).toContain(`{"user":"${PRIYA}"}," asked this in the thread`);
  });

  test("who asks all the same, asks", async () => {
    const { here, priyas, noors } = await twoPms();
    await ask(here, PRIYA, pressOf(priyas, "Ask in thread"), "Is testing in?");
    await ask(here, NOOR, pressOf(noors, "Ask in thread"), "And who tests it?");
    expect(here.public().map((one) => one.text)).toEqual(["Is testing in?", "And who tests it?"]);
  });

  test("who was overtaken while writing is told, and gets the words back", async () => {
    const { here, priyas, noors } = await twoPms();
    await here.press(NOOR, pressOf(noors, "Ask in thread"));
    const form = lastForm(here, NOOR);
    await ask(here, PRIYA, pressOf(priyas, "Ask in thread"), "Is testing in?");
    await here.press(NOOR, form.press, { text: "Is it tested with payments?" });
    expect(here.public()).toHaveLength(1);
    expect(last(here, NOOR)).toContain("while you were writing");
    expect(last(here, NOOR)).toContain("Is it tested with payments?");
  });

  test("the other PM's Home no longer offers what was asked", async () => {
    const { here, priyas } = await twoPms();
    await here.hear({ what: "home-opened", team: TEAM, user: NOOR });
    const press = pressOf(priyas, "Ask in thread");
    expect(wordsOf(here.homes.get(NOOR))).toContain(`"q":"${press.about["q"]}"`);
    await ask(here, PRIYA, press, "Is testing in?");
    expect(wordsOf(here.homes.get(NOOR))).not.toContain(`"q":"${press.about["q"]}"`);
  });

  test("the form says that it was answered, with the words", async () => {
    const { here, message, priyas, noors } = await twoPms();
    await ask(here, PRIYA, pressOf(priyas, "Ask in thread"), "Does that include testing end to end?");
    await here.pass(5);
    await here.say(SAM, "no, add three days on staging with payments for that", message.ts);
    await here.pass(2 * MINUTE);
    await here.press(NOOR, pressOf(noors, "Ask in thread"));
    expect(wordsOf(lastForm(here, NOOR).parts)).toContain("add three days on staging");
  });

  test.each([
    ["checkout on the new gateway, about 5 weeks", "about 5 weeks"],
    ["checkout on the new gateway, no idea", "no estimate in it any more"],
  ])("the form says that the message was edited: %s", async (text, expected) => {
    const here = await planning();
    const { note, message } = await suggested(here);
    await here.hear({ what: "edited", message: { ...message, text } });
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    expect(wordsOf(lastForm(here, PRIYA).parts)).toContain(expected);
  });

  test("the form says that a new number was given", async () => {
    const here = await planning();
    const { note, message } = await suggested(here);
    await here.say(SAM, "turns out it's more like 5 weeks", message.ts);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    expect(wordsOf(lastForm(here, PRIYA).parts)).toContain("more like 5 weeks");
  });

  test("the form says that it is covered by now", async () => {
    const here = await planning();
    const { note, message } = await suggested(here);
    const press = pressOf(note, "Ask in thread");
    expect(press.about["q"]).toBe("integration-testing");
    await here.say(SAM, "that's including e2e with payments by the way", message.ts);
    await here.press(PRIYA, press);
    expect(wordsOf(lastForm(here, PRIYA).parts)).toContain("it looks covered");
  });

  test("says nothing of the sort where nothing happened", async () => {
    const here = await planning();
    const { note } = await suggested(here);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    expect(wordsOf(lastForm(here, PRIYA).parts)).not.toContain("Meanwhile");
  });

  test("the message was deleted while she was writing: nothing is posted, her words come back", async () => {
    const here = await planning();
    const { note, message } = await suggested(here);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: message.ts });
    await here.press(PRIYA, lastForm(here, PRIYA).press, { text: "Who tests the purple part?" });
    expect(here.public()).toEqual([]);
    expect(last(here, PRIYA)).toContain("Who tests the purple part?");
  });

  test("she left the channel: nothing is posted for her there", async () => {
    const here = await planning();
    const { note } = await suggested(here);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    here.outsiders.add(PRIYA);
    await here.press(PRIYA, lastForm(here, PRIYA).press, { text: "Who tests it?" });
    expect(here.public()).toEqual([]);
    expect(last(here, PRIYA)).toContain("not in that channel any more");
  });
});

describe("what is said in a line", () => {
  test("makes sense in a notification, which shows no names and no dates", async () => {
    const here = await planning();
    await here.invoke(PRIYA, "mute 2026-12-24");
    expect(here.to(PRIYA).at(-1)?.note?.summary).toContain("No nudges for you until 2026-12-24.");
    const { note } = await suggested(await planning());
    expect(note.summary).toMatch(/^Worth asking: \S/);
  });

  test("a form sent with nothing but spaces posts nothing, and says so", async () => {
    const here = await planning();
    const { note } = await suggested(here);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    await here.press(PRIYA, lastForm(here, PRIYA).press, { text: "   " });
    expect(here.public()).toEqual([]);
    expect(last(here, PRIYA)).toContain("nothing was posted");
  });
});

describe("not an estimate", () => {
  test("takes the suggestion from every PM's Home", async () => {
    const { here, priyas } = await twoPms();
    await here.hear({ what: "home-opened", team: TEAM, user: NOOR });
    expect(wordsOf(here.homes.get(NOOR))).toContain("3 weeks");
    await here.press(PRIYA, pressOf(priyas, "Not an estimate"));
    expect(wordsOf(here.homes.get(NOOR))).not.toContain("3 weeks");
  });
});

describe("while something fails", () => {
  test("a second try that Slack does not take leaves the first question open", async () => {
    const here = await planning();
    const { message } = await asked(here, "should be fine");
    await here.press(PRIYA, pressOf(here.to(PRIYA).at(-1)?.note, "Ask that"));
    here.faults.post.push(new OutsideError("Slack answered 500"));
    await here.press(PRIYA, lastForm(here, PRIYA).press, { text: "Which part of the testing is in?" });
    const thread = await kept(here, message.ts);
    expect(thread?.asked).toHaveLength(1);
    expect(thread?.asked[0]).not.toHaveProperty("closed");
  });

  test("a lost answer is not called a refusal", async () => {
    const here = await planning();
    here.faults.post.push(new OutsideError("no answer", { uncertain: true }));
    await asked(here);
    expect(last(here, PRIYA)).toContain("can't tell whether it was posted");
    expect(last(here, PRIYA)).not.toContain("Nothing was posted");
  });

  test("the store is away for a moment after the post: it is noted down all the same", async () => {
    const here = await planning();
    const { message, note } = await suggested(here);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    here.afterPosting(() => here.faults.store.push(new StoreError("the store is away")));
    await here.press(PRIYA, lastForm(here, PRIYA).press, { text: "Is testing in?" });
    expect((await kept(here, message.ts))?.asked[0]?.ts).toBe(here.public()[0]?.ts);
    expect(last(here, PRIYA)).toContain("Asked in the thread");
  });

  test("the store fails after the post: she is told that it stands there", async () => {
    const here = await planning();
    const { note } = await suggested(here);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    const form = lastForm(here, PRIYA);
    here.afterPosting(() => here.faults.store.push(new Error("the record is broken")));
    await here.press(PRIYA, form.press, { text: "Is testing in?" });
    expect(here.public()).toHaveLength(1);
    expect(last(here, PRIYA)).toContain("stands in the thread");
    await here.press(PRIYA, form.press, { text: "Is testing in?" });
    expect(here.public()).toHaveLength(1);
  });
});
