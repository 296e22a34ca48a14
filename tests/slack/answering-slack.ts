import type { FetchFunction } from "@slack/web-api";
import { makeLog } from "../../src/log.ts";
import { makeOutside } from "../../src/slack/outside.ts";
import { embeddedLanes } from "../../src/store/embedded-lanes.ts";
import { slackLog } from "../../src/slack/slack-log.ts";
import type { Note } from "../../src/telling/note.ts";
import type { Handle } from "../../src/telling/outside.ts";

type Call = { readonly to: string; readonly args: Record<string, unknown> };
export type Reply = object | Response | Error;

export const clock = { now: 0 };
/** What Slack was called with. */
export const calls: Call[] = [];
/** What it says to each method: a list of answers, the last of which stays. */
export const replies: Record<string, Reply[]> = {};

/** For the beginning of every test. */
export function anew(): void {
  clock.now = Date.parse("2026-11-20T10:00:00Z");
  calls.splice(0);
  for (const method of Object.keys(replies)) delete replies[method];
}

const fetch: FetchFunction = async (url, init) => {
  const to = String(url).replace("https://slack.test/api/", "");
  const body = typeof init?.body === "string" ? init.body : "";
  calls.push({ to, args: body.startsWith("{") ? (JSON.parse(body) as Call["args"]) : parsed(body) });
  const left = replies[to] ?? [];
  const reply = left.length > 1 ? left.shift() : left[0];
  if (reply instanceof Error) throw reply;
  return reply instanceof Response ? reply.clone() : Response.json(reply ?? { ok: true });
};

function parsed(body: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}

/** The outside of one workspace, with Slack as the test wants it. `called` is told of each call. */
export function outside(called?: (method: string, result: string) => void) {
  const logger = slackLog(makeLog("error", { write: () => {} }));
  const { book } = embeddedLanes();
  const parts = {
    token: "xoxb-test",
    slackApiUrl: "https://slack.test/api/",
    logger,
    now: () => clock.now,
    fetch,
  };
  return makeOutside({
    ...parts,
    book: (...turn) => book("T0ACME", ...turn),
    bot: { user: "U0BOT" },
    url: "https://acme.slack.com/",
    ...(called && { called }),
  });
}

export const slack = () => outside().outside;
export const to = (method: string) => calls.filter((call) => call.to === method).map((call) => call.args);

export const NOTE: Note = {
  summary: "Worth asking: <why> & how",
  parts: [{ kind: "say", words: "Does it include testing?" }],
};
export const PRIYA = { team: "T0ACME", channel: "C0PLAN", user: "U0PRIYA" };
export const PLACE = { team: "T0ACME", channel: "C0PLAN" };
export const HANDLE: Handle = {
  ...PRIYA,
  surface: "message",
  responseUrl: "https://hooks.slack.com/1",
  triggerId: "1.2",
};
export const limited = (seconds: number) =>
  new Response("", { status: 429, headers: { "retry-after": String(seconds) } });
export const down = () => new Response("<html>", { status: 500 });
