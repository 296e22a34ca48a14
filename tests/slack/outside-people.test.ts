import { beforeEach, describe, expect, test } from "vitest";
import { OutsideError } from "../../src/telling/outside.ts";
import { anew, clock, limited, outside, PLACE, replies, slack, to } from "./answering-slack.ts";

beforeEach(anew);

describe("people", () => {
  const user = { id: "U0PRIYA", team_id: "T0ACME", tz: "Europe/Lisbon", is_admin: false, is_bot: false };
  const usual = {
    id: "U0PRIYA",
    zone: "Europe/Lisbon",
    active: true,
    doNotDisturb: false,
    admin: false,
    bot: false,
    stranger: false,
  };
  const night = {
    next_dnd_start_ts: Date.parse("2026-11-20T09:00:00Z") / 1000,
    next_dnd_end_ts: Date.parse("2026-11-20T11:00:00Z") / 1000,
  };

  const person = async (info: object, here: object = { presence: "active" }, dnd: object = {}) => {
    replies["users.info"] = [{ ok: true, user: { ...user, ...info } }];
    replies["users.getPresence"] = [{ ok: true, ...here }];
    replies["dnd.info"] = [{ ok: true, ...dnd }];
    return slack().person("T0ACME", "U0PRIYA");
  };

  test.each<[string, object, object, object, object]>([
    ["active", {}, {}, {}, {}],
    ["away", {}, { presence: "away" }, {}, { active: false }],
    ["gone", { deleted: true }, {}, {}, { active: false }],
    ["presence not told", {}, { ok: false, error: "missing_scope" }, {}, { active: false }],
    ["an owner", { is_owner: true }, {}, {}, { admin: true }],
    ["a guest", { is_restricted: true }, {}, {}, { stranger: true }],
    ["of another company", { team_id: "T0OTHER" }, {}, {}, { stranger: true }],
    ["of the same company, in an enterprise", { team_id: "T0OTHER", enterprise_user: {} }, {}, {}, {}],
    ["without a time zone", { tz: null }, {}, {}, { zone: "Etc/UTC" }],
    ["in an unknown zone", { tz: "Moon/Tycho" }, {}, {}, { zone: "Etc/UTC" }],
    ["not to be disturbed", {}, {}, night, { doNotDisturb: true }],
    ["quiet later", {}, {}, { next_dnd_start_ts: 4e9, next_dnd_end_ts: 4.1e9 }, {}],
    ["snoozing", {}, {}, { snooze_enabled: true, snooze_endtime: 4e9 }, { doNotDisturb: true }],
    ["quiet hours not told", {}, {}, { ok: false, error: "missing_scope" }, {}],
  ])("%s", async (_who, info, here, dnd, expected) => {
    expect(await person(info, { presence: "active", ...here }, dnd)).toEqual({ ...usual, ...expected });
  });

  test("somebody Slack does not know is treated with reserve", async () => {
    replies["users.info"] = [{ ok: false, error: "user_not_found" }];
    expect(await slack().person("T0ACME", "U0WHO")).toEqual({
      ...usual,
      id: "U0WHO",
      zone: "Etc/UTC",
      active: false,
      stranger: true,
    });
  });

  test("are asked about once a minute at most", async () => {
    replies["users.info"] = [{ ok: true, user }];
    replies["users.getPresence"] = [{ ok: true, presence: "active" }];
    const { outside: one } = outside();
    await Promise.all([one.person("T0ACME", "U0PRIYA"), one.person("T0ACME", "U0PRIYA")]);
    clock.now += 59_000;
    await one.person("T0ACME", "U0PRIYA");
    expect(to("users.getPresence")).toHaveLength(1);
    clock.now += 1000;
    await one.person("T0ACME", "U0PRIYA");
    expect(to("users.getPresence")).toHaveLength(2);
  });

  test("a failure is not remembered", async () => {
    replies["users.info"] = [limited(1), { ok: true, user }];
    replies["users.getPresence"] = [{ ok: true, presence: "active" }];
    const { outside: one } = outside();
    await expect(one.person("T0ACME", "U0PRIYA")).rejects.toThrow(OutsideError);
    clock.now += 1000;
    expect(await one.person("T0ACME", "U0PRIYA")).toMatchObject({ zone: "Europe/Lisbon" });
  });
});

describe("a channel", () => {
  test.each<[object, object]>([
    [{ is_member: true }, { private: false, shared: false, member: true }],
    [
      { is_private: true, is_member: true, is_ext_shared: true },
      { private: true, shared: true, member: true },
    ],
    [{ is_pending_ext_shared: true }, { private: false, shared: true, member: false }],
    [{ is_org_shared: true }, { private: false, shared: false, member: false }],
  ])("%j", async (facts, expected) => {
    replies["conversations.info"] = [{ ok: true, channel: { name: "planning", ...facts } }];
    expect(await slack().place(PLACE)).toEqual({ name: "planning", ...expected });
  });

  test("that the bot cannot see is a refusal", async () => {
    replies["conversations.info"] = [{ ok: false, error: "channel_not_found" }];
    expect(await slack().place(PLACE)).toEqual({ accepted: false, reason: "channel_not_found" });
  });

  test("is asked about anew once the bot came or went", async () => {
    replies["conversations.info"] = [
      { ok: true, channel: { is_member: false } },
      { ok: true, channel: { is_member: true } },
    ];
    const { outside: one, forget } = outside();
    expect(await one.place(PLACE)).toMatchObject({ member: false });
    expect(await one.place(PLACE)).toMatchObject({ member: false });
    forget(PLACE);
    expect(await one.place(PLACE)).toMatchObject({ member: true });
  });

  test("members on the second page are members", async () => {
    replies["conversations.members"] = [
      { ok: true, members: ["U0SAM"], response_metadata: { next_cursor: "two" } },
      { ok: true, members: ["U0PRIYA"], response_metadata: { next_cursor: "" } },
    ];
    expect(await slack().isMember(PLACE, "U0PRIYA")).toBe(true);
    expect(to("conversations.members").map(({ cursor }) => cursor)).toEqual([undefined, "two"]);
  });

  test("nobody is a member where Slack does not say", async () => {
    replies["conversations.members"] = [{ ok: false, error: "fetch_members_failed" }];
    expect(await slack().isMember(PLACE, "U0PRIYA")).toBe(false);
  });

  test("who is in a user group is asked once, and nobody is where Slack does not say", async () => {
    replies["usergroups.users.list"] = [
      { ok: true, users: ["U0SAM"] },
      { ok: false, error: "no_such_subteam" },
    ];
    const outside = slack();
    expect(await outside.group("T0ACME", "S0LEADS")).toEqual(["U0SAM"]);
    expect(await outside.group("T0ACME", "S0LEADS")).toEqual(["U0SAM"]);
    expect(to("usergroups.users.list")).toEqual([{ usergroup: "S0LEADS" }]);
    expect(await outside.group("T0ACME", "S0GONE")).toEqual([]);
  });
});
