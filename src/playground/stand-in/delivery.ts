import { randomUUID } from "node:crypto";
import type { Faults } from "./faults.ts";

/** What goes to the bot: an event, or something a person waits for. */
export type Envelope = {
  readonly id: string;
  readonly type: "events_api" | "slash_commands" | "interactive";
  readonly payload: Readonly<Record<string, unknown>>;
};

/** What came back: acknowledged, with what the bot put into the acknowledgement; or why not. */
export type Ack =
  | { readonly acked: true; readonly body: unknown }
  | { readonly acked: false; readonly reason: string; readonly noRetry?: true };

/** A way to the bot: Socket Mode, or HTTP. */
export type Transport = {
  readonly connected: () => boolean;
  readonly send: (
    envelope: Envelope,
    retry: { readonly attempt: number; readonly reason: string },
  ) => Promise<Ack>;
};

/** One attempt to deliver, for tests to look at. */
export type Attempt = {
  readonly envelope: Envelope;
  readonly attempt: number;
  readonly acked: boolean;
  readonly reason?: string;
};

export type Delivery = {
  /** Sends an event, and again after each of the retry delays until it is acknowledged. */
  event(payload: Readonly<Record<string, unknown>>): void;
  /** Sends what a person waits for: once. */
  ask(type: "slash_commands" | "interactive", payload: Readonly<Record<string, unknown>>): Promise<Ack>;
  readonly attempts: readonly Attempt[];
  /** How many events are neither acknowledged nor given up. */
  pending(): number;
  stop(): void;
};

export function makeDelivery(parts: {
  readonly transport: () => Transport;
  readonly faults: Faults;
  readonly retryDelays: readonly number[];
  readonly changed: () => void;
}): Delivery {
  const attempts: Attempt[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let pending = 0;
  let held: (() => void) | undefined;

  const after = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  };

  const attempt = async (envelope: Envelope, number: number, reason: string): Promise<Ack> => {
    const ack = await parts.transport().send(envelope, { attempt: number, reason });
    attempts.push({
      envelope,
      attempt: number,
      acked: ack.acked,
      ...(ack.acked ? {} : { reason: ack.reason }),
    });
    parts.changed();
    return ack;
  };

  const untilAcked = async (envelope: Envelope, number: number, reason: string, twice: boolean) => {
    const ack = await attempt(envelope, number, reason);
    const delay = parts.retryDelays[number];
    if (!ack.acked && ack.noRetry !== true && delay !== undefined) {
      after(delay, () => void untilAcked(envelope, number + 1, ack.reason, twice));
      return;
    }
    if (ack.acked && twice) await attempt(envelope, number + 1, "timeout");
    pending -= 1;
    parts.changed();
  };

  const letHeldGo = () => {
    const go = held;
    held = undefined;
    go?.();
  };

  return {
    attempts,
    pending: () => pending,
    event(payload) {
      const envelope: Envelope = { id: randomUUID(), type: "events_api", payload };
      const fault = parts.faults.onEvent();
      pending += 1;
      const send = () => void untilAcked(envelope, 0, "", fault?.how === "twice");
      if (fault?.how === "late") return after(fault.ms, send);
      if (fault?.how === "out-of-order") {
        letHeldGo();
        held = send;
        return after(fault.ms, () => {
          if (held === send) letHeldGo();
        });
      }
      send();
      letHeldGo();
    },
    ask: (type, payload) => attempt({ id: randomUUID(), type, payload }, 0, ""),
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
