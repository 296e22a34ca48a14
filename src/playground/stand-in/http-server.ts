import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

export type Handler = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;

export type LoopbackServer = {
  readonly port: number;
  readonly url: string;
  /** Takes requests whose path begins with `prefix`; the longest prefix wins. */
  readonly route: (prefix: string, handler: Handler) => void;
  close(): Promise<void>;
};

/**
 * An HTTP server that this machine alone can reach. It looks at Host, at Origin and at what the browser says of the site that
 * asks, so that a page of another site cannot reach it, be it under a name of its own (DNS rebinding).
 */
export async function openServer(
  port: number,
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
): Promise<LoopbackServer> {
  const routes: [string, Handler][] = [];
  let hosts: readonly string[] = [];

  const isOwn = ({ headers: { host = "", origin } }: IncomingMessage) =>
    hosts.includes(host) && (origin === undefined || origin === `http://${host}`);

  const server = createServer((request, response) => {
    if (!isOwn(request) || !isAskedFor(request)) return void response.writeHead(403).end();
    const path = (request.url ?? "").replace(/[?#].*/s, "");
    const handler = routes.find(([prefix]) => path.startsWith(prefix))?.[1];
    if (handler === undefined) return void response.writeHead(404).end();
    handler(request, response, path).catch((error: unknown) => fail(response, error));
  });
  server.on("upgrade", (request, socket, head) => {
    if (isOwn(request) && isAskedFor(request)) upgrade(request, socket, head);
    else socket.destroy();
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  hosts = [`127.0.0.1:${taken}`, `localhost:${taken}`];
  return {
    port: taken,
    url: `http://127.0.0.1:${taken}`,
    route(prefix, handler) {
      routes.push([prefix, handler]);
      routes.sort(([one], [other]) => other.length - one.length);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Whether the request is one of our own page's, or of no page's at all. From elsewhere a link to the page may be followed; nothing
 * is fetched for another site, as an image it shows or a form it sends.
 */
function isAskedFor({ method, headers }: IncomingMessage): boolean {
  const { "sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest } = headers;
  if (site === undefined || site === "same-origin" || site === "none") return true;
  return method === "GET" && mode === "navigate" && dest === "document";
}

/** What changes something takes no other method: a GET can be had of a browser without anybody's will. */
export const onlyPost =
  (handler: Handler): Handler =>
  async (request, response, path) =>
    request.method === "POST" ? handler(request, response, path) : void response.writeHead(405).end();

/** A fault of the stand-in's own, not one asked for: said plainly, so that a failing test can show it. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  response
    .writeHead(500, { "content-type": "text/plain; charset=utf-8" })
    .end(`the stand-in failed: ${message}`);
}
