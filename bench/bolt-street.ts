import { createHmac } from "node:crypto";
import { Agent, createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/** A Slack that does nothing but send events to a bot and wait for their acknowledgement. */
export const SECRET = "bench-signing-secret";
/** How many events are under way at once. */
export const LANES = { http: 16, socket: 50 } as const;

/** Resolves once the event is acknowledged. */
export type Send = (body: object, id: string) => Promise<void>;

export const ME = {
  ok: true,
  url: "https://bench.test/",
  team_id: "T0BENCH",
  user_id: "U0BOT",
  bot_id: "B0BOT",
};
const PERSON = { tz: "Etc/UTC", team_id: ME.team_id, is_admin: true };
const ANSWERS: Record<string, object> = {
  "auth.test": ME,
  "users.info": { ok: true, user: PERSON },
  "users.getPresence": { ok: true, presence: "active" },
};

type Slack = { readonly api: string; readonly send: Send; linked(): Promise<void>; close(): Promise<void> };

export async function openSlack(): Promise<Slack> {
  const waiting = new Map<string, () => void>();
  let link: WebSocket | undefined;
  let ready = () => {};
  const linked = new Promise<void>((resolve) => (ready = resolve));
  const server: Server = createServer((call, response) => {
    const method = (call.url ?? "").replace("/api/", "");
    call.resume();
    const url = `ws://127.0.0.1:${port}/link`;
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify(
        method === "apps.connections.open" ? { ok: true, url } : (ANSWERS[method] ?? { ok: true }),
      ),
    );
  });
  new WebSocketServer({ server, path: "/link", perMessageDeflate: false }).on("connection", (socket) => {
    link = socket;
    socket.on("message", (data: Buffer) => {
      const { envelope_id } = JSON.parse(data.toString()) as { envelope_id: string };
      waiting.get(envelope_id)?.();
      waiting.delete(envelope_id);
    });
    socket.send(JSON.stringify({ type: "hello" }));
    ready();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    api: `http://127.0.0.1:${port}/api/`,
    linked: () => linked,
    // A bare app has no listener for the press, and so never acknowledges it.
    send: (payload, envelope_id) =>
      new Promise((resolve) => {
        const press = "actions" in payload;
        if (press) setTimeout(resolve, 300);
        else waiting.set(envelope_id, resolve);
        link?.send(JSON.stringify({ envelope_id, type: press ? "interactive" : "events_api", payload }));
      }),
    close: async () => {
      link?.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Signed POSTs over connections that are kept. */
export function over(port: number): Send {
  const agent = new Agent({ keepAlive: true, maxSockets: LANES.http });
  return (payload) =>
    new Promise((resolve, reject) => {
      const press = "actions" in payload;
      const json = JSON.stringify(payload);
      const body = press ? new URLSearchParams({ payload: json }).toString() : json;
      const at = String(Math.floor(Date.now() / 1000));
      const headers = {
        "content-type": press ? "application/x-www-form-urlencoded" : "application/json",
        "content-length": Buffer.byteLength(body),
        "x-slack-request-timestamp": at,
        "x-slack-signature": `v0=${createHmac("sha256", SECRET).update(`v0:${at}:${body}`).digest("hex")}`,
      };
      const call = request({ port, agent, method: "POST", path: "/slack/events", headers }, (response) => {
        response.resume();
        response.on("end", resolve);
        if (response.statusCode !== 200 && !press) reject(new Error(`refused with ${response.statusCode}`));
      });
      call.on("error", reject);
      call.end(body);
    });
}
