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
      .replaceAll(/\b[a-z][a-z\d+.-]{0,19}:\/\/\S+/gi, "<url>")
      .replaceAll(/xox[a-z][.-][\w.-]+|xapp-[\w-]+|(?<=bearer\s)\S+/gi, "-")
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

/** What the client says of a call by itself. */
const OWN_WORDS = ["http request failed", "API Call failed due to rate limiting"];

/**
 * The same for the client that calls Slack: what Slack remarks on a call it hands on word for word, and Slack may quote what it was
 * sent. A code is told, and in which of our arguments a mistake stands.
 */
export function callLog(log: Log): SlackLogger {
  const remark = (said: unknown): string => {
    const words = typeof said === "string" ? said : "";
    const place = /\[json-pointer:([\w/-]{1,100})\]/.exec(words)?.[1];
    if (place !== undefined) return `Slack finds a mistake in a call, at ${place}`;
    const own = OWN_WORDS.find((one) => words.startsWith(one));
    return own ?? (/^[a-z][a-z_]{1,60}$/.test(words) ? words : "Slack has a remark on a call");
  };
  return {
    ...slackLog(log),
    info: (said) => log.debug(remark(said)),
    warn: (said) => log.warn(remark(said)),
    error: (said) => log.error(remark(said)),
  };
}
