import type { Log } from "../log.ts";
import type { Change, Key, Store } from "../store/store.ts";
import { soundRecord } from "./sound-records.ts";

/** The store as the story may rely on it: a record of another form counts as absent, with a line in the log that names its kind. */
export function soundStore(store: Store, log: Log): Store {
  const sound = <T>({ team, kind, id }: Key, record: T | undefined): T | undefined => {
    const whole = soundRecord(kind, id, record) as T | undefined;
    if (record !== undefined && whole === undefined)
      log.warn({ team, kind }, "a kept record has another form and counts as absent");
    return whole;
  };
  return {
    ...store,
    get: async <T>(key: Key, now: number) => sound(key, await store.get<T>(key, now)),
    getBoth: async <A, B>(keys: readonly [Key, Key], now: number) => {
      const [one, other] = await store.getBoth<A, B>(keys, now);
      return [sound(keys[0], one), sound(keys[1], other)] as const;
    },
    change: async <T>(key: Key, now: number, change: (record: T | undefined) => Change<T> | undefined) => {
      let undone: T | undefined;
      let done = true;
      const after = await store.change<T>(key, now, (record) => {
        const before = sound(key, record);
        const result = change(before);
        done = result !== undefined;
        undone = before;
        return result;
      });
      return done ? after : undone;
    },
  };
}
