import type { Logger as SlackLogger } from "@slack/logger";
import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/** Keys whose values never reach a log, should somebody hand them over by mistake, down to four objects deep. */
const NEVER = [
  "token",
  "botToken",
  "appToken",
  "signingSecret",
  "authorization",
  "text",
  "quote",
  "sentence",
  "name",
  "title",
  "responseUrl",
  "blocks",
  "summary",
];
const DEEP = ["", "*.", "*.*.", "*.*.*."];

/**
 * The log: one JSON line per thing that mattered, with ids, rule names and counts.
 *
 * What people wrote, their names and tokens have no place in it. The first rule is to hand none of it over; `NEVER` is
 * for the day somebody forgets.
 */
export function makeLog(level: string, to?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    redact: { paths: DEEP.flatMap((deep) => NEVER.map((key) => deep + key)), censor: "-" },
    serializers: { err: errorFacts },
  };
  return to === undefined ? pino(options) : pino(options, to);
}

/** What may be said of an error: its kind, its code, and of our own kinds the message. Messages of others may quote what was sent. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const says = OURS.has(error.name) ? { says: error.message } : { at: place(error) };
  const cause = error.cause === undefined ? {} : { cause: errorFacts(error.cause) };
  return { kind: error.name, ...code, ...says, ...cause };
}

const OURS: ReadonlySet<string> = new Set(["OutsideError", "StoreError", "SettingsError", "SlackStartError"]);

/** The first line of the stack below the message: where it happened. */
function place(error: Error): string {
  return /\n\s+at .*?([^/\\(]+:\d+:\d+)\)?/.exec(error.stack ?? "")?.[1] ?? "";
}

/** Longer lines of Slack's libraries are no messages for people. */
const LONGEST_LINE = 200;

/**
 * Our log in the form Slack's libraries want. Their debug lines hold whole events and posted texts, so there are none;
 * of errors only the kind is told.
 */
export function slackLog(log: Log): SlackLogger {
  const line = (parts: unknown[]) =>
    parts
      .map((part) => (part instanceof Error ? part.name : typeof part === "string" ? part : ""))
      .join(" ")
      .replaceAll(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, "-")
      .replaceAll(/https?:\/\/\S+/g, "<url>")
      .slice(0, LONGEST_LINE);
  return {
    debug: () => {},
    info: (...parts) => log.debug(line(parts)),
    warn: (...parts) => log.warn(line(parts)),
    error: (...parts) => log.error(line(parts)),
    setLevel: () => {},
    getLevel: () => INFO,
    setName: () => {},
  };
}

/** `LogLevel.INFO`, whose enum cannot be imported without the library. Slack's libraries look at it before they write. */
const INFO = "info" as ReturnType<SlackLogger["getLevel"]>;
