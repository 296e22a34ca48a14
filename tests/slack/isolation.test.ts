import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { LAUNCH, OLA, PLANNING, PRIYA, SAM, TEAM } from "../../src/playground/people.ts";
import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";
import {
  actionsOf,
  optIn,
  pressLabel,
  privateTo,
  submitModal,
  whispered,
  wordsOf,
} from "../end-to-end/acting.ts";
import { AT_WORK } from "../end-to-end/bot-process.ts";
import { install, QUAY } from "../end-to-end/installing.ts";
import { type RedisServer, redisAvailable, startRedis } from "../store/redis-server.ts";
import { openTwo, toldTo, type Two } from "./two-workspaces.ts";

/** Words that stand in one workspace alone. */
const OURS = "checkout on the new gateway";
const THEIRS = "berth plan rewrite";
const TS = "1921932000.000100";

let redis: RedisServer | undefined;
beforeAll(async () => {
  if (redisAvailable) redis = await startRedis();
});
afterAll(async () => redis?.stop());
let database = 0;
let two: Two | undefined;
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") process.stderr.write(two?.log() ?? "");
  await two?.close();
  two = undefined;
});

const teamOf = (standIn: StandIn) => standIn.world.workspace.team.id;

let events = 0;
/** An event for one workspace, in the form Slack gives it. */
const eventFor = (team: string, event: object, more: object = {}) => ({
  type: "event_callback",
  team_id: team,
  context_team_id: team,
  event_id: `Ev${team}${(events += 1)}`,
  // Later than any installation by the clock of the box.
  event_time: AT_WORK / 1000 + 3600,
  authorizations: [{ enterprise_id: null, team_id: team, is_bot: true, is_enterprise_install: false }],
  event,
  ...more,
});

const said = (text: string, more: object = {}) => ({
  type: "message",
  channel: PLANNING,
  channel_type: "channel",
  user: SAM,
  ts: TS,
  text,
  ...more,
});

const STORES = ["memory", ...(redisAvailable ? (["redis"] as const) : [])] as const;

describe.each(STORES)("nothing of one workspace is seen from another, on the %s store", (name) => {
  const open = async () => {
    const store = name === "redis" ? { REDIS_URL: `${redis?.url ?? ""}/${(database += 1)}` } : undefined;
    two = await openTwo({ ...(store && { store }) });
    return two;
  };

  /** Both PMs opted in, and the same message id in the same channel by the same user holds another estimate in each. */
  async function sameIds(): Promise<Two & { readonly ts: string }> {
    const here = await open();
    await Promise.all([optIn(here.harbour), optIn(here.quay)]);
    const ts = here.quay.say({ user: SAM, channel: PLANNING, text: `${THEIRS}, about 5 weeks` });
    await here.event(eventFor(TEAM.id, said(`${OURS}, about 3 weeks`, { ts })));
    await Promise.all([
      whispered(here.harbour, PRIYA, PLANNING, OURS),
      whispered(here.quay, PRIYA, PLANNING, THEIRS),
    ]);
    return { ...here, ts };
  }

  /** Once the bot has done all it began, neither workspace was ever told a word of the other's. */
  async function nothingCrossed({ harbour, quay, finish }: Two): Promise<void> {
    await finish();
    expect(toldTo(harbour)).not.toContain(THEIRS);
    expect(toldTo(quay)).not.toContain(OURS);
  }

  test("the same ids in both: each has its own threads, lists, cards, Home and jobs", async () => {
    const here = await sameIds();
    const { harbour, quay, ts } = here;
    const link = `https://quay.slack.example/archives/${PLANNING}/p${ts.replace(".", "")}`;
    for (const text of [
      "/askwhy",
      `/askwhy card ${link}`,
      `/askwhy why ${link}`,
      "/askwhy open",
      "/askwhy forget me",
    ]) {
      for (const standIn of [harbour, quay]) {
        const before = privateTo(standIn, PRIYA, PLANNING).length;
        await standIn.command({ user: PRIYA, channel: PLANNING, text });
        await standIn.until(() => privateTo(standIn, PRIYA, PLANNING).length > before);
      }
    }
    for (const standIn of [harbour, quay]) {
      standIn.openHome(PRIYA);
      await standIn.until(() => standIn.home(PRIYA));
    }
    expect(wordsOf(privateTo(harbour, PRIYA, PLANNING)).split(OURS).length).toBeGreaterThan(3);
    expect(wordsOf(privateTo(quay, PRIYA, PLANNING)).split(THEIRS).length).toBeGreaterThan(3);
    await nothingCrossed(here);
  });

  test("a button copied from the other workspace finds the own thread, or none", async () => {
    const here = await sameIds();
    const { harbour, quay } = here;
    const theirs = await whispered(quay, PRIYA, PLANNING, THEIRS);
    const values = JSON.stringify(theirs.blocks).match(/"value":"[^"]+"/g) ?? [];
    expect(values.length).toBeGreaterThan(2);
    for (const match of values) {
      const { value } = JSON.parse(`{${match}}`) as { value: string };
      const response = await here.interact(pressIn(harbour, PRIYA, value));
      expect(response.status).toBe(200);
    }
    const before = harbour.public().length;
    await nothingCrossed(here);
    expect([before, harbour.public().length, quay.public().length]).toEqual([0, 0, 0]);
    expect(wordsOf(await whispered(quay, PRIYA, PLANNING, THEIRS))).toBe(wordsOf(theirs));
  });

  test("a form from the other workspace posts nothing, here or there", async () => {
    const here = await sameIds();
    const { harbour, quay } = here;
    await pressLabel(quay, PRIYA, PLANNING, await whispered(quay, PRIYA, PLANNING, THEIRS), "Ask in thread");
    const modal = await quay.until(() => quay.modal(PRIYA));
    const metadata = (modal.view as { private_metadata?: string }).private_metadata ?? "";
    const submission = (view: object, team: string) => ({
      type: "view_submission",
      team: { id: team },
      user: { id: PRIYA, team_id: team },
      trigger_id: "1.2",
      view: {
        private_metadata: metadata,
        state: { values: { "aw:text": { "aw:value": { type: "plain_text_input", value: "Is it safe?" } } } },
        ...view,
      },
    });
    await here.interact(submission({}, TEAM.id));
    // A form that was opened by the bot of Quay, and filled in by somebody in another workspace, is Quay's.
    await here.interact(submission({ app_installed_team_id: QUAY.id, type: "modal", id: "V1" }, "T0STRANGE"));
    await quay.until(() => quay.public()[0]);
    await nothingCrossed(here);
    expect(harbour.public()).toEqual([]);
    expect(quay.public()).toHaveLength(1);
  });

  test("settings, consent and mutes are each workspace's own", async () => {
    const here = await open();
    const { harbour, quay } = here;
    await optIn(harbour);
    quay.inviteBot({ user: PRIYA, channel: PLANNING });
    await whispered(quay, PRIYA, PLANNING, "Who is the PM");
    await here.event(eventFor(QUAY.id, said(`${THEIRS}, about 5 weeks`)));
    await here.event(eventFor(TEAM.id, said(`${OURS}, about 3 weeks`)));
    await whispered(harbour, PRIYA, PLANNING, OURS);
    await harbour.command({ user: PRIYA, channel: PLANNING, text: "/askwhy mute 2h" });
    await whispered(harbour, PRIYA, PLANNING, "No nudges");
    await optIn2(quay);
    await here.event(eventFor(QUAY.id, said(`${THEIRS}, 7 weeks`, { ts: "1921932000.000200" })));
    await whispered(quay, PRIYA, PLANNING, "7 weeks");
    await nothingCrossed(here);
  });

  test("a channel that both share: what is heard for one is kept for that one", async () => {
    const here = await open();
    const { harbour, quay } = here;
    await Promise.all([optIn(harbour, PRIYA, LAUNCH), optIn(quay, PRIYA, LAUNCH)]);
    await pressAgree(harbour);
    const shared = {
      channel: LAUNCH,
      user: OLA,
      team: "T0KESTREL",
      user_team: "T0KESTREL",
      source_team: "T0KESTREL",
    };
    // Its author and its context are others'; the installation it is for is Harbour's.
    await here.event(
      eventFor(TEAM.id, said(`${OURS}, about 3 weeks`, shared), {
        team_id: QUAY.id,
        context_team_id: QUAY.id,
      }),
    );
    await whispered(harbour, PRIYA, LAUNCH, OURS);
    for (const standIn of [harbour, quay]) {
      standIn.openHome(PRIYA);
      await standIn.settled();
    }
    await nothingCrossed(here);
    expect(toldTo(quay)).not.toContain("3 weeks");
  });

  test("somebody forgotten in one is not forgotten in the other", async () => {
    const here = await sameIds();
    const { harbour, quay } = here;
    await harbour.command({ user: PRIYA, channel: PLANNING, text: "/askwhy forget me" });
    const asked = await harbour.until(() =>
      privateTo(harbour, PRIYA, PLANNING).findLast((message) =>
        actionsOf(message.blocks).some(({ label }) => label.startsWith("Forget")),
      ),
    );
    await pressLabel(harbour, PRIYA, PLANNING, asked, "Forget");
    await whispered(harbour, PRIYA, PLANNING, "You are forgotten");
    await pressLabel(quay, PRIYA, PLANNING, await whispered(quay, PRIYA, PLANNING, THEIRS), "Ask in thread");
    await submitModal(quay, PRIYA);
    await quay.until(() => quay.public()[0]);
    await nothingCrossed(here);
  });

  test("one leaves: the other's threads and jobs go on, and nothing is said where the bot is no more", async () => {
    const here = await sameIds();
    const { harbour, quay } = here;
    await here.event(eventFor(QUAY.id, said(`${THEIRS}, 9 weeks`, { ts: "1921932000.000300" })));
    quay.uninstall();
    await quay.settled();
    const calls = quay.calls.length;
    expect(
      (await here.event(eventFor(QUAY.id, said("again 8 weeks", { ts: "1921932000.000400" })))).status,
    ).toBe(200);
    expect((await here.interact(pressIn(quay, PRIYA, "resume"))).status).toBe(200);
    expect((await quay.command({ user: PRIYA, channel: PLANNING, text: "/askwhy" })).acked).toBe(true);
    await here.event(eventFor(TEAM.id, said(`${OURS} and returns, 6 weeks`, { ts: "1921932000.000500" })));
    await whispered(harbour, PRIYA, PLANNING, "6 weeks");
    await nothingCrossed(here);
    const since = quay.calls.slice(calls).filter(({ ok }) => ok);
    expect(since).toEqual([]);
  });

  test("a bot token that is revoked erases its workspace; a person's token, or the other workspace's, does not", async () => {
    const here = await sameIds();
    const { harbour, quay } = here;
    const homeOf = async (standIn: StandIn) => {
      standIn.openHome(PRIYA);
      await standIn.settled();
      return wordsOf(standIn.home(PRIYA));
    };
    const revoked = (tokens: object) => here.event(eventFor(QUAY.id, { type: "tokens_revoked", tokens }));
    await revoked({ oauth: ["U0SAM"], bot: [] });
    await revoked({ oauth: ["U0SAM"] });
    expect(await homeOf(quay)).toContain(THEIRS);
    const before = quay.calls.length;
    await revoked({ oauth: [], bot: ["U0ASKWHY2"] });
    quay.openHome(PRIYA);
    await quay.settled();
    expect(quay.calls).toHaveLength(before);
    expect(await homeOf(harbour)).toContain(OURS);
    await install(here.url, quay);
    expect(await homeOf(quay)).not.toContain(THEIRS);
    await nothingCrossed(here);
  });

  test("a workspace that never installed the bot gets nothing, and is answered as usual", async () => {
    const here = await open();
    const stranger = "T0STRANGER";
    expect((await here.event(eventFor(stranger, said(`${OURS}, 3 weeks`)))).status).toBe(200);
    expect((await here.event(eventFor(stranger, { type: "app_uninstalled" }))).status).toBe(200);
    const fields = {
      command: "/askwhy",
      team_id: stranger,
      channel_id: PLANNING,
      user_id: PRIYA,
      text: "help",
    };
    expect((await here.command(fields)).status).toBe(200);
    const press = {
      ...pressIn(here.harbour, PRIYA, "resume"),
      team: { id: stranger },
      user: { id: PRIYA, team_id: stranger },
    };
    expect((await here.interact(press)).status).toBe(200);
    const before = here.harbour.calls.length + here.quay.calls.length;
    await here.finish();
    expect(here.harbour.calls.length + here.quay.calls.length).toBe(before);
    expect(here.log()).not.toContain(OURS);
  });
});

/** A press on some button of a message, as Slack sends it for this workspace. */
function pressIn(standIn: StandIn, user: string, value: string) {
  const { world } = standIn;
  const team = teamOf(standIn);
  return {
    type: "block_actions",
    team: { id: team, domain: "somewhere" },
    user: { id: user, team_id: team },
    trigger_id: world.triggers.make(user),
    response_url: world.responseUrls.make({ user, channel: PLANNING }),
    container: { type: "message", channel_id: PLANNING, message_ts: TS, is_ephemeral: true },
    channel: { id: PLANNING },
    actions: [{ type: "button", action_id: "aw:0", block_id: "b", value }],
  };
}

async function optIn2(standIn: StandIn): Promise<void> {
  const welcome = await whispered(standIn, PRIYA, PLANNING, "Who is the PM");
  await pressLabel(standIn, PRIYA, PLANNING, welcome, "I am the PM");
  await standIn.until(() => wordsOf(standIn.sees(PRIYA, PLANNING)).includes("Saved"));
}

/** Somebody of the workspace agrees to nudges in a channel that another company shares. */
async function pressAgree(standIn: StandIn): Promise<void> {
  const saved = await standIn.until(() =>
    privateTo(standIn, PRIYA, LAUNCH).findLast((message) =>
      actionsOf(message.blocks).some(({ label }) => /agree|nudge/i.test(label)),
    ),
  );
  const agree = actionsOf(saved.blocks).find(({ label }) => /agree|nudge/i.test(label));
  await pressLabel(standIn, PRIYA, LAUNCH, saved, agree?.label ?? "");
}
