import { expect, test } from "vitest";
import { asked, MINUTE, planning } from "./scenes.ts";
import { CHANNEL, PRIYA, SAM, TEAM } from "./village.ts";

/** A thread in which Priya's question stands, whoever replies to it, and what she was told of the verdict. */
async function standing() {
  const here = await planning();
  const { message } = await asked(here);
  await here.pass(5);
  const reply = async (text: string): Promise<string> => {
    const { ts } = await here.say(SAM, text, message.ts);
    await here.pass(2 * MINUTE);
    return ts;
  };
  const takeBack = async (ts: string): Promise<void> => {
    await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts, thread: message.ts });
    await here.pass(2 * MINUTE);
  };
  const told = () => here.to(PRIYA).filter((one) => one.note?.summary.includes("still open"));
  return { reply, takeBack, told };
}

test("a second dodge that is taken back is no reason to tell of the first again", async () => {
  const { reply, takeBack, told } = await standing();
  await reply("should be fine");
  await takeBack(await reply("we'll see"));
  await reply("lol");
  expect(told()).toHaveLength(1);
});

test("a dodge after the only one was taken back is told", async () => {
  const { reply, takeBack, told } = await standing();
  await takeBack(await reply("should be fine"));
  await reply("we'll see");
  expect(told()).toHaveLength(2);
});
