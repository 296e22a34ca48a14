import { describe, expect, test, vi } from "vitest";
import { StoreError } from "../../src/store/store.ts";
import { OutsideError, type Pressed } from "../../src/telling/outside.ts";
import { DAY, kept, lastForm, MINUTE, planning, suggested, wordsOf } from "./scenes.ts";
import { CHANNEL, pressOf, PRIYA, SAM, TEAM, type Village } from "./village.ts";

const QUESTION = "Does that include testing it end to end?";
const KILLED = new Error("the process was killed");
const lost = () => new OutsideError("no answer", { uncertain: true });
const die = () => {
  throw KILLED;
};

/** Priya has the form open, and sends it: whatever `kept` does is done once Slack is told. */
async function asking() {
  const here = await planning();
  const { message, note } = await suggested(here);
  await here.press(PRIYA, pressOf(note, "Ask in thread"));
  const { press } = lastForm(here, PRIYA);
  here.shown.splice(0);
  const send = (given: Partial<Pressed> = {}) =>
    here.listener().pressed({ handle: here.handle(PRIYA), press, fields: { text: QUESTION }, ...given });
  return { here, message, note, send, thread: () => kept(here, message.ts) };
}

const direct = (here: Village) => here.to(PRIYA).filter((one) => one.how === "direct");

describe("Slack is told that a press arrived", () => {
  test("once the question is written down, and before it is posted", async () => {
    const { here, send, thread } = await asking();
    const then: unknown[] = [];
    await send({
      kept: async () => void then.push((await thread())?.asked[0]?.text, here.public().length),
    });
    expect(then).toEqual([QUESTION, 0]);
    expect(here.public()).toHaveLength(1);
  });

  test("not where the store does not take the question: the form stays open with it", async () => {
    const { here, send } = await asking();
    const told = vi.fn(async () => {});
    here.faults.store.push(new StoreError("the store is away"));
    await expect(send({ kept: told })).rejects.toThrow("away");
    expect(told).not.toHaveBeenCalled();
    expect(here.public()).toEqual([]);
  });

  test.each(["Not useful", "Already covered"])("once “%s” is kept", async (label) => {
    const { here, note, thread } = await asking();
    const then: unknown[] = [];
    const told = async () =>
      void then.push(Object.keys((await thread())?.offers[0]?.pressed ?? {}).length, here.shown.length);
    const press = pressOf(note, label);
    await here.listener().pressed({ handle: here.handle(PRIYA), press, kept: told });
    expect(then).toEqual([1, 0]);
  });

  test("at once where a form is to be opened", async () => {
    const { here, note } = await asking();
    const press = pressOf(note, "Ask in thread");
    here.faults.store.push(new StoreError("the store is away"));
    const told = vi.fn(async () => {});
    await here
      .listener()
      .pressed({ handle: here.handle(PRIYA), press, kept: told })
      .catch(() => {});
    expect(told).toHaveBeenCalled();
  });
});

describe("the process dies over a question", () => {
  test("before Slack was asked: she gets her words back, and can ask anew", async () => {
    const { here, send, thread, note } = await asking();
    const long = `${QUESTION} ${"And what else? ".repeat(30)}`.trim();
    await expect(send({ fields: { text: long }, kept: die })).rejects.toThrow(KILLED);
    await here.pass(MINUTE);
    expect(here.public()).toEqual([]);
    expect(direct(here)).toHaveLength(1);
    expect(wordsOf(direct(here))).toContain("was not posted");
    expect(wordsOf(direct(here))).toContain(long);
    expect((await thread())?.asked).toEqual([]);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    await here.press(PRIYA, lastForm(here, PRIYA).press, { text: QUESTION });
    expect(here.public()).toHaveLength(1);
  });

  test("while Slack was asked, and it does not stand there: the same, once nobody can be at it any more", async () => {
    const { here, send, thread } = await asking();
    here.faults.post.push(KILLED);
    await expect(send()).rejects.toThrow(KILLED);
    await here.pass(10);
    expect(direct(here)).toEqual([]);
    await here.pass(MINUTE);
    expect(wordsOf(direct(here))).toContain(QUESTION);
    expect((await thread())?.asked).toEqual([]);
    expect((await thread())?.offers[0]?.pressed).toEqual({});
  });

  test("after Slack took it: it is found in the thread, followed, and not posted again", async () => {
    const { here, send, thread, message } = await asking();
    here.afterPosting(die);
    await expect(send()).rejects.toThrow(KILLED);
    await here.pass(MINUTE);
    expect(here.public()).toHaveLength(1);
    expect(direct(here)).toEqual([]);
    expect((await thread())?.asked).toMatchObject([{ ts: here.public()[0]?.ts }]);
    expect((await thread())?.asked[0]).not.toHaveProperty("sent");
    await here.say(SAM, "should be fine", message.ts);
    await here.pass(3 * MINUTE);
    expect((await thread())?.asked[0]?.verdict?.label).toBe("non-answer");
  });

  test("and Slack lets nobody look into the thread: she is told that nobody can tell", async () => {
    const { here, send } = await asking();
    here.outside.posted = async () => ({ accepted: false, reason: "missing_scope" });
    here.afterPosting(die);
    await expect(send()).rejects.toThrow(KILLED);
    await here.pass(MINUTE);
    expect(wordsOf(direct(here))).toContain("can't tell whether your question was posted");
    expect(here.public()).toHaveLength(1);
  });
});

test("Slack took a question and its answer was lost: it is followed all the same", async () => {
  const { here, send, thread } = await asking();
  here.afterPosting(() => {
    throw lost();
  });
  await send();
  const { ts = "" } = here.public()[0] ?? {};
  expect(wordsOf(here.to(PRIYA).at(-1))).toContain("can't tell whether it was posted");
  const { ts: root } = (await thread())?.lines[0] ?? { ts: "" };
  await here.hear({
    what: "posted",
    team: TEAM,
    channel: CHANNEL,
    thread: root,
    ts,
    by: PRIYA,
    text: QUESTION,
  });
  await here.pass(MINUTE);
  expect((await thread())?.asked).toMatchObject([{ ts }]);
  expect(direct(here)).toEqual([]);
  // It is mentioned in the morning like any other that nobody answered.
  await here.pass(DAY);
  expect(wordsOf(direct(here))).toContain(QUESTION);
});

test("who takes no direct messages gets their words back in the channel", async () => {
  const { here, send } = await asking();
  here.outside.direct = async () => ({ accepted: false, reason: "channel_not_found" });
  await expect(send({ kept: die })).rejects.toThrow(KILLED);
  await here.pass(MINUTE);
  expect(here.to(PRIYA)).toMatchObject([{ how: "whisper" }]);
  expect(wordsOf(here.to(PRIYA))).toContain(QUESTION);
});

test("a question that could not be given back in hours is left, and can be asked anew", async () => {
  const { here, send, thread } = await asking();
  here.outside.direct = async () => {
    throw new OutsideError("Slack answered 500");
  };
  await expect(send({ kept: die })).rejects.toThrow(KILLED);
  await here.pass(DAY);
  expect((await thread())?.asked).toEqual([]);
  expect((await thread())?.offers[0]?.pressed).toEqual({});
});

describe("what Slack tells of a question that was posted", () => {
  /** One question stands in the thread; the process died while Slack was asked to post another. */
  async function two() {
    const scene = await asking();
    const { here, send, note, message, thread } = scene;
    await send();
    await here.pass(MINUTE);
    const again = (await thread())?.offers[0];
    const press = pressOf(note, "Ask in thread");
    await here.press(PRIYA, { ...press, about: { ...press.about, q: again?.questions[1]?.id ?? "" } });
    here.faults.post.push(KILLED);
    const form = lastForm(here, PRIYA).press;
    await expect(here.press(PRIYA, form, { text: "Who tests it?" })).rejects.toThrow(KILLED);
    const tell = (ts: string, text: string) =>
      here.hear({ what: "posted", team: TEAM, channel: CHANNEL, thread: message.ts, ts, by: PRIYA, text });
    return { ...scene, tell };
  }

  test("is not taken for another one, when it comes late or twice", async () => {
    const { here, thread, tell } = await two();
    await tell(here.public()[0]?.ts ?? "", QUESTION);
    expect((await thread())?.asked).toMatchObject([{ text: QUESTION }, { text: "Who tests it?", ts: "" }]);
    await here.pass(MINUTE);
    expect((await thread())?.asked).toMatchObject([{ text: QUESTION }]);
    expect(wordsOf(direct(here))).toContain("Who tests it?");
  });

  test("nor one that was posted before it, of which nothing is known", async () => {
    const { here, thread, tell } = await two();
    await tell(`${Math.floor(here.now() / 1000) - 30}.000100`, "Is rollout in?");
    expect((await thread())?.asked.at(-1)).toMatchObject({ ts: "" });
  });

  test("is known for the only one it can be, though Slack holds its words in another form", async () => {
    const { here, thread, tell } = await two();
    const ts = `${Math.floor(here.now() / 1000)}.900100`;
    await tell(ts, "Who tests it :question:");
    expect((await thread())?.asked.at(-1)).toMatchObject({ text: "Who tests it?", ts });
  });
});

test("a process that was slow over a question does not post it once it was given back", async () => {
  const { here, send } = await asking();
  let go = () => {};
  const over = new Promise<void>((resolve) => (go = resolve));
  here.waits.person.push(() => over);
  const slow = send();
  await vi.waitFor(() => expect(here.waits.person).toEqual([]));
  await here.pass(MINUTE);
  expect(direct(here)).toHaveLength(1);
  go();
  await slow;
  expect(here.public()).toEqual([]);
  expect(direct(here)).toHaveLength(1);
});

test("what could not be posted at all is given back by the job where it could not be said at once", async () => {
  const { here, send } = await asking();
  here.faults.post.push(new OutsideError("Slack answered 500"));
  here.outside.answer = async () => {
    throw new OutsideError("Slack answered 500");
  };
  await expect(send()).rejects.toThrow("500");
  await here.pass(MINUTE);
  expect(wordsOf(direct(here))).toContain(QUESTION);
});

test("“more” on one suggestion does not make another one of its thread seen", async () => {
  const here = await planning();
  const { message, note } = await suggested(here);
  here.faults.whisper.push({ accepted: false, reason: "user_not_in_channel" });
  const text = message.text.replace("3 weeks", "5 weeks");
  await here.hear({ what: "edited", message: { ...message, text, edited: message.ts } });
  await here.pass(MINUTE);
  const states = async () => (await kept(here, message.ts))?.offers.map(({ to }) => to[PRIYA]?.state);
  expect(await states()).toEqual(["accepted", "waiting"]);
  const [first] = (await kept(here, message.ts))?.offers ?? [];
  await here.press(PRIYA, pressOf(note, `${(first?.questions.length ?? 0) - 1} more`));
  expect(await states()).toEqual(["seen", "waiting"]);
});
