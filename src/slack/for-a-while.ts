import { LRUCache } from "lru-cache";

/** So many answers are remembered at once; beyond that those asked for longest ago go. */
const MOST = 2000;

type Remembered<T> = { readonly until: number; readonly answer: Promise<T> };

export type ForAWhile<T> = {
  (key: string, load: () => Promise<T>): Promise<T>;
  forget(key: string): void;
};

/** Remembers answers for `ms`, and asks once for many who ask at once. A failure is not remembered. */
export function forAWhile<T>(ms: number, now: () => number): ForAWhile<T> {
  const remembered = new LRUCache<string, Remembered<T>>({ max: MOST });
  const ask = (key: string, load: () => Promise<T>): Promise<T> => {
    const known = remembered.get(key);
    if (known !== undefined && known.until > now()) return known.answer;
    const entry = { until: now() + ms, answer: load() };
    remembered.set(key, entry);
    entry.answer.catch(() => {
      if (remembered.get(key) === entry) remembered.delete(key);
    });
    return entry.answer;
  };
  return Object.assign(ask, { forget: (key: string) => void remembered.delete(key) });
}
