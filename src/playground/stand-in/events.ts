import { randomUUID } from "node:crypto";
import type { Room, Said } from "../workspace.ts";
import { messageJson } from "./shapes.ts";
import { viewJson } from "./view-json.ts";
import type { World } from "./world.ts";

type Json = Record<string, unknown>;

const CHANNEL_TYPE = { public: "channel", private: "group", direct: "im" } as const;
const MESSAGE_EVENT = {
  public: "message.channels",
  private: "message.groups",
  direct: "message.im",
} as const;

/** Sends an event to the bot in Slack's wrapper, if its manifest subscribed to `subscription`. */
export function send(world: World, subscription: string, event: Json, room?: Room): void {
  const { app, workspace, clock, delivery } = world;
  if (!app.events.includes(subscription)) return;
  delivery.event({
    token: "verification-token",
    team_id: workspace.team.id,
    context_team_id: workspace.team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: "event_callback",
    event_id: `Ev${randomUUID().replaceAll("-", "").toUpperCase()}`,
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.team.id,
        user_id: app.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: room?.sharedWith !== undefined,
    event_context: "4-stand-in",
  });
}

/** The bot hears what is said where it is a member. */
function sendMessageEvent(world: World, room: Room, event: Json): void {
  if (!room.members.has(world.app.botUser)) return;
  send(
    world,
    MESSAGE_EVENT[room.kind],
    { ...event, channel: room.id, channel_type: CHANNEL_TYPE[room.kind] },
    room,
  );
}

export function sendSaid(world: World, room: Room, said: Said): void {
  sendMessageEvent(world, room, { ...messageJson(world, room, said), event_ts: said.ts });
}

/** An edit, an unfurl or a deleted parent: the message as it is now and as it was. */
export function sendChanged(world: World, room: Room, said: Said, before: Json): void {
  const ts = world.clock.ts();
  sendMessageEvent(world, room, {
    type: "message",
    subtype: "message_changed",
    message: messageJson(world, room, said),
    previous_message: before,
    hidden: true,
    ts,
    event_ts: ts,
  });
}

export function sendDeleted(world: World, room: Room, before: Json): void {
  const ts = world.clock.ts();
  sendMessageEvent(world, room, {
    type: "message",
    subtype: "message_deleted",
    deleted_ts: before["ts"],
    previous_message: before,
    hidden: true,
    ts,
    event_ts: ts,
  });
}

export function sendMembership(
  world: World,
  room: Room,
  what: "member_joined_channel" | "member_left_channel",
  user: string,
  inviter?: string,
): void {
  const event = {
    type: what,
    user,
    channel: room.id,
    channel_type: room.kind === "private" ? "G" : "C",
    team: world.workspace.team.id,
    ...(inviter === undefined ? {} : { inviter }),
    event_ts: world.clock.ts(),
  };
  send(world, what, event, room);
}

/** The bot itself was taken out of a channel. */
export function sendRemoved(world: World, room: Room, by: string): void {
  const type = room.kind === "private" ? "group_left" : "channel_left";
  send(world, type, { type, channel: room.id, actor_id: by, event_ts: world.clock.ts() }, room);
}

export function sendUninstalled(world: World): void {
  send(world, "tokens_revoked", { type: "tokens_revoked", tokens: { bot: [world.app.botUser] } });
  send(world, "app_uninstalled", { type: "app_uninstalled" });
}

export function sendHomeOpened(world: World, user: string): void {
  const home = world.workspace.homes.get(user);
  const channel = [...world.workspace.rooms.values()].find(
    (room) => room.kind === "direct" && room.members.has(user),
  );
  send(world, "app_home_opened", {
    type: "app_home_opened",
    user,
    channel: channel?.id,
    tab: "home",
    event_ts: world.clock.ts(),
    ...(home === undefined ? {} : { view: viewJson(world, home) }),
  });
}
