import type { FetchFunction } from "@slack/web-api";
import type { Outside, Place } from "../telling/outside.ts";
import { type CallerParts, type CallResult, makeCaller } from "./calls.ts";
import { looking } from "./look.ts";
import type { Bot } from "./message.ts";
import { speaking } from "./speak.ts";

export type OutsideParts = CallerParts & {
  readonly bot: Bot;
  /** The workspace's own address, "https://acme.slack.com/". */
  readonly url: string;
};

export type SlackOutside = {
  readonly outside: Outside;
  /** The bot came to or left this channel: what was known of it no longer holds. */
  readonly forget: (place: Place) => void;
};

/** The outside as Slack's Web API gives it. */
export function makeOutside(parts: OutsideParts): SlackOutside {
  const caller = makeCaller(parts);
  const { forget, ...looks } = looking({ ...parts, caller });
  const speaks = speaking({ ...parts, caller, fetch: toldOf(parts) });
  return {
    outside: { ...looks, ...speaks, link: async (at, ts, thread) => link(parts.url, at, ts, thread) },
    forget,
  };
}

/** Answers to commands and presses go to a URL of their own; they are told of as calls of "response_url". */
function toldOf({ fetch = globalThis.fetch, called }: CallerParts): FetchFunction {
  if (called === undefined) return fetch;
  return async (...request) => {
    const begun = performance.now();
    const told = (result: CallResult) => called("response_url", result, performance.now() - begun);
    try {
      const response = await fetch(...request);
      told(response.ok ? "ok" : resultOfStatus(response.status));
      return response;
    } catch (error) {
      told("failed");
      throw error;
    }
  };
}

function resultOfStatus(status: number): CallResult {
  if (status === 429) return "later";
  return status >= 500 ? "failed" : "refused";
}

/** A permalink, made without asking Slack: its form has been the same for as long as there are threads. */
function link(url: string, { channel }: Place, ts: string, thread?: string): string {
  const message = `${url.endsWith("/") ? url : `${url}/`}archives/${channel}/p${ts.replace(".", "")}`;
  return thread === undefined || thread === ts ? message : `${message}?thread_ts=${thread}&cid=${channel}`;
}
