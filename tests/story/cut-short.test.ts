import { describe, expect, test, vi } from "vitest";
import { StoreError } from "../../src/store/store.ts";
import { OutsideError } from "../../src/telling/outside.ts";
import type { OfferState, Thread } from "../../src/threads/thread.ts";
import { asked, ESTIMATE, HOUR, kept, lastForm, MINUTE, planning, suggested, wordsOf } from "./scenes.ts";
import { CHANNEL, pressOf, PRIYA, SAM, TEAM, type Village } from "./village.ts";

const whispers = (here: Village) => here.to(PRIYA).filter((one) => one.how === "whisper");
const stateOf = async (here: Village, root: string) => (await kept(here, root))?.offers[0]?.to[PRIYA];

describe("the process dies around a suggestion", () => {
  /** An estimate whose suggestion was left in this state by a process that is no more, its job still to be done. */
  async function left(state: OfferState) {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    here.shown.splice(0);
    const key = { team: TEAM, kind: "thread", id: `${CHANNEL}/${message.ts}` };
    const job = {
      team: TEAM,
      id: `suggest:${key.id}`,
      kind: "suggest",
      due: here.now(),
      about: { channel: CHANNEL, root: message.ts },
    };
    await here.store.change<Thread>(key, here.now(), (thread) => {
      if (thread === undefined) return undefined;
      const offers = thread.offers.map((offer) => ({ ...offer, to: { [PRIYA]: { state, at: here.now() } } }));
      return { record: { ...thread, offers }, until: here.now() + 1e9, schedule: [job] };
    });
    return { here, message };
  }

  test("before its turn had come: it is sent by the next, once", async () => {
    const { here, message } = await left("ready");
    await here.pass(HOUR);
    expect(whispers(here)).toHaveLength(1);
    expect(await stateOf(here, message.ts)).toMatchObject({ state: "accepted" });
  });

  test("while Slack was asked: it may be shown by now, so it waits in Home and is not sent again", async () => {
    const { here, message } = await left("sending");
    await here.pass(10);
    // For so long another process may be at it.
    expect(await stateOf(here, message.ts)).toMatchObject({ state: "sending" });
    await here.pass(HOUR);
    expect(whispers(here)).toEqual([]);
    const cutShort = { state: "waiting", reason: "the bot was stopped while sending it" };
    expect(await stateOf(here, message.ts)).toMatchObject(cutShort);
    await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
    expect(wordsOf(here.homes.get(PRIYA))).toContain("Not shown to you in the channel");
  });
});

test("the store is away for a moment after Slack took a suggestion: it is known to be taken all the same", async () => {
  const here = await planning();
  here.afterWhisper(() => here.faults.store.push(new StoreError("the store is away")));
  const message = await here.say(SAM, ESTIMATE);
  await here.pass(MINUTE);
  expect(whispers(here)).toHaveLength(1);
  expect(await stateOf(here, message.ts)).toMatchObject({ state: "accepted" });
});

/** A wait that begins when it is met, and lasts until it is let go. */
function hold() {
  let met = false;
  let go = () => {};
  const over = new Promise<void>((resolve) => (go = resolve));
  const wait = () => {
    met = true;
    return over;
  };
  return { wait, go, met: () => vi.waitFor(() => expect(met).toBe(true)) };
}

/** Long enough for a lease to end: whoever asks then gets the job too. */
const LEASE_OVER = MINUTE + 1;

describe("a job outlives its lease, and another has it too, when Slack refuses what the first one sends", () => {
  test.each([
    ["waits for its own turn", "turn" as const],
    ["looks for something worth asking", "history" as const],
  ])("while the other %s: it does not end before the suggestion has arrived", async (_name, where) => {
    const here = await planning();
    const [first, second, answer] = [hold(), hold(), hold()];
    here.waits[where].push(first.wait, second.wait);
    here.waits.answer.push(answer.wait);
    here.faults.whisper.push(new OutsideError("not now"));
    const message = await here.say(SAM, ESTIMATE);
    const one = here.passAtOnce(MINUTE);
    await first.met();
    const other = here.passAtOnce(LEASE_OVER);
    await second.met();
    first.go();
    await answer.met();
    second.go();
    await other;
    answer.go();
    await one;
    expect(await stateOf(here, message.ts)).toMatchObject({
      state: "ready",
      reason: "Slack did not take it",
    });
    await here.pass(HOUR);
    expect(whispers(here)).toHaveLength(1);
    expect(await stateOf(here, message.ts)).toMatchObject({ state: "accepted" });
  });
});

describe("the process dies between posting a question and noting it down", () => {
  const QUESTION = "Is testing in, & who does it?";
  async function postedUnnoted() {
    const here = await planning();
    const { message, note } = await suggested(here);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    here.afterPosting(() => here.faults.store.push(new Error("killed")));
    await here.press(PRIYA, lastForm(here, PRIYA).press, { text: QUESTION });
    const place = { team: TEAM, channel: CHANNEL, thread: message.ts, ts: here.public()[0]?.ts ?? "" };
    return { here, message, posted: { what: "posted" as const, ...place, by: PRIYA, text: QUESTION } };
  }

  test("Slack tells of it, and it is followed", async () => {
    const { here, message, posted } = await postedUnnoted();
    expect((await kept(here, message.ts))?.asked[0]?.ts).toBe("");
    await here.hear({ ...posted, text: posted.text.replace("&", "&amp;") });
    expect((await kept(here, message.ts))?.asked[0]?.ts).toBe(posted.ts);
    await here.pass(5);
    const before = whispers(here).length;
    await here.say(SAM, "should be fine", message.ts);
    await here.pass(5 * MINUTE);
    expect(whispers(here)).toHaveLength(before + 1);
  });

  test("what somebody else asked, or was noted down before, is left as it is", async () => {
    const { here, message, posted } = await postedUnnoted();
    await here.hear({ ...posted, by: "U0NOOR" });
    expect((await kept(here, message.ts))?.asked[0]?.ts).toBe("");
    await here.hear(posted);
    await here.hear({ ...posted, ts: "1900000000.000100" });
    expect((await kept(here, message.ts))?.asked[0]?.ts).toBe(posted.ts);
  });

  test("and its first soft mention comes in the morning, also where nobody ever replied", async () => {
    const here = await planning();
    await asked(here);
    await here.pass(24 * HOUR);
    expect(here.to(PRIYA).filter((one) => one.how === "direct")).toHaveLength(1);
  });
});

test("a suggestion that Slack refused at first, and that was asked from Home meanwhile, is shown as asked, with what is left", async () => {
  const here = await planning();
  here.faults.whisper.push(new OutsideError("Slack wants it later", { retryAt: here.now() + HOUR * 1000 }));
  await here.say(SAM, ESTIMATE);
  await here.pass(MINUTE);
  expect(whispers(here)).toEqual([]);
  await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
  await here.press(PRIYA, pressOf(here.homes.get(PRIYA), "Ask in thread"));
  await here.press(PRIYA, lastForm(here, PRIYA).press, { text: "Is testing in?" });
  await here.pass(2 * HOUR);
  expect(whispers(here)).toHaveLength(1);
  expect(whispers(here)[0]?.note?.summary).toMatch(/^Asked in the thread: /);
});
