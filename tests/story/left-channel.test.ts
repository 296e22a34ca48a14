import { describe, expect, test } from "vitest";
import type { ChannelRecord } from "../../src/telling/consent.ts";
import { OutsideError } from "../../src/telling/outside.ts";
import { asked, DAY, ESTIMATE, HOUR, kept, MINUTE, planning, planningWithTwo, wordsOf } from "./scenes.ts";
import { CHANNEL, NOOR, pressOf, PRIYA, SAM, TEAM, type Village, village } from "./village.ts";

const SECRET = "the layoffs migration, about 5 weeks";

async function home(here: Village, user: string): Promise<string> {
  await here.hear({ what: "home-opened", team: TEAM, user });
  return wordsOf(here.homes.get(user));
}
const directs = (here: Village, user: string) => here.to(user).filter((one) => one.how === "direct");
const channelOf = (here: Village) =>
  here.store.get<ChannelRecord>({ team: TEAM, kind: "channel", id: CHANNEL }, here.now());

describe("a PM who left the channel", () => {
  test("is offered nothing of what is said there since", async () => {
    const here = await planningWithTwo();
    here.outsiders.add(PRIYA);
    const message = await here.say(SAM, SECRET);
    await here.pass(MINUTE);
    expect(here.to(PRIYA)).toEqual([]);
    expect(here.to(NOOR).map((one) => one.how)).toEqual(["whisper"]);
    const [offer] = (await kept(here, message.ts))?.offers ?? [];
    expect(Object.keys(offer?.to ?? {})).toEqual([NOOR]);
  });

  test.each([
    ["before anything was said", { early: true }],
    ["while it was on its way", { early: false }],
  ])("%s: neither Home nor the morning message shows it", async (_when, { early }) => {
    const here = await planning();
    await home(here, PRIYA);
    if (early) here.outsiders.add(PRIYA);
    else {
      here.faults.whisper.push(new OutsideError("rate limited", { retryAt: here.now() + 300_000 }));
      await here.say(SAM, SECRET);
      await here.pass(MINUTE);
      here.outsiders.add(PRIYA);
    }
    if (early) await here.say(SAM, SECRET);
    await here.pass(10 * MINUTE);
    expect(wordsOf(here.homes.get(PRIYA))).not.toContain("layoffs");
    await here.pass(2 * DAY);
    expect(here.shown).toEqual([]);
    expect(await home(here, PRIYA)).not.toContain("layoffs");
  });

  test("while it waited: it is left out of Home, the card, the morning message and the list, and is there again when she is back", async () => {
    const here = await planning();
    here.people.set(PRIYA, { active: false });
    await here.say(SAM, SECRET);
    await here.pass(MINUTE);
    expect(await home(here, PRIYA)).toContain("layoffs");
    here.outsiders.add(PRIYA);
    expect(await home(here, PRIYA)).not.toContain("layoffs");
    await here.pass(DAY);
    expect(directs(here, PRIYA)).toEqual([]);
    here.outsiders.delete(PRIYA);
    expect(await home(here, PRIYA)).toContain("layoffs");
  });

  test("is shown no reply to what she asked, neither as a verdict nor in Home nor by /askwhy open", async () => {
    const here = await planning();
    const { message } = await asked(here);
    here.outsiders.add(PRIYA);
    here.shown.splice(0);
    await here.say(SAM, "should be fine", message.ts);
    await here.pass(HOUR);
    expect(here.shown).toEqual([]);
    expect(await home(here, PRIYA)).not.toContain("should be fine");
    await here.invoke(PRIYA, "open");
    expect(wordsOf(here.to(PRIYA).at(-1))).not.toContain("end to end");
  });

  test.each(["Ask in thread", "Why ask?", "Not useful"])(
    "and presses “%s” on what she was shown before: she learns nothing new",
    async (label) => {
      const here = await planning();
      const message = await here.say(SAM, ESTIMATE);
      await here.pass(MINUTE);
      const note = here.to(PRIYA).at(-1)?.note;
      here.outsiders.add(PRIYA);
      await here.hear({ what: "edited", message: { ...message, text: SECRET } });
      here.shown.splice(0);
      await here.press(PRIYA, pressOf(note, label));
      expect(wordsOf(here.shown)).not.toMatch(/layoffs|5 weeks/);
      expect(wordsOf(here.to(PRIYA).at(-1))).toContain("not in that channel any more");
    },
  );

  test("changes its settings no more, and neither does whoever invited the bot and left", async () => {
    const here = await village();
    await here.hear({ what: "invited", team: TEAM, channel: CHANNEL, by: NOOR });
    await here.optIn(PRIYA);
    for (const user of [PRIYA, NOOR]) {
      here.outsiders.add(user);
      const settings = { pms: [user, "U0FRIEND"], switches: ["mine", "shared"], budget: "20" };
      await here.press(user, { do: "settings", about: { c: CHANNEL } }, settings);
      await here.press(user, { do: "agree-shared", about: { c: CHANNEL } });
      expect(await channelOf(here), user).toMatchObject({ pms: [PRIYA] });
      expect(await channelOf(here), user).not.toHaveProperty("sharedAgreedBy");
      expect(await channelOf(here), user).not.toHaveProperty("budget");
    }
  });
});

describe("while Slack does not say who is in the channel", () => {
  test("a suggestion is not lost", async () => {
    const here = await planning();
    here.faults.member.push(new OutsideError("no answer"), new OutsideError("no answer"));
    await here.say(SAM, ESTIMATE);
    await here.pass(10 * MINUTE);
    expect(here.to(PRIYA).map((one) => one.how)).toEqual(["whisper"]);
  });

  test("what waits is left out of that drawing of Home, not marked as seen, and told of in the morning", async () => {
    const here = await planning();
    here.people.set(PRIYA, { active: false });
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    here.faults.member.push(new OutsideError("no answer"));
    expect(await home(here, PRIYA)).not.toContain("3 weeks");
    expect((await kept(here, message.ts))?.offers[0]?.to[PRIYA]?.state).toBe("waiting");
    await here.pass(12 * HOUR);
    here.faults.member.push(new OutsideError("no answer"), new OutsideError("no answer"));
    await here.pass(DAY);
    expect(wordsOf(directs(here, PRIYA))).toContain("3 weeks");
  });
});

test("Home asks Slack once for each channel, not for each thread", async () => {
  const here = await planning();
  here.people.set(PRIYA, { active: false });
  for (const text of [ESTIMATE, "search filters, 4 days", "the export api, 2 weeks"]) {
    await here.say(SAM, text);
    await here.pass(MINUTE);
  }
  here.asked.splice(0);
  await home(here, PRIYA);
  expect(here.asked).toEqual(["isMember"]);
});

test("a channel the bot is not in: what somebody asked about by hand stays in their Home", async () => {
  const here = await village();
  here.place.member = false;
  here.outsiders.add(PRIYA);
  const message = await here.say(SAM, ESTIMATE);
  await here.shortcut(PRIYA, "ask-why", message);
  expect(await home(here, PRIYA)).toContain("3 weeks");
});
