import { describe, expect, test } from "vitest";
import { kept, MINUTE, planning, wordsOf } from "./scenes.ts";
import { buttonsOf, CHANNEL, PRIYA, SAM, TEAM, type Village } from "./village.ts";

const whispers = (here: Village) =>
  here.to(PRIYA).filter(({ how, note }) => how === "whisper" && note?.parts[0]?.kind === "quote");

/** Sam's estimate, its suggestion, and a question of Priya's standing in the thread. */
async function questioned(question: string) {
  const here = await planning();
  const root = await here.say(SAM, "partial refunds, about 3 weeks");
  await here.pass(MINUTE);
  expect(whispers(here)).toHaveLength(1);
  await here.say(PRIYA, question, root.ts);
  await here.pass(5);
  await here.say(SAM, "will look", root.ts);
  await here.pass(2 * MINUTE);
  return { here, root };
}

async function cardOf(here: Village, ts: string): Promise<string> {
  await here.invoke(PRIYA, `card https://acme.example/archives/${CHANNEL}/p${ts.replace(".", "")}`);
  return wordsOf(here.to(PRIYA).at(-1)?.note);
}

const NEWS = "update on this: more like 5 weeks, the rounding needs its own table";
const INCLUSION = "does that include integration testing, end to end?";
const RANGE = "what would the good case and the bad case look like?";

describe("a changed number in a thread where a question stands", () => {
  test("is brought up, once", async () => {
    const { here, root } = await questioned(INCLUSION);
    await here.say(SAM, NEWS, root.ts);
    await here.pass(5 * MINUTE);
    expect(whispers(here)).toHaveLength(2);
    expect(wordsOf(whispers(here).at(-1))).toContain("5 weeks");
    await here.say(SAM, "so more like 5 weeks", root.ts);
    await here.pass(5 * MINUTE);
    expect(whispers(here)).toHaveLength(2);
  });

  test("is what counts now on the card", async () => {
    const { here, root } = await questioned(INCLUSION);
    await here.say(SAM, NEWS, root.ts);
    const card = await cardOf(here, root.ts);
    expect(card).toContain("Estimate: 5 weeks");
    expect(card).toContain("about 3 weeks (24 Nov 2026) → 5 weeks (24 Nov 2026)");
  });

  test("answers a question for a number: nothing more is asked, and the card shows it", async () => {
    const { here, root } = await questioned(RANGE);
    expect((await kept(here, root.ts))?.asked).toMatchObject([{ question: "range" }]);
    await here.say(SAM, NEWS, root.ts);
    await here.pass(5 * MINUTE);
    expect(whispers(here)).toHaveLength(1);
    expect(await cardOf(here, root.ts)).toContain("Estimate: 5 weeks");
  });

  test.each([
    ["no, add three days on staging", "Estimate: about 3 weeks, plus three days"],
    ["no, 3 days", "Estimate: about 3 weeks"],
    ["testing alone is more like 1 week", "Estimate: about 3 weeks"],
  ])("near miss: %j", async (reply, title) => {
    const { here, root } = await questioned(INCLUSION);
    await here.say(SAM, reply, root.ts);
    await here.pass(5 * MINUTE);
    expect(whispers(here)).toHaveLength(1);
    expect((await cardOf(here, root.ts)).startsWith(`{"summary":"${title}"`)).toBe(true);
  });
});

describe("an estimate that its author looked at again", () => {
  async function lookedAgain() {
    const here = await planning();
    await here.hear({ what: "home-opened", team: TEAM, user: PRIYA });
    const root = await here.say(SAM, "invoice pdf redesign: about 1 week");
    await here.pass(MINUTE);
    await here.say(SAM, "looked at it again, more like 3 weeks, the layout engine can't do tables", root.ts);
    await here.pass(MINUTE);
    return { here, root };
  }

  test("is one piece of work on the card", async () => {
    const { here, root } = await lookedAgain();
    const card = await cardOf(here, root.ts);
    expect(card).toContain('"summary":"Estimate: 3 weeks"');
    expect(card).toContain("about 1 week (24 Nov 2026) → 3 weeks (24 Nov 2026)");
  });

  test("has the newer suggestion alone in Home; of the older one, why it went can be asked", async () => {
    const { here, root } = await lookedAgain();
    expect(whispers(here)).toHaveLength(2);
    const offers = (await kept(here, root.ts))?.offers ?? [];
    expect(offers.map(({ to }) => to[PRIYA])).toMatchObject([
      { state: "done", reason: "the number changed" },
      { state: "accepted" },
    ]);
    const standing = buttonsOf(here.homes.get(PRIYA)).flatMap(({ press }) => press.about["o"] ?? []);
    expect(new Set(standing)).toEqual(new Set([offers[1]?.id]));
    await here.invoke(PRIYA, `why https://acme.example/archives/${CHANNEL}/p${root.ts.replace(".", "")}`);
    expect(wordsOf(here.to(PRIYA).at(-1))).toContain("Put away: the number changed.");
  });

  test("near miss: another piece of work leaves the first suggestion standing", async () => {
    const here = await planning();
    const root = await here.say(SAM, "invoice pdf redesign: about 3 weeks");
    await here.pass(MINUTE);
    await here.say(SAM, "and the csv export for the tax office is about 2 weeks", root.ts);
    await here.pass(MINUTE);
    const offers = (await kept(here, root.ts))?.offers ?? [];
    expect(offers.map(({ to }) => to[PRIYA]?.state)).not.toContain("done");
    expect(await cardOf(here, root.ts)).toContain("about 3 weeks · about 2 weeks");
  });
});
