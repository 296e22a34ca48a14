import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { checkBlocks, checkView } from "../../src/playground/stand-in/blocks/check.ts";
import { drawHome, drawNote } from "../../src/slack/blocks.ts";
import { drawForm } from "../../src/slack/modal.ts";
import { writePress } from "../../src/slack/press.ts";
import { PRESSES } from "../../src/telling/note.ts";
import { DAY, ESTIMATE, HOUR, wordsOf } from "../story/scenes.ts";
import { CHANNEL, NOOR, PRIYA, SAM, TEAM, type Village } from "../story/village.ts";
import { hostile, HOSTILE_TEXT, SEEDED, spoilt } from "./values.ts";
import { type Doored, doored } from "./doored.ts";
import { samples } from "./samples.ts";

/** Nothing that anybody was shown would be refused by Slack, and nothing stands in public. */
function expectDecent(here: Village): void {
  for (const { how, note, form, user } of here.shown) {
    if (how === "post") continue;
    if (note !== undefined) checkBlocks(drawNote(note).blocks);
    if (form !== undefined) checkView(drawForm(form, here.handle(user)), "modal");
  }
  for (const home of here.homes.values()) checkView(drawHome(home), "home");
}

let door: Doored;
let given: Awaited<ReturnType<typeof samples>>;
beforeAll(async () => {
  door = await doored();
  given = await samples(door.here);
});

describe("whatever comes to the door", () => {
  test("the samples themselves get in", async () => {
    const fresh = await doored();
    const { events, presses } = await samples(fresh.here);
    const before = fresh.here.shown.length;
    for (const body of [...events, ...presses]) expect(await fresh.deliver(body)).toBeGreaterThan(0);
    expect(fresh.here.shown.length).toBeGreaterThan(before + 4);
    expect(fresh.wrong).toEqual([]);
    expectDecent(fresh.here);
  });

  test("a spoilt event is acknowledged, and none brings the bot down", async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(given.events), async (body) => {
        if (typeof body !== "object" || body === null) return;
        expect(await door.deliver(body)).toBe(1);
      }),
      { ...SEEDED, numRuns: 1500 },
    );
    await aftermath();
  });

  test("nor does a spoilt press, form, command or shortcut", async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(given.presses), async (body) => {
        if (typeof body !== "object" || body === null) return;
        await door.deliver(body);
      }),
      { ...SEEDED, numRuns: 1500 },
    );
    await aftermath();
  });

  test("nor any button with any value, nor any form with any fields", async () => {
    const names = fc.constantFrom(
      "c",
      "r",
      "o",
      "q",
      "a",
      "t",
      "k",
      "u",
      "label",
      "self",
      "__proto__",
      "what",
    );
    const value = fc.oneof(
      fc.constantFrom(
        CHANNEL,
        given.root,
        PRIYA,
        "answered",
        "yes",
        new URLSearchParams(given.value.split("?")[1]).get("o") ?? "",
      ),
      fc.constantFrom(...HOSTILE_TEXT.filter((one) => one.length < 1500)),
      fc.string({ maxLength: 30 }),
    );
    const about = fc.dictionary(names, value, { maxKeys: 6 });
    const fields = fc.dictionary(
      fc.constantFrom(
        "aw:text",
        "aw:pms",
        "aw:switches",
        "aw:from",
        "aw:to",
        "aw:budget",
        "aw:sprintDays",
        "aw:__proto__",
        "x",
      ),
      fc.record({
        "aw:value": fc.oneof(
          fc.record({ value: fc.constantFrom(...HOSTILE_TEXT) }),
          fc.record({ selected_users: fc.array(fc.constantFrom(SAM, PRIYA, NOOR), { maxLength: 50 }) }),
          fc.record({ selected_options: fc.array(fc.record({ value }), { maxLength: 5 }) }),
          hostile,
        ),
      }),
      { maxKeys: 5 },
    );
    const anyPress = fc.record({
      do: fc.constantFrom(...PRESSES),
      about,
      fields,
      by: fc.constantFrom(PRIYA, SAM, NOOR),
      submitted: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(anyPress, async ({ do: name, about: words, fields: values, by, submitted }) => {
        const pressed = writePress({ do: name, about: words });
        const user = { id: by, team_id: TEAM };
        const metadata = JSON.stringify({ press: pressed, channel: CHANNEL });
        const { press, submission } = given;
        await door.deliver(
          submitted
            ? {
                ...submission,
                user,
                view: { ...submission.view, private_metadata: metadata, state: { values } },
              }
            : { ...press, user, actions: [{ ...press.actions[0], value: pressed }] },
        );
      }),
      { ...SEEDED, numRuns: 1500 },
    );
    await aftermath();
  });

  test("nor any text after /askwhy", async () => {
    const word = fc.constantFrom(
      "",
      "help",
      "settings",
      "mute",
      "unmute",
      "open",
      "why",
      "card",
      "corrections",
      "privacy",
      "forget",
      "reading",
      "forget me",
      "reading off",
      "reading on",
    );
    const rest = fc.oneof(
      fc.constantFrom(
        ...HOSTILE_TEXT,
        "https://x.test/archives/C1/p1700000000000100",
        "2h",
        "99999999999w",
        "9999-99-99",
      ),
      fc.string({ maxLength: 80 }),
    );
    await fc.assert(
      fc.asyncProperty(word, rest, async (first, after) => {
        expect(
          await door.deliver({
            command: "/askwhy",
            team_id: TEAM,
            channel_id: CHANNEL,
            user_id: SAM,
            text: `${first} ${after}`,
          }),
        ).toBe(1);
      }),
      { ...SEEDED, numRuns: 400 },
    );
    await aftermath();
  });

  /** All jobs run, nothing went wrong inside, what was shown can be drawn, and the bot still does its work. */
  async function aftermath(): Promise<void> {
    const { here, wrong } = door;
    await here.pass(2 * DAY);
    await here.pass(HOUR);
    expect(wrong).toEqual([]);
    expectDecent(here);
    expect(({} as Record<string, unknown>)["planted"]).toBeUndefined();
    await door.deliver({
      command: "/askwhy",
      team_id: TEAM,
      channel_id: CHANNEL,
      user_id: NOOR,
      text: ESTIMATE,
    });
    expect(wordsOf(here.to(NOOR).at(-1))).toContain("3 weeks");
    for (const key of await here.store.keys(TEAM)) await here.store.get(key, here.now());
  }
});

test("nothing stands in public but what somebody sent by a form, in their name", () => {
  for (const post of door.here.public()) expect([PRIYA, SAM, NOOR]).toContain(post.user);
});
