import { describe, expect, test } from "vitest";
import { asked, ESTIMATE, HOUR, lastForm, MINUTE, planning, suggested, wordsOf } from "./scenes.ts";
import { buttonsOf, CHANNEL, NOOR, pressOf, PRIYA, SAM, TEAM, type Village, village } from "./village.ts";

const linkTo = (ts: string, root = ts) =>
  `https://village.example/archives/${CHANNEL}/p${ts.replace(".", "")}?thread_ts=${root}&cid=${CHANNEL}`;
const last = (here: Village, user: string) => wordsOf(here.to(user).at(-1));

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

  test.each(["what can you do?", "how does this work", "Hello", "who are you?"])(
    "%s is told what there is",
    async (typed) => {
      const here = await village();
      await here.invoke(PRIYA, typed);
      expect(last(here, PRIYA)).toContain("/askwhy help lists the rest");
    },
  );

  test.each(["what can you do? 3 weeks for the export", "what is this: about 3 weeks for search"])(
    "near miss: %s",
    async (typed) => {
      const here = await village();
      await here.invoke(PRIYA, typed);
      expect(last(here, PRIYA)).not.toContain("/askwhy help lists the rest");
    },
  );

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

describe("Ask why", () => {
  test("goes on with the message alone while Slack tells nothing of the talk", async () => {
    const here = await village();
    const message = await here.say(SAM, ESTIMATE);
    here.silence(HOUR);
    await here.shortcut(PRIYA, "ask-why", message);
    expect(buttonsOf(here.to(PRIYA).at(-1)?.note).map(({ label }) => label)).toContain("Ask in thread");
  });

  test("on a message of a thread whose record does not have it: its suggestion stands in Home too", async () => {
    const here = await planning();
    const { message } = await suggested(here);
    const late = { ...message, ts: `${here.now() / 1000}.900000`, thread: message.ts };
    const text = "and the export api is another 5 weeks";
    await here.shortcut(PRIYA, "ask-why", { ...late, text });
    await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
    expect(wordsOf(here.homes.get(PRIYA))).toContain("another 5 weeks");
  });

  test("on words that were edited since they were heard: on what they say now", async () => {
    const here = await planning();
    const { message } = await suggested(here);
    await here.shortcut(PRIYA, "ask-why", { ...message, text: ESTIMATE.replace("3 weeks", "7 weeks") });
    expect(last(here, PRIYA)).toContain("7 weeks");
  });

  test("on a question I posted: says that it is one", async () => {
    const here = await planning();
    const { message } = await asked(here);
    const posted = here.public()[0]?.ts ?? "";
    await here.shortcut(NOOR, "ask-why", {
      ...message,
      ts: posted,
      thread: message.ts,
      user: "U0BOT",
      text: `<@${PRIYA}> asks: does the 3 weeks include testing?`,
    });
    expect(last(here, NOOR)).toContain("a question somebody asked");
  });

  test("pressed again and again keeps no more than forty suggestions", async () => {
    const here = await village();
    const message = await here.say(SAM, ESTIMATE);
    for (let count = 0; count < 50; count += 1) {
      await here.pass(1);
      await here.shortcut(PRIYA, "ask-why", message);
    }
    const thread = await here.store.get<{ offers: unknown[] }>(
      { team: TEAM, kind: "thread", id: `${CHANNEL}/${message.ts}` },
      here.now(),
    );
    expect(thread?.offers).toHaveLength(40);
  });
});

describe("/askwhy why", () => {
  const why = (here: Village, user: string, ts: string, root?: string) =>
    here.invoke(user, `why ${linkTo(ts, root)}`);

  test("tells the PM what she was shown, and others only what is worth asking", async () => {
    const here = await planning();
    const { message } = await suggested(here);
    await why(here, PRIYA, message.ts);
    expect(last(here, PRIYA)).toContain("Suggested");
    await why(here, SAM, message.ts);
    expect(last(here, SAM)).not.toContain("Suggested");
    expect(last(here, SAM)).toContain("Worth asking");
  });

  test("tells a PM's own switches to her alone", async () => {
    const here = await planning();
    await here.invoke(PRIYA, "mute 1d");
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await why(here, PRIYA, message.ts);
    expect(last(here, PRIYA)).toContain("nudges were paused");
    await why(here, SAM, message.ts);
    expect(last(here, SAM)).not.toContain("nudges were paused");
    expect(last(here, SAM)).toContain("no PM to show it to");
  });

  test.each([
    ["the same number again", "yep, 3 weeks still good", "had its suggestion before"],
    ["nothing in it", "sounds great", "no estimate and no spec link"],
  ])("%s", async (_name, text, expected) => {
    const here = await planning();
    const { message } = await suggested(here);
    const reply = await here.say(SAM, text, message.ts);
    await here.pass(MINUTE);
    await why(here, PRIYA, reply.ts, message.ts);
    expect(last(here, PRIYA)).toContain(expected);
  });

  test("an answer to a question is no new occasion, and says so", async () => {
    const here = await planning();
    const { message } = await asked(here);
    await here.pass(5);
    const reply = await here.say(SAM, "testing end to end would take 4 days", message.ts);
    await here.pass(3 * MINUTE);
    await why(here, PRIYA, reply.ts, message.ts);
    expect(last(here, PRIYA)).toContain("answers a question that was asked");
  });

  test("in a channel nobody switched on: what would be asked, and why nothing was", async () => {
    const here = await village();
    const message = await here.say(SAM, ESTIMATE);
    await why(here, PRIYA, message.ts);
    expect(last(here, PRIYA)).toContain("no PM has switched nudges on");
    expect(await here.store.keys(TEAM)).toEqual([]);
  });

  test("a message of a kept thread that was said before I came is looked up", async () => {
    const here = await village();
    const question = await here.say(PRIYA, "how long for the checkout on the new gateway?");
    await here.optIn(PRIYA);
    await here.say(SAM, ESTIMATE, question.ts);
    await why(here, PRIYA, question.ts);
    expect(last(here, PRIYA)).toContain("What I read");
  });

  test("of a channel the reader is not in: nothing", async () => {
    const here = await planning();
    const { message } = await suggested(here);
    here.outsiders.add(SAM);
    await why(here, SAM, message.ts);
    expect(last(here, SAM)).toContain("channels you and I are both in");
    expect(last(here, SAM)).not.toContain("3 weeks");
  });

  test("of a message nobody finds: says so", async () => {
    const here = await planning();
    await why(here, PRIYA, "1700000000.000100");
    expect(last(here, PRIYA)).toContain("can't find that message");
  });
});

describe("a question typed by hand", () => {
  test("stands in Home, and is mentioned once the next morning", async () => {
    const here = await planning();
    const { message } = await suggested(here);
    await here.pass(5);
    await here.say(PRIYA, "does that include integration testing, end to end?", message.ts);
    await here.pass(2 * MINUTE);
    await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
    expect(wordsOf(here.homes.get(PRIYA))).toContain("waiting for a reply");
    await here.pass(3 * 24 * HOUR);
    const mornings = here.to(PRIYA).filter(({ how }) => how === "direct");
    expect(mornings).toHaveLength(1);
    expect(wordsOf(mornings)).toContain("No answer yet");
  });
});

describe("picking from the list", () => {
  test("by somebody who has left the channel: says so", async () => {
    const here = await planning();
    await suggested(here);
    await here.invoke(PRIYA, "");
    const press = pressOf(here.to(PRIYA).at(-1)?.note, "Ask why");
    here.outsiders.add(PRIYA);
    await here.press(PRIYA, press);
    expect(last(here, PRIYA)).toContain("not in that channel");
  });

  test("and asking posts under the thread of the one picked", async () => {
    const here = await village();
    const message = await here.say(SAM, ESTIMATE);
    await here.invoke(PRIYA, "");
    await here.press(PRIYA, pressOf(here.to(PRIYA).at(-1)?.note, "Ask why"));
    await here.press(PRIYA, pressOf(here.to(PRIYA).at(-1)?.note, "Ask in thread"));
    await here.press(PRIYA, lastForm(here, PRIYA).press, { text: "Who tests it?" });
    expect(here.public()).toMatchObject([{ thread: message.ts, user: PRIYA }]);
  });
});
