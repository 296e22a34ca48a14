import { repliesOf, type Member, type Room, type Said } from "../workspace.ts";
import { richText } from "./markup.ts";
import type { World } from "./world.ts";

/** How Slack writes messages, channels and people down as JSON. */

type Json = Record<string, unknown>;

/** A message as events, history and payloads carry it. */
export function messageJson(world: World, room: Room, said: Said): Json {
  const byBot = said.user === world.app.botUser && said.subtype !== "channel_join";
  const replies = said.thread === undefined ? repliesOf(room, said.ts) : [];
  if (said.tombstone === true) return tombstone(said, replies);
  return {
    type: "message",
    ...(said.subtype === undefined ? {} : { subtype: said.subtype }),
    user: said.user,
    ts: said.ts,
    text: said.text,
    team: world.workspace.members.get(said.user)?.company.id ?? world.workspace.team.id,
    ...(byBot
      ? { bot_id: world.app.botId, app_id: world.app.id, bot_profile: botProfile(world) }
      : { client_msg_id: `m-${said.ts}` }),
    blocks: said.blocks ?? [richText(said.text)],
    ...(said.attachments === undefined ? {} : { attachments: said.attachments }),
    ...(said.files === undefined ? {} : { files: said.files, upload: false }),
    ...(said.edited === undefined ? {} : { edited: said.edited }),
    ...(said.metadata === undefined ? {} : { metadata: said.metadata }),
    ...(said.thread === undefined ? {} : { thread_ts: said.thread, ...parentOf(room, said.thread) }),
    ...(said.subtype === "thread_broadcast" ? { root: rootOf(world, room, said) } : {}),
    ...threadFacts(said, replies),
    ...(said.reactions.size === 0 ? {} : { reactions: reactionsJson(said) }),
  };
}

function tombstone(said: Said, replies: readonly Said[]): Json {
  return {
    type: "message",
    subtype: "tombstone",
    text: "This message was deleted.",
    user: "USLACKBOT",
    hidden: true,
    ts: said.ts,
    ...threadFacts(said, replies),
  };
}

function threadFacts(said: Said, replies: readonly Said[]): Json {
  if (replies.length === 0) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: said.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: replies.at(-1)?.ts,
    is_locked: false,
    subscribed: false,
  };
}

function parentOf(room: Room, thread: string): Json {
  const parent = room.messages.find((said) => said.ts === thread);
  return parent === undefined ? {} : { parent_user_id: parent.user };
}

function rootOf(world: World, room: Room, said: Said): Json | undefined {
  const root = room.messages.find((other) => other.ts === said.thread);
  return root && messageJson(world, room, root);
}

export function reactionsJson(said: Said): Json[] {
  return [...said.reactions].map(([name, users]) => ({ name, users: [...users], count: users.size }));
}

export function botProfile(world: World): Json {
  const { app, workspace } = world;
  return { id: app.botId, app_id: app.id, name: app.name, team_id: workspace.team.id, deleted: false };
}

export function channelJson(world: World, room: Room): Json {
  const member = room.members.has(world.app.botUser);
  if (room.kind === "direct") {
    const [user] = [...room.members].filter((id) => id !== world.app.botUser);
    return { id: room.id, is_im: true, is_channel: false, is_group: false, is_private: true, user };
  }
  const shared = room.sharedWith !== undefined;
  return {
    id: room.id,
    name: room.name,
    name_normalized: room.name,
    is_channel: room.kind === "public",
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: room.kind === "private",
    is_archived: false,
    is_general: false,
    is_member: member,
    is_shared: shared,
    is_ext_shared: shared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    context_team_id: world.workspace.team.id,
    shared_team_ids: [world.workspace.team.id, ...(room.sharedWith ? [room.sharedWith.id] : [])],
    num_members: room.members.size,
    topic: { value: "", creator: "", last_set: 0 },
    purpose: { value: "", creator: "", last_set: 0 },
  };
}

export function userJson(world: World, member: Member): Json {
  const stranger = member.company.id !== world.workspace.team.id;
  const minutes = zoneOffset(member.zone, world.clock.now());
  return {
    id: member.id,
    team_id: member.company.id,
    name: member.name.toLowerCase(),
    real_name: member.name,
    deleted: false,
    tz: member.zone,
    tz_label: member.zone,
    tz_offset: minutes * 60,
    is_bot: false,
    is_app_user: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_stranger: stranger,
    ...(stranger ? {} : { is_admin: member.admin, is_owner: false, is_primary_owner: false }),
    profile: {
      real_name: member.name,
      display_name: member.name,
      title: member.title,
      team: member.company.id,
    },
  };
}

/** Minutes a zone is ahead of UTC. */
function zoneOffset(zone: string, now: number): number {
  const name = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(now)
    .find((part) => part.type === "timeZoneName")?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? "") ?? [];
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
