import { expect, test } from "vitest";
import { CHANNEL, NOOR, pressOf, PRIYA, SAM, type Village, village } from "./village.ts";

/** Sam's reply to Priya's question was taken for none; she says that it was an answer. */
async function corrected(): Promise<Village> {
  const here = await village();
  await here.optIn(PRIYA);
  const message = await here.say(SAM, "checkout on the new gateway, about 3 weeks");
  await here.pass(60);
  await here.press(PRIYA, pressOf(here.to(PRIYA).at(-1)?.note, "Ask in thread"));
  const form = here.to(PRIYA).at(-1)?.form;
  await here.press(PRIYA, form?.press ?? { do: "send", about: {} }, {
    text: "Does that include testing it?",
  });
  await here.pass(5);
  await here.say(SAM, "should be fine", message.ts);
  await here.pass(120);
  await here.press(PRIYA, pressOf(here.to(PRIYA).at(-1)?.note, "It was answered"));
  here.people.set(NOOR, { admin: true });
  return here;
}

const shownTo = (here: Village, user: string) => here.to(user).at(-1);

test("a lead or admin gets what people put right, ready for the template's replies", async () => {
  const here = await corrected();
  await here.invoke(NOOR, "corrections");
  expect(shownTo(here, NOOR)?.form?.fields[0]).toMatchObject({
    value: expect.stringMatching(
      /^# [a-z-]+\nreplies:\n {2}answered:\n {4}- "should be fine" # to: Does that include testing it\?$/,
    ),
  });
});

test("nobody else does", async () => {
  const here = await corrected();
  await here.invoke(SAM, "corrections");
  expect(shownTo(here, SAM)?.note?.summary).toContain("for eng leads and admins");
});

test("of a channel one is not in, or where nothing was corrected, there is nothing to see", async () => {
  const here = await corrected();
  here.outsiders.add(NOOR);
  await here.invoke(NOOR, "corrections");
  expect(shownTo(here, NOOR)?.note?.summary).toContain("Nobody has corrected a verdict");
});

test("they go with the channel", async () => {
  const here = await corrected();
  await here.hear({ what: "removed", team: "T1", channel: CHANNEL });
  await here.invoke(NOOR, "corrections");
  expect(shownTo(here, NOOR)?.note?.summary).toContain("Nobody has corrected a verdict");
});
