import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DIRECT, MIKA, NOOR, PRICING, PRIYA, SAM, TEAM, THEO } from "../../src/playground/people.ts";
import { PRESSES } from "../../src/telling/note.ts";
import { optIn, whispered, wordsOf } from "../end-to-end/acting.ts";
import { openTwo, type Two } from "./two-workspaces.ts";

/** What stands in a private channel of Priya's, Sam's and Noor's, and what Priya was asked about it. */
const QUOTE = "invoices table needs a migration";
/** What the buttons on a suggestion and on a verdict do, but for forms and corrections. */
const ON_SUGGESTION = [
  "ask",
  "more",
  "why",
  "not-useful",
  "covered",
  "not-an-estimate",
  "dismiss",
  "again",
  "close",
];

describe("buttons pressed by somebody else, or with another value", () => {
  let two: Two;
  let folder: string;
  let suggestion: string;
  let home: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "askwhy-door-"));
    two = await openTwo({ store: { ASKWHY_DATA_DIR: folder } });
    const { harbour } = two;
    await optIn(harbour, PRIYA, PRICING);
    harbour.say({ user: SAM, channel: PRICING, text: `${QUOTE}, about 3 weeks` });
    suggestion = wordsOf((await whispered(harbour, PRIYA, PRICING, QUOTE)).blocks);
    harbour.openHome(PRIYA);
    await harbour.settled();
    home = homeOf(PRIYA);
    expect(home).toContain(QUOTE);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") process.stderr.write(two.log());
    await two.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Without the ids that Slack makes up for every view anew. */
  const homeOf = (user: string) => wordsOf(two.harbour.home(user)).replaceAll(/"block_id":"[^"]*"/g, "");

  /** What the buttons of Priya's suggestion are about. */
  const about = () => {
    const [, query = ""] = /"value":"ask\?([^"]+)"/.exec(suggestion) ?? [];
    return new URLSearchParams(query);
  };

  function press(user: string, value: string, channel = PRICING) {
    const { world } = two.harbour;
    return two.interact({
      type: "block_actions",
      team: { id: TEAM.id },
      user: { id: user, team_id: TEAM.id },
      trigger_id: world.triggers.make(user),
      response_url: world.responseUrls.make({ user, channel }),
      container: {
        type: "message",
        channel_id: channel,
        message_ts: "1921932000.000900",
        is_ephemeral: true,
      },
      channel: { id: channel },
      actions: [{ type: "button", action_id: "aw:0", block_id: "b", value }],
    });
  }

  function submit(user: string, value: string, fields: Readonly<Record<string, object>>, channel = PRICING) {
    const { world } = two.harbour;
    const values = Object.entries(fields).map(([name, field]) => [`aw:${name}`, { "aw:value": field }]);
    return two.interact({
      type: "view_submission",
      team: { id: TEAM.id },
      user: { id: user, team_id: TEAM.id },
      trigger_id: world.triggers.make(user),
      view: {
        id: "V1",
        type: "modal",
        app_installed_team_id: TEAM.id,
        private_metadata: JSON.stringify({ press: value, team: TEAM.id, channel }),
        state: { values: Object.fromEntries(values) },
      },
    });
  }

  /** What the bot told anybody but Priya since the beginning: words of notes, forms and Homes, but not what it asked Slack. */
  const toldOthers = () =>
    wordsOf(
      two.harbour.calls
        .filter(({ args }) => JSON.stringify(args).includes("text"))
        .filter(
          ({ args }) =>
            args["user"] !== PRIYA && args["user_id"] !== PRIYA && args["channel"] !== DIRECT(PRIYA),
        ),
    );

  /** Once the bot has done all it began, everything Priya has stands as it did, in the store too, and nothing in public. */
  async function untouched(): Promise<void> {
    const { harbour } = two;
    await two.finish();
    await two.again();
    harbour.openHome(PRIYA);
    await harbour.settled();
    expect(harbour.public()).toEqual([]);
    expect(homeOf(PRIYA)).toBe(home);
    expect(wordsOf((await whispered(harbour, PRIYA, PRICING, QUOTE)).blocks)).toBe(suggestion);
  }

  test("somebody outside the channel gets and changes nothing by any button there is", async () => {
    const all = about();
    for (const more of [{ self: "yes", label: "answered", u: PRIYA, t: all.get("r"), a: all.get("o") }])
      for (const [key, value] of Object.entries(more)) if (value !== null) all.set(key, value);
    for (const name of PRESSES) {
      for (const user of [THEO, MIKA]) {
        expect((await press(user, `${name}?${all.toString()}`)).status).toBe(200);
        expect(
          (await submit(user, `${name}?${all.toString()}`, { text: text("Why?"), pms: people(user) })).status,
        ).toBe(200);
      }
    }
    await untouched();
    for (const words of [QUOTE, "3 weeks"]) expect(toldOthers()).not.toContain(words);
  });

  test("who is in the channel, and was shown nothing, cannot press what Priya was shown", async () => {
    for (const name of [...ON_SUGGESTION, "send", "correct"]) {
      expect((await press(NOOR, `${name}?${about().toString()}&a=1&label=answered`)).status).toBe(200);
      await submit(NOOR, `${name}?${about().toString()}`, { text: text("Why?") });
    }
    await untouched();
    expect(toldOthers()).not.toContain(QUOTE);
  });

  const altered = (key: string, value: string) => {
    const forged = about();
    forged.set(key, value);
    return forged.toString();
  };

  test("values that were altered do nothing, in the hands of their owner too", async () => {
    const forged = [
      altered("o", "o1"),
      altered("q", "no-such-question"),
      altered("q", "__proto__"),
      altered("q", "constructor"),
      altered("r", "1921931999.000100"),
      altered("r", "__proto__"),
      altered("c", "C0OTHER"),
      altered("c", "../person/U0PRIYA"),
      "",
      "o=&q=&r=&c=",
      "__proto__=1&constructor=2",
    ];
    for (const values of forged) {
      for (const name of ON_SUGGESTION) {
        // "More" and the message as a whole need no question.
        if (
          values.includes("q=") &&
          about().get("o") === new URLSearchParams(values).get("o") &&
          !["ask", "why", "not-useful", "covered"].includes(name)
        )
          continue;
        expect((await press(PRIYA, `${name}?${values}`)).status).toBe(200);
      }
      expect((await submit(PRIYA, `send?${values}`, { text: text("Is it safe?") })).status).toBe(200);
    }
    for (const value of [
      "destroy",
      "ask",
      `ask?${"x".repeat(3000)}`,
      "ask?".padEnd(1900, "a=b&"),
      "\u0000",
      "[object Object]",
    ]) {
      expect((await press(PRIYA, value)).status).toBe(200);
    }
    await untouched();
  });

  test("only PMs, leads and admins change what others see in a channel", async () => {
    const { harbour } = two;
    for (const user of [THEO, SAM]) {
      await submit(user, `settings?c=${PRICING}`, { pms: people(user), switches: checks("mine") });
      await press(user, `opt-in?c=${PRICING}&self=yes`);
      await press(user, `agree-shared?c=${PRICING}`);
    }
    await untouched();
    const saved = harbour.calls
      .map(({ args }) => wordsOf(args))
      .filter((words) => words.includes("Private nudges go to"));
    expect(saved.join("")).toContain(PRIYA);
    for (const user of [SAM, THEO]) expect(saved.join("")).not.toContain(user);
    expect(toldOthers()).toContain(
      "Only the PMs of this channel, eng leads and admins can change its settings",
    );
  });

  test("an admin in the channel may", async () => {
    const { harbour } = two;
    await submit(NOOR, `settings?c=${PRICING}`, { pms: people(PRIYA, NOOR), switches: checks() });
    await whispered(harbour, NOOR, PRICING, "Saved");
  });

  test("who is not in a channel does not read its settings", async () => {
    await press(THEO, `choose-pms?c=${PRICING}`, DIRECT(THEO));
    await two.harbour.until(() =>
      toldOthers().includes("Settings belong to a channel that you and I are both in"),
    );
    expect(two.harbour.modal(THEO)).toBeNull();
  });
});

const text = (value: string) => ({ type: "plain_text_input", value });
const people = (...users: string[]) => ({ type: "multi_users_select", selected_users: users });
const checks = (...values: string[]) => ({
  type: "checkboxes",
  selected_options: values.map((value) => ({ value })),
});
