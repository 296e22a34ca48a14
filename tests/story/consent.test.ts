import { describe, expect, test } from "vitest";
import type { ChannelRecord } from "../../src/telling/consent.ts";
import { OutsideError } from "../../src/telling/outside.ts";
import { DAY, ESTIMATE, MINUTE, planning, planningWithTwo, suggested, wordsOf } from "./scenes.ts";
import { buttonsOf, CHANNEL, NOOR, pressOf, PRIYA, SAM, TEAM, type Village, village } from "./village.ts";

const channelOf = (here: Village) =>
  here.store.get<ChannelRecord>({ team: TEAM, kind: "channel", id: CHANNEL }, here.now());
const invite = (here: Village) => here.hear({ what: "invited", team: TEAM, channel: CHANNEL, by: NOOR });
const last = (here: Village, user: string) => wordsOf(here.to(user).at(-1));

describe("consent", () => {
  test("whoever invites is asked privately who the PM is, once", async () => {
    const here = await village();
    await here.hear({ what: "invited", team: TEAM, channel: CHANNEL, by: NOOR });
    await here.pass(1);
    await here.hear({ what: "invited", team: TEAM, channel: CHANNEL, by: NOOR });
    await here.pass(1);
    expect(here.shown).toMatchObject([{ how: "whisper", user: NOOR }]);
  });

  test("a PM named by somebody else is not written to, and gets nothing before opting in", async () => {
    const here = await village();
    await here.press(NOOR, { do: "settings", about: { c: CHANNEL } }, { pms: [PRIYA] });
    await here.say(SAM, ESTIMATE);
    await here.pass(DAY);
    expect(here.to(PRIYA)).toEqual([]);
    await here.press(PRIYA, { do: "opt-in", about: { c: CHANNEL } });
    await here.say(SAM, "and the export: 5 weeks");
    await here.pass(MINUTE);
    expect(here.to(PRIYA).some((one) => one.how === "whisper")).toBe(true);
  });

  test("who is no PM here cannot change the settings of those who are", async () => {
    const here = await planning();
    await here.press(
      SAM,
      { do: "settings", about: { c: CHANNEL } },
      { pms: [SAM], switches: ["mine"], budget: "0" },
    );
    const channel = await here.store.get({ team: TEAM, kind: "channel", id: CHANNEL }, here.now());
    expect(channel).toMatchObject({ pms: [PRIYA], nudged: [PRIYA] });
    expect(channel).not.toHaveProperty("budget");
  });

  test("leaving a channel takes everything kept of it", async () => {
    const here = await planning();
    await suggested(here);
    await here.hear({ what: "removed", team: TEAM, channel: CHANNEL });
    const kinds = (await here.store.keys(TEAM)).map((key) => key.kind);
    expect(kinds.filter((kind) => kind === "thread" || kind === "channel")).toEqual([]);
  });
});

describe("being invited", () => {
  test("Slack is busy: the inviter is asked a little later, once", async () => {
    const here = await village();
    here.faults.whisper.push(new OutsideError("rate limited", { retryAt: here.now() + 30_000 }));
    await invite(here);
    await here.pass(10);
    expect(here.shown).toEqual([]);
    await here.pass(MINUTE);
    expect(here.to(NOOR)).toHaveLength(1);
  });

  test("again on the same day, after it was put out: asked again", async () => {
    const here = await village();
    await invite(here);
    await here.pass(1);
    await here.hear({ what: "removed", team: TEAM, channel: CHANNEL });
    await invite(here);
    await here.pass(1);
    expect(here.to(NOOR)).toHaveLength(2);
  });

  test("while it was put out nothing of the channel is left, nor said to anybody", async () => {
    const here = await planning();
    here.people.set(PRIYA, { active: false });
    await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await here.hear({ what: "removed", team: TEAM, channel: CHANNEL });
    await here.pass(48 * 60 * MINUTE);
    expect(here.shown).toEqual([]);
  });
});

describe("/askwhy settings", () => {
  test("where I am not: says so, and keeps nothing", async () => {
    const here = await village();
    here.place.member = false;
    await here.invoke(PRIYA, "settings");
    expect(here.to(PRIYA).map((one) => one.how)).toEqual(["answer"]);
    expect(last(here, PRIYA)).toContain("belong to a channel that you and I are both in");
  });

  test("who may change nothing is told at once, and by whom it is done", async () => {
    const here = await planning();
    await here.invoke(SAM, "settings");
    expect(last(here, SAM)).toContain("Only the PMs of this channel, eng leads and admins can change");
    expect(last(here, SAM)).toContain(PRIYA);
    expect(here.to(SAM).map((one) => one.how)).toEqual(["answer"]);
  });

  test.each([
    ["a PM", {}, PRIYA],
    ["an eng lead", { leads: [SAM] }, SAM],
  ])("%s gets the form", async (_, rules, user) => {
    const here = await planning(rules);
    await here.invoke(user, "settings");
    expect(here.to(user).at(-1)?.how).toBe("form");
  });

  test("anybody does while nobody is PM", async () => {
    const here = await village();
    await here.invoke(SAM, "settings");
    expect(here.to(SAM).at(-1)?.how).toBe("form");
  });

  test("who may change nothing and is no PM is not told that something was saved", async () => {
    const here = await planning();
    await here.press(SAM, { do: "settings", about: { c: CHANNEL } }, { pms: [SAM], switches: ["mine"] });
    expect(last(here, SAM)).toContain("Nothing was changed");
  });

  test("by somebody who may change nothing, of a channel that is none: nothing is written", async () => {
    const here = await planning();
    here.outsiders.add(SAM);
    const before = await here.store.keys(TEAM);
    for (const c of ["C0NOSUCH", "<!channel> ".repeat(20), "../../y", "__proto__"])
      await here.press(SAM, { do: "settings", about: { c } }, { pms: [SAM], switches: ["mine"] });
    expect(await here.store.keys(TEAM)).toEqual(before);
    expect(last(here, SAM)).toContain("Nothing was changed");
  });
});

describe("eng leads", () => {
  test.each([
    ["by name", [SAM]],
    ["by user group", ["S0LEADS"]],
  ])("named %s may change a channel's settings", async (_name, leads) => {
    const here = await planning({ leads, groups: { S0LEADS: [SAM] } });
    await here.press(SAM, { do: "settings", about: { c: CHANNEL } }, { pms: [PRIYA, NOOR], switches: [] });
    expect((await channelOf(here))?.pms).toEqual([PRIYA, NOOR]);
  });

  test("others of another group may not", async () => {
    const here = await planning({ leads: ["S0LEADS"], groups: { S0LEADS: [NOOR], S0ALL: [SAM] } });
    await here.press(SAM, { do: "settings", about: { c: CHANNEL } }, { pms: [SAM], switches: [] });
    expect((await channelOf(here))?.pms).toEqual([PRIYA]);
  });
});

describe("a channel shared with another company", () => {
  test("no nudge before somebody of this workspace agrees; whoever opts in is told, and may agree", async () => {
    const here = await village();
    here.place.shared = true;
    await here.optIn(PRIYA);
    expect(last(here, PRIYA)).toContain("Another company shares this channel");
    const note = here.to(PRIYA).at(-1)?.note;
    here.shown.splice(0);
    await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    expect(here.shown).toEqual([]);
    await here.press(PRIYA, pressOf(note, "Nudge here all the same"));
    await here.say(SAM, "and the export api: 5 weeks");
    await here.pass(MINUTE);
    expect(here.to(PRIYA).some((one) => one.how === "whisper")).toBe(true);
  });

  test.each([
    ["agrees to nothing", { do: "agree-shared" as const, about: { c: CHANNEL } }],
    [
      "changes no settings",
      { do: "settings" as const, about: { c: CHANNEL } },
      { pms: [NOOR], switches: ["shared"] },
    ],
  ])("a PM of the other company %s", async (_name, press, fields?: Record<string, readonly string[]>) => {
    const here = await planning();
    await here.press(
      PRIYA,
      { do: "settings", about: { c: CHANNEL } },
      { pms: [PRIYA, NOOR], switches: ["mine"] },
    );
    here.place.shared = true;
    here.people.set(NOOR, { stranger: true });
    await here.press(NOOR, press, fields);
    expect(await channelOf(here)).not.toHaveProperty("sharedAgreedBy");
    expect((await channelOf(here))?.pms).toEqual([PRIYA, NOOR]);
  });

  test("a guest who wants nudges is told that there are none, not that they are on", async () => {
    const here = await planning();
    await here.press(
      PRIYA,
      { do: "settings", about: { c: CHANNEL } },
      { pms: [PRIYA, NOOR], switches: ["mine"] },
    );
    here.people.set(NOOR, { stranger: true });
    await here.press(NOOR, { do: "opt-in", about: { c: CHANNEL } });
    expect(last(here, NOOR)).toContain("not to guests");
    expect((await channelOf(here))?.nudged).toEqual([PRIYA]);
  });
});

describe("where nobody opted in", () => {
  test("a question asked with the shortcut is followed all the same, and nothing else", async () => {
    const here = await village();
    const message = await here.say(SAM, ESTIMATE);
    await here.shortcut(PRIYA, "ask-why", message);
    await here.press(PRIYA, pressOf(here.to(PRIYA).at(-1)?.note, "Ask in thread"));
    const form = here.to(PRIYA).at(-1)?.form;
    if (form?.press) await here.press(PRIYA, form.press, { text: "Does that include testing end to end?" });
    await here.pass(5);
    await here.say(SAM, "should be fine", message.ts);
    await here.pass(2 * MINUTE);
    expect(here.to(PRIYA).at(-1)?.how).toBe("whisper");
    expect(last(here, PRIYA)).toContain("still open");
    const before = here.shown.length;
    await here.say(SAM, "sorry, 8 weeks in fact", message.ts);
    await here.pass(10 * MINUTE);
    expect(here.shown.slice(before).filter(({ note }) => note?.summary.startsWith("Worth asking"))).toEqual(
      [],
    );
  });
});

describe("whose estimate it is", () => {
  test("a PM who does the work is not nudged about their own number, nor is anybody else", async () => {
    const here = await planningWithTwo();
    await here.say(NOOR, ESTIMATE);
    await here.pass(MINUTE);
    expect(here.shown).toEqual([]);
  });

  test("“Ask why” on a PM's estimate works, since somebody wants to know", async () => {
    const here = await planning();
    const message = await here.say(PRIYA, ESTIMATE);
    await here.shortcut(SAM, "ask-why", message);
    expect(buttonsOf(here.to(SAM).at(-1)?.note).map(({ label }) => label)).toContain("Ask in thread");
    await here.shortcut(PRIYA, "ask-why", message);
    expect(buttonsOf(here.to(PRIYA).at(-1)?.note).map(({ label }) => label)).toContain("Ask in thread");
  });
});
