import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import type { Ack, Envelope, Retry, Transport } from "./delivery.ts";

/** Slack's end of Socket Mode. */
export type SocketDoor = Transport & {
  /** Lets one connection in; put into the URL that `apps.connections.open` gives. */
  readonly ticket: () => string;
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Cuts every connection without a word. */
  readonly drop: () => void;
  /** Asks every client to connect anew, as Slack does when it recycles a container. */
  readonly refresh: () => void;
  readonly close: () => void;
};

/** Slack's client gives a connection up after 30 s without a ping. */
const PING_EVERY_MS = 10_000;

export function openSocketDoor(parts: {
  readonly appId: string;
  readonly ackWithin: number;
  readonly changed: () => void;
}): SocketDoor {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const links = keepLinks(parts.changed);
  const acks = expectAcks(parts.ackWithin);
  return {
    connected: () => links.all.size > 0,
    ticket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    accept(request, socket, head) {
      const ticket = new URL(request.url ?? "/", "http://stand-in").searchParams.get("ticket") ?? "";
      if (!tickets.delete(ticket)) return void socket.destroy();
      server.handleUpgrade(request, socket, head, (link) => {
        links.add(link);
        link.on("message", (data) => acks.take(data as Buffer));
        link.send(hello(parts.appId, links.all.size));
        parts.changed();
      });
    },
    async send(envelope, retry) {
      const link = links.next();
      if (link === undefined) return TIMED_OUT;
      link.send(written(envelope, retry));
      return acks.of(envelope.id);
    },
    drop: () => links.drop(),
    refresh() {
      for (const link of links.all) {
        link.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
      }
    },
    close() {
      acks.giveUp();
      links.drop();
      links.stopPings();
      server.close();
    },
  };
}

/** The open connections, pinged as Slack does. */
function keepLinks(changed: () => void) {
  const all = new Set<WebSocket>();
  let turn = 0;
  const pings = setInterval(() => {
    for (const link of all) link.ping();
  }, PING_EVERY_MS);
  pings.unref();
  return {
    all,
    add(link: WebSocket) {
      all.add(link);
      link.on("error", () => link.terminate());
      link.on("close", () => {
        all.delete(link);
        changed();
      });
    },
    /** Slack gives each envelope to one of an app's connections. */
    next(): WebSocket | undefined {
      turn += 1;
      const open = [...all].filter((each) => each.readyState === WebSocket.OPEN);
      return open[turn % open.length];
    },
    drop() {
      for (const link of all) link.terminate();
    },
    stopPings: () => clearInterval(pings),
  };
}

const TIMED_OUT: Ack = { acked: false, reason: "timeout" };

/** Acknowledgements that are still to come. */
function expectAcks(withinMs: number) {
  const waiting = new Map<string, (ack: Ack) => void>();
  return {
    of: (id: string) =>
      new Promise<Ack>((resolve) => {
        const settle = (ack: Ack) => {
          clearTimeout(giveUp);
          waiting.delete(id);
          resolve(ack);
        };
        const giveUp = setTimeout(() => settle(TIMED_OUT), withinMs);
        waiting.set(id, settle);
      }),
    take(data: Buffer) {
      const message = JSON.parse(data.toString()) as { envelope_id?: string; payload?: unknown };
      waiting.get(message.envelope_id ?? "")?.({ acked: true, body: message.payload });
    },
    giveUp() {
      for (const settle of waiting.values()) settle(TIMED_OUT);
    },
  };
}

function hello(appId: string, connections: number): string {
  return JSON.stringify({
    type: "hello",
    num_connections: connections,
    debug_info: { host: "stand-in", approximate_connection_time: 18_060 },
    connection_info: { app_id: appId },
  });
}

function written(envelope: Envelope, retry: Retry): string {
  const isEvent = envelope.type === "events_api";
  return JSON.stringify({
    envelope_id: envelope.id,
    type: envelope.type,
    payload: envelope.payload,
    accepts_response_payload: !isEvent,
    ...(isEvent ? { retry_attempt: retry.attempt, retry_reason: retry.reason } : {}),
  });
}
