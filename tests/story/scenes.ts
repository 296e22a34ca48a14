import { CHANNEL, NOOR, PRIYA, pressOf, SAM, TEAM, type Village, village } from "./village.ts";
import type { Thread } from "../../src/threads/thread.ts";

export const ESTIMATE = "checkout on the new gateway, about 3 weeks";
export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A channel whose PM opted in, and what she was shown since. */
export async function planning(wishes: Parameters<typeof village>[0] = {}): Promise<Village> {
  const here = await village(wishes);
  await here.optIn(PRIYA);
  here.shown.splice(0);
  return here;
}

/** The same with two PMs who both opted in. */
export async function planningWithTwo(): Promise<Village> {
  const here = await planning();
  await here.press(
    PRIYA,
    { do: "settings", about: { c: CHANNEL } },
    { pms: [PRIYA, NOOR], switches: ["mine"] },
  );
  await here.press(NOOR, { do: "opt-in", about: { c: CHANNEL } });
  here.shown.splice(0);
  return here;
}

/** The suggestion on Sam's estimate, as Priya sees it. */
export async function suggested(here: Village) {
  const message = await here.say(SAM, ESTIMATE);
  await here.pass(MINUTE);
  const note = here.to(PRIYA).findLast((one) => one.how === "whisper")?.note;
  if (note === undefined) throw new Error("nothing was suggested");
  return { message, note };
}

/** Priya asks the first question, and Sam answers. */
export async function asked(here: Village, reply?: string) {
  const { message, note } = await suggested(here);
  await here.press(PRIYA, pressOf(note, "Ask in thread"));
  const form = lastForm(here, PRIYA);
  await here.press(PRIYA, form.press, { text: "Does that include testing it end to end?" });
  if (reply !== undefined) {
    await here.pass(5);
    await here.say(SAM, reply, message.ts);
    await here.pass(2 * MINUTE);
  }
  return { message, note, form };
}

/** The form this person has open. */
export function lastForm(here: Village, user: string) {
  const form = here.to(user).findLast((one) => one.how === "form")?.form;
  if (form?.press === undefined) throw new Error("no form was opened");
  return { ...form, press: form.press };
}

export function kept(here: Village, root: string): Promise<Thread | undefined> {
  return here.store.get<Thread>({ team: TEAM, kind: "thread", id: `${CHANNEL}/${root}` }, here.now());
}

/** All that a note, form or Home says, as one string. */
export const wordsOf = (shown: unknown): string => JSON.stringify(shown);

/** Everything the store holds for the workspace, as one string. */
export async function everythingKept(here: Village): Promise<string> {
  const keys = await here.store.keys(TEAM);
  const records = await Promise.all(keys.map((key) => here.store.get<unknown>(key, here.now())));
  return wordsOf([keys, records]);
}
