import type { Log } from "../log.ts";
import { type Store, StoreError } from "./store.ts";

/**
 * The store on Redis 6.2 or newer, for any number of processes. Takes `redis:`, `rediss:`, `redis+sentinel:` and
 * `redis+cluster:` URLs. Resolves once Redis answers; rejects with a `StoreError` that says what to do.
 */
export async function redisStore(
  _url: string,
  _options?: { readonly log?: Pick<Log, "warn">; readonly prefix?: string },
): Promise<Store> {
  throw new StoreError("not built yet");
}
