import { describe, expect, test } from "vitest";
import { asked, ESTIMATE, MINUTE, planning, suggested, wordsOf } from "./scenes.ts";
import { buttonsOf, CHANNEL, pressOf, PRIYA, SAM, TEAM, type Village, village } from "./village.ts";

const off = (here: Village) => here.invoke(SAM, "reading off");
const threads = async (here: Village) =>
  (await here.store.keys(TEAM)).filter((key) => key.kind === "thread").length;
const home = async (here: Village, user: string) => {
  await here.hear({ what: "home-opened", team: TEAM, user });
  return here.homes.get(user);
};

describe("an engineer who is not to be read", () => {
  test("writes an estimate: nothing is kept, nobody is told", async () => {
    const here = await planning();
    await off(here);
    await here.say(SAM, ESTIMATE);
    await here.pass(10 * MINUTE);
    expect(await threads(here)).toBe(0);
    expect(here.to(PRIYA)).toEqual([]);
  });

  test("answers a question: no verdict, and the PM's question stands as not answered", async () => {
    const here = await planning();
    await off(here);
    const root = await here.say("U0THEO", ESTIMATE);
    await here.pass(MINUTE);
    await here.press(PRIYA, pressOf(here.to(PRIYA).at(-1)?.note, "Ask in thread"));
    const form = here.to(PRIYA).findLast((one) => one.how === "form")?.form;
    await here.press(PRIYA, form!.press!, { text: "Does that include testing it end to end?" });
    const shown = here.to(PRIYA).length;
    await here.pass(5);
    const reply = await here.say(SAM, "should be fine", root.ts);
    await here.hear({ what: "edited", message: { ...reply, text: "should be fine, I think" } });
    await here.pass(10 * MINUTE);
    expect(here.to(PRIYA)).toHaveLength(shown);
    expect(wordsOf(await home(here, PRIYA))).toContain("waiting for a reply");
    expect(wordsOf(await home(here, PRIYA))).not.toContain("should be fine");
  });

  test("switches it off in the middle: the verdict on their words goes, what stands on their estimate too", async () => {
    const here = await planning();
    await asked(here, "should be fine");
    expect(wordsOf(await home(here, PRIYA))).toContain("should be fine");
    await off(here);
    expect(wordsOf(here.homes.get(PRIYA))).not.toMatch(/should be fine|3 weeks/);
    expect(await threads(here)).toBe(0);
  });

  test("is left out of what Slack tells of a thread, and Ask why on their message suggests nothing", async () => {
    const here = await planning();
    await off(here);
    const message = await here.say(SAM, ESTIMATE);
    await here.shortcut(PRIYA, "ask-why", message);
    expect(buttonsOf(here.to(PRIYA).at(-1)?.note)).toEqual([]);
    await here.invoke(PRIYA, "");
    expect(wordsOf(here.to(PRIYA).at(-1))).not.toContain("about 3 weeks");
    const link = `https://village.example/archives/${CHANNEL}/p${message.ts.replace(".", "")}`;
    for (const word of ["why", "card"]) {
      await here.invoke(PRIYA, `${word} ${link}`);
      expect(wordsOf(here.to(PRIYA).at(-1)), word).not.toContain("about 3 weeks");
    }
    expect(await threads(here)).toBe(0);
  });

  test("may still ask what they would be asked", async () => {
    const here = await planning();
    await off(here);
    const message = await here.say(SAM, ESTIMATE);
    await here.shortcut(SAM, "what-would-i-be-asked", message);
    expect(wordsOf(here.to(SAM).at(-1))).toContain("3 weeks");
    expect(await threads(here)).toBe(0);
  });

  test.each<[string, (here: Village) => Promise<unknown> | void]>([
    ["switched it off", () => {}],
    ["switched it off before the bot was started again", (here) => here.restart()],
    ["switched it off a day ago", (here) => here.sleep(24 * 60 * MINUTE)],
    ["and so did somebody else since", (here) => here.invoke("U0NOOR", "reading off")],
    ["and somebody else switched it on since", (here) => here.invoke("U0NOOR", "reading on")],
    [
      "and somebody else was forgotten since",
      async (here) => {
        await here.invoke("U0NOOR", "forget me");
        const note = here.to("U0NOOR").at(-1)?.note;
        await here.press("U0NOOR", pressOf(note, buttonsOf(note)[0]!.label));
      },
    ],
  ])("%s: is dropped before reading, and what they asked is not held for the next", async (_when, since) => {
    const here = await planning();
    await off(here);
    await here.say("U0THEO", "about 2 weeks for the api");
    await since(here);
    here.traces.splice(0);
    await here.say(SAM, "how many points is it?");
    await here.say(SAM, "about 5 weeks for the export", "1795514400.000100");
    expect(here.traces).toEqual([]);
    await here.say("U0THEO", "8");
    expect(wordsOf(here.traces)).toContain("nothing that concerns me");
  });

  test("what somebody else asked is held for the next", async () => {
    const here = await planning();
    await off(here);
    await here.say("U0NOOR", "how many points is it?");
    here.traces.splice(0);
    await here.say("U0THEO", "8");
    expect(wordsOf(here.traces)).not.toContain("nothing that concerns me");
  });

  test("costs no call to the store while that is known, and none for anybody else", async () => {
    const here = await planning();
    await off(here);
    await here.say("U0THEO", "search filters, 4 days");
    const before = here.storeCalls();
    for (const text of ["lunch?", ESTIMATE, "thanks"]) await here.say(SAM, text);
    for (const text of ["lunch?", "30-day retention"]) await here.say("U0THEO", text);
    expect(here.storeCalls()).toBe(before);
  });

  test("is heard of by another process: what it kept meanwhile goes, too", async () => {
    const here = await planning();
    const other = await village({ store: here.store });
    await other.say("U0THEO", "search filters, 4 days");
    await off(here);
    await other.say(SAM, ESTIMATE);
    expect(await threads(here)).toBe(2);
    await here.pass(40);
    expect(await threads(here)).toBe(1);
    await other.pass(40);
    await other.say(SAM, ESTIMATE);
    await other.pass(MINUTE);
    expect(await threads(here)).toBe(1);
  });

  test("is read again once they want it", async () => {
    const here = await planning();
    await off(here);
    await here.press(SAM, pressOf(here.to(SAM).at(-1)?.note, "Read my messages"));
    await here.pass(MINUTE);
    await suggested(here);
    expect(await threads(here)).toBe(1);
  });
});

describe("the switch", () => {
  test("stands in Home, for engineers as well, and works there", async () => {
    const here = await planning();
    const before = await home(here, SAM);
    await here.press(SAM, pressOf(before, "Don't read my messages"));
    await here.say(SAM, ESTIMATE);
    expect(await threads(here)).toBe(0);
    expect(buttonsOf(here.homes.get(SAM)).map(({ label }) => label)).toContain("Read my messages");
  });

  test("is shown by /askwhy reading, told of by help and privacy, and announced to nobody", async () => {
    const here = await planning();
    for (const text of ["reading", "privacy"]) {
      await here.invoke(SAM, text);
      expect(buttonsOf(here.to(SAM).at(-1)?.note)[0]?.label, text).toBe("Don't read my messages");
    }
    await here.invoke(SAM, "help");
    expect(wordsOf(here.to(SAM).at(-1))).toContain("/askwhy privacy");
    await off(here);
    expect(here.shown.every((one) => one.user === SAM)).toBe(true);
    expect(here.public()).toEqual([]);
  });

  test("holds after a year and a half of silence", async () => {
    const here = await planning();
    await off(here);
    here.sleep(550 * 24 * 60 * MINUTE);
    await here.optIn(PRIYA);
    await here.say(SAM, ESTIMATE);
    expect(await threads(here)).toBe(0);
  });

  test.each(["reading 3 weeks for the parser", "forget the export, 3 weeks for the parser"])(
    "“%s” is a text, not a switch",
    async (text) => {
      const here = await planning();
      await here.invoke(SAM, text);
      expect(wordsOf(here.to(SAM).at(-1))).toContain("3 weeks for the parser");
      expect((await here.store.keys(TEAM)).map((key) => key.kind)).not.toContain("not-read");
    },
  );
});

describe("/askwhy privacy", () => {
  test("names the days of retention as they are set", async () => {
    const here = await village({ retentionDays: 7 });
    await here.invoke(SAM, "privacy");
    expect(wordsOf(here.to(SAM).at(-1))).toContain("For 7 days");
  });
});
