import { describe, expect, test } from "vitest";
import { outsideByWorkspace } from "../../src/slack/by-workspace.ts";
import type { SlackOutside } from "../../src/slack/outside.ts";
import type { Workspace } from "../../src/slack/workspaces.ts";
import { type Outside, OutsideError } from "../../src/telling/outside.ts";

const NOTE = { summary: "", parts: [] };
const FORM = { title: "", parts: [], fields: [] };
const HANDLE = { channel: "C1", user: "U1", surface: "command" } as const;

/** Every outside writes down who did what; each workspace's token is "token of" its id, unless told. */
function street() {
  const done: string[] = [];
  const made: string[] = [];
  const tokens = new Map<string, string | undefined>();
  const make = ({ team, token }: Workspace): SlackOutside => {
    made.push(token);
    const outside = new Proxy({} as Outside, {
      get: (_none, method) =>
        // It is handed through promises, which ask whether it is one.
        method === "then" ? undefined : async () => void done.push(`${String(method)} with the ${token}`),
    });
    return { outside, forget: () => void done.push(`forget in ${team}`) };
  };
  const find = async (team: string): Promise<Workspace | undefined> => {
    const token = tokens.has(team) ? tokens.get(team) : `token of ${team}`;
    return token === undefined ? undefined : { team, token, bot: { user: "U0BOT" }, url: "" };
  };
  return { done, made, tokens, slack: outsideByWorkspace({ find }, make) };
}

/** One call of every method, for this workspace. */
const CALLS: { readonly [method in keyof Outside]: (outside: Outside, team: string) => Promise<unknown> } = {
  whisper: (outside, team) => outside.whisper({ team, channel: "C1", user: "U1" }, NOTE),
  direct: (outside, team) => outside.direct({ team, user: "U1" }, NOTE),
  answer: (outside, team) => outside.answer({ team, ...HANDLE }, NOTE, "new"),
  post: (outside, team) => outside.post({ team, channel: "C1", thread: "1.1" }, { by: "U1", text: "" }),
  open: (outside, team) => outside.open({ team, ...HANDLE }, FORM),
  home: (outside, team) => outside.home({ team, user: "U1" }, { parts: [] }),
  history: (outside, team) => outside.history({ team, channel: "C1", root: "1.1" }),
  posted: (outside, team) => outside.posted({ team, channel: "C1", root: "1.1" }),
  latest: (outside, team) => outside.latest({ team, channel: "C1" }),
  person: (outside, team) => outside.person(team, "U1"),
  place: (outside, team) => outside.place({ team, channel: "C1" }),
  isMember: (outside, team) => outside.isMember({ team, channel: "C1" }, "U1"),
  group: (outside, team) => outside.group(team, "S1"),
  link: (outside, team) => outside.link({ team, channel: "C1" }, "1.1"),
};

describe.each(Object.entries(CALLS))("%s", (method, call) => {
  test("goes with the token of its workspace", async () => {
    const { slack, done } = street();
    for (const team of ["T1", "T2", "T1"]) await call(slack.outside, team);
    expect(done).toEqual(["T1", "T2", "T1"].map((team) => `${method} with the token of ${team}`));
  });

  test("is refused where the bot is not installed", async () => {
    const { slack, tokens, done } = street();
    tokens.set("T1", undefined);
    await expect(call(slack.outside, "T1")).rejects.toThrow(OutsideError);
    expect(done).toEqual([]);
  });
});

test("a workspace is made once, and anew for a new token or after it was gone", async () => {
  const { slack, made, tokens } = street();
  const call = () => slack.outside.person("T1", "U1").catch(() => {});
  await call();
  await call();
  tokens.set("T1", "token anew");
  await call();
  tokens.set("T1", undefined);
  await call();
  tokens.set("T1", "token anew");
  await call();
  expect(made).toEqual(["token of T1", "token anew", "token anew"]);
});

test("of very many workspaces, those longest unused are let go", async () => {
  const { slack, made } = street();
  for (let nth = 0; nth < 1000; nth += 1) await slack.outside.person(`T${nth}`, "U1");
  await slack.outside.person("T0", "U1");
  await slack.outside.person("T1000", "U1");
  made.length = 0;
  await slack.outside.person("T0", "U1");
  await slack.outside.person("T1", "U1");
  expect(made).toEqual(["token of T1"]);
});

test("what is forgotten of a channel is forgotten in its own workspace", async () => {
  const { slack, done } = street();
  for (const team of ["T1", "T2"]) await slack.outside.person(team, "U1");
  done.length = 0;
  slack.forget({ team: "T2", channel: "C1" });
  slack.forget({ team: "T3", channel: "C1" });
  expect(done).toEqual(["forget in T2"]);
});
