import type { IncomingMessage, ServerResponse } from "node:http";
import { findMessage, type Room } from "../workspace.ts";
import { bodyOf, withFault, type Answer } from "./api.ts";
import { optional, type Args } from "./args.ts";
import { contentOf } from "./methods/chat.ts";
import { Refusal } from "./refusal.ts";
import type { Answerable } from "./response-urls.ts";
import { add, change, remove } from "./talk.ts";
import type { World } from "./world.ts";

/** Answers a POST to a response URL. */
export async function answerResponseUrl(
  world: World,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  await withFault(world, "response_url", response, () => used(world, id, body));
}

function used(world: World, id: string, body: string): Answer {
  const to = world.responseUrls.use(id);
  const args = JSON.parse(body) as Args;
  let error: string | undefined = typeof to === "string" ? to : undefined;
  if (typeof to !== "string") {
    try {
      respond(world, to, args);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      error = refusal.code;
    }
  }
  world.calls.push({
    method: "response_url",
    args,
    at: world.clock.now(),
    ok: error === undefined,
    ...(error === undefined ? {} : { error }),
  });
  world.changes.changed();
  if (error === undefined) return { status: 200, body: JSON.stringify({ ok: true }) };
  return { status: typeof to === "string" ? 404 : 400, body: JSON.stringify({ ok: false, error }) };
}

/**
 * What an answer does: takes the pressed message away, replaces it, or says something new, to that person alone
 * unless it says `in_channel`. It needs no membership of the bot (docs.slack.dev, handling user interaction).
 */
export function respond(world: World, to: Answerable, args: Args): void {
  const room = world.workspace.rooms.get(to.channel);
  if (room === undefined) throw new Refusal("channel_not_found");
  const pressed = to.ts === undefined ? undefined : findMessage(room, to.ts);
  if (args["delete_original"] === true) {
    if (pressed !== undefined) remove(world, room, pressed);
    return;
  }
  const content = contentOf(args);
  if (args["replace_original"] === true && pressed !== undefined) {
    if (content.blocks === undefined) delete pressed.blocks;
    return change(world, room, pressed, content);
  }
  add(world, room, {
    user: world.app.botUser,
    ...content,
    ...(args["response_type"] === "in_channel" ? {} : { onlyFor: to.user }),
    ...threadOf(room, args),
  });
}

function threadOf(room: Room, args: Args): { thread?: string } {
  const ts = optional(args, "thread_ts");
  if (ts === undefined) return {};
  if (findMessage(room, ts) === undefined) throw new Refusal("thread_not_found");
  return { thread: ts };
}
