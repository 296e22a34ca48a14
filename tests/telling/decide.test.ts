import { describe, expect, test } from "vitest";
import { FOREVER, newPerson } from "../../src/telling/consent.ts";
import { type Case, decide, hiddenIn, spend } from "../../src/telling/decide.ts";
import { somebody } from "./somebody.ts";

const TUESDAY_AT_TEN = Date.UTC(2026, 10, 24, 10);
const person = somebody("U0PRIYA");
const base: Case = {
  now: TUESDAY_AT_TEN,
  ref: { team: "T1", channel: "C1", root: "1.1" },
  channel: { id: "C1", pms: ["U0PRIYA"], nudged: ["U0PRIYA"] },
  facts: { name: "planning", private: false, shared: false, member: true },
  record: newPerson("U0PRIYA"),
  person,
  member: true,
  questions: ["rollout"],
};
const spent = (count: number) => ({
  day: "2026-11-24",
  offers: Array.from({ length: count }, (_, index) => `o${index}`),
});

describe("who hears a suggestion, and how", () => {
  test.each<[string, Partial<Case>, string]>([
    ["a PM who opted in and is there", {}, "whisper"],
    ["one who did not opt in", { channel: { ...base.channel, nudged: [] } }, "never"],
    ["a guest", { person: { ...person, stranger: true } }, "never"],
    ["one who left the channel", { member: false }, "never"],
    ["another bot", { person: { ...person, bot: true } }, "never"],
    ["in a channel shared with another company", { facts: { ...base.facts, shared: true } }, "never"],
    [
      "there, after somebody agreed",
      { facts: { ...base.facts, shared: true }, channel: { ...base.channel, sharedAgreedBy: "U1" } },
      "whisper",
    ],
    ["one who paused", { record: { ...base.record, mutedUntil: TUESDAY_AT_TEN + 1 } }, "never"],
    ["one who paused for good", { record: { ...base.record, mutedUntil: FOREVER } }, "never"],
    ["one whose pause is over", { record: { ...base.record, mutedUntil: TUESDAY_AT_TEN } }, "whisper"],
    ["one who muted this thread", { record: { ...base.record, mutedThreads: ["C1/1.1"] } }, "never"],
    ["one who muted another thread", { record: { ...base.record, mutedThreads: ["C1/1.2"] } }, "whisper"],
    [
      "one who muted this question here",
      { record: { ...base.record, mutedQuestions: ["C1/rollout"] } },
      "never",
    ],
    ["one who muted it elsewhere", { record: { ...base.record, mutedQuestions: ["C2/rollout"] } }, "whisper"],
    ["one with three nudges today", { record: { ...base.record, spent: spent(3) } }, "whisper"],
    ["one with four", { record: { ...base.record, spent: spent(4) } }, "wait"],
    [
      "with four yesterday",
      { record: { ...base.record, spent: { ...spent(4), day: "2026-11-23" } } },
      "whisper",
    ],
    ["with a budget of none", { channel: { ...base.channel, budget: 0 } }, "wait"],
    ["in the evening", { now: Date.UTC(2026, 10, 24, 18) }, "wait"],
    ["before nine", { now: Date.UTC(2026, 10, 24, 8, 59) }, "wait"],
    ["on a Saturday", { now: Date.UTC(2026, 10, 28, 10) }, "wait"],
    ["where it is still night", { person: { ...person, zone: "America/Los_Angeles" } }, "wait"],
    ["with do not disturb on", { person: { ...person, doNotDisturb: true } }, "wait"],
    ["away", { person: { ...person, active: false } }, "wait"],
  ])("%s: %o", (_who, change, how) => {
    expect(decide({ ...base, ...change }).how).toBe(how);
  });
});

test("the same nudge is counted once, and a new day starts at nothing", () => {
  const once = spend(base.record, "o1", TUESDAY_AT_TEN, "Etc/UTC");
  expect(spend(once, "o1", TUESDAY_AT_TEN, "Etc/UTC").spent.offers).toEqual(["o1"]);
  expect(spend(once, "o2", TUESDAY_AT_TEN + 86_400_000, "Etc/UTC").spent).toEqual({
    day: "2026-11-25",
    offers: ["o2"],
  });
});

test("muted questions are muted in their channel alone", () => {
  expect(hiddenIn({ ...base.record, mutedQuestions: ["C1/a", "C12/b", "C1/c"] }, "C1")).toEqual(["a", "c"]);
});
