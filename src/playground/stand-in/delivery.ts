import { randomUUID } from "node:crypto";
import type { EventFault, Faults } from "./faults.ts";

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

/** Which attempt at an event this is, the first being 0, and why the one before failed. */
export type Retry = { readonly attempt: number; readonly reason: string };

/** A way to the bot: Socket Mode, or HTTP. */
export type Transport = {
  readonly connected: () => boolean;
  readonly send: (envelope: Envelope, retry: Retry) => Promise<Ack>;
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
  readonly stop: () => void;
};

export function makeDelivery(parts: {
  readonly transport: () => Transport;
  readonly faults: Faults;
  readonly retryDelays: readonly number[];
  readonly changed: () => void;
}): Delivery {
  const attempts: Attempt[] = [];
  const later = makeLater();
  const inOrder = makeOrder(later.after);
  let pending = 0;

  const attempt = async (envelope: Envelope, number: number, reason: string): Promise<Ack> => {
    const ack = await parts.transport().send(envelope, { attempt: number, reason });
    const { acked } = ack;
    attempts.push({ envelope, attempt: number, acked, ...(acked ? {} : { reason: ack.reason }) });
    parts.changed();
    return ack;
  };

  const untilAcked = async (envelope: Envelope, number: number, reason: string, twice: boolean) => {
    const ack = await attempt(envelope, number, reason);
    const delay = parts.retryDelays[number];
    if (!ack.acked && ack.noRetry !== true && delay !== undefined) {
      later.after(delay, () => void untilAcked(envelope, number + 1, ack.reason, twice));
      return;
    }
    if (ack.acked && twice) await attempt(envelope, number + 1, "timeout");
    pending -= 1;
    parts.changed();
  };

  return {
    attempts,
    pending: () => pending,
    event(payload) {
      const envelope: Envelope = { id: randomUUID(), type: "events_api", payload };
      const fault = parts.faults.onEvent();
      pending += 1;
      inOrder(fault, () => void untilAcked(envelope, 0, "", fault?.how === "twice"));
    },
    ask: (type, payload) => attempt({ id: randomUUID(), type, payload }, 0, ""),
    stop: later.never,
  };
}

type Later = {
  readonly after: (ms: number, run: () => void) => void;
  /** Forgets all that was to run later. */
  readonly never: () => void;
};

function makeLater(): Later {
  const timers = new Set<NodeJS.Timeout>();
  return {
    after(ms, run) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
    },
    never() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** Sends events one after the other, but for those that a fault makes late or lets the next one overtake. */
function makeOrder(after: Later["after"]): (fault: EventFault | undefined, send: () => void) => void {
  let overtaken: (() => void) | undefined;
  const letGo = () => {
    const send = overtaken;
    overtaken = undefined;
    send?.();
  };
  return (fault, send) => {
    if (fault?.how === "late") return after(fault.ms, send);
    if (fault?.how !== "out-of-order") send();
    letGo();
    if (fault?.how !== "out-of-order") return;
    overtaken = send;
    after(fault.ms, () => {
      if (overtaken === send) letGo();
    });
  };
}
