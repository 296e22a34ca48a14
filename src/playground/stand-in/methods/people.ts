import type { Member } from "../../workspace.ts";
import { needed, numeric, optional } from "../args.ts";
import { Refusal } from "../refusal.ts";
import { botProfile, reactionsJson, userJson } from "../shapes.ts";
import type { World } from "../world.ts";
import { findMessage } from "../../workspace.ts";
import { page, roomWithBot, type Methods } from "./method.ts";

/** A night of do-not-disturb, in seconds. */
const DO_NOT_DISTURB_SECONDS = 8 * 3600;

/** Who somebody is, whether they are there, and reactions. */
export const people: Methods = {
  "users.info": {
    token: "bot",
    scopes: ["users:read"],
    run(world, args) {
      const id = needed(args, "user");
      if (id === world.app.botUser) return { user: botUserJson(world) };
      return { user: userJson(world, memberOf(world, id)) };
    },
  },
  "users.list": {
    token: "bot",
    scopes: ["users:read"],
    run(world, args) {
      const all = [...world.workspace.members.values()];
      const { items, next } = page(all, numeric(args, "limit", 100), optional(args, "cursor"));
      return {
        members: items.map((member) => userJson(world, member)),
        response_metadata: { next_cursor: next },
      };
    },
  },
  "users.getPresence": {
    token: "bot",
    scopes: ["users:read"],
    run: (world, args) => ({ presence: memberOf(world, needed(args, "user")).presence }),
  },
  "dnd.info": {
    token: "bot",
    scopes: ["dnd:read"],
    run(world, args) {
      const member = memberOf(world, needed(args, "user"));
      const now = Math.floor(world.clock.now() / 1000);
      return member.doNotDisturb
        ? {
            dnd_enabled: true,
            next_dnd_start_ts: now - 60,
            next_dnd_end_ts: now + DO_NOT_DISTURB_SECONDS,
          }
        : { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 };
    },
  },
  "usergroups.users.list": {
    token: "bot",
    scopes: ["usergroups:read"],
    run(world, args) {
      const users = world.workspace.groups.get(needed(args, "usergroup"));
      if (users === undefined) throw new Refusal("no_such_subteam");
      return { users };
    },
  },
  "bots.info": {
    token: "bot",
    scopes: ["users:read"],
    run: (world) => ({
      bot: { ...botProfile(world), user_id: world.app.botUser },
    }),
  },
  "team.info": {
    token: "bot",
    scopes: ["team:read"],
    run: (world) => ({ team: world.workspace.team }),
  },
  "reactions.add": {
    token: "bot",
    scopes: ["reactions:write"],
    run(world, args) {
      const users = usersReacting(world, args, needed(args, "name"));
      if (users.has(world.app.botUser)) throw new Refusal("already_reacted");
      users.add(world.app.botUser);
      world.changes.changed();
      return {};
    },
  },
  "reactions.remove": {
    token: "bot",
    scopes: ["reactions:write"],
    run(world, args) {
      const users = usersReacting(world, args, needed(args, "name"));
      if (!users.delete(world.app.botUser)) throw new Refusal("no_reaction");
      world.changes.changed();
      return {};
    },
  },
  "reactions.get": {
    token: "bot",
    scopes: ["reactions:read"],
    run(world, args) {
      const said = messageOf(world, args);
      return { type: "message", message: { ts: said.ts, reactions: reactionsJson(said) } };
    },
  },
};

function memberOf(world: World, id: string): Member {
  const member = world.workspace.members.get(id);
  if (member === undefined) throw new Refusal("user_not_found");
  return member;
}

function messageOf(world: World, args: Readonly<Record<string, unknown>>) {
  const room = roomWithBot(world, needed(args, "channel"));
  const said = findMessage(room, needed(args, "timestamp"));
  if (said === undefined || said.onlyFor !== undefined) throw new Refusal("message_not_found");
  return said;
}

function usersReacting(world: World, args: Readonly<Record<string, unknown>>, name: string): Set<string> {
  const { reactions } = messageOf(world, args);
  const users = reactions.get(name) ?? new Set<string>();
  reactions.set(name, users);
  return users;
}

function botUserJson(world: World): Record<string, unknown> {
  return {
    id: world.app.botUser,
    team_id: world.workspace.team.id,
    name: world.app.name.toLowerCase(),
    real_name: world.app.name,
    deleted: false,
    is_bot: true,
    tz: "America/Los_Angeles",
    profile: { real_name: world.app.name, display_name: "", bot_id: world.app.botId },
  };
}
