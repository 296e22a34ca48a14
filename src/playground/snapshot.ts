import type { View } from "@slack/types";
import { READY_THREADS } from "./ready-threads.ts";
import type { World } from "./stand-in/world.ts";
import type { Bot, Channel, Message, Modal, Person, Snapshot, Trace } from "./wire.ts";
import { mayRead, repliesOf, type Member, type Room, type Said } from "./workspace.ts";

/** What one reader sees, and nothing that is private to somebody else. */
export function snapshot(
  world: World,
  connected: boolean,
  traces: readonly Trace[],
  reader: string,
): Snapshot {
  const { workspace } = world;
  const rooms = [...workspace.rooms.values()].filter((room) => opens(world, room, reader));
  return {
    rev: world.changes.rev(),
    now: world.clock.now(),
    reader,
    people: [...workspace.members.values()].map((member) => personOf(world, member)),
    bot: botOf(world, connected),
    channels: rooms.map((room) => channelOf(world, room, reader)),
    messages: Object.fromEntries(rooms.map((room) => [room.id, seenIn(world, room, reader)])),
    home: homeOf(world, reader),
    modal: modalOf(world, reader),
    readyThreads: READY_THREADS,
    traces,
  };
}

/** The messages of a room as one reader sees them, oldest first. */
export function seenIn(world: World, room: Room, reader: string): readonly Message[] {
  if (!mayRead(room, reader)) return [];
  return room.messages
    .filter((said) => said.onlyFor === undefined || said.onlyFor === reader)
    .map((said) => messageOf(world, room, said));
}

export function homeOf(world: World, reader: string): View | null {
  return world.workspace.homes.get(reader)?.view ?? null;
}

export function modalOf(world: World, reader: string): Modal | null {
  const top = world.workspace.modals.get(reader)?.at(-1);
  return top === undefined ? null : { id: top.id, view: top.view, errors: top.errors };
}

/** Somebody from another company sees only the channels they are in. */
function opens(world: World, room: Room, reader: string): boolean {
  const stranger = world.workspace.members.get(reader)?.company !== world.workspace.team;
  return stranger ? room.members.has(reader) : mayRead(room, reader);
}

function messageOf(world: World, room: Room, said: Said): Message {
  const notice =
    said.subtype === "channel_join" || said.subtype === "channel_leave" || said.tombstone === true;
  return {
    ts: said.ts,
    user: said.user,
    text: said.text,
    ...(said.thread === undefined ? {} : { thread: said.thread }),
    ...(said.blocks === undefined ? {} : { blocks: said.blocks }),
    ...(said.attachments === undefined ? {} : { attachments: said.attachments }),
    ...(said.files === undefined ? {} : { files: said.files }),
    ...(said.edited === undefined ? {} : { edited: true }),
    ...(said.subtype === "thread_broadcast" ? { broadcast: true } : {}),
    ...(said.onlyFor === undefined ? {} : { private: true }),
    ...(notice ? { notice: true } : {}),
    ...(said.reactions.size === 0
      ? {}
      : { reactions: [...said.reactions].map(([name, users]) => ({ name, users: [...users] })) }),
    replies: said.thread === undefined ? repliesOf(room, said.ts).length : 0,
    link: world.link(room, said),
  };
}

function personOf(world: World, member: Member): Person {
  const { id, name, title, zone, presence, doNotDisturb, company } = member;
  const outside = company !== world.workspace.team;
  return { id, name, title, zone, presence, doNotDisturb, ...(outside ? { company: company.name } : {}) };
}

function channelOf(world: World, room: Room, reader: string): Channel {
  return {
    id: room.id,
    name: room.name,
    kind: room.kind,
    ...(room.sharedWith === undefined ? {} : { sharedWith: room.sharedWith.name }),
    members: [...room.members].filter((id) => id !== world.app.botUser),
    member: room.members.has(reader),
    hasBot: room.members.has(world.app.botUser),
  };
}

function botOf(world: World, connected: boolean): Bot {
  const { botUser, name, commands, shortcuts } = world.app;
  return { id: botUser, name, connected, commands, shortcuts };
}
