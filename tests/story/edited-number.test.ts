import { expect, test } from "vitest";
import { kept, MINUTE, planning, wordsOf } from "./scenes.ts";
import { buttonsOf, CHANNEL, PRIYA, SAM, TEAM, type Village } from "./village.ts";

const whispers = (here: Village) => here.to(PRIYA).filter(({ how }) => how === "whisper");

/** Sam's estimate, suggested about, then edited to these words. */
async function edited(first: string, ...later: string[]) {
  const here = await planning();
  await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
  const message = await here.say(SAM, first);
  await here.pass(2 * MINUTE);
  expect(whispers(here)).toHaveLength(1);
  for (const text of later) {
    await here.hear({ what: "edited", message: { ...message, text, edited: String(here.now() / 1000) } });
    await here.pass(2 * MINUTE);
  }
  return { here, message };
}

const SSO = "azure ad login, 2 weeks, they have to give us a sandbox";
const inHome = (here: Village) =>
  new Set(buttonsOf(here.homes.get(PRIYA)).flatMap(({ press }) => press.about["o"] ?? []));
const questionsIn = (here: Village) =>
  whispers(here).map(({ note }) => note?.summary.replace("Worth asking: ", ""));

test("a number that was edited after its suggestion is asked about as one that moved, not as if new", async () => {
  const { here, message } = await edited(SSO, "azure ad login, 5 weeks, they have to give us a sandbox");
  const [first, second, ...more] = questionsIn(here);
  expect(first).toContain("Azure AD");
  expect(second).toBe("What did we learn that moved it from the 2 weeks to the 5 weeks?");
  expect(more).toEqual([]);
  const offers = (await kept(here, message.ts))?.offers ?? [];
  expect(inHome(here)).toEqual(new Set([offers[1]?.id]));
  expect(offers[1]?.questions.map(({ id }) => id)).toContain("third-party");
  await here.invoke(PRIYA, `card https://acme.example/archives/${CHANNEL}/p${message.ts.replace(".", "")}`);
  expect(wordsOf(here.to(PRIYA).at(-1))).toContain("2 weeks (24 Nov 2026) → 5 weeks (24 Nov 2026)");
});

test("where the edit says why, nothing new is asked: the suggestion in Home has the new number", async () => {
  const { here, message } = await edited(
    SSO,
    "azure ad login, 5 weeks because they have to give us a sandbox",
  );
  expect(whispers(here)).toHaveLength(1);
  const [offer, ...more] = (await kept(here, message.ts))?.offers ?? [];
  expect(more).toEqual([]);
  expect(offer).toMatchObject({ value: "duration 25-25", to: { [PRIYA]: { state: "accepted" } } });
  expect(JSON.stringify(offer)).not.toContain("2 weeks");
  expect(wordsOf(here.homes.get(PRIYA))).toContain("5 weeks because they have to give us a sandbox");
});

test("what the new words speak for is asked", async () => {
  const { here } = await edited(
    SSO,
    "azure ad login, 5 weeks because we have to migrate the users table and backfill it",
  );
  expect(questionsIn(here)).toHaveLength(2);
  expect(questionsIn(here)[1]).not.toBe(questionsIn(here)[0]);
});

test("edited twice, and back", async () => {
  const { here, message } = await edited(SSO, "azure ad login, 5 weeks, they have to give us a sandbox", SSO);
  expect(whispers(here)).toHaveLength(2);
  const thread = await kept(here, message.ts);
  expect(thread?.lines[0]?.estimates).toMatchObject([{ low: 10 }]);
  await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
  expect(inHome(here)).toEqual(new Set([thread?.offers[0]?.id]));
});

test.each([
  ["other words around the number", ["azure ad login, about 2 weeks, they have to give us a sandbox"]],
  ["the same size in another unit", ["azure ad login, 10 days, they have to give us a sandbox"]],
])("near miss: %s is no news", async (_what, later) => {
  const { here, message } = await edited(SSO, ...later);
  expect(whispers(here)).toHaveLength(1);
  expect((await kept(here, message.ts))?.lines[0]).not.toHaveProperty("was");
});

test("near miss: a number mistyped and put right before anything was suggested has not moved", async () => {
  const here = await planning();
  const message = await here.say(SAM, "sso with azure ad, 20 weeks");
  await here.pass(5);
  await here.hear({ what: "edited", message: { ...message, text: SSO, edited: "1" } });
  await here.pass(2 * MINUTE);
  expect(questionsIn(here)).toHaveLength(1);
  expect(questionsIn(here)[0]).toContain("Azure AD");
  expect((await kept(here, message.ts))?.lines[0]).not.toHaveProperty("was");
});
