import type { KnownBlock, MessageAttachment, View } from "@slack/types";
import { CHANNELS, DIRECT, PEOPLE, TEAM, type Company, type Kind } from "./people.ts";

/** A workspace in a box: plain data, changed in place by whoever holds it. */
export type Workspace = {
  readonly team: Company;
  readonly members: Map<string, Member>;
  readonly rooms: Map<string, Room>;
  readonly groups: Map<string, readonly string[]>;
  readonly homes: Map<string, OpenView>;
  /** Modals open per person, the topmost last. */
  readonly modals: Map<string, OpenView[]>;
};

export type Member = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly zone: string;
  readonly company: Company;
  readonly admin: boolean;
  presence: "active" | "away";
  doNotDisturb: boolean;
};

/** A channel or a direct message. `messages` is in the order of saying. */
export type Room = {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly sharedWith?: Company;
  readonly members: Set<string>;
  readonly messages: Said[];
};

/** One message as the workspace keeps it. */
export type Said = {
  readonly ts: string;
  readonly thread?: string;
  readonly user: string;
  text: string;
  blocks?: readonly KnownBlock[];
  attachments?: readonly MessageAttachment[];
  readonly files?: readonly { readonly id: string; readonly name: string }[];
  readonly subtype?: "file_share" | "thread_broadcast" | "channel_join" | "channel_leave" | "me_message";
  /** Set on an ephemeral message: the one person who sees it. */
  readonly onlyFor?: string;
  edited?: { readonly user: string; readonly ts: string };
  /** A deleted parent whose replies remain. */
  tombstone?: true;
  metadata?: unknown;
  readonly reactions: Map<string, Set<string>>;
};

/** A modal or a Home as it stands. `hash` changes with every update. */
export type OpenView = {
  readonly id: string;
  hash: string;
  view: View;
  /** What the bot refused after a submit, by block_id. */
  errors: Readonly<Record<string, string>>;
};

/** The workspace as it is at the beginning: nothing said yet, the bot in no channel. Every company has people of the same names and ids in the box. */
export function newWorkspace(bot: string, team: Company = TEAM): Workspace {
  const members = PEOPLE.map((person): Member => ({
    ...person,
    company: person.company === TEAM ? team : person.company,
    presence: "active",
    doNotDisturb: false,
  }));
  const direct = PEOPLE.filter((person) => person.company === TEAM).map((person) => ({
    id: DIRECT(person.id),
    name: "Askwhy",
    kind: "direct" as const,
    members: [person.id, bot],
  }));
  const rooms = [...CHANNELS, ...direct].map((channel): Room => ({
    ...channel,
    members: new Set(channel.members),
    messages: [],
  }));
  return {
    team,
    members: new Map(members.map((member) => [member.id, member])),
    rooms: new Map(rooms.map((room) => [room.id, room])),
    groups: new Map([["S0LEADS", PEOPLE.filter((person) => person.admin).map((person) => person.id)]]),
    homes: new Map(),
    modals: new Map(),
  };
}

export function findMessage(room: Room, ts: string): Said | undefined {
  return room.messages.findLast((said) => said.ts === ts);
}

/** Replies that stand in a thread for all to see. */
export function repliesOf(room: Room, parent: string): readonly Said[] {
  // They stand after their parent, and what was said last is asked about most.
  const from = room.messages.findLastIndex((said) => said.ts === parent) + 1;
  return room.messages.slice(from).filter((said) => said.thread === parent && said.onlyFor === undefined);
}

/** Whether this person may read the room: anybody reads a public channel. */
export function mayRead(room: Room, user: string): boolean {
  return room.kind === "public" || room.members.has(user);
}
