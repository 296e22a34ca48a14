import { LogLevel, type Logger as SlackLogger } from "@slack/bolt";
import type { Log } from "../log.ts";

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
      // What follows is the parser's message, which quotes the body.
      .replace(/(Malformed request body).*/s, "$1")
      .slice(0, LONGEST_LINE);
  return {
    debug: () => {},
    info: (...parts) => log.debug(line(parts)),
    warn: (...parts) => log.warn(line(parts)),
    error: (...parts) => log.error(line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
