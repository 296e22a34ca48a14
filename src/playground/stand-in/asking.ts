import { findMessage, mayRead, type Member, type Room } from "../workspace.ts";
import type { Ack } from "./delivery.ts";
import { Refusal } from "./refusal.ts";
import { respond } from "./respond.ts";
import { messageJson } from "./shapes.ts";
import type { World } from "./world.ts";

type Json = Record<string, unknown>;

/** What a person waits for: slash commands and shortcuts. Each is sent once, and the acknowledgement comes back. */

/** What stands in every payload that comes from a person. */
export function askedBy(world: World, member: Member): Json {
  const { team } = world.workspace;
  return {
    token: "verification-token",
    api_app_id: world.app.id,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: {
      id: member.id,
      username: member.name.toLowerCase(),
      name: member.name.toLowerCase(),
      team_id: member.company.id,
    },
    action_ts: world.clock.ts(),
  };
}

export async function command(world: World, member: Member, room: Room, text: string): Promise<Ack> {
  const [name = ""] = text.trim().split(/\s+/, 1);
  if (!world.app.commands.some((each) => each.command === name)) {
    return { acked: false, reason: `${name} is not a valid command` };
  }
  if (!room.members.has(member.id))
    return { acked: false, reason: "Join the channel to use commands there." };
  const { team } = world.workspace;
  const to = { user: member.id, channel: room.id };
  const ack = await world.delivery.ask("slash_commands", {
    token: "verification-token",
    team_id: team.id,
    team_domain: team.domain,
    channel_id: room.id,
    channel_name: room.kind === "direct" ? "directmessage" : room.name,
    user_id: member.id,
    user_name: member.name.toLowerCase(),
    command: name,
    text: text.trim().slice(name.length).trim(),
    api_app_id: world.app.id,
    is_enterprise_install: "false",
    response_url: world.responseUrls.make(to),
    trigger_id: world.triggers.make(member.id),
  });
  if (!ack.acked || !saysSomething(ack.body)) return ack;
  const { body } = ack;
  return obeying(world, ack, body, () => respond(world, to, body));
}

/** Does what an acknowledgement says. Where Slack would refuse it, that is noted as a call that failed. */
export function obeying(world: World, ack: Ack, args: Json, act: () => void): Ack {
  try {
    act();
    return ack;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    world.calls.push({ method: "ack", args, at: world.clock.now(), ok: false, error: error.code });
    return { acked: false, reason: `The bot's answer was refused: ${error.code}` };
  }
}

/** An acknowledgement of a command may itself be the answer. */
function saysSomething(body: unknown): body is Json {
  return typeof body === "object" && body !== null && ("text" in body || "blocks" in body);
}

export function messageShortcut(
  world: World,
  member: Member,
  room: Room,
  callbackId: string,
  ts: string,
): Promise<Ack> {
  const said = findMessage(room, ts);
  if (said === undefined || said.onlyFor !== undefined || !mayRead(room, member.id)) {
    return Promise.resolve({ acked: false, reason: "Shortcuts are not offered on this message." });
  }
  return world.delivery.ask("interactive", {
    ...askedBy(world, member),
    type: "message_action",
    callback_id: callbackId,
    trigger_id: world.triggers.make(member.id),
    response_url: world.responseUrls.make({ user: member.id, channel: room.id }),
    channel: { id: room.id, name: room.kind === "direct" ? "directmessage" : room.name },
    message_ts: said.ts,
    message: messageJson(world, room, said),
  });
}

export function globalShortcut(world: World, member: Member, callbackId: string): Promise<Ack> {
  return world.delivery.ask("interactive", {
    ...askedBy(world, member),
    type: "shortcut",
    callback_id: callbackId,
    trigger_id: world.triggers.make(member.id),
  });
}
