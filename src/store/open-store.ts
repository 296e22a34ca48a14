import type { Log } from "../log.ts";
import { embeddedStore } from "./embedded-store.ts";
import { redisStore } from "./redis-store.ts";
import type { Store } from "./store.ts";

/** Opens the store that the settings name: Redis where there is a URL, else the embedded one. */
export function openStore(
  settings: { readonly redisUrl?: string; readonly dataDir: string; readonly memory?: boolean },
  log: Pick<Log, "warn">,
): Promise<Store> {
  if (settings.memory) return embeddedStore({ memory: true }, { log });
  if (settings.redisUrl) return redisStore(settings.redisUrl, { log });
  return embeddedStore({ folder: settings.dataDir }, { log });
}
