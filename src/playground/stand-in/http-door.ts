import { createHmac } from "node:crypto";
import type { Ack, Envelope, Retry, Transport } from "./delivery.ts";

/** Slack's end of HTTP: signed POSTs to the bot's URL. */
export function openHttpDoor(parts: {
  readonly url: string;
  readonly signingSecret: string;
  readonly ackWithin: number;
  /** The bot's own clock: it compares the time that is signed with it. */
  readonly botClock: () => number;
}): Transport {
  const lanes = makeLanes(MOST_AT_ONCE);
  return {
    connected: () => true,
    send: (envelope, retry) => lanes(() => post(envelope, retry)),
  };

  async function post(envelope: Envelope, retry: Retry): Promise<Ack> {
    const { contentType, body } = written(envelope);
    try {
      const response = await fetch(parts.url, {
        method: "POST",
        body,
        headers: {
          "content-type": contentType,
          ...signature(parts.signingSecret, body, parts.botClock()),
          ...(retry.attempt > 0
            ? { "x-slack-retry-num": String(retry.attempt), "x-slack-retry-reason": retry.reason }
            : {}),
        },
        signal: AbortSignal.timeout(parts.ackWithin),
      });
      const text = await response.text();
      if (response.ok) return { acked: true, body: readable(text) };
      const noRetry = response.headers.get("x-slack-no-retry") === "1";
      return { acked: false, reason: "http_error", ...(noRetry ? { noRetry: true } : {}) };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === "TimeoutError";
      return { acked: false, reason: timedOut ? "http_timeout" : "connection_failed" };
    }
  }
}

/** Requests on the way at once: each has a connection of its own. */
const MOST_AT_ONCE = 250;

/** Runs so many at once; the others wait for their turn. */
function makeLanes(most: number): <T>(run: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (run) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

/** Slack signs the time and the raw body. `now` is the bot's: it refuses what was signed more than five minutes ago. */
function signature(secret: string, body: string, now = Date.now()): Record<string, string> {
  const seconds = Math.floor(now / 1000);
  const sum = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(seconds), "x-slack-signature": `v0=${sum}` };
}

function written(envelope: Envelope): { contentType: string; body: string } {
  if (envelope.type === "events_api") {
    return { contentType: "application/json", body: JSON.stringify(envelope.payload) };
  }
  const fields =
    envelope.type === "interactive" ? { payload: JSON.stringify(envelope.payload) } : envelope.payload;
  return {
    contentType: "application/x-www-form-urlencoded",
    body: new URLSearchParams(fields as Record<string, string>).toString(),
  };
}

function readable(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { text };
  }
}
