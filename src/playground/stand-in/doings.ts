import type { MessageAttachment } from "@slack/types";
import { findMessage, type Member, type Room, type Said } from "../workspace.ts";
import { send, sendMembership, sendRemoved } from "./events.ts";
import { add, change, remove } from "./talk.ts";
import type { World } from "./world.ts";

/** What people do in a channel. Each throws an `Error` with a sentence to show where it cannot be done. */

export type Words = {
  /** Slack's markup, escaped as Slack does. */
  readonly text: string;
  /** The parent's ts. */
  readonly thread?: string | undefined;
  /** Also sends a reply to the channel. */
  readonly broadcast?: boolean | undefined;
  /** The name of a file shared along. */
  readonly file?: string | undefined;
};

export function say(world: World, member: Member, room: Room, words: Words): Said {
  if (!room.members.has(member.id)) throw new Error(`${member.name} is not in this channel.`);
  const parent = words.thread === undefined ? undefined : messageIn(room, words.thread);
  return add(world, room, {
    user: member.id,
    text: words.text,
    ...(parent === undefined ? {} : { thread: parent.thread ?? parent.ts }),
    ...(words.file === undefined
      ? {}
      : { subtype: "file_share", files: [{ id: `F${room.messages.length}`, name: words.file }] }),
    ...(parent !== undefined && words.broadcast === true ? { subtype: "thread_broadcast" } : {}),
  });
}

export function edit(world: World, member: Member, room: Room, ts: string, text: string): void {
  change(world, room, ownMessage(member, room, ts), { text }, member.id);
}

export function takeBack(world: World, member: Member, room: Room, ts: string): void {
  remove(world, room, ownMessage(member, room, ts));
}

/** Slack adds a preview of a link: the same text, with an attachment, reported as a change. */
export function unfurl(
  world: World,
  room: Room,
  ts: string,
  preview: { readonly title: string; readonly url: string },
): void {
  const attachment: MessageAttachment = {
    title: preview.title,
    title_link: preview.url,
    fallback: preview.title,
    from_url: preview.url,
    original_url: preview.url,
  } as MessageAttachment;
  change(world, room, messageIn(room, ts), { attachments: [attachment] });
}

export function join(world: World, member: Member, room: Room): void {
  if (room.kind !== "public") throw new Error("Somebody has to invite you to a private channel.");
  if (room.members.has(member.id)) return;
  enter(world, room, member.id);
}

export function leave(world: World, member: Member, room: Room): void {
  if (!room.members.delete(member.id)) return;
  add(world, room, {
    user: member.id,
    text: `<@${member.id}> has left the channel`,
    subtype: "channel_leave",
  });
  sendMembership(world, room, "member_left_channel", member.id);
  world.changes.changed();
}

export function inviteBot(world: World, by: Member, room: Room): void {
  if (!room.members.has(by.id)) throw new Error(`${by.name} is not in this channel.`);
  if (room.members.has(world.app.botUser)) return;
  enter(world, room, world.app.botUser, by.id);
}

export function removeBot(world: World, by: Member, room: Room): void {
  if (!room.members.has(world.app.botUser)) return;
  sendRemoved(world, room, by.id);
  room.members.delete(world.app.botUser);
  world.changes.changed();
}

function enter(world: World, room: Room, user: string, inviter?: string): void {
  room.members.add(user);
  sendMembership(world, room, "member_joined_channel", user, inviter);
  add(world, room, { user, text: `<@${user}> has joined the channel`, subtype: "channel_join" });
}

/** Adds a reaction, or takes one's own away again. */
export function react(world: World, member: Member, room: Room, ts: string, name: string): void {
  const said = messageIn(room, ts);
  const users = said.reactions.get(name) ?? new Set<string>();
  const added = !users.delete(member.id);
  if (added) users.add(member.id);
  if (users.size > 0) said.reactions.set(name, users);
  else said.reactions.delete(name);
  const type = added ? "reaction_added" : "reaction_removed";
  if (room.members.has(world.app.botUser)) {
    send(
      world,
      type,
      {
        type,
        user: member.id,
        reaction: name,
        item: { type: "message", channel: room.id, ts },
        item_user: said.user,
        event_ts: world.clock.ts(),
      },
      room,
    );
  }
  world.changes.changed();
}

/** Slack's client forgets ephemeral messages when it starts anew. */
export function reload(world: World, member: Member): void {
  for (const room of world.workspace.rooms.values()) {
    const kept = room.messages.filter((said) => said.onlyFor !== member.id);
    room.messages.splice(0, room.messages.length, ...kept);
  }
  world.changes.changed();
}

function messageIn(room: Room, ts: string): Said {
  const said = findMessage(room, ts);
  if (said === undefined) throw new Error("This message is gone.");
  return said;
}

function ownMessage(member: Member, room: Room, ts: string): Said {
  const said = messageIn(room, ts);
  if (said.user !== member.id) throw new Error("Only who wrote a message can change it.");
  return said;
}
