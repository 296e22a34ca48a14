import type { Log } from "../log.ts";
import type { Store } from "./store.ts";

/** The same store. When its `check` begins to fail, and when it succeeds again, the log says so, once each, whoever asked. */
export function watchedStore(store: Store, log: Pick<Log, "error" | "warn">): Store {
  let failingSince: number | undefined;
  return {
    ...store,
    check: async () => {
      try {
        await store.check();
      } catch (error) {
        if (failingSince === undefined)
          log.error(
            { err: error },
            "the store does not answer or takes no writes; Askwhy goes on by itself once it does",
          );
        failingSince ??= performance.now();
        throw error;
      }
      if (failingSince === undefined) return;
      const seconds = Math.round((performance.now() - failingSince) / 1000);
      failingSince = undefined;
      log.warn({ seconds }, "the store answers again");
    },
  };
}
