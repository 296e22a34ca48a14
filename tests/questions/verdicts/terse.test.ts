import { describe, expect, test } from "vitest";
import { judged } from "./judged.ts";

type Row = readonly [question: string, said: string, label: string];

const holds = (rows: readonly Row[]) =>
  test.each(rows)("%s ## %s > %s", (id, said, label) => {
    expect(judged(id, said)).toBe(label);
  });

describe("in or out, in the question's own verb", () => {
  holds(
    [
      "included",
      "Included",
      "It is included.",
      "it includes it",
      "Includes it.",
      "incl.",
      "not incl.",
      "e2e not included",
      "does not",
      "doesn't",
      "that is extra",
      "only my part",
      "No, not included",
      "it does",
      "excluded",
      "testing is on top",
      "not in there",
      "yes 100%",
      "yes, fully",
      "yes, all of it",
      "no, not at all",
      "unit tests only",
      "as I said: yes",
    ].map((said) => ["integration-testing", said, "answered"]),
  );

  holds(
    [
      "should be included",
      "probably in",
      "some of it is included",
      "as usual",
      "it's in good hands",
      "we always include testing",
      "not 100% sure",
      "100% trust me",
      "only if needed",
      "usually only",
      "some of it only",
      "not sure, maybe that only",
    ].map((said) => ["integration-testing", said, "non-answer"]),
  );
});

describe("in or out, to questions that ask for more", () => {
  test.each([
    ["rollout", "Is going live in stages counted?", "counted", "answered"],
    ["docs-and-handover", "Is writing it up for the hotline part of the week?", "not part of it", "answered"],
    ["data-backfill", undefined, "included", "partial"],
  ] as const)("%s %s ## %s > %s", (id, question, said, label) => {
    expect(judged(id, said, question)).toBe(label);
  });
});

describe("a no that makes the other half moot", () => {
  holds([
    ["dependencies", "no", "answered"],
    ["dependencies", "nope", "answered"],
    ["dependencies", "just us", "answered"],
    ["dependencies", "nobody", "answered"],
    ["dependencies", "only our team", "answered"],
    ["dependencies", "yes", "partial"],
    ["security-review", "no", "answered"],
    ["security-review", "nope", "answered"],
    ["security-review", "yep", "partial"],
    ["reuse-or-new-service", "no", "non-answer"],
    ["uncertainty", "no", "non-answer"],
    ["exclusions", "just us", "non-answer"],
  ]);

  test.each([
    ["Does anybody else have to open something for us, and when?", "no", "answered"],
    ["Is there any approval we need, and do they know?", "nah", "answered"],
    ["Would sales, support or ops have to learn this, and is that counted?", "no", "answered"],
    ["Is the old app covered, and how long does it take?", "no", "partial"],
    ["Do we build on the old one or write a new one, and who owns it?", "no", "non-answer"],
  ])("%s ## %s > %s", (question, said, label) => {
    expect(judged("house-rule", said, question)).toBe(label);
  });
});

describe("a no where the question offers nothing for an answer", () => {
  holds([
    ["hidden-work", "nope", "answered"],
    ["hidden-work", "no", "answered"],
    ["hidden-work", "Not really.", "answered"],
    ["config-or-code", "nope", "answered"],
    ["hidden-work", "yes", "non-answer"],
    ["uncertainty", "nope", "non-answer"],
    ["cost-driver", "no", "non-answer"],
  ]);
});

describe("a choice named alone", () => {
  holds(
    [
      "reviewed",
      "code written",
      "through QA",
      "the last one",
      "code done",
      "merged",
      "the first",
      "after QA",
    ].map((said) => ["review-and-qa", said, "answered"]),
  );
  holds([
    ["review-and-qa", "yes", "non-answer"],
    ["review-and-qa", "done", "non-answer"],
    ["review-and-qa", "the fun one", "non-answer"],
    ["rollout", "the former", "answered"],
    ["rollout", "at the merge", "answered"],
    ["rollout", "merged", "answered"],
    ["rollout", "the latter", "answered"],
    ["rollout", "live", "answered"],
    ["rollout", "yes", "non-answer"],
    ["rollout", "the usual one", "non-answer"],
  ]);
});

describe("full answers in few words", () => {
  holds([
    ["deadline", "icons have to arrive wednesday, otherwise we cut the animation", "answered"],
    ["deadline", "Needs the icons by Wed. Would drop the animation.", "answered"],
    ["uncertainty", "the data. half the rows have no currency. I would look at 2019 first", "answered"],
    ["uncertainty", "the parser, I would write a fuzz test first", "answered"],
    ["reversible", "flip the flag, seconds", "answered"],
    ["parallel", "Jo could do the UI, parser has to come first", "answered"],
    ["dependencies", "Infra, told them yesterday", "answered"],
    ["schema-migration", "a nullable column, no risk", "answered"],
    ["docs-and-handover", "support, yes it is in", "answered"],
  ]);
});

describe("no answer, however sure it sounds", () => {
  holds([
    ["integration-testing", "as i said, 3 weeks", "non-answer"],
    ["integration-testing", "still 3 weeks", "non-answer"],
    ["exclusions", "as i said, 3 weeks", "non-answer"],
    ["exclusions", "like I said: 5 days", "non-answer"],
    ["range", "3 weeks is 3 weeks", "non-answer"],
    ["review-and-qa", "Done means done.", "non-answer"],
    ["uncertainty", "as I said: the ledger", "partial"],
    ["uncertainty", "the ledger", "partial"],
    ...["security-review", "cost-driver", "exclusions", "failure-mode", "dependencies"].map(
      (id) => [id, "not sure yet, let me see", "non-answer"] as const,
    ),
    ["failure-mode", "I don't know yet, I'll check", "non-answer"],
    ["availability", "3 weeks is 5 weeks on the calendar, the rest is on-call", "answered"],
    ["rollout", "pm> merged?", "unrelated"],
    ["rollout", "pm> so it's live for everyone then?", "unrelated"],
    ["integration-testing", "pm> so without billing?", "unrelated"],
    ["rollout", "pm> merged? || yep", "answered"],
  ]);

  holds([
    ["range", "+/- 1 week", "partial"],
    ["range", "best case two days", "partial"],
    ["range", "one week if the api is fine, three if not", "answered"],
  ]);

  test.each(["sandbox", "a contract"])("half of an answer is not a whole one: %s", (said) => {
    expect(judged("third-party", said)).not.toBe("answered");
  });

  holds([
    ["integration-testing", "3 weeks more", "answered"],
    ["integration-testing", "no, 3 weeks more", "answered"],
    ["availability", "3 weeks of calendar time, half of me, the rest is on-call", "answered"],
  ]);
});
