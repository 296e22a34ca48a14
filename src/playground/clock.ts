/** The stand-in's own clock: it ticks with the real one, or stands still, and can be moved on. */
export type Clock = {
  readonly now: () => number;
  /** Moves on to a later moment. Listeners are told; an earlier moment is ignored. */
  readonly moveTo: (moment: number) => void;
  /** Calls back after every move. Gives a function that ends it. */
  readonly onMoved: (listener: (now: number) => void) => () => void;
  /** A message id of this moment, different from all before: seconds, a dot, six digits. */
  readonly ts: () => string;
};

export function makeClock(
  options: { readonly startAt?: number; readonly standsStill?: boolean } = {},
): Clock {
  const listeners = new Set<(now: number) => void>();
  const started = Date.now();
  let ahead = (options.startAt ?? started) - started;
  let lastMicros = 0;
  const now = () => (options.standsStill === true ? started : Date.now()) + ahead;
  return {
    now,
    moveTo(moment) {
      const by = Math.ceil(moment) - now();
      if (!(by > 0)) return;
      ahead += by;
      for (const listener of listeners) listener(now());
    },
    onMoved(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ts() {
      lastMicros = Math.max(lastMicros + 1, now() * 1000);
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, "0")}`;
    },
  };
}
