import { describe, expect, test } from "vitest";
import { answered } from "../../../src/questions/answered.ts";
import type { Template } from "../../../src/questions/template.ts";

const FORMS: Readonly<Record<string, Template["form"]>> = {
  "integration-testing": "yes-no",
  "reuse-or-new-service": "either-or",
  exclusions: "list",
  "open-questions": "list",
};

const INCLUDED = ["integration-testing", "Does the three weeks include testing it end to end?"] as const;
const EITHER = [
  "reuse-or-new-service",
  "Are we extending the mailer we have or building a new one?",
] as const;
const OPEN = ["failure-mode", "What does a guest see when the booking engine is down?"] as const;
const LIST = ["exclusions", "What did you leave out to get to three weeks?"] as const;
const TWO = ["open-questions", "Which questions are still open, and who settles them by when?"] as const;

type Case = readonly [kind: string, question: readonly [string, string], said: string, label: string];

/** "pm> …" is said by the PM, "qa> …" by a colleague, anything else by the engineer; messages are cut at " || ". */
function judged([id, question]: readonly [string, string], said: string) {
  const replies = said.split(" || ").map((part) => {
    const speaker = /^(?:pm|qa)(?=> )/.exec(part)?.[0];
    return speaker ? { from: speaker, text: part.slice(speaker.length + 2) } : { from: "eng", text: part };
  });
  return answered({ question_id: id, question, replies }, (of) => FORMS[of] ?? "open");
}

/** Fifty pairs written for this test: kinds of reply that the labelled answers hardly have. */
const CASES: readonly Case[] = [
  // a thumb, a tick, a cross
  ["a thumb to yes or no", INCLUDED, ":+1:", "answered"],
  ["a thumb with a skin tone", INCLUDED, ":+1::skin-tone-3:", "answered"],
  ["a tick to yes or no", INCLUDED, "✅", "answered"],
  ["a thumb down", INCLUDED, "👎", "answered"],
  ["a thumb to either-or", EITHER, "👍", "non-answer"],
  ["a thumb to an open question", OPEN, ":thumbsup:", "non-answer"],
  ["a tick to a list", LIST, ":white_check_mark:", "non-answer"],
  ["another emoji", INCLUDED, ":eyes:", "non-answer"],
  // bare words
  ["a bare no", INCLUDED, "no", "answered"],
  ["a bare nope with a smile", INCLUDED, "nope :slightly_smiling_face:", "answered"],
  ["yes sir", INCLUDED, "yes sir", "answered"],
  ["a bare yes to either-or", EITHER, "Yes!", "non-answer"],
  ["a bare no to either-or", EITHER, "no", "non-answer"],
  ["a bare sure to an open question", OPEN, "sure", "non-answer"],
  ["the choice word alone", EITHER, "the one we have", "answered"],
  ["neither", EITHER, "neither, the vendor sends them for us", "answered"],
  // the PM asks on
  ["restated, then yep", INCLUDED, "only my side || pm> so it's not in? || yep", "answered"],
  [
    "restated, then correct",
    INCLUDED,
    "that comes later || pm> so it comes on top of the three weeks? || correct",
    "answered",
  ],
  ["restated, then a dodge", INCLUDED, "pm> so it's not in? || well, we'll see", "non-answer"],
  ["the PM asks twice, no one answers", OPEN, "good question || pm> and? || let me think", "non-answer"],
  // taken back
  [
    "taken back to nothing",
    INCLUDED,
    "yes it's in || wait, scratch that, i have to check with infra first",
    "non-answer",
  ],
  ["taken back to the opposite", INCLUDED, "it's in || wait no, it isn't. two more days", "answered"],
  ["corrected", EITHER, "a new one || sorry no, the existing one, i misread", "answered"],
  // quoted, code, links
  [
    "the question quoted back, then a dodge",
    INCLUDED,
    "&gt; Does the three weeks include testing it end to end?\nit depends",
    "non-answer",
  ],
  [
    "the question quoted back, then a no",
    INCLUDED,
    "> Does the three weeks include testing?\nno, that is two days more",
    "answered",
  ],
  [
    "an answer inside a quote does not count",
    OPEN,
    "> they see a banner and a retry button\nno idea, hm",
    "non-answer",
  ],
  ["only code", OPEN, "```if (down) showBanner()```", "non-answer"],
  ["only a link", OPEN, "<https://wiki.example.com/x>", "unrelated"],
  // promises
  ["a promise", OPEN, "will check and get back to you tomorrow", "non-answer"],
  ["a promise with a name", OPEN, "I'll ask <@U0NOOR> on Monday", "non-answer"],
  [
    "a promise after half an answer",
    INCLUDED,
    "with billing yes, with the ledger i still have to ask",
    "partial",
  ],
  // colleagues
  [
    "a colleague answers",
    INCLUDED,
    "no idea tbh || qa> it's in, i have it in my plan for the last three days",
    "answered",
  ],
  ["a colleague jokes", OPEN, "hm || qa> they see the abyss :joy:", "non-answer"],
  // risk taken, nothing, nobody
  [
    "skipped on purpose",
    INCLUDED,
    "we skip it on purpose, if it breaks we roll back within the hour",
    "answered",
  ],
  ["nothing, with a reason", OPEN, "nothing changes for them, the page is cached for a day", "answered"],
  [
    "an honest no way back",
    ["reversible", "If it goes wrong, how do we get back?"],
    "we can't, mails are out by then",
    "answered",
  ],
  ["nothing left out", LIST, "nothing, all of the ticket is in", "answered"],
  ["the usual", LIST, "oh you know, the usual", "non-answer"],
  // half of two
  ["what, not who", TWO, "retention and the limits. who decides, no idea", "partial"],
  ["what, who and when", TWO, "one: retention. Priya from legal, by the 12th", "answered"],
  ["none at all", TWO, "none any more, closed the last one this morning", "answered"],
  ["a few", TWO, "a few", "non-answer"],
  // long and empty, short and full
  [
    "technique instead of an answer",
    INCLUDED,
    "so we have unit tests with jest, contract tests with pact, testcontainers for the db, and linting with coverage gates in ci",
    "non-answer",
  ],
  ["numbers with hardly a word", ["range", "What are the best and the worst case?"], "3w / 8w", "answered"],
  [
    "both ends in words",
    ["range", "What are the best and the worst case?"],
    "best case three weeks, worst case eight, if the licence drags on",
    "answered",
  ],
  // aside
  ["another ticket", OPEN, "btw PLAT-88 is a duplicate, closing it", "unrelated"],
  [
    "the same word in another sense",
    OPEN,
    "the booking for the team dinner is at seven, pls confirm",
    "unrelated",
  ],
  ["somebody needs help", OPEN, "can someone restart the staging box, i can't log in", "unrelated"],
  ["away", INCLUDED, "sorry, at the dentist until 3", "unrelated"],
  ["bare yes, twice asked", INCLUDED, "yes || yes", "answered"],
];

describe("kinds of reply", () => {
  test.each(CASES)("%s", (_, question, said, label) => {
    expect(judged(question, said).label).toBe(label);
  });

  test("there are fifty", () => {
    expect(CASES).toHaveLength(50);
  });
});

describe("the deciding sentence", () => {
  test.each([
    [
      INCLUDED,
      "hm || qa> sorry, was out. No, that is three days more on staging.",
      "No, that is three days more on staging.",
    ],
    [OPEN, "in a call. they see a banner and can order by phone", "they see a banner and can order by phone"],
    [
      TWO,
      "one: retention, Priya decides it by the 12th || :+1:",
      "one: retention, Priya decides it by the 12th",
    ],
  ] as const)("%s ## %s", (question, said, sentence) => {
    expect(judged(question, said).sentence).toBe(sentence);
  });
});
