import fc from "fast-check";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import { soundRecord } from "../../src/story/sound-records.ts";
import { asked, DAY, ESTIMATE, MINUTE } from "../story/scenes.ts";
import { type Scanned, STORES, stopScanning } from "../story/scanned.ts";
import { CHANNEL, NOOR, pressOf, PRIYA, SAM, TEAM, type Village, village } from "../story/village.ts";
import { SEEDED, spoilt } from "./values.ts";

afterAll(stopScanning);

let scanned: Scanned;
let wrong: string[];
afterEach(() => scanned.close());

/** Errors but not warnings: that something was dropped is to be said. */
const log = () =>
  makeLog("warn", {
    write: (line) => {
      if ((JSON.parse(line) as { level: number }).level >= 50) wrong.push(line);
    },
  });

/** A channel in which something of everything is kept. */
async function lived(): Promise<{ here: Village; root: string }> {
  const here = await village({ store: scanned.store, log: log() });
  await here.optIn(PRIYA);
  const { message, note } = await asked(here, "should be fine");
  await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
  await here.press(PRIYA, pressOf(here.homes.get(PRIYA), "It was answered"));
  await here.press(PRIYA, { ...pressOf(note, "Ask in thread"), do: "mute-thread" });
  await here.invoke(NOOR, "reading off");
  return { here, root: message.ts };
}

/** Everything people and the clock may do to what is kept. */
async function everything(here: Village, root: string): Promise<void> {
  here.restart();
  const reply = await here.say(SAM, "no, that is on top, add three days", root);
  await here.hear({ what: "edited", message: { ...reply, text: "yes, it is included" } });
  await here.say(SAM, "search filters, 4 weeks");
  await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
  const link = `https://village.example/archives/${CHANNEL}/p${root.replace(".", "")}`;
  for (const text of [
    "",
    "open",
    "settings",
    "privacy",
    "reading",
    "forget me",
    "mute 1d",
    "unmute",
    `card ${link}`,
    `why ${link}`,
  ])
    await here.invoke(PRIYA, text);
  await here.press(PRIYA, { do: "opt-in", about: { c: CHANNEL } });
  await here.pass(MINUTE);
  await here.hear({ what: "deleted", team: TEAM, channel: CHANNEL, ts: reply.ts, thread: root });
  await here.pass(2 * DAY);
}

describe.each(STORES)("kept on the %s store", (name, open) => {
  beforeEach(async () => {
    scanned = await open();
    wrong = [];
  });

  test.each(["thread", "channel", "person", "not-read"])(
    "a %s record in an older or broken form stops nothing and nobody",
    async (kind) => {
      const { here, root } = await lived();
      const key = (await here.store.keys(TEAM)).find((one) => one.kind === kind)!;
      const sample = await here.store.get<object>(key, here.now());
      expect(sample).toBeDefined();
      await fc.assert(
        fc.asyncProperty(spoilt([sample]), async (record) => {
          await here.store.change<unknown>(key, here.now(), () => ({
            record: record ?? "nothing",
            until: here.now() + 400 * DAY * 1000,
          }));
          await everything(here, root);
          expect(wrong).toEqual([]);
        }),
        { ...SEEDED, numRuns: name === "Redis" ? 15 : 60 },
      );
    },
  );

  test("a person is forgotten also where their records are broken", async () => {
    const { here, root } = await lived();
    const records = [
      { team: TEAM, kind: "thread", id: `${CHANNEL}/${root}` },
      { team: TEAM, kind: "person", id: PRIYA },
      { team: TEAM, kind: "channel", id: CHANNEL },
    ];
    for (const key of records)
      await here.store.change(key, here.now(), () => ({
        record: { id: 7, pms: PRIYA, lines: [PRIYA], mutedThreads: PRIYA },
        until: here.now() + DAY * 1000,
      }));
    await here.press(PRIYA, { do: "forget-me-now", about: { u: PRIYA } });
    expect((await scanned.scan()).filter((line) => line.includes(PRIYA))).toEqual([]);
  });

  test("the same words heard anew are kept in the place of a broken record", async () => {
    const { here, root } = await lived();
    const key = { team: TEAM, kind: "thread", id: `${CHANNEL}/${root}` };
    await here.store.change(key, here.now(), () => ({ record: "broken", until: here.now() + DAY * 1000 }));
    await here.say(SAM, `after all: ${ESTIMATE}`, root);
    expect(await here.store.get(key, here.now())).toMatchObject({ root, lines: [{ user: SAM }] });
  });
});

describe("a record that was written", () => {
  test.each([
    ["person", { id: "U1" }, { id: "U1", home: false, mutedThreads: [] }],
    ["person", { id: "U1", home: true, added: "later" }, { id: "U1", home: true, added: "later" }],
    ["channel", { id: "C1", pms: ["U1"] }, { pms: ["U1"], nudged: [] }],
    ["thread", { team: "T1", channel: "C1", root: "1.1" }, { root: "1.1", lines: [], caughtUp: false }],
    ["another kind", 7, 7],
  ])("by another version: %s %j is taken, and filled in", (kind, record, sound) => {
    const whole = soundRecord(kind, "x", record);
    if (typeof sound === "object") expect(whole).toMatchObject(sound);
    else expect(whole).toBe(sound);
  });

  test.each([
    ["person", null],
    ["person", []],
    ["person", { id: "U1", mutedThreads: "C1/1.1" }],
    ["channel", { id: "C1", pms: [7] }],
    ["thread", { root: 7 }],
    ["thread", { lines: [{}] }],
    ["thread", { offers: [{ id: "o", to: null }] }],
  ])("by nobody we know: %s %j counts as absent", (kind, record) => {
    expect(soundRecord(kind, "x", record)).toBeUndefined();
  });
});
