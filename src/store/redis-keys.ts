import type { Key } from "./store.ts";

/** The keys of one workspace, all behind its hash tag, so that Redis Cluster keeps them on one node. */
export type WorkspaceKeys = {
  /** The workspace's id, escaped. */
  readonly team: string;
  /** What all the keys begin with. */
  readonly start: string;
  /** Which entry of the register stands for this workspace. */
  readonly entry: string;
  /** Sorted set: records by their end. */
  readonly ends: string;
  /** Sorted set: ids of jobs by due time, or the end of their lease. */
  readonly due: string;
  /** Hash: jobs by id. */
  readonly jobs: string;
  /** Hash: how often a job was taken, and the lease it is under. */
  readonly leases: string;
  /** Sorted set: claims by their end. */
  readonly claims: string;
  /** String: when the next turn in a lane is due. */
  readonly lane: (name: string) => string;
  /** Sorted set: names of records by score. */
  readonly list: (name: string) => string;
  /** String: a record, by its name within the workspace. */
  readonly record: (member: string) => string;
};

export type KeyNames = {
  /** Set: the entries of all workspaces. Lies in a slot of its own. */
  readonly register: string;
  /** String: written now and then, to see that Redis takes writes. */
  readonly alive: string;
  readonly workspace: (team: string) => WorkspaceKeys;
};

export function keyNames(prefix: string): KeyNames {
  const workspace = (id: string): WorkspaceKeys => {
    // Redis takes an empty hash tag for none.
    const team = id === "" ? "%" : escape(id);
    const start = `${prefix}:{${team}}:`;
    return {
      team,
      start,
      entry: `${start}entry`,
      ends: `${start}ends`,
      due: `${start}due`,
      jobs: `${start}jobs`,
      leases: `${start}leases`,
      claims: `${start}claims`,
      lane: (name) => `${start}t:${escape(name)}`,
      list: (name) => `${start}l:${escape(name)}`,
      record: (member) => `${start}r:${member}`,
    };
  };
  return { register: `${prefix}:workspaces`, alive: `${prefix}:alive`, workspace };
}

/** The id of a workspace out of its escaped form. */
export const teamOf = (escaped: string) => (escaped === "%" ? "" : unescape(escaped));

/** A record's name within its workspace, as it stands on lists. */
export const memberOf = ({ kind, id }: Key) => `${escape(kind)}:${escape(id)}`;

export function keyOf(team: string, member: string): Key {
  const colon = member.indexOf(":");
  return { team, kind: unescape(member.slice(0, colon)), id: unescape(member.slice(colon + 1)) };
}

/**
 * Names made safe to join: every UTF-16 unit but the plainest becomes % and four hex digits. So nothing can pass for a
 * separator, a hash tag or a glob, and even halves of surrogate pairs stay apart.
 */
export const escape = (text: string) =>
  text.replaceAll(/[^\w./-]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const unescape = (text: string) =>
  text.replaceAll(/%([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
