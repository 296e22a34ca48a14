import { describe, expect, test } from "vitest";
import { asked, DAY, MINUTE, planning, suggested } from "./scenes.ts";
import { CHANNEL, pressOf, PRIYA, SAM, TEAM } from "./village.ts";

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
