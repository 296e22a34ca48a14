import { Refusal } from "./refusal.ts";

/** Arguments of one call, after form values that hold JSON were read. */
export type Args = Readonly<Record<string, unknown>>;

/** Arguments that travel as JSON inside a form. */
const JSON_ARGS = ["blocks", "attachments", "view", "metadata", "prompts"];

export function argsFrom(body: string, contentType: string, query: URLSearchParams): Args {
  const given = contentType.startsWith("application/json")
    ? (parsed(body || "{}", "invalid_json") as Record<string, unknown>)
    : Object.fromEntries(new URLSearchParams(body));
  const args: Record<string, unknown> = { ...Object.fromEntries(query), ...given };
  for (const name of JSON_ARGS) {
    const value = args[name];
    if (typeof value !== "string") continue;
    args[name] = parsed(value, name === "blocks" ? "invalid_blocks_format" : "invalid_arguments");
  }
  return args;
}

function parsed(text: string, refusal: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(refusal);
  }
}

/** A text that must be there. */
export function needed(args: Args, name: string): string {
  const value = args[name];
  if (typeof value === "string" && value !== "") return value;
  throw new Refusal("invalid_arguments", {
    response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
  });
}

/** A text that may be there. An empty one, "undefined" or "null" is a mistake of the caller's, so it is refused. */
export function optional(args: Args, name: string): string | undefined {
  const value = args[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string" && value !== "" && value !== "undefined" && value !== "null") return value;
  throw new Refusal("invalid_arguments", {
    response_metadata: { messages: [`[ERROR] unusable value: ${name}`] },
  });
}

export function truthy(args: Args, name: string): boolean {
  return args[name] === true || args[name] === "true" || args[name] === "1";
}

export function numeric(args: Args, name: string, otherwise: number): number {
  const value = Number(args[name] ?? otherwise);
  if (Number.isFinite(value)) return value;
  throw new Refusal("invalid_arguments");
}
