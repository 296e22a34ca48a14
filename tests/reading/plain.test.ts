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
];

describe("what is said plainly is heard", () => {
  const heard = (text: string) => read(text).estimates.length > 0;
  const all = FORMS.map(([name, say]) => {
    const texts = WORKS.flatMap((work) => AMOUNTS.map((amount) => say(work, amount)));
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
