import type { MessageAttachment } from "@slack/types";
import { findMessage, repliesOf, type Room, type Said } from "../../workspace.ts";
import { needed, optional, truthy, type Args } from "../args.ts";
import { checkBlocks } from "../blocks/check.ts";
import { Refusal } from "../refusal.ts";
import { messageJson } from "../shapes.ts";
import { add, change, remove } from "../talk.ts";
import type { World } from "../world.ts";
import { roomOf, roomWithBot, type Methods } from "./method.ts";

/** Slack's figure for the text of a message. */
const MOST_CHARACTERS = 40_000;
const WRITE = ["chat:write"];

/** `chat.*`: what the bot says, to all or to one. */
export const chat: Methods = {
  "chat.postMessage": {
    token: "bot",
    scopes: WRITE,
    run(world, args) {
      const room = roomToWriteTo(world, needed(args, "channel"));
      const said = add(world, room, {
        user: world.app.botUser,
        ...contentOf(args),
        ...threadOf(room, args),
        ...(args["metadata"] === undefined ? {} : { metadata: args["metadata"] }),
      });
      return { channel: room.id, ts: said.ts, message: messageJson(world, room, said) };
    },
  },
  "chat.postEphemeral": { token: "bot", scopes: WRITE, run: postEphemeral },
  "chat.update": {
    token: "bot",
    scopes: WRITE,
    run(world, args) {
      const room = roomOf(world, needed(args, "channel"));
      const said = ownMessage(world, room, needed(args, "ts"), "cant_update_message");
      change(world, room, said, contentOf(args), world.app.botUser);
      return { channel: room.id, ts: said.ts, text: said.text, message: messageJson(world, room, said) };
    },
  },
  "chat.delete": {
    token: "bot",
    scopes: WRITE,
    run(world, args) {
      const room = roomOf(world, needed(args, "channel"));
      const said = ownMessage(world, room, needed(args, "ts"), "cant_delete_message");
      remove(world, room, said);
      return { channel: room.id, ts: said.ts };
    },
  },
  "chat.getPermalink": {
    token: "bot",
    run(world, args) {
      const room = roomOf(world, needed(args, "channel"));
      const said = findMessage(room, needed(args, "message_ts"));
      if (said === undefined || said.onlyFor !== undefined) throw new Refusal("message_not_found");
      return { channel: room.id, permalink: world.link(room, said) };
    },
  },
};

/**
 * Slack says ok to an ephemeral message whether anybody sees it or not: it is shown only to somebody active, and in a
 * thread only where the thread has replies (docs.slack.dev, chat.postEphemeral).
 */
function postEphemeral(world: World, args: Args): Record<string, unknown> {
  const room = roomWithBot(world, needed(args, "channel"));
  const user = needed(args, "user");
  const reader = world.workspace.members.get(user);
  if (reader === undefined || !room.members.has(user)) throw new Refusal("user_not_in_channel");
  const content = contentOf(args);
  const thread = optional(args, "thread_ts");
  const shown =
    reader.presence === "active" &&
    (thread === undefined || repliesOf(room, thread).length > 0) &&
    !world.faults.losesEphemeral();
  if (!shown) return { message_ts: world.clock.ts() };
  const said = add(world, room, {
    user: world.app.botUser,
    ...content,
    onlyFor: user,
    ...(thread === undefined ? {} : { thread }),
  });
  return { message_ts: said.ts };
}

/** Text, blocks and attachments of a message, checked as Slack does. */
export function contentOf(args: Args): Pick<Said, "text" | "blocks" | "attachments"> {
  const text = typeof args["text"] === "string" ? args["text"] : "";
  const blocks = args["blocks"] === undefined ? undefined : checkBlocks(args["blocks"]);
  const attachments = args["attachments"] as readonly MessageAttachment[] | undefined;
  if (text === "" && (blocks ?? []).length === 0 && (attachments ?? []).length === 0) {
    throw new Refusal("no_text");
  }
  if (text.length > MOST_CHARACTERS) throw new Refusal("msg_too_long");
  return {
    text,
    ...(blocks === undefined || blocks.length === 0 ? {} : { blocks }),
    ...(attachments === undefined ? {} : { attachments }),
  };
}

function threadOf(room: Room, args: Args): Pick<Said, "thread" | "subtype"> {
  const ts = optional(args, "thread_ts");
  if (ts === undefined) return {};
  const parent = findMessage(room, ts);
  if (parent === undefined) throw new Refusal("thread_not_found");
  return {
    thread: parent.thread ?? parent.ts,
    ...(truthy(args, "reply_broadcast") ? { subtype: "thread_broadcast" } : {}),
  };
}

/** A user's id stands for the direct message with them. */
function roomToWriteTo(world: World, id: string): Room {
  if (!id.startsWith("U")) return roomWithBot(world, id);
  const room = [...world.workspace.rooms.values()].find(
    (each) => each.kind === "direct" && each.members.has(id),
  );
  if (room === undefined) throw new Refusal("channel_not_found");
  return room;
}

function ownMessage(world: World, room: Room, ts: string, refusal: string): Said {
  const said = findMessage(room, ts);
  if (said === undefined || said.onlyFor !== undefined) throw new Refusal("message_not_found");
  if (said.user !== world.app.botUser) throw new Refusal(refusal);
  return said;
}
