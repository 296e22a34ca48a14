import type { IncomingMessage, ServerResponse } from "node:http";
import { PAGE_FILES, type Page } from "./build-page.ts";
import { bodyOf } from "./stand-in/api.ts";
import { perform } from "./stand-in/deeds.ts";
import type { StandIn } from "./stand-in/stand-in.ts";
import { PATHS, type Deed, type Snapshot, type Trace } from "./wire.ts";

/** A comment line, so that nothing between page and stand-in takes the stream for dead. */
const BEAT_EVERY_MS = 20_000;

/** Serves the page, and what the page and the stand-in say to each other. */
export function servePage(standIn: StandIn, assets: Page, traces: () => readonly Trace[]): void {
  const seenBy = (reader: string) => standIn.snapshot(reader, traces());

  const file = (path: string, type: string, content: string) =>
    standIn.route(path, async (_request, response, asked) => {
      if (asked !== path) return void response.writeHead(404).end();
      response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...GUARDS }).end(content);
    });
  file("/", "text/html", assets.html);
  file(`/${PAGE_FILES.js}`, "text/javascript", assets.js);
  file(`/${PAGE_FILES.css}`, "text/css", assets.css);

  standIn.route(PATHS.seen, async (request, response) => {
    const reader = readerOf(standIn, request);
    if (reader === undefined) return void response.writeHead(404).end();
    json(response, 200, seenBy(reader));
  });
  standIn.route(PATHS.changes, async (request, response) => {
    const reader = readerOf(standIn, request);
    if (reader === undefined) return void response.writeHead(404).end();
    stream(standIn, request, response, () => seenBy(reader));
  });
  standIn.route(PATHS.do, async (request, response) => {
    // A page of another site cannot send this content type without asking first, and is never allowed to.
    const typed = /^application\/json\s*(?:;|$)/i.test(request.headers["content-type"] ?? "");
    if (request.method !== "POST" || !typed) return void response.writeHead(403).end();
    json(response, 200, await perform(standIn, JSON.parse(await bodyOf(request)) as Deed));
  });
}

const GUARDS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
};

/** Sends a whole new snapshot after every change; several changes in one turn make one. */
function stream(
  standIn: StandIn,
  request: IncomingMessage,
  response: ServerResponse,
  seen: () => Snapshot,
): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  let soon: NodeJS.Immediate | undefined;
  const send = () => {
    soon = undefined;
    response.write(`data: ${JSON.stringify(seen())}\n\n`);
  };
  const stopListening = standIn.world.changes.onChange(() => (soon ??= setImmediate(send)));
  const beat = setInterval(() => response.write(":\n\n"), BEAT_EVERY_MS);
  request.once("close", () => {
    stopListening();
    clearInterval(beat);
    if (soon !== undefined) clearImmediate(soon);
  });
  send();
}

function readerOf(standIn: StandIn, request: IncomingMessage): string | undefined {
  const reader = new URL(request.url ?? "/", standIn.url).searchParams.get("as") ?? "";
  return standIn.world.workspace.members.has(reader) ? reader : undefined;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...GUARDS });
  response.end(JSON.stringify(body));
}
