import type { KnownBlock, MessageAttachment } from "@slack/types";
import { repliesOf, type Room, type Said } from "../workspace.ts";
import { sendChanged, sendDeleted, sendSaid } from "./events.ts";
import { messageJson } from "./shapes.ts";
import type { World } from "./world.ts";

/** What anybody, a person or the bot, does to the messages of a room; the bot hears of it where it is a member. */

export type Saying = Pick<Said, "user" | "text"> &
  Partial<Pick<Said, "thread" | "blocks" | "attachments" | "files" | "subtype" | "metadata" | "onlyFor">>;

export function add(world: World, room: Room, saying: Saying): Said {
  const said: Said = { ...saying, ts: world.clock.ts(), reactions: new Map() };
  room.messages.push(said);
  if (said.onlyFor === undefined) sendSaid(world, room, said);
  world.changes.changed();
  return said;
}

export type Edit = {
  readonly text?: string;
  readonly blocks?: readonly KnownBlock[];
  readonly attachments?: readonly MessageAttachment[];
};

/** Changes a message. `by` is who edited it; nobody, where Slack itself added an unfurl. */
export function change(world: World, room: Room, said: Said, edit: Edit, by?: string): void {
  const before = messageJson(world, room, said);
  Object.assign(said, edit);
  if (by !== undefined) said.edited = { user: by, ts: world.clock.ts() };
  if (said.onlyFor === undefined) sendChanged(world, room, said, before);
  world.changes.changed();
}

/** Takes a message away. A parent with replies leaves a tombstone, which Slack reports as a change. */
export function remove(world: World, room: Room, said: Said): void {
  const before = messageJson(world, room, said);
  if (said.onlyFor === undefined && repliesOf(room, said.ts).length > 0) {
    said.tombstone = true;
    said.text = "This message was deleted.";
    delete said.blocks;
    delete said.attachments;
    sendChanged(world, room, said, before);
  } else {
    room.messages.splice(room.messages.indexOf(said), 1);
    if (said.onlyFor === undefined) sendDeleted(world, room, before);
  }
  world.changes.changed();
}
