import { createHmac } from "node:crypto";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/** A pretend Slack for one test: answers Web API calls by `answers`, and delivers by socket or by signed HTTP. */
export type Street = {
  readonly api: string;
  readonly calls: { readonly method: string; readonly args: Record<string, string> }[];
  /** Sends an envelope over the socket; resolves to the payload of its acknowledgement. */
  deliver(envelope: Envelope): Promise<unknown>;
  /** Envelopes acknowledged so far. */
  readonly acknowledged: string[];
  connected(): Promise<void>;
  close(): Promise<void>;
};

export type Envelope = { readonly envelope_id: string; readonly type: string; readonly payload: unknown };
type Answers = Readonly<Record<string, (args: Record<string, string>) => object>>;

export const ME = {
  ok: true,
  url: "https://acme.slack.com/",
  team_id: "T0ACME",
  user_id: "U0BOT",
  bot_id: "B0BOT",
};

export async function openStreet(answers: Answers = {}): Promise<Street> {
  const calls: Street["calls"] = [];
  const acknowledged: string[] = [];
  const links: WebSocket[] = [];
  const waiting = new Map<string, (payload: unknown) => void>();
  let welcome: () => void = () => {};
  const connected = new Promise<void>((resolve) => (welcome = resolve));
  const server: Server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      const method = (request.url ?? "").replace("/api/", "");
      const args = Object.fromEntries(new URLSearchParams(body));
      calls.push({ method, args });
      const known: Answers = {
        "auth.test": () => ME,
        "apps.connections.open": () => ({ ok: true, url: `ws://127.0.0.1:${port()}/link` }),
        ...answers,
      };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(known[method]?.(args) ?? { ok: true }));
    });
  });
  const sockets = new WebSocketServer({ server, path: "/link" });
  sockets.on("connection", (link) => {
    links.push(link);
    link.on("message", (data: Buffer) => {
      const { envelope_id, payload } = JSON.parse(data.toString()) as {
        envelope_id: string;
        payload: unknown;
      };
      acknowledged.push(envelope_id);
      waiting.get(envelope_id)?.(payload);
    });
    link.send(JSON.stringify({ type: "hello" }));
    welcome();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = () => (server.address() as AddressInfo).port;
  return {
    api: `http://127.0.0.1:${port()}/api/`,
    calls,
    acknowledged,
    deliver: (envelope) =>
      new Promise((resolve) => {
        waiting.set(envelope.envelope_id, resolve);
        links.at(-1)?.send(JSON.stringify(envelope));
      }),
    connected: () => connected,
    close: async () => {
      for (const link of links) link.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export const SECRET = "a-signing-secret";

/** The headers by which Slack shows that a body is its own, signed with `secret` at `at` (seconds). */
export function signed(body: string, how: { secret?: string; at?: number } = {}): Record<string, string> {
  const at = String(how.at ?? Math.floor(Date.now() / 1000));
  const sum = createHmac("sha256", how.secret ?? SECRET)
    .update(`v0:${at}:${body}`)
    .digest("hex");
  return { "x-slack-request-timestamp": at, "x-slack-signature": `v0=${sum}` };
}

/** Posts what Slack would post. */
export async function postSigned(
  port: number,
  body: string,
  how: { secret?: string; at?: number; form?: boolean; query?: string } = {},
): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/slack/events${how.query ?? ""}`, {
    method: "POST",
    body,
    headers: {
      "content-type": how.form ? "application/x-www-form-urlencoded" : "application/json",
      ...signed(body, how),
    },
  });
}

/** The status of a request whose path is sent as it is written, which `fetch` would not do. */
export function rawRequest(
  port: number,
  { method = "POST", path, body = "", headers = {} }: RawRequest,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port, method, path, headers: { "content-type": "application/json", ...headers } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}

type RawRequest = {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
};

let events = 0;

/** An event_callback around `event`, with an id of its own. */
export function envelopeOf(event: unknown): object {
  return {
    type: "event_callback",
    team_id: "T0ACME",
    event_id: `Ev${(events += 1)}`,
    authorizations: [{ team_id: "T0ACME" }],
    event,
  };
}

export const ESTIMATE = {
  type: "message",
  channel: "C0PLAN",
  channel_type: "channel",
  user: "U0SAM",
  text: "about 3 weeks",
  ts: "1700000000.000100",
};
