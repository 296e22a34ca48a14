import { describe, expect, test } from "vitest";
import { read } from "../../src/reading/read.ts";

/**
 * The plainest way to say how long work takes, of works that none of the lines to learn from names: what somebody types
 * first who tries Askwhy out.
 */
const WORKS = [
  "the migration",
  "the export",
  "checkout",
  "the api",
  "the new dashboard",
  "the payment service",
  "sso",
  "the login page",
  "the refactor",
  "billing",
  "the import",
  "search",
  "gdpr export",
  "the integration",
  "the audit log",
  "the mobile app",
  "the report",
  "the renewal flow",
];
const AMOUNTS = ["2 weeks", "three weeks", "5 days", "3d", "2-3 weeks", "a month", "4 sprints"];

type Form = readonly [name: string, say: (work: string, amount: string) => string];
const FORMS: readonly Form[] = [
  ["amount for work", (work, amount) => `${amount} for ${work}`],
  ["work: amount", (work, amount) => `${work}: ${amount}`],
  ["work is amount", (work, amount) => `${work} is ${amount}`],
  ["work will take amount", (work, amount) => `${work} will take ${amount}`],
  ["work takes amount", (work, amount) => `${work} takes ${amount}`],
  ["work would be amount", (work, amount) => `${work} would be ${amount}`],
  ["work needs amount", (work, amount) => `${work} needs ${amount}`],
  ["work should be amount", (work, amount) => `${work} should be ${amount}`],
  ["work, amount", (work, amount) => `${work} ${amount}`],
  ["that's amount for work", (work, amount) => `that's ${amount} for ${work}`],
  ["we need amount", (work, amount) => `we need ${amount} for ${work}`],
  ["I can do work in amount", (work, amount) => `I can do ${work} in ${amount}`],
  ["two people", (work, amount) => `2 people for ${amount} for ${work}`],
  ["not in less than amount", (work, amount) => `we can't do ${work} in less than ${amount}`],
  ["amount, and what it is now", (work, amount) => `${work} was a sprint, it's ${amount} now`],
  ["live in amount", (work, amount) => `${work} will go live in ${amount}`],
];

/** The same works and amounts, where nobody says how long the work takes. */
const OTHERS: readonly Form[] = [
  ["past", (work, amount) => `${work} took ${amount}`],
  ["spent", (work, amount) => `we spent ${amount} on ${work}`],
  ["waiting", (work, amount) => `still waiting on review for ${work}, ${amount} now`],
  ["asked", (work, amount) => `is ${work} really ${amount}?`],
  ["hypothetical", (work, amount) => `if ${work} takes more than ${amount} we skip it`],
  ["late", (work, amount) => `if ${work} slips ${amount} we miss the fair`],
  ["vendor", (work, amount) => `the vendor needs ${amount} for ${work}`],
  ["old", (work, amount) => `the ticket for ${work} is ${amount} old`],
  ["every", (work, amount) => `we talk about ${work} every ${amount}`],
  ["away", (work, amount) => `sam is away for ${amount}, so no ${work}`],
  ["rate", (work) => `${work} costs 200 a month`],
  ["wanted", (work) => `marketing announces ${work} by friday`],
  ["begins", (work) => `I'll start with ${work} on monday`],
];

const heard = (text: string) => read(text).estimates.length > 0;
const textsOf = (say: Form[1]): string[] => [
  ...new Set(WORKS.flatMap((work) => AMOUNTS.map((amount) => say(work, amount)))),
];

describe("what is said plainly is heard", () => {
  const all = FORMS.map(([name, say]) => {
    const texts = textsOf(say);
    return { name, texts, missed: texts.filter((text) => !heard(text)) };
  });

  test.each(all)("$name: in nine of ten", ({ texts, missed }) => {
    expect(missed.length, missed.join("; ")).toBeLessThanOrEqual(texts.length / 10);
  });

  test("and all in all in 97 of 100", () => {
    const missed = all.flatMap((one) => one.missed);
    expect(missed.length, missed.join("; ")).toBeLessThanOrEqual(
      0.03 * all.length * WORKS.length * AMOUNTS.length,
    );
  });
});

describe("what is said as plainly of something else is not", () => {
  test.each(OTHERS)("%s: in 19 of 20", (_, say) => {
    const texts = textsOf(say);
    const wrong = texts.filter(heard);
    expect(wrong.length, wrong.join("; ")).toBeLessThanOrEqual(texts.length / 20);
  });
});

describe("the same words of what is no work of ours are not", () => {
  test.each([
    "the trial is 14 days",
    "coupons are valid 3 weeks",
    "the subscription renews in 2 weeks",
    "battery life is 8 weeks",
    "the contract ends in 3 weeks",
    "warranty two years",
    "the sync takes 20 minutes",
    "the nightly export takes 3 hours",
    "the export takes 2 hours to run",
    "the api answers in 3 seconds",
    "the migration ran for 3 weeks",
    "the import took us 5 days",
    "can we have it in 3 weeks?",
    "sprints are 3 weeks",
    "sprint is 2 weeks",
    "out for 2 weeks",
    "vacation 2 weeks",
    "the stored files go after 30 days",
    "3 week old PR",
    "standup 15 min",
    "mute 3h",
  ])("%s", (text) => {
    expect(read(text).estimates).toEqual([]);
  });
});
