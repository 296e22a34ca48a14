import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY, lastForm, MINUTE, wordsOf } from "./scenes.ts";
import { type Scanned, STORES, stopScanning } from "./scanned.ts";
import { buttonsOf, CHANNEL, NOOR, pressOf, PRIYA, SAM, TEAM, type Village, village } from "./village.ts";

const THEO = "U0THEO"; // another engineer
/** Words that stand in messages of Sam's alone. */
const PLANTED = ["zyzzyva", "quokka", "ocelot"];

afterAll(stopScanning);

let scanned: Scanned;
afterEach(() => scanned.close());

/** Two PMs, Sam's estimate and replies, Theo's estimate with a reply of Sam's; all of it asked, answered, corrected. */
async function busyWorkspace(): Promise<Village> {
  const here = await village({ store: scanned.store });
  await here.optIn(PRIYA);
  const settings = { do: "settings", about: { c: CHANNEL } } as const;
  await here.press(PRIYA, settings, { pms: [PRIYA, NOOR], switches: ["mine"] });
  await here.press(NOOR, { do: "opt-in", about: { c: CHANNEL } });

  const own = await here.say(SAM, "the zyzzyva checkout on the new gateway, about 3 weeks");
  const others = await here.say(THEO, "search filters on the new index, 2 weeks or so");
  await here.pass(MINUTE);
  for (const about of ["3 weeks", "2 weeks"]) {
    const note = here
      .to(PRIYA)
      .findLast((one) => wordsOf(one).includes(about) && one.how === "whisper")?.note;
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    await here.press(PRIYA, lastForm(here, PRIYA).press, { text: `What is in the ${about}?` });
  }
  await here.pass(5);
  await here.say(SAM, "the quokka part is included, testing is not, that is another 3 days", own.ts);
  await here.say(SAM, "no, the ocelot index is not included, add two days on staging", others.ts);
  await here.pass(2 * MINUTE);
  await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
  await here.press(PRIYA, pressOf(here.homes.get(PRIYA), "That's no answer"));
  const about = here.to(PRIYA).find((one) => one.how === "whisper" && wordsOf(one).includes("3 weeks"))?.note;
  await here.press(PRIYA, { ...pressOf(about, "Ask in thread"), do: "mute-thread" });
  return here;
}

async function forget(here: Village, user: string): Promise<void> {
  await here.invoke(user, "forget me");
  await here.press(user, pressOf(here.to(user).at(-1)?.note, "Forget me"));
}

/** Lines of the store that hold any of these. */
const holding = (lines: readonly string[], ...words: string[]) =>
  lines.filter((line) => words.some((word) => line.toLowerCase().includes(word.toLowerCase())));

describe.each(STORES)("on the %s store", (_name, open) => {
  beforeEach(async () => {
    scanned = await open();
  });

  test("without forgetting, all of it is there to be found", async () => {
    await busyWorkspace();
    const lines = await scanned.scan();
    for (const word of [...PLANTED, SAM, PRIYA]) expect(holding(lines, word), word).not.toEqual([]);
  });

  test("an engineer is forgotten: neither their id nor a word of theirs is left", async () => {
    const here = await busyWorkspace();
    await forget(here, SAM);
    await here.pass(MINUTE);
    expect(wordsOf(here.homes.get(PRIYA))).not.toMatch(/zyzzyva|quokka|ocelot/);
    expect(wordsOf(here.homes.get(PRIYA))).toContain("What is in the 2 weeks?");
    const lines = await scanned.scan();
    expect(holding(lines, SAM, ...PLANTED, "3 weeks")).toEqual([]);
    expect(holding(lines, THEO, "2 weeks")).not.toEqual([]);
  });

  test("who is forgotten is so where others mention them, with or without their name beside it", async () => {
    const here = await village({ store: scanned.store });
    await here.optIn(PRIYA);
    const root = await here.say(THEO, "checkout on the new gateway, about 3 weeks");
    await here.pass(MINUTE);
    await here.press(PRIYA, pressOf(here.to(PRIYA).at(-1)?.note, "Ask in thread"));
    await here.press(PRIYA, lastForm(here, PRIYA).press, { text: "Does that include testing it?" });
    for (const sam of [`<@${SAM}>`, `<@${SAM}|sam.smith>`]) {
      for (const text of [
        `3 weeks for the export, assuming ${sam} does the api`,
        `${sam} and I need 3 weeks for the api`,
        `about 3 weeks, depends on ${sam}`,
        `3 weeks, incl. review by ${sam} and the migration of ${sam}`,
        `3 weeks if ${sam} helps with the migration, ${sam} took 2 weeks last time`,
        `the ${sam} spec <https://docs.google.com/document/d/1|plan of ${sam}> is ready`,
        `nobody but ${sam} knows that service, so 4 days`,
      ]) {
        await here.say(THEO, text);
        await here.pass(5 * MINUTE);
      }
      for (const text of [
        `no, ${sam} does the testing on top. Ask ${sam}.`,
        `yes, that includes what ${sam} tests end to end, two days`,
        `should be fine, ${sam} said so`,
      ])
        await here.say(THEO, text, root.ts);
      await here.say(PRIYA, `${sam} does that include testing end to end with the other services?`, root.ts);
      await here.pass(5 * MINUTE);
    }
    await forget(here, SAM);
    expect(holding(await scanned.scan(), SAM, "sam.smith")).toEqual([]);
  });

  test("a PM is forgotten: what they asked, were shown and set is gone, and the other PM goes on", async () => {
    const here = await busyWorkspace();
    await forget(here, PRIYA);
    expect(wordsOf(here.homes.get(PRIYA))).not.toContain("What is in");
    await here.say(THEO, "the export takes us another 4 weeks at least");
    await here.pass(MINUTE);
    expect(here.to(NOOR).at(-1)).toMatchObject({ how: "whisper" });
    const shown = here.to(PRIYA).length;
    await here.pass(2 * DAY);
    expect(here.to(PRIYA)).toHaveLength(shown);
    const lines = await scanned.scan();
    expect(holding(lines, PRIYA, "what is in the")).toEqual([]);
    expect(holding(lines, NOOR)).not.toEqual([]);
  });

  test("what was shown to one PM alone is not suggested again when they are forgotten", async () => {
    const here = await village({ store: scanned.store });
    await here.optIn(PRIYA);
    const message = await here.say(SAM, "checkout on the new gateway, about 3 weeks");
    await here.pass(MINUTE);
    await forget(here, PRIYA);
    await here.optIn(NOOR);
    await here.say(SAM, "yep, about 3 weeks", message.ts);
    await here.pass(MINUTE);
    expect(here.to(NOOR).filter((one) => one.how === "whisper")).toEqual([]);
    expect(holding(await scanned.scan(), PRIYA)).toEqual([]);
  });

  test("a deleted message takes with it what was kept of it, also where it was asked about", async () => {
    const here = await busyWorkspace();
    const [own] = here.said().filter((one) => one.text.includes("zyzzyva"));
    for (const message of here.said().filter((one) => one.user === SAM))
      await here.hear({
        what: "deleted",
        team: TEAM,
        channel: CHANNEL,
        ts: message.ts,
        ...(message.thread && { thread: message.thread }),
      });
    expect(own?.ts).toBeDefined();
    expect(holding(await scanned.scan(), ...PLANTED)).toEqual([]);
  });

  test("a deleted message goes as talk around other messages, too: nudged about, or asked about by hand", async () => {
    const here = await village({ store: scanned.store });
    const talk = await here.say(SAM, "the zyzzyva migration needs a vendor and a database change");
    const byHand = await here.say(THEO, "checkout on the new gateway, about 3 weeks");
    await here.shortcut(PRIYA, "ask-why", byHand);
    await here.optIn(PRIYA);
    await here.say(THEO, "search filters on the new index, 4 weeks");
    await here.pass(MINUTE);
    for (const key of await here.store.keys(TEAM))
      if (key.kind === "thread") expect(wordsOf(await here.store.get(key, here.now()))).toContain(talk.ts);
    await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: talk.ts });
    const lines = await scanned.scan();
    expect(holding(lines, SAM, "vendor", "zyzzyva")).toEqual([]);
    expect(holding(lines, THEO)).not.toEqual([]);
  });

  test.each([
    ["where a PM opted in", { optedIn: true, heard: true }],
    ["heard of there for the first time", { optedIn: true, heard: false }],
    ["where nobody opted in", { optedIn: false, heard: true }],
  ])(
    "a message deleted while “Ask why” is at it, %s, does not come back",
    async (_where, { optedIn, heard }) => {
      const here = await village({ store: scanned.store });
      if (optedIn) await here.optIn(PRIYA);
      const message = {
        team: TEAM,
        channel: CHANNEL,
        ts: "1795514400.000900",
        user: SAM,
        text: "the zyzzyva import, 5 weeks",
      };
      if (heard) await here.hear({ what: "said", message });
      let go = () => {};
      const asked = new Promise<void>((begun) =>
        here.waits.history.push(() => {
          begun();
          return new Promise((resolve) => (go = resolve));
        }),
      );
      const working = here.shortcut(PRIYA, "ask-why", message);
      await asked;
      await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: message.ts });
      go();
      await working;
      expect(wordsOf(here.to(PRIYA).at(-1))).toContain("deleted meanwhile");
      expect(holding(await scanned.scan(), "zyzzyva", SAM)).toEqual([]);
    },
  );

  test("talk deleted while “Ask why” is told of it does not come back with what was said around it", async () => {
    const here = await village({ store: scanned.store });
    const talk = await here.say(SAM, "the zyzzyva migration needs a vendor and a database change");
    const byHand = await here.say(THEO, "checkout on the new gateway, about 3 weeks");
    here.waits.history.push(() => here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: talk.ts }));
    await here.shortcut(PRIYA, "ask-why", byHand);
    expect(buttonsOf(here.to(PRIYA).at(-1)?.note)).not.toEqual([]);
    expect(holding(await scanned.scan(), SAM, "zyzzyva", "vendor")).toEqual([]);
  });

  test("talk deleted while Slack is asked for it does not come back with what was said around it", async () => {
    const here = await village({ store: scanned.store });
    await here.optIn(PRIYA);
    const talk = await here.say(SAM, "the zyzzyva migration needs a vendor and a database change");
    await here.say(THEO, "checkout on the new gateway, about 3 weeks");
    here.waits.history.push(() => here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: talk.ts }));
    await here.pass(MINUTE);
    expect(here.to(PRIYA).at(-1)).toMatchObject({ how: "whisper" });
    expect(holding(await scanned.scan(), SAM, "zyzzyva", "vendor")).toEqual([]);
  });

  test("an edited message leaves nothing of the words before, and Home shows those of now", async () => {
    const here = await village({ store: scanned.store });
    await here.optIn(PRIYA);
    const message = await here.say(SAM, "the zyzzyva checkout on the new gateway, about 3 weeks");
    await here.pass(MINUTE);
    const text = "the cart checkout on the new gateway, about 3 weeks";
    await here.hear({ what: "edited", message: { ...message, text } });
    await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
    expect(wordsOf(here.homes.get(PRIYA))).toContain("the cart checkout");
    expect(holding(await scanned.scan(), "zyzzyva")).toEqual([]);
  });

  test("a channel the bot left takes everything with it: records, lists, jobs, and mutes that name it", async () => {
    const here = await busyWorkspace();
    await here.say(SAM, "the zyzzyva import, 5 weeks");
    await here.hear({ what: "removed", team: TEAM, channel: CHANNEL });
    expect(holding(await scanned.scan(), CHANNEL, ...PLANTED, SAM)).toEqual([]);
  });

  test("an uninstalled workspace leaves nothing", async () => {
    const here = await busyWorkspace();
    await here.invoke(SAM, "reading off");
    await here.hear({ what: "uninstalled", team: TEAM });
    expect(await scanned.scan()).toEqual([]);
  });

  test("what is older than the days of retention is gone, also from a thread that goes on", async () => {
    const here = await busyWorkspace();
    const [own] = here.said();
    await here.pass(20 * DAY);
    await here.say(SAM, "update: now more like 7 weeks", own?.ts);
    await here.pass(12 * DAY);
    const middle = await here.store.keys(TEAM);
    expect(middle.filter((key) => key.kind === "thread")).toHaveLength(1);
    const lines = wordsOf(
      await here.store.get({ team: TEAM, kind: "thread", id: `${CHANNEL}/${own?.ts}` }, here.now()),
    );
    expect(lines).toContain("7 weeks");
    expect(lines).not.toContain("zyzzyva");
    await here.pass(30 * DAY);
    await here.store.take(here.now(), 1, here.now());
    expect(holding(await scanned.scan(), SAM, ...PLANTED, "weeks", "what is in")).toEqual([]);
  });

  test("who is not read leaves nothing but their id on the one list of those", async () => {
    const here = await busyWorkspace();
    await here.invoke(SAM, "reading off");
    await here.say(SAM, "the zyzzyva import, 5 weeks");
    await here.pass(2 * MINUTE);
    const lines = await scanned.scan();
    expect(holding(lines, ...PLANTED, "5 weeks")).toEqual([]);
    expect(holding(lines, SAM)).toEqual([expect.stringContaining('"users":["U0SAM"]')]);
  });

  test("being forgotten does not switch the reading on again", async () => {
    const here = await busyWorkspace();
    await here.invoke(SAM, "reading off");
    await forget(here, SAM);
    await here.say(SAM, "the zyzzyva import, 5 weeks");
    await here.pass(2 * MINUTE);
    const lines = await scanned.scan();
    expect(holding(lines, ...PLANTED)).toEqual([]);
    expect(holding(lines, SAM)).toHaveLength(1);
  });
});

describe("asking to be forgotten", () => {
  beforeEach(async () => {
    scanned = await STORES[0]![1]();
  });

  test("says first what will go, and nothing goes without the button", async () => {
    const here = await busyWorkspace();
    await here.invoke(SAM, "forget me");
    const note = here.to(SAM).at(-1)?.note;
    expect(wordsOf(note)).toContain("2 threads");
    expect(buttonsOf(note).map(({ label }) => label)).toEqual(["Forget me", "Don't read my messages"]);
    expect(holding(await scanned.scan(), "zyzzyva")).not.toEqual([]);
  });

  test("somebody else's button forgets nobody", async () => {
    const here = await busyWorkspace();
    await here.invoke(SAM, "forget me");
    await here.press(PRIYA, pressOf(here.to(SAM).at(-1)?.note, "Forget me"));
    const lines = await scanned.scan();
    for (const user of [SAM, PRIYA]) expect(holding(lines, user), user).not.toEqual([]);
  });
});
