import { makeLog } from "../../src/log.ts";
import { readSettings, type Settings, type SlackSettings } from "../../src/settings.ts";
import { type Connection, connectSlack } from "../../src/slack/connect.ts";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { Heard, Invoked, Listener, Pressed } from "../../src/telling/outside.ts";
import { ESTIMATE, openStreet, type Street } from "./street.ts";

export const SOCKET: SlackSettings = { by: "socket", botToken: "xoxb-test", appToken: "xapp-test" };
export const MESSAGE = {
  team: "T0ACME",
  channel: "C0PLAN",
  ts: ESTIMATE.ts,
  user: "U0SAM",
  text: "about 3 weeks",
};

export const COMMAND = {
  command: "/askwhy",
  team_id: "T0ACME",
  channel_id: "C0PLAN",
  user_id: "U0PRIYA",
  text: " settings ",
  response_url: "https://hooks.slack.com/commands/1",
  trigger_id: "1.2",
};

/** What a test opened; it is closed after it. */
export const opened: { close(): Promise<unknown> }[] = [];
export async function closeAll(): Promise<void> {
  for (const one of opened.splice(0).toReversed()) await one.close();
}

export async function street(answers?: Parameters<typeof openStreet>[0]): Promise<Street> {
  const made = await openStreet(answers);
  opened.push(made);
  return made;
}

export async function connect(
  slack: SlackSettings,
  slackApiUrl: string,
  shared?: Store,
): Promise<{ slack: Connection; lines: string[] }> {
  const lines: string[] = [];
  const log = makeLog("info", { write: (line) => void lines.push(line) });
  const settings: Settings = { ...readSettings({}), slack, slackApiUrl, dataDir: "." };
  const store = shared ?? (await embeddedStore({ memory: true }));
  if (shared === undefined) opened.push(store);
  const connection = await connectSlack(settings, { log, now: Date.now, store });
  opened.push({ close: () => connection.stop() });
  return { slack: connection, lines };
}

/** A story that writes down what reached it; `on` decides how hearing ends. */
export function story(on: (heard: Heard) => Promise<void> = async () => {}) {
  const reached: { heard: Heard[]; pressed: Pressed[]; invoked: Invoked[] } = {
    heard: [],
    pressed: [],
    invoked: [],
  };
  const listener: Listener = {
    heard: async (heard) => {
      reached.heard.push(heard);
      await on(heard);
    },
    pressed: async (pressed) => void reached.pressed.push(pressed),
    invoked: async (invoked) => void reached.invoked.push(invoked),
  };
  return { ...reached, listener };
}

/** A promise, and the hand that resolves it. */
export function gate(): { promise: Promise<void>; open: () => void } {
  let release = () => {};
  const promise = new Promise<void>((resolve) => (release = resolve));
  return { promise, open: () => release() };
}
