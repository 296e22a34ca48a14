import { EventEmitter } from "node:events";
import { type DestinationStream, type Logger, pino, symbols } from "pino";

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

/** Does something as soon as the line that was logged just now, to the terminal or a pipe, is written. */
export function onceWritten(log: Log, then: () => void): void {
  const to: unknown = Reflect.get(log, symbols.streamSym);
  if (to instanceof EventEmitter) to.once("drain", then);
}

/** What may be said of an error: its kind, its code, and of our own kinds the message. Messages of others may quote what was sent. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const says = OURS.has(error.name) ? { says: error.message } : { at: place(error) };
  const cause = error.cause === undefined ? {} : { cause: errorFacts(error.cause) };
  return { kind: error.name, ...code, ...says, ...cause };
}

const OURS: ReadonlySet<string> = new Set([
  "OutsideError",
  "StoreError",
  "SettingsError",
  "SlackStartError",
  "SealError",
]);

/** The first line of the stack below the message: where it happened. */
function place(error: Error): string {
  return /\n\s+at .*?([^/\\(]+:\d+:\d+)\)?/.exec(error.stack ?? "")?.[1] ?? "";
}
