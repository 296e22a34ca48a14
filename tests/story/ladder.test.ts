import { describe, expect, test } from "vitest";
import { OutsideError } from "../../src/telling/outside.ts";
import { asked, DAY, ESTIMATE, HOUR, kept, MINUTE, planning, suggested, wordsOf } from "./scenes.ts";
import { buttonsOf, CHANNEL, NOOR, pressOf, PRIYA, SAM, TEAM, type Village } from "./village.ts";

const limited = (here: Village, seconds: number) =>
  new OutsideError("rate limited", { retryAt: here.now() + seconds * 1000 });

const whispers = (here: Village, user: string) => here.to(user).filter((one) => one.how === "whisper");
const directs = (here: Village, user: string) => here.to(user).filter((one) => one.how === "direct");

describe("the ladder", () => {
  test("away: it waits in Home, and one message in the morning sums it up", async () => {
    const here = await planning();
    here.people.set(PRIYA, { active: false });
    await here.say(SAM, ESTIMATE);
    await here.say(SAM, "and the export: 5 weeks");
    await here.pass(MINUTE);
    expect(here.shown).toEqual([]);
    await here.pass(DAY);
    expect(here.to(PRIYA).map((one) => one.how)).toEqual(["direct"]);
    expect(JSON.stringify(here.shown)).toContain(ESTIMATE);
    await here.pass(3 * DAY);
    expect(here.shown).toHaveLength(1);
  });

  test("refused by Slack: the same", async () => {
    const here = await planning();
    here.faults.whisper.push({ accepted: false, reason: "user_not_in_channel" });
    await here.say(SAM, ESTIMATE);
    await here.pass(DAY);
    expect(here.to(PRIYA).map((one) => one.how)).toEqual(["direct"]);
  });

  test("what was seen in Home is not brought up in the morning", async () => {
    const here = await planning();
    here.people.set(PRIYA, { active: false });
    await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
    expect(buttonsOf(here.homes.get(PRIYA)).map((button) => button.label)).toContain("Ask in thread");
    await here.pass(DAY);
    expect(here.shown).toEqual([]);
  });

  test("rate limited: sent when Slack says so, once", async () => {
    const here = await planning();
    here.faults.whisper.push(new OutsideError("rate limited", { retryAt: here.now() + 100_000 }));
    await here.say(SAM, ESTIMATE);
    await here.pass(90);
    expect(here.shown).toEqual([]);
    await here.pass(MINUTE);
    expect(here.shown).toHaveLength(1);
  });

  test("an answer that was lost: never sent twice, but not lost either", async () => {
    const here = await planning();
    here.faults.whisper.push(new OutsideError("no answer", { uncertain: true }));
    await here.say(SAM, ESTIMATE);
    await here.pass(10 * MINUTE);
    expect(here.shown).toEqual([]);
    await here.pass(DAY);
    expect(here.to(PRIYA).map((one) => one.how)).toEqual(["direct"]);
  });

  test("four nudges a day, and no more", async () => {
    const here = await planning();
    for (let count = 2; count <= 7; count += 1) {
      await here.say(SAM, `part ${count} of the checkout: about ${count} weeks`);
      await here.pass(MINUTE);
    }
    expect(here.to(PRIYA).filter((one) => one.how === "whisper")).toHaveLength(4);
  });
});

describe("while Slack will not take it", () => {
  test("an estimate edited meanwhile is withdrawn, and not brought up in the morning", async () => {
    const here = await planning();
    here.faults.whisper.push(limited(here, 300));
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await here.hear({
      what: "edited",
      message: { ...message, text: "checkout on the new gateway, no idea" },
    });
    await here.say(SAM, "will look tomorrow", message.ts);
    await here.pass(2 * DAY);
    expect(here.shown).toEqual([]);
  });

  test("a PM who switched nudges off meanwhile gets none", async () => {
    const here = await planning();
    here.faults.whisper.push(limited(here, 300));
    await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await here.press(PRIYA, { do: "opt-out", about: { c: CHANNEL } });
    here.shown.splice(0);
    await here.pass(2 * DAY);
    expect(here.shown).toEqual([]);
  });

  test("it is evening when Slack takes it: it waits for the morning", async () => {
    const here = await planning();
    await here.pass(7.9 * HOUR);
    here.faults.whisper.push(limited(here, HOUR));
    await here.say(SAM, ESTIMATE);
    await here.pass(3 * HOUR);
    expect(here.shown).toEqual([]);
    await here.pass(DAY);
    expect(here.shown.map((one) => one.how)).toEqual(["direct"]);
  });

  test("Slack tells nothing of the talk for an hour: the estimate is not lost", async () => {
    const here = await planning();
    here.silence(HOUR);
    await here.say(SAM, ESTIMATE);
    await here.pass(2 * HOUR);
    expect(whispers(here, PRIYA)).toHaveLength(1);
  });

  test.each([
    ["its turn never comes", "turn" as const, new OutsideError("later")],
    ["Slack tells nothing of the PM", "person" as const, new OutsideError("no answer")],
    ["a fault of our own keeps it", "turn" as const, new Error("a fault")],
  ])("%s until the job is given up: it waits in Home, and comes in the morning", async (_name, at, error) => {
    const here = await planning();
    const fail = () => Promise.reject(error);
    here.waits.turn.push(() => {
      here.waits[at].push(...Array.from({ length: 100 }, () => fail));
      return fail();
    });
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(6 * HOUR);
    const [offer] = (await kept(here, message.ts))?.offers ?? [];
    expect(offer?.to[PRIYA]).toMatchObject({ state: "waiting", reason: "it failed too often" });
    here.waits[at].splice(0);
    await here.pass(DAY);
    expect(here.shown.map((one) => one.how)).toEqual(["direct"]);
  });

  test.each([
    ["a rate limit", {}, 1],
    ["a lost answer", { uncertain: true }, 0],
  ])("a verdict met by %s is shown as often as is safe", async (_name, how, times) => {
    const here = await planning();
    const { message } = await asked(here);
    await here.pass(5);
    here.faults.whisper.push(new OutsideError("not now", how));
    const before = whispers(here, PRIYA).length;
    await here.say(SAM, "should be fine", message.ts);
    await here.pass(HOUR);
    expect(whispers(here, PRIYA).length - before).toBe(times);
  });
});

describe("the day's budget", () => {
  test("holds for several estimates that come due at once", async () => {
    const here = await planning();
    for (let count = 2; count <= 9; count += 1) await here.say(SAM, `part ${count} of it: ${count} weeks`);
    await here.passAtOnce(MINUTE);
    expect(whispers(here, PRIYA)).toHaveLength(4);
  });
});

describe("the morning message", () => {
  async function waiting() {
    const here = await planning();
    here.people.set(PRIYA, { active: false });
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    return { here, message };
  }

  test("leaves out what was edited since, and shows the new number once", async () => {
    const { here, message } = await waiting();
    await here.hear({ what: "edited", message: { ...message, text: ESTIMATE.replace("3", "5") } });
    await here.pass(DAY);
    expect(directs(here, PRIYA)).toHaveLength(1);
    expect(wordsOf(directs(here, PRIYA))).not.toContain("3 weeks");
    expect(wordsOf(directs(here, PRIYA))).toContain("One thing waits");
  });

  test.each([
    ["switched nudges off", { do: "opt-out" as const, about: { c: CHANNEL } }],
    ["was taken off the PMs", { do: "settings" as const, about: { c: CHANNEL } }],
  ])("is not written to somebody who %s since", async (_name, press) => {
    const { here } = await waiting();
    if (press.do === "settings") await here.press(PRIYA, press, { pms: [NOOR], switches: [] });
    else await here.press(PRIYA, press);
    here.shown.splice(0);
    await here.pass(2 * DAY);
    expect(here.to(PRIYA)).toEqual([]);
  });

  test("leaves out a thread muted since", async () => {
    const { here } = await waiting();
    await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
    await here.press(PRIYA, { ...pressOf(here.homes.get(PRIYA), "Ask in thread"), do: "mute-thread" });
    here.shown.splice(0);
    await here.pass(2 * DAY);
    expect(here.shown).toEqual([]);
  });

  test.each([
    ["until the day after tomorrow", "mute 2d", undefined],
    ["for good, until unmuted by command", "mute forever", "unmute"],
    ["for good, until resumed by a press", "mute forever", { do: "resume" as const, about: {} }],
  ])("waits while nudges are paused %s", async (_name, mute, back) => {
    const { here } = await waiting();
    await here.invoke(PRIYA, mute);
    await here.pass(2 * DAY - HOUR);
    expect(directs(here, PRIYA)).toEqual([]);
    if (typeof back === "string") await here.invoke(PRIYA, back);
    else if (back !== undefined) await here.press(PRIYA, back);
    await here.pass(DAY);
    expect(directs(here, PRIYA)).toHaveLength(1);
  });

  test("is tried again the next day where Slack refused it", async () => {
    const { here } = await waiting();
    here.faults.direct.push({ accepted: false, reason: "cannot_dm_bot" });
    await here.pass(DAY);
    expect(directs(here, PRIYA)).toEqual([]);
    await here.pass(DAY);
    expect(directs(here, PRIYA)).toHaveLength(1);
    await here.pass(DAY);
    expect(directs(here, PRIYA)).toHaveLength(1);
  });

  test("comes in the morning, also where the bot was down until the evening", async () => {
    const { here } = await waiting();
    here.sleep(DAY + 10 * HOUR);
    await here.pass(HOUR);
    expect(here.shown).toEqual([]);
    await here.pass(12 * HOUR);
    expect(directs(here, PRIYA)).toHaveLength(1);
  });

  test("does not bring up what was asked ten minutes before it, but the morning after", async () => {
    const here = await planning();
    const { note } = await suggested(here);
    await here.pass(DAY - 70 * MINUTE);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    const form = here.to(PRIYA).at(-1)?.form;
    if (form?.press) await here.press(PRIYA, form.press, { text: "Does that include testing?" });
    await here.pass(2 * HOUR);
    expect(directs(here, PRIYA)).toEqual([]);
    await here.pass(DAY);
    expect(directs(here, PRIYA)).toHaveLength(1);
  });

  test("is not sent on a weekend", async () => {
    const { here } = await waiting();
    await here.pass(DAY);
    here.shown.splice(0);
    await here.pass(2 * DAY);
    await here.say(SAM, "and the export: 5 weeks");
    await here.pass(2 * DAY - HOUR);
    expect(here.shown).toEqual([]);
    await here.pass(DAY);
    expect(directs(here, PRIYA)).toHaveLength(1);
  });

  test("Home shows no number that has changed since", async () => {
    const { here, message } = await waiting();
    await here.hear({ what: "edited", message: { ...message, text: "checkout: no idea yet" } });
    await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
    expect(wordsOf(here.homes.get(PRIYA))).not.toContain("3 weeks");
  });
});
