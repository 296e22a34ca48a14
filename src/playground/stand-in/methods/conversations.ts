import { findMessage, repliesOf, type Room, type Said } from "../../workspace.ts";
import { needed, numeric, optional, truthy, type Args } from "../args.ts";
import { Refusal } from "../refusal.ts";
import { channelJson, messageJson } from "../shapes.ts";
import type { World } from "../world.ts";
import { page, roomOf, roomWithBot, type Methods } from "./method.ts";

const READ = ["channels:read", "groups:read", "im:read"];
const HISTORY = { public: "channels:history", private: "groups:history", direct: "im:history" } as const;

/** `conversations.*`: channels, who is in them, and what was said. */
export const conversations: Methods = {
  "conversations.info": {
    token: "bot",
    scopes: READ,
    run: (world, args) => ({ channel: channelJson(world, roomOf(world, needed(args, "channel"))) }),
  },
  "conversations.members": {
    token: "bot",
    scopes: READ,
    run(world, args) {
      const room = roomOf(world, needed(args, "channel"));
      const { items, next } = page([...room.members], numeric(args, "limit", 100), cursorOf(args));
      return { members: items, response_metadata: { next_cursor: next } };
    },
  },
  "conversations.list": { token: "bot", scopes: READ, run: (world, args) => listed(world, args, () => true) },
  "users.conversations": {
    token: "bot",
    scopes: READ,
    run(world, args) {
      const user = optional(args, "user") ?? world.app.botUser;
      return listed(world, args, (room) => room.members.has(user));
    },
  },
  "conversations.open": {
    token: "bot",
    scopes: ["im:write"],
    run(world, args) {
      const user = needed(args, "users");
      const room = [...world.workspace.rooms.values()].find(
        (each) => each.kind === "direct" && each.members.has(user),
      );
      if (room === undefined) throw new Refusal("user_not_found");
      return { channel: { id: room.id } };
    },
  },
  "conversations.join": {
    token: "bot",
    scopes: ["channels:join"],
    run(world, args) {
      const room = roomOf(world, needed(args, "channel"));
      if (room.kind !== "public") throw new Refusal("method_not_supported_for_channel_type");
      room.members.add(world.app.botUser);
      world.changes.changed();
      return { channel: channelJson(world, room) };
    },
  },
  "conversations.history": {
    token: "bot",
    scopes: Object.values(HISTORY),
    run(world, args) {
      const room = roomToRead(world, args);
      const heads = room.messages.filter(
        (said) =>
          said.onlyFor === undefined && (said.thread === undefined || said.subtype === "thread_broadcast"),
      );
      return messagesPage(world, room, within(heads, args).toReversed(), args);
    },
  },
  "conversations.replies": {
    token: "bot",
    scopes: Object.values(HISTORY),
    run(world, args) {
      const room = roomToRead(world, args);
      const said = findMessage(room, needed(args, "ts"));
      if (said === undefined || said.onlyFor !== undefined) throw new Refusal("thread_not_found");
      const replies = said.thread === undefined ? within(repliesOf(room, said.ts), args) : [];
      return messagesPage(world, room, [said, ...replies], args);
    },
  },
};

function roomToRead(world: World, args: Args): Room {
  const room = roomWithBot(world, needed(args, "channel"));
  const scope = HISTORY[room.kind];
  if (!world.app.scopes.includes(scope)) {
    throw new Refusal("missing_scope", { needed: scope, provided: world.app.scopes.join(",") });
  }
  return room;
}

function messagesPage(world: World, room: Room, all: readonly Said[], args: Args): Record<string, unknown> {
  const { items, next } = page(all, Math.min(numeric(args, "limit", 100), 999), cursorOf(args));
  return {
    messages: items.map((said) => messageJson(world, room, said)),
    has_more: next !== "",
    ...(next === "" ? {} : { response_metadata: { next_cursor: next } }),
  };
}

/** Messages between `oldest` and `latest`; the bounds themselves only with `inclusive`. */
function within(all: readonly Said[], args: Args): Said[] {
  const oldest = numeric(args, "oldest", 0);
  const latest = numeric(args, "latest", 9_999_999_999);
  const inclusive = truthy(args, "inclusive");
  return all.filter((said) => {
    const at = Number(said.ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

function listed(world: World, args: Args, fits: (room: Room) => boolean): Record<string, unknown> {
  const types = (optional(args, "types") ?? "public_channel").split(",");
  const named = { public: "public_channel", private: "private_channel", direct: "im" } as const;
  const rooms = [...world.workspace.rooms.values()].filter(
    (room) =>
      types.includes(named[room.kind]) &&
      (room.kind === "public" || room.members.has(world.app.botUser)) &&
      fits(room),
  );
  const { items, next } = page(rooms, numeric(args, "limit", 100), cursorOf(args));
  return {
    channels: items.map((room) => channelJson(world, room)),
    response_metadata: { next_cursor: next },
  };
}

/** An empty cursor is what Slack itself hands out at the end, and it is taken as none. */
function cursorOf(args: Args): string | undefined {
  return args["cursor"] === "" ? undefined : optional(args, "cursor");
}
