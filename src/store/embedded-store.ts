import type { Log } from "../log.ts";
import { type Store, StoreError } from "./store.ts";

/** The store of one process: in a folder, durable, or in memory until it is closed. */
export async function embeddedStore(
  _where: { readonly folder: string } | { readonly memory: true },
  _options?: { readonly log?: Pick<Log, "warn"> },
): Promise<Store> {
  throw new StoreError("not built yet");
}
