import { describe, expect, test } from "vitest";
import { askThread } from "../../../src/questions/ask-thread.ts";
import { BEARINGS, framesIn } from "../../../src/questions/frames.ts";
import { tokens } from "../../../src/questions/tokens.ts";
import { LIBRARY } from "./shipped.ts";

const WORKS = ["pdf invoices", "the address book", "file upload in tickets", "the team settings"];
const ASKED = ["how long for {work}?", "what do you think, how big is {work}?"];
const SAID = [
  "4 weeks, {fact}",
  "roughly 8 days. {fact}",
  "{fact}, so 1 sprint maybe",
  "I'd say 2 weeks. {fact}",
];

/** The fact beside a number, about each of the works, in each of the ways to ask and to say. */
const threadsWith = (fact: string) =>
  WORKS.flatMap((work, n) =>
    SAID.map((said, m) => [
      { from: "pm", text: ASKED[(n + m) % 2]!.replace("{work}", work) },
      { from: "eng", text: said.replace("{fact}", fact) },
    ]),
  );

const offered = (fact: string) =>
  threadsWith(fact).map((thread) => askThread(thread, LIBRARY).questions.map(({ id }) => id));

/** What one of the doers says plainly beside the number, and what anybody would ask then. */
const FACTS: readonly (readonly [fact: string, ...wanted: string[]])[] = [
  ["we either extend the user service or build something separate", "reuse-or-new-service"],
  ["we'd reuse the auth service or write a new one, not sure", "reuse-or-new-service"],
  ["vendor hasn't given us keys yet", "third-party"],
  ["we're still waiting for the supplier to give us access", "third-party"],
  ["it all depends on what the provider's api can do", "third-party"],
  ["I'm out half of next week", "availability"],
  ["I only have two days a week for it", "availability"],
  ["I have two other tickets to finish too", "availability"],
  ["no tests included", "review-and-qa", "integration-testing"],
  ["that's just the coding", "review-and-qa", "rollout"],
  ["first time we touch this code", "uncertainty", "spike"],
  ["nobody on the team knows this part", "uncertainty", "spike"],
  ["depends on the platform team", "dependencies"],
  ["the backend team has to build the endpoint first", "dependencies"],
  ["I need the designs from Lisa first", "dependencies"],
  ["we need to change the orders table", "schema-migration"],
  ["there's a database migration in there", "schema-migration"],
  ["all the existing users need to be moved", "data-backfill"],
  ["not sure what we do with the old entries", "data-backfill"],
  ["quick hack for now", "debt"],
  ["we can clean it up later", "debt"],
  ["I'd just hardcode it for now", "debt"],
  ["just a guess", "range", "uncertainty", "spike"],
  ["it could also be double", "range", "uncertainty", "spike"],
  ["not sure if it's fast enough for all customers", "scale"],
  ["it might get slow with a lot of data", "scale"],
  ["without the payment api it doesn't work at all", "failure-mode"],
  ["we rely on the search service for that", "failure-mode"],
  ["we would save passport numbers", "security-review"],
  ["legal might want to look at it", "security-review"],
  ["the api changes for our partners", "compatibility"],
  ["it would break the old api", "compatibility"],
  ["that's until it's merged", "rollout", "review-and-qa"],
  ["release comes after that", "rollout"],
  ["something else would have to wait", "opportunity-cost"],
  ["the api is still mocked", "integration-testing"],
  ["sales has to be informed", "docs-and-handover"],
  ["somebody needs to update the help pages", "docs-and-handover"],
  ["no monitoring on that yet", "observability"],
  ["we wouldn't notice if it breaks", "observability"],
];

describe("what is said plainly beside a number is asked about, whatever the work", () => {
  const all = FACTS.flatMap(([fact, ...wanted]) =>
    offered(fact).map((ids) => ({
      ids,
      first: wanted.includes(ids[0]!),
      one: ids.some((id) => wanted.includes(id)),
    })),
  );

  test("the obvious question comes first in four of five, and is there in nine of ten", () => {
    expect(all.filter(({ first }) => first).length / all.length).toBeGreaterThan(0.8);
    expect(all.filter(({ one }) => one).length / all.length).toBeGreaterThan(0.9);
  });

  test("and hardly ever nothing is asked", () => {
    expect(all.filter(({ ids }) => ids.length === 0).length / all.length).toBeLessThan(0.02);
  });
});

describe("near misses: the same words where it is settled open nothing", () => {
  test.each([
    ["we reuse the existing auth service, that's decided", "reuse-or-new-service"],
    ["vendor gave us the keys yesterday, sandbox works", "third-party"],
    ["public api, no key needed", "third-party"],
    ["I'm full time on it", "availability"],
    ["we don't need anybody else for it", "dependencies"],
    ["platform team is done with their part already", "dependencies"],
    ["no changes in the database", "schema-migration"],
    ["it shows a table with all orders", "schema-migration"],
    ["old records stay as they are", "data-backfill"],
    ["keyboard shortcuts for the editor", "debt"],
    ["load is no concern, measured", "scale"],
    ["if their service is down we show the cached data", "failure-mode"],
    ["legal has already approved it", "security-review"],
    ["old app versions just don't see it", "compatibility"],
    ["nothing has to wait for it", "opportunity-cost"],
    ["support knows and has the texts", "docs-and-handover"],
    ["easy to undo", "reversible"],
    ["could be 4, could be 10", "range"],
  ])("%s: not %s", (fact, id) => {
    const open = framesIn(tokens(fact).words).flatMap(({ sign }) => {
      const bearing = BEARINGS.get(sign);
      return bearing?.as === "plainly" ? [bearing.id] : [];
    });
    const settled = framesIn(tokens(fact).words).some(({ sign }) => BEARINGS.get(sign)?.as === "plainly-ok");
    expect(open.includes(id) && !settled).toBe(false);
  });
});

describe("silence is kept", () => {
  test.each([
    ["half a day, nothing special, tests included"],
    ["1 day, that's with tests and review"],
    ["that's already done, went live yesterday"],
    ["I'll have a look and get back to you"],
    ["I'm on vacation for 2 weeks, ask Tom"],
  ])("%s", (said) => {
    const thread = [
      { from: "pm", text: "how long for the broken link in search?" },
      { from: "eng", text: said },
    ];
    expect(askThread(thread, LIBRARY).questions).toEqual([]);
  });
});

describe("what is plainly settled is not asked about", () => {
  test.each([
    ["platform team is done with their part already", "dependencies"],
    ["support already knows", "docs-and-handover"],
    ["that's live for everyone, including watching it", "rollout"],
    ["nothing has to wait for it", "opportunity-cost"],
    ["old records stay as they are", "data-backfill"],
  ])("%s: not %s", (fact, id) => {
    expect(offered(fact).filter((ids) => ids.includes(id))).toEqual([]);
  });
});

describe("a PM's thanks close nothing", () => {
  const thread = (said: string) => [
    { from: "pm", text: "how long for the booking calendar?" },
    { from: "eng", text: said },
    { from: "pm", text: "ok thanks" },
  ];

  test.each([
    "3 weeks. we're waiting for the design",
    "a month, many screens",
    "two weeks. no monitoring so far",
  ])("%s", (said) => expect(askThread(thread(said), LIBRARY).questions).not.toEqual([]));

  test.each(["half a day, tested", "1 day, all covered"])("small and firm, they do: %s", (said) =>
    expect(askThread(thread(said), LIBRARY).questions).toEqual([]),
  );
});

test("what is open in the very message that covers it is open still", () => {
  const thread = [
    { from: "pm", text: "how long for the csv export?" },
    { from: "eng", text: "2 weeks. no monitoring on that yet" },
  ];
  expect(askThread(thread, LIBRARY).questions.map(({ id }) => id)).toContain("observability");
  const covered = [
    ...thread,
    { from: "lead", text: "monitoring is in the ticket, two alerts and a dashboard" },
  ];
  expect(askThread(covered, LIBRARY).questions.map(({ id }) => id)).not.toContain("observability");
});
