import { BOT_TOKEN } from "../../src/playground/stand-in/app.ts";
import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";

export type Answered = { readonly ok: boolean; readonly error?: string; readonly [key: string]: unknown };

/** One call of the Web API with a JSON body, as a bot makes it. */
export async function call(
  standIn: StandIn,
  method: string,
  args: Readonly<Record<string, unknown>> = {},
  token: string = BOT_TOKEN,
): Promise<Answered> {
  const response = await fetch(standIn.apiUrl + method, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Answered;
}
