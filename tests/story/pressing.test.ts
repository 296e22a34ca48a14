import { describe, expect, test } from "vitest";
import { OutsideError } from "../../src/telling/outside.ts";
import { asked, DAY, MINUTE, planning, planningWithTwo, suggested } from "./scenes.ts";
import { buttonsOf, CHANNEL, NOOR, pressOf, PRIYA, SAM, TEAM } from "./village.ts";

describe("pressing", () => {
  test("Ask in thread opens the words; only submitting them posts, once, under her name", async () => {
    const here = await planning();
    const { message, form } = await asked(here);
    expect(form.fields[0]).toMatchObject({ kind: "text", name: "text" });
    expect(here.public()).toMatchObject([
      { user: PRIYA, thread: message.ts, text: "Does that include testing it end to end?" },
    ]);
    if (form.press) await here.press(PRIYA, form.press, { text: "Does that include testing it end to end?" });
    expect(here.public()).toHaveLength(1);
  });

  test("works after a restart, and the next day", async () => {
    const here = await planning();
    const { note } = await suggested(here);
    here.restart();
    await here.pass(DAY);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    expect(here.to(PRIYA).at(-1)).toMatchObject({ how: "form" });
  });

  test("somebody else's press does nothing", async () => {
    const here = await planning();
    const { note } = await suggested(here);
    const before = here.shown.length;
    for (const button of buttonsOf(note)) {
      if (button.press.do !== "pause") await here.press(SAM, button.press);
    }
    expect(here.shown).toHaveLength(before);
  });

  test("a press about something that is gone says so", async () => {
    const here = await planning();
    const { note, message } = await suggested(here);
    await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: message.ts });
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    expect(here.to(PRIYA).at(-1)?.note?.summary).toContain("no longer kept");
  });

  test("Slack refuses the post: nothing is lost, and it can be asked again", async () => {
    const here = await planning();
    here.faults.post.push(new OutsideError("Slack answered 500"));
    await asked(here);
    expect(here.public()).toEqual([]);
    expect(JSON.stringify(here.to(PRIYA).at(-1)?.note)).toContain("Does that include testing it end to end?");
    const note = here.to(PRIYA).find((one) => one.how === "whisper")?.note;
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    const form = here.to(PRIYA).findLast((one) => one.how === "form")?.form;
    if (form?.press) await here.press(PRIYA, form.press, { text: "again" });
    expect(here.public()).toHaveLength(1);
  });

  test.each([
    ["Not useful", "not-useful"],
    ["Already covered", "covered"],
  ])("%s takes the question away for good in this thread", async (label, kept) => {
    const here = await planning();
    const { note, message } = await suggested(here);
    const press = pressOf(note, label);
    await here.press(PRIYA, press);
    await here.press(PRIYA, press);
    const thread = await here.store.get(
      { team: TEAM, kind: "thread", id: `${CHANNEL}/${message.ts}` },
      here.now(),
    );
    expect(JSON.stringify(thread)).toContain(`"${press.about["q"]}":"${kept}"`);
    await here.shortcut(PRIYA, "ask-why", message);
    const again = here.to(PRIYA).at(-1)?.note;
    expect(buttonsOf(again).some((button) => button.press.about["q"] === press.about["q"])).toBe(false);
  });

  test("not an estimate: no more about that message", async () => {
    const here = await planning();
    const { note, message } = await suggested(here);
    await here.press(PRIYA, pressOf(note, "Not an estimate"));
    await here.hear({
      what: "edited",
      message: { ...message, text: "checkout on the new gateway, about 6 weeks" },
    });
    const before = here.shown.length;
    await here.pass(MINUTE);
    expect(here.shown).toHaveLength(before);
  });

  test("mute this thread, this question, pause: hers alone, and undone", async () => {
    const here = await planningWithTwo();
    const { note, message } = await suggested(here);
    await here.press(PRIYA, pressOf(note, "Mute this thread (for me)"));
    here.shown.splice(0);
    await here.say(SAM, "turns out it's more like 5 weeks", message.ts);
    await here.pass(MINUTE);
    expect(here.shown.map((one) => one.user)).toEqual([NOOR]);
    await here.press(PRIYA, { do: "unmute", about: {} });
    await here.say(SAM, "sorry, 8 weeks in fact", message.ts);
    await here.pass(MINUTE);
    expect(here.to(PRIYA).some((one) => one.how === "whisper")).toBe(true);
  });
});
