import type { Log } from "../log.ts";
import type { KeyNames } from "./redis-keys.ts";
import type { Script } from "./redis-scripts.ts";

/** What the parts of the Redis store talk through. Everything rejects with a `StoreError`. */
export type Link = {
  readonly names: KeyNames;
  readonly log: Pick<Log, "warn"> | undefined;
  /** Whether keys of several workspaces may lie on several nodes, so that no one call can name them together. */
  readonly cluster: boolean;
  readonly call: (command: string, ...args: (string | number)[]) => Promise<unknown>;
  readonly run: (
    script: Script,
    keys: readonly string[],
    args: readonly (string | number)[],
  ) => Promise<unknown>;
  /** Deletes every key that begins so, wherever it lies. */
  readonly deleteAll: (start: string) => Promise<void>;
};
