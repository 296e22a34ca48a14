import type { Logger as SlackLogger } from "@slack/logger";
import type { Logger } from "pino";

export type Log = Logger;

export function makeLog(_level: string): Log {
  throw new Error("not built yet");
}

export function slackLog(_log: Log): SlackLogger {
  throw new Error("not built yet");
}
