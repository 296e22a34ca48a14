import { describe, expect, test } from "vitest";
import type { Form } from "../../src/telling/note.ts";
import { CHANNEL, NOOR, pressOf, PRIYA, SAM, type Village, village } from "./village.ts";

const ESTIMATE = "checkout on the new gateway, about 3 weeks, assuming the vendor's sandbox is up";
const ANSWER = "no, testing with payments is not included, add three days";
const MINUTE = 60;

const linkTo = (ts: string) => `https://acme.example/archives/${CHANNEL}/p${ts.replace(".", "")}`;
const last = (here: Village, user = PRIYA) => here.to(user).at(-1);
const lastText = (here: Village, user = PRIYA) => JSON.stringify(last(here, user)?.note);

async function planning(): Promise<Village> {
  const here = await village();
  await here.optIn(PRIYA);
  here.shown.splice(0);
  return here;
}

async function submit(here: Village, form: Form | undefined, text: string) {
  if (form?.press === undefined) throw new Error("no form was opened");
  await here.press(PRIYA, form.press, { text });
}

/** Priya asks about Sam's estimate, and Sam replies. */
async function asked(here: Village, reply: string) {
  const message = await here.say(SAM, ESTIMATE);
  await here.pass(MINUTE);
  const note = here.to(PRIYA).findLast((one) => one.how === "whisper")?.note;
  await here.press(PRIYA, pressOf(note, "Ask in thread"));
  await submit(
    here,
    here.to(PRIYA).findLast((one) => one.how === "form")?.form,
    "Does that include testing it?",
  );
  await here.pass(5);
  await here.say(SAM, reply, message.ts);
  await here.pass(2 * MINUTE);
  return message;
}

describe("/askwhy card", () => {
  test("after the answer: what was said, asked and answered, to whoever asked for it alone", async () => {
    const here = await planning();
    const message = await asked(here, ANSWER);
    const posted = here.public().length;
    await here.invoke(PRIYA, `card ${linkTo(message.ts)}`);
    expect(last(here)).toMatchObject({ how: "answer", user: PRIYA });
    expect(last(here)?.note?.summary).toBe("Estimate: about 3 weeks, plus three days");
    for (const words of ["the vendor's sandbox is up", "testing with payments is not included", ANSWER]) {
      expect(lastText(here)).toContain(words);
    }
    expect(here.public()).toHaveLength(posted);
    expect(here.to(SAM)).toEqual([]);
  });

  test("any message of the thread will do", async () => {
    const here = await planning();
    const message = await asked(here, ANSWER);
    const reply = await here.say(SAM, "and good night", message.ts);
    await here.invoke(PRIYA, `card ${linkTo(reply.ts)}?thread_ts=${message.ts}&cid=${CHANNEL}`);
    expect(last(here)?.note?.summary).toContain("about 3 weeks");
  });

  test("somebody else reads that it was asked, and not what I made of the reply", async () => {
    const here = await planning();
    const message = await asked(here, "should be fine");
    await here.invoke(SAM, `card ${linkTo(message.ts)}`);
    expect(lastText(here, SAM)).toContain("Also asked in the thread");
    expect(lastText(here, SAM)).not.toMatch(/Still open|should be fine/);
  });

  test("a number that changed, with what it was", async () => {
    const here = await planning();
    const message = await here.say(SAM, ESTIMATE);
    await here.say(SAM, "turns out it's more like 5 weeks", message.ts);
    await here.invoke(PRIYA, `card ${linkTo(message.ts)}`);
    expect(last(here)?.note?.summary).toBe("Estimate: 5 weeks");
    expect(lastText(here)).toContain("about 3 weeks (24 Nov 2026) → 5 weeks (24 Nov 2026)");
  });

  test("what a reply leaves out and what it assumes", async () => {
    const here = await planning();
    const message = await here.say(SAM, "partial refunds, 3 weeks");
    await here.say(SAM, "left out: refunds and gift cards. assumes the rates come from finance", message.ts);
    await here.invoke(PRIYA, `card ${linkTo(message.ts)}`);
    const parts = (last(here)?.note?.parts ?? []).map((part) => JSON.stringify(part));
    const under = (title: string) => parts[parts.findIndex((part) => part.includes(`"${title}"`)) + 1];
    expect(under("Not included")).toContain("“refunds and gift cards”");
    expect(under("Assumes")).toContain("“the rates come from finance”");
  });

  test("in a thread nobody follows it is made of what Slack tells, and nothing is kept", async () => {
    const here = await village();
    const message = await here.say(SAM, ESTIMATE);
    await here.invoke(PRIYA, `card ${linkTo(message.ts)}`);
    expect(last(here)?.note?.summary).toBe("Estimate: about 3 weeks");
    expect((await here.store.keys("T1")).filter((key) => key.kind === "thread")).toEqual([]);
  });

  test("what was deleted is on no card", async () => {
    const here = await planning();
    const message = await asked(here, ANSWER);
    await here.hear({ what: "deleted", team: "T1", channel: CHANNEL, ts: message.ts });
    await here.press(PRIYA, { do: "card", about: { c: CHANNEL, r: message.ts } });
    expect(last(here)?.note?.summary).toContain("no estimate there any more");
  });

  test.each([
    ["card", "Paste the link"],
    [`card ${linkTo("1700000000.000009")}`, "no engineer's estimate"],
  ])("%s: says what to do", async (text, words) => {
    const here = await planning();
    await here.invoke(PRIYA, text);
    expect(last(here)?.note?.summary).toContain(words);
  });

  test("not for people outside the channel, by link or by press", async () => {
    const here = await planning();
    const message = await asked(here, ANSWER);
    here.outsiders.add(NOOR);
    await here.invoke(NOOR, `card ${linkTo(message.ts)}`);
    await here.press(NOOR, { do: "card", about: { c: CHANNEL, r: message.ts } });
    await here.press(NOOR, { do: "card-markdown", about: { c: CHANNEL, r: message.ts } });
    expect(here.to(NOOR).map((one) => one.note?.summary)).toEqual(
      Array.from({ length: 3 }, () => "I only show cards of channels you and I are both in."),
    );
  });

  test("words after it that are no link are a text to find questions for", async () => {
    const here = await planning();
    await here.invoke(PRIYA, "card payments on the new gateway, 3 weeks");
    expect(last(here)?.note?.summary).toContain("Worth having an answer to");
  });
});

describe("the card's other places", () => {
  test("its Markdown opens to be copied, and closing that does nothing", async () => {
    const here = await planning();
    const message = await asked(here, ANSWER);
    await here.invoke(PRIYA, `card ${linkTo(message.ts)}`);
    await here.press(PRIYA, pressOf(last(here)?.note, "Copy as Markdown"));
    const form = last(here)?.form;
    expect(form?.fields[0]).toMatchObject({ value: expect.stringContaining("## Estimate: about 3 weeks") });
    const shown = here.shown.length;
    await here.press(PRIYA, form?.press ?? { do: "card", about: {} }, { markdown: "changed" });
    expect(here.shown).toHaveLength(shown);
  });

  test("Home shows the person's cards, and opens them", async () => {
    const here = await planning();
    await here.hear({ what: "home-opened", team: "T1", user: PRIYA });
    expect(JSON.stringify(here.homes.get(PRIYA))).not.toContain("Estimate cards");
    await asked(here, ANSWER);
    await here.press(PRIYA, pressOf(here.homes.get(PRIYA), "Open card"));
    const form = last(here)?.form;
    expect(form?.title).toBe("Estimate card");
    expect(form?.parts[0]).toEqual({ kind: "title", text: "Estimate: about 3 weeks, plus three days" });
  });
});

describe("what a number is for", () => {
  test("a bare reply is shown with its question: on the card, in its Markdown and in the list", async () => {
    const here = await planning();
    const root = await here.say(PRIYA, "how long for the store locator?");
    await here.pass(5);
    const reply = await here.say(SAM, "3 weeks", root.ts);
    await here.pass(2 * MINUTE);
    await here.invoke(PRIYA, `card ${linkTo(reply.ts)}?thread_ts=${root.ts}`);
    expect(lastText(here)).toContain("how long for the store locator?");
    await here.press(PRIYA, pressOf(last(here)?.note, "Copy as Markdown"));
    expect(JSON.stringify(last(here)?.form)).toContain("**Asked:** “how long for the store locator?”");
    await here.invoke(PRIYA, "");
    expect(lastText(here)).toContain("how long for the store locator?");
  });

  test("a number whose unit was said before has its unit", async () => {
    const here = await planning();
    const root = await here.say(SAM, "checkout on the new gateway, 2 weeks-ish");
    await here.pass(5);
    await here.say(SAM, "scratch the 2 weeks, it's 5", root.ts);
    await here.pass(2 * MINUTE);
    await here.invoke(PRIYA, `card ${linkTo(root.ts)}`);
    expect(last(here)?.note?.summary).toBe("Estimate: 5 weeks");
  });

  test("the second try opens with the estimate it is about", async () => {
    const here = await planning();
    await asked(here, "should be fine");
    const verdict = here.to(PRIYA).findLast(({ note }) => note?.summary.startsWith("Your question"))?.note;
    await here.press(PRIYA, pressOf(verdict, "Ask that"));
    expect(JSON.stringify(last(here)?.form)).toContain(ESTIMATE);
  });
});
