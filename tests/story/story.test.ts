import { describe, expect, test } from "vitest";
import { OutsideError } from "../../src/telling/outside.ts";
import { asked, DAY, ESTIMATE, kept, MINUTE, planning, planningWithTwo, suggested } from "./scenes.ts";
import { buttonsOf, CHANNEL, NOOR, pressOf, PRIYA, SAM, TEAM, village } from "./village.ts";

describe("an estimate becomes a private suggestion", () => {
  test("after the author has been quiet, to the PM alone, with the words it is about", async () => {
    const here = await planning();
    await here.say(SAM, ESTIMATE);
    await here.pass(44);
    expect(here.shown).toEqual([]);
    await here.pass(2);
    expect(here.shown).toHaveLength(1);
    expect(here.shown[0]).toMatchObject({ how: "whisper", user: PRIYA, channel: CHANNEL });
    expect(here.shown[0]).not.toHaveProperty("thread");
    expect(here.shown[0]?.note?.parts[0]).toMatchObject({ kind: "quote", text: ESTIMATE, by: SAM });
  });

  test("inside a thread that has replies, in that thread", async () => {
    const here = await planning();
    const root = await here.say(PRIYA, "how long for the checkout?");
    await here.say(SAM, "about 3 weeks with the new gateway", root.ts);
    await here.pass(MINUTE);
    expect(here.to(PRIYA)).toMatchObject([{ how: "whisper", thread: root.ts }]);
  });

  test("is at most six lines tall", async () => {
    const { note } = await suggested(await planning());
    expect(note?.parts.length).toBeLessThanOrEqual(3);
  });

  test("waits while the author goes on writing", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(30);
    await here.say(SAM, "let me check one thing", message.ts);
    await here.pass(30);
    expect(here.shown).toEqual([]);
    await here.pass(20);
    expect(here.shown).toHaveLength(1);
  });

  test("is made once, however often the event is delivered, and not again for the same number", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.hear({ what: "said", message });
    await here.pass(MINUTE);
    await here.hear({ what: "said", message });
    await here.say(SAM, "yep, 3 weeks still good", message.ts);
    await here.pass(10 * MINUTE);
    expect(here.shown).toHaveLength(1);
  });

  test("comes again when the number really changed", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await here.say(SAM, "turns out it's more like 5 weeks", message.ts);
    await here.pass(MINUTE);
    expect(here.shown).toHaveLength(2);
  });

  test("not for an edit that only brought a preview", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await here.hear({ what: "edited", message });
    await here.pass(MINUTE);
    expect(here.shown).toHaveLength(1);
  });

  test("an edited bare number still answers the question before it", async () => {
    const here = await planning();
    const root = await here.say(PRIYA, "how long for the checkout?");
    const reply = await here.say(SAM, "3 weeks", root.ts);
    await here.say(NOOR, "ok", root.ts);
    await here.hear({ what: "edited", message: { ...reply, text: "4 weeks" } });
    await here.pass(MINUTE);
    const thread = await kept(here, root.ts);
    expect(thread?.lines.flatMap((line) => line.estimates.map(({ quote }) => quote))).toEqual(["4 weeks"]);
  });

  test("an event delivered again does not bring back words that were edited", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.hear({
      what: "edited",
      message: { ...message, text: "checkout on the new gateway, about 5 weeks" },
    });
    await here.hear({ what: "said", message });
    await here.pass(MINUTE);
    expect(JSON.stringify(here.shown)).toContain("5 weeks");
    expect(JSON.stringify(here.shown)).not.toContain("3 weeks");
  });

  test("an estimate that reaches us late is not made to wait again", async () => {
    const here = await planning();
    const ts = `${here.now() / 1000}.000999`;
    await here.pass(5 * MINUTE);
    await here.hear({
      what: "said",
      message: { team: TEAM, channel: CHANNEL, ts, user: SAM, text: ESTIMATE },
    });
    await here.pass(1);
    expect(here.shown).toHaveLength(1);
  });

  test("on what the message says by then: edited to nothing, deleted", async () => {
    const here = await planning();
    const one = await here.say(SAM, ESTIMATE);
    await here.hear({
      what: "edited",
      message: { ...one, text: "checkout on the new gateway, no idea yet" },
    });
    const two = await here.say(SAM, "the export, 5 weeks");
    await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: two.ts });
    await here.pass(MINUTE);
    expect(here.shown).toEqual([]);
  });
});

describe("silence", () => {
  test("a message that says nothing costs no call to the store", async () => {
    const here = await planning();
    await here.say(SAM, ESTIMATE);
    const before = here.storeCalls();
    for (const text of ["lunch?", "the migration ran for 3 weeks", "30-day retention", "thanks!"])
      await here.say(SAM, text);
    expect(here.storeCalls()).toBe(before);
  });

  test("an estimate costs two calls at most before it is acknowledged, a reply one", async () => {
    const here = await planning();
    let before = here.storeCalls();
    const message = await here.say(SAM, ESTIMATE);
    expect(here.storeCalls() - before).toBeLessThanOrEqual(2);
    before = here.storeCalls();
    await here.say(NOOR, "sounds right", message.ts);
    expect(here.storeCalls() - before).toBe(1);
  });

  test("nothing is kept of a channel in which nobody opted in", async () => {
    const here = await village();
    await here.say(SAM, ESTIMATE);
    await here.pass(DAY);
    expect(here.shown).toEqual([]);
    expect(await here.store.keys(TEAM)).toEqual([]);
  });

  test("the PM's own number is no estimate, and nobody else hears anything, ever", async () => {
    const here = await planning();
    await here.say(PRIYA, "so 3 weeks for checkout then");
    await here.say(SAM, ESTIMATE);
    await here.pass(DAY);
    expect(here.shown.every((one) => one.user === PRIYA)).toBe(true);
    expect(here.to(SAM)).toEqual([]);
  });

  test("nothing is posted in public without a press", async () => {
    const here = await planning();
    await suggested(here);
    await here.pass(3 * DAY);
    expect(here.public()).toEqual([]);
  });
});

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

describe("the reply", () => {
  test("a non-answer is shown to the PM alone, with the sentence and a second try", async () => {
    const here = await planning();
    await asked(here, "should be fine");
    const note = here.to(PRIYA).at(-1)?.note;
    expect(here.to(PRIYA).at(-1)?.how).toBe("whisper");
    expect(JSON.stringify(note)).toContain("should be fine");
    expect(here.to(SAM)).toEqual([]);
    await here.press(PRIYA, pressOf(note, "Ask that"));
    const form = here.to(PRIYA).at(-1)?.form;
    if (form?.press) await here.press(PRIYA, form.press, { text: "Which part of the testing is in?" });
    expect(here.public()).toHaveLength(2);
  });

  test("an answer is not announced, and stands in Home", async () => {
    const here = await planning();
    await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
    const { message } = await asked(here);
    const before = here.to(PRIYA).length;
    await here.pass(5);
    await here.say(SAM, "no, add three days on staging with payments for that", message.ts);
    await here.pass(2 * MINUTE);
    expect(here.to(PRIYA)).toHaveLength(before);
    expect(JSON.stringify(here.homes.get(PRIYA))).toContain("add three days on staging");
  });

  test("the verdict can be put right, and stays as she says", async () => {
    const here = await planning();
    const { message } = await asked(here, "should be fine");
    await here.press(PRIYA, pressOf(here.to(PRIYA).at(-1)?.note, "It was answered"));
    const before = here.to(PRIYA).length;
    await here.say(SAM, "hard to say", message.ts);
    await here.pass(2 * MINUTE);
    expect(here.to(PRIYA)).toHaveLength(before);
  });

  test("no reply: one soft mention the next morning, then it rests", async () => {
    const here = await planning();
    await asked(here);
    await here.pass(4 * DAY);
    const direct = here.to(PRIYA).filter((one) => one.how === "direct");
    expect(direct).toHaveLength(1);
    expect(JSON.stringify(direct[0])).toContain("No answer yet");
  });

  test("a deleted reply takes its words along", async () => {
    const here = await planning();
    const { message } = await asked(here);
    await here.pass(5);
    const reply = await here.say(SAM, "purple elephants, should be fine", message.ts);
    await here.pass(2 * MINUTE);
    await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: reply.ts, thread: message.ts });
    const thread = await here.store.get(
      { team: TEAM, kind: "thread", id: `${CHANNEL}/${message.ts}` },
      here.now(),
    );
    expect(JSON.stringify(thread)).not.toContain("elephants");
  });

  test("a question typed by hand in the PM's own words is followed too", async () => {
    const here = await planning();
    const { message } = await suggested(here);
    await here.say(PRIYA, "what's the riskiest part?", message.ts);
    await here.pass(5);
    await here.say(SAM, "we'll see", message.ts);
    await here.pass(2 * MINUTE);
    expect(here.to(PRIYA).at(-1)?.note?.summary).toContain("still open");
  });

  test("a question typed by hand counts as asked", async () => {
    const here = await planning();
    const { message } = await suggested(here);
    await here.say(PRIYA, "does that include integration testing, end to end?", message.ts);
    await here.pass(5);
    await here.say(SAM, "should be fine", message.ts);
    await here.pass(2 * MINUTE);
    expect(here.to(PRIYA).at(-1)?.note?.summary).toContain("still open");
  });
});

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

describe("/askwhy and the shortcuts", () => {
  test("alone: the newest estimates to pick from, and picking one suggests", async () => {
    const here = await planning();
    await here.say(SAM, ESTIMATE);
    await here.invoke(PRIYA, "");
    const list = here.to(PRIYA).at(-1)?.note;
    expect(JSON.stringify(list)).toContain(ESTIMATE);
    await here.press(PRIYA, pressOf(list, "Ask why"));
    expect(buttonsOf(here.to(PRIYA).at(-1)?.note).map((button) => button.label)).toContain("Ask in thread");
  });

  test("alone, where nobody opted in: read on the spot", async () => {
    const here = await village();
    await here.say(SAM, ESTIMATE);
    await here.invoke(PRIYA, "");
    expect(JSON.stringify(here.to(PRIYA).at(-1)?.note)).toContain(ESTIMATE);
  });

  test("with a pasted estimate: questions to read, and nothing kept", async () => {
    const here = await village();
    await here.invoke(PRIYA, "3 weeks for the payments api");
    expect(
      here
        .to(PRIYA)
        .at(-1)
        ?.note?.parts.some((part) => part.kind === "say"),
    ).toBe(true);
    expect(await here.store.keys(TEAM)).toEqual([]);
  });

  test("What would I be asked? is for one's own words, and tells nobody", async () => {
    const here = await village();
    const message = await here.say(SAM, ESTIMATE);
    await here.shortcut(SAM, "what-would-i-be-asked", message);
    expect(here.to(SAM).at(-1)?.note?.summary).toContain("Worth having an answer to");
    await here.shortcut(NOOR, "what-would-i-be-asked", message);
    expect(here.to(NOOR).at(-1)?.note?.summary).toContain("your own messages");
    expect(await here.store.keys(TEAM)).toEqual([]);
  });

  test.each([
    ["help", "What Askwhy can do"],
    ["open", "No open questions"],
    ["mute banana", "For how long?"],
    ["mute 2h", "No nudges for you"],
    ["unmute", "Nudges are back"],
    ["why", "Paste the link"],
  ])("%s", async (text, expected) => {
    const here = await village();
    await here.invoke(PRIYA, text);
    expect(here.to(PRIYA).at(-1)?.note?.summary).toContain(expected);
  });

  test("why: what was read, and why nothing was said", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await here.invoke(
      PRIYA,
      `why https://village.example/archives/${CHANNEL}/p${message.ts.replace(".", "")}`,
    );
    const note = JSON.stringify(here.to(PRIYA).at(-1)?.note);
    expect(note).toContain("3 weeks");
    expect(note).toContain("Suggested");
  });
});
