import type { Store } from "./store.ts";

/** Told of every call to the store, whether it was done, and how many milliseconds it took. */
export type Measured = (call: string, ok: boolean, ms: number) => void;

/** The same store, with every call told of. */
export function measuredStore(store: Store, told: Measured): Store {
  const timed =
    <A extends unknown[], R>(call: string, run: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const begun = performance.now();
      let ok = false;
      try {
        const result = await run(...args);
        ok = true;
        return result;
      } finally {
        told(call, ok, performance.now() - begun);
      }
    };
  const calls = Object.entries(store).map(([call, run]) => [
    call,
    timed(call, run as () => Promise<unknown>),
  ]);
  return Object.fromEntries(calls) as Store;
}
