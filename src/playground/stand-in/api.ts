import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { argsFrom, type Args } from "./args.ts";
import type { CallFault } from "./faults.ts";
import { worldFor } from "./installing.ts";
import { METHODS } from "./methods/methods.ts";
import { Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

export type Answer = {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Answers one call of the Web API in the workspace it is for, with whatever fault is due on it. */
export async function answerCall(
  street: readonly World[],
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  const url = new URL(request.url ?? "/", "http://stand-in");
  const args = (): Args => argsFrom(body, request.headers["content-type"] ?? "", url.searchParams);
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  const world = worldFor(street, token, new URLSearchParams(body).get("code"));
  await withFault(world, method, response, () => {
    const result = called(world, method, token, args);
    return {
      status: 200,
      body: JSON.stringify(result),
      headers: { "x-oauth-scopes": world.app.scopes.join(","), "x-accepted-oauth-scopes": "" },
    };
  });
}

function called(
  world: World,
  method: string,
  headerToken: string | undefined,
  args: () => Args,
): Record<string, unknown> {
  let given: Args = {};
  try {
    given = args();
    const found = METHODS[method];
    if (found === undefined) throw new Refusal("unknown_method", { req_method: method });
    checkToken(world, found.token, headerToken ?? (given["token"] as string | undefined));
    checkScopes(world, found.scopes);
    const result = found.run(world, given, headerToken);
    note(world, method, given);
    return { ok: true, ...result };
  } catch (error) {
    const code = error instanceof Refusal ? error.code : "the stand-in failed";
    note(world, method, given, code);
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, error: error.code, ...error.details };
  }
}

function checkToken(world: World, wanted: "bot" | "app" | "any" | "none", token: string | undefined): void {
  if (wanted === "none") return;
  if (token === undefined) throw new Refusal("not_authed");
  const kind = token === world.app.appToken ? "app" : "bot";
  if (kind === "bot") world.installing.check(token);
  if (wanted !== "any" && kind !== wanted) throw new Refusal("not_allowed_token_type");
}

function checkScopes(world: World, wanted: readonly string[] | undefined): void {
  if (wanted === undefined || wanted.some((scope) => world.app.scopes.includes(scope))) return;
  throw new Refusal("missing_scope", { needed: wanted.join(","), provided: world.app.scopes.join(",") });
}

function note(world: World, method: string, args: Args, error?: string): void {
  const { token: _token, ...rest } = args;
  world.calls.push({
    method,
    args: rest,
    at: world.clock.now(),
    ok: error === undefined,
    ...(error === undefined ? {} : { error }),
  });
  world.changes.changed();
}

/** Answers with what `make` gives, unless a fault says otherwise. Faults before `make` leave everything undone. */
export async function withFault(
  world: World,
  method: string,
  response: ServerResponse,
  make: () => Answer,
): Promise<void> {
  const fault = world.faults.onCall(method);
  const instead = fault && insteadOf(fault);
  if (instead !== undefined) {
    note(world, method, {}, fault?.how);
    return reply(response, instead);
  }
  if (fault?.how === "hang") return note(world, method, {}, "hang");
  const answer = make();
  if (fault?.how === "slow") await pause(fault.ms, undefined, { ref: false });
  if (fault?.how === "lose-answer") return void response.destroy();
  if (fault?.how === "half-body") return cutInHalf(response, answer);
  reply(response, answer);
}

/** Faults in which nothing is done at all. */
function insteadOf(fault: CallFault): Answer | undefined {
  switch (fault.how) {
    case "rate-limit":
      return {
        status: 429,
        body: JSON.stringify({ ok: false, error: "ratelimited" }),
        headers: { "retry-after": String(fault.retryAfter) },
      };
    case "error-500":
      return { status: 500, body: "Internal Server Error" };
    case "refuse":
      return { status: 200, body: JSON.stringify({ ok: false, error: fault.error }) };
    case "hang":
    case "half-body":
    case "lose-answer":
    case "slow":
      return undefined;
  }
}

function cutInHalf(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(answer.body),
  });
  response.write(answer.body.slice(0, answer.body.length / 2), () => response.destroy());
}

function reply(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { "content-type": "application/json; charset=utf-8", ...answer.headers });
  response.end(answer.body);
}

/** Slack takes no larger request. */
const MOST_BYTES = 2 ** 20;

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error("the body is larger than one megabyte");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
