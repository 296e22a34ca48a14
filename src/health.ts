import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Log } from "./log.ts";

export type Health = {
  /** Rejects where the bot cannot do its work now. */
  readonly ready: () => Promise<void>;
};

/** A path of the bot's own, in a form that Bolt's receiver takes too. */
export type Route = {
  readonly path: string;
  readonly method: string[];
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
};

/**
 * The path a request is made to, without what follows a question mark. Undefined where it is written in another way than a
 * browser would write it ("/slack/./events", "//", a whole address): a proxy in front of us may read such a path as another one.
 */
export function pathOf({ url = "" }: IncomingMessage): string | undefined {
  const path = url.replace(/\?.*/s, "");
  return URL.canParse(url, ANY_HOST) && new URL(url, ANY_HOST).pathname === path ? path : undefined;
}

const ANY_HOST = "http://askwhy";

/** Milliseconds in which a whole request must have come in, and how often that is looked at: nobody holds a connection open for long. */
export const PATIENCE = { requestTimeout: 15_000, connectionsCheckingInterval: 5_000 } as const;

/** `/healthz`: the process is alive. `/readyz`: its store answers too, else 503. Neither says anything of what is kept. */
export function healthRoutes({ ready }: Health): Route[] {
  const answer = (response: ServerResponse, status: number, words: string) =>
    void response.writeHead(status, { "content-type": "text/plain" }).end(`${words}\n`);
  return [
    {
      path: "/healthz",
      method: ["GET", "HEAD"],
      handler: (_request, response) => answer(response, 200, "alive"),
    },
    {
      path: "/readyz",
      method: ["GET", "HEAD"],
      handler: (_request, response) => {
        ready().then(
          () => answer(response, 200, "ready"),
          () => answer(response, 503, "the store does not answer"),
        );
      },
    },
  ];
}

/** `/metrics`: figures for Prometheus (its text format), without anybody's name, id or words. */
export function metricsRoute(text: () => Promise<string>): Route {
  return {
    path: "/metrics",
    method: ["GET", "HEAD"],
    handler: (_request, response) => {
      text().then(
        (figures) => response.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(figures),
        () => response.writeHead(500).end(),
      );
    },
  };
}

/**
 * Serves the routes on a port that nothing else listens on, named by its setting: all of them with Socket Mode, the figures alone
 * where they have a port of their own. A port that is taken is no reason to stop the bot: it is said, and the bot goes on without.
 */
export function serveRoutes(
  routes: readonly Route[],
  on: { readonly PORT: number } | { readonly METRICS_PORT: number },
  log: Log,
): Promise<() => Promise<void>> {
  const [[setting, port] = ["PORT", 0]] = Object.entries(on);
  const server = createServer(PATIENCE, (request, response) => {
    const route = routes.find(
      ({ path, method }) => path === pathOf(request) && method.includes(request.method ?? ""),
    );
    if (route === undefined) response.writeHead(404).end();
    else route.handler(request, response);
  });
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const paths = routes.map(({ path }) => path).join(", ");
      log.warn({ port, code: error.code }, `no ${paths}: the port cannot be had; set ${setting} to another`);
      resolve(async () => {});
    });
    server.listen(port, () => {
      resolve(async () => {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      });
    });
  });
}
