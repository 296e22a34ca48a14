import { randomUUID } from "node:crypto";
import { inTurn } from "./in-turn.ts";
import { teamOf } from "./redis-keys.ts";
import type { Link } from "./redis-link.ts";

/**
 * Which workspaces there are: a set in a slot of its own, since a cluster cannot write it together with a workspace's keys.
 *
 * So that no crash and no race loses a workspace's jobs: an entry is the workspace's id with a token used once. It goes into
 * the register first and into the workspace second; a write is refused unless the workspace holds the entry the writer knows.
 * Forgetting deletes the workspace first, and then that very entry: one made meanwhile has another token and stays. Every
 * process also adds the entry again before its first write, should the register have been lost.
 */
export type Register = {
  /** The entry this process believes in, "-" for none. */
  readonly entryOf: (team: string) => string;
  /** Enters the workspace, which holds the entry `held` rather than the one `believed`, unless another call has done so meanwhile. */
  readonly enter: (team: string, held: string | null, believed: string) => Promise<void>;
  readonly teams: () => Promise<string[]>;
  /** Runs the deletion of a workspace, then takes its entry away. */
  readonly leave: (team: string, remove: () => Promise<void>) => Promise<void>;
};

export function register({ names, call }: Link): Register {
  const entries = new Map<string, string>();
  const turns = inTurn();
  const entryOf = (team: string) => entries.get(team) ?? "-";

  async function enter(team: string, held: string | null): Promise<void> {
    const keys = names.workspace(team);
    const entry = held ?? `${keys.team} ${randomUUID()}`;
    await call("SADD", names.register, entry);
    const stands = held !== null || (await call("SET", keys.entry, entry, "NX")) !== null;
    if (stands) entries.set(team, entry);
    else await call("SREM", names.register, entry);
  }

  return {
    entryOf,
    enter: (team, held, believed) =>
      turns(team, async () => (entryOf(team) === believed ? enter(team, held) : undefined)),
    teams: async () => {
      const all = (await call("SMEMBERS", names.register)) as string[];
      return [...new Set(all.map((entry) => teamOf(entry.slice(0, entry.indexOf(" ")))))];
    },
    leave: async (team, remove) => {
      const entry = await call("GET", names.workspace(team).entry);
      await remove();
      entries.delete(team);
      if (typeof entry === "string") await call("SREM", names.register, entry);
    },
  };
}
