import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import type { Ack, Transport } from "./delivery.ts";

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
  const links = new Set<WebSocket>();
  const waiting = new Map<string, (ack: Ack) => void>();
  let turn = 0;

  const pings = setInterval(() => {
    for (const link of links) link.ping();
  }, PING_EVERY_MS);
  pings.unref();

  const heard = (data: Buffer) => {
    const message = JSON.parse(data.toString()) as { envelope_id?: string; payload?: unknown };
    waiting.get(message.envelope_id ?? "")?.({ acked: true, body: message.payload });
  };

  const welcome = (link: WebSocket) => {
    links.add(link);
    link.on("message", (data) => heard(data as Buffer));
    link.on("error", () => link.terminate());
    link.on("close", () => {
      links.delete(link);
      parts.changed();
    });
    link.send(
      JSON.stringify({
        type: "hello",
        num_connections: links.size,
        debug_info: { host: "stand-in", approximate_connection_time: 18_060 },
        connection_info: { app_id: parts.appId },
      }),
    );
    parts.changed();
  };

  return {
    connected: () => links.size > 0,
    ticket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    accept(request, socket, head) {
      const ticket = new URL(request.url ?? "/", "http://stand-in").searchParams.get("ticket") ?? "";
      if (!tickets.delete(ticket)) return void socket.destroy();
      server.handleUpgrade(request, socket, head, welcome);
    },
    send: (envelope, retry) =>
      new Promise((resolve) => {
        turn += 1;
        const open = [...links].filter((each) => each.readyState === WebSocket.OPEN);
        const link = open[turn % open.length];
        if (link === undefined) return resolve({ acked: false, reason: "timeout" });
        const settle = (ack: Ack) => {
          clearTimeout(giveUp);
          waiting.delete(envelope.id);
          resolve(ack);
        };
        const giveUp = setTimeout(() => settle({ acked: false, reason: "timeout" }), parts.ackWithin);
        waiting.set(envelope.id, settle);
        link.send(
          JSON.stringify({
            envelope_id: envelope.id,
            type: envelope.type,
            payload: envelope.payload,
            accepts_response_payload: envelope.type !== "events_api",
            ...(envelope.type === "events_api"
              ? { retry_attempt: retry.attempt, retry_reason: retry.reason }
              : {}),
          }),
        );
      }),
    drop() {
      for (const link of links) link.terminate();
    },
    refresh() {
      for (const link of links) {
        link.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
      }
    },
    close() {
      clearInterval(pings);
      for (const settle of waiting.values()) settle({ acked: false, reason: "timeout" });
      for (const link of links) link.terminate();
      server.close();
    },
  };
}
