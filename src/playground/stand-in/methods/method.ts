import type { Room } from "../../workspace.ts";
import type { Args } from "../args.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";

/** One method of the Web API: which token it wants, which scopes (one of them is enough), and what it does. */
export type Method = {
  readonly token: "bot" | "app" | "any" | "none";
  readonly scopes?: readonly string[];
  /** Gives what stands beside `ok: true`; throws a `Refusal` for `ok: false`. */
  readonly run: (world: World, args: Args, token?: string) => Record<string, unknown>;
};

export type Methods = Readonly<Record<string, Method>>;

/** The room of an id, as far as the bot may know of it. */
export function roomOf(world: World, id: string): Room {
  const room = world.workspace.rooms.get(id);
  const known = room !== undefined && (room.kind === "public" || room.members.has(world.app.botUser));
  if (!known) throw new Refusal("channel_not_found");
  return room;
}

/** The room of an id, where the bot must be a member to act. */
export function roomWithBot(world: World, id: string): Room {
  const room = roomOf(world, id);
  if (!room.members.has(world.app.botUser)) throw new Refusal("not_in_channel");
  return room;
}

/** One page of a list, with the cursor of the next: Slack pages by opaque cursors. */
export function page<T>(
  all: readonly T[],
  limit: number,
  cursor: string | undefined,
): { readonly items: readonly T[]; readonly next: string } {
  const from = cursor === undefined ? 0 : Number(Buffer.from(cursor, "base64").toString());
  if (!Number.isInteger(from)) throw new Refusal("invalid_cursor");
  const more = from + limit < all.length;
  return {
    items: all.slice(from, from + limit),
    next: more ? Buffer.from(String(from + limit)).toString("base64") : "",
  };
}
