import type { IncomingMessage } from "node:http";
import { parse } from "node:querystring";
import {
  HTTPModuleFunctions,
  HTTPReceiver,
  HTTPReceiverDeferredRequestError,
  type HTTPReceiverOptions,
  type Logger as SlackLogger,
  type Receiver,
  SocketModeReceiver,
} from "@slack/bolt";
import { PATIENCE, pathOf, type Route } from "../health.ts";
import type { Log } from "../log.ts";
import type { SlackSettings } from "../settings.ts";
import { DoorClosed } from "./door.ts";
import { DoorFull } from "./intake.ts";
import { Replayed } from "./replay.ts";

/** How long a lost Socket Mode link is waited for before it is made anew: Bolt's 5 s would be a gap of 5 s at every refresh. */
const PING_TIMEOUT = 2000;

/** Milliseconds for asking Slack where to connect to; then it is asked again. */
const LINK_TIMEOUT = 5000;

/** The bot takes nothing more just now, and has said so itself: Slack brings it again. */
const isForLater = (error: unknown) => error instanceof DoorFull || error instanceof DoorClosed;

/** Where Slack sends everything over HTTP. */
const EVENTS = "/slack/events";

/** So many seconds may Slack's clock be ahead of ours, as Bolt has it for the past. */
const MOST_AHEAD = 300;

export type Street = { readonly receiver: Receiver; close(): Promise<void> };

export type StreetParts = {
  readonly slackApiUrl: string | undefined;
  readonly log: Log;
  readonly logger: SlackLogger;
  /** Paths of our own, beside Slack's. */
  readonly routes: readonly Route[];
  /** How the bot is installed by OAuth. */
  readonly oauth: Partial<HTTPReceiverOptions>;
};

/** Where Slack's deliveries arrive: a socket to Slack, or a port of ours. */
export function makeStreet(slack: SlackSettings, parts: StreetParts): Street {
  return slack.by === "socket" ? socket(slack.appToken, parts) : http(slack, parts);
}

function socket(appToken: string, { slackApiUrl, log, logger }: StreetParts): Street {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: PING_TIMEOUT,
    // An object of its own: the receiver writes its retry policy of 100 tries into it.
    // Without a time limit, one call that Slack never answers would leave the bot deaf for good.
    installerOptions: {
      clientOptions: { timeout: LINK_TIMEOUT, ...(slackApiUrl !== undefined && { slackApiUrl }) },
    },
    processEventErrorHandler: async ({ error }) => {
      if (!isForLater(error)) log.error({ err: error }, "not kept, so not acknowledged");
      return false;
    },
  });
  // The receiver's own stop resolves before the socket is closed.
  return { receiver, close: () => receiver.client.disconnect() };
}

/**
 * Bytes of a body. The most Slack sends tells of an edit: a message of 40,000 characters, twice as text and twice as blocks, up to six bytes a
 * character.
 */
const LARGEST_BODY = 2 * 2 ** 20;

/** How Slack writes a signature. Bolt leaves out what follows a second "=": the same one could be written in many ways. */
const SIGNATURE = /^v0=([0-9a-f]{64})$/;

const signatureOf = ({ headers }: IncomingMessage): string | undefined => {
  const [, hash] = SIGNATURE.exec(String(headers["x-slack-signature"])) ?? [];
  return hash;
};

/**
 * What Bolt does not look at: it reads on in a body without asking whether it is an object, and a signed `null` would end
 * the process; it takes a signature with something after it; and it refuses what was signed long ago, but not what claims to come
 * from the future, which could be sent again when its signature is forgotten. Undefined where nothing is wrong, else the
 * status. Rejects where the body is too large.
 */
async function refusalOf(request: IncomingMessage): Promise<400 | 401 | undefined> {
  const { headers } = request;
  const ahead = Number(headers["x-slack-request-timestamp"]) - Date.now() / 1000;
  if (ahead > MOST_AHEAD) return 401;
  // Slack's own look at our certificate is not signed at all; Bolt knows it.
  if (headers["x-slack-signature"] !== undefined && signatureOf(request) === undefined) return 401;
  const { rawBody } = await HTTPModuleFunctions.bufferIncomingMessage(request, LARGEST_BODY);
  const text = rawBody.toString();
  const isForm = headers["content-type"] === "application/x-www-form-urlencoded";
  const json = isForm ? parse(text)["payload"] : text;
  return typeof json === "string" && json.trim() === "null" ? 400 : undefined;
}

function http(
  slack: Pick<Extract<SlackSettings, { by: "http" }>, "signingSecret" | "port">,
  { log, logger, routes, oauth }: StreetParts,
): Street {
  const receiver = new HTTPReceiver({
    ...oauth,
    signingSecret: slack.signingSecret,
    endpoints: EVENTS,
    port: slack.port,
    customRoutes: [...routes],
    logger,
    customPropertiesExtractor: (request) => ({ signature: signatureOf(request) }),
    dispatchErrorHandler: ({ error, response }) => {
      const unknown = error instanceof HTTPReceiverDeferredRequestError;
      if (unknown) log.debug("a request to a path that is not here");
      else log.error({ err: error }, "a request failed");
      response.writeHead(unknown ? 404 : 500).end();
    },
    processEventErrorHandler: async ({ error, response }) => {
      const replayed = error instanceof Replayed;
      const full = isForLater(error);
      if (!full)
        log.error({ err: error }, replayed ? "a replay was refused" : "not kept, so not acknowledged");
      if (!response.headersSent) response.writeHead(replayed ? 401 : full ? 503 : 500).end();
      return true;
    },
    unhandledRequestHandler: ({ response }) => {
      log.warn("not kept within 3 s: Slack will deliver it again");
      if (!response.headersSent) response.writeHead(503).end();
    },
  });
  const listen = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    const path = pathOf(request);
    if (path === undefined) return void response.writeHead(404).end();
    if (request.method !== "POST" || path !== EVENTS) return listen(request, response);
    refusalOf(request).then(
      (refused) => (refused === undefined ? listen(request, response) : response.writeHead(refused).end()),
      () => response.writeHead(413, { connection: "close" }).end(),
    );
  };
  // Bolt would want its own installer to say who may come in, if it saw that there is one.
  const street: Receiver = {
    init: (app) => receiver.init(app),
    start: () => receiver.start(slack.port, PATIENCE),
    stop: () => receiver.stop(),
  };
  return { receiver: street, close: () => receiver.stop() };
}
