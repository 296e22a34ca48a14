/** Who wants to know that something changed. */
export type Changes = {
  /** Grows with every change. */
  readonly rev: () => number;
  readonly changed: () => void;
  /** Gives a function that ends it. */
  readonly onChange: (listener: () => void) => () => void;
  /**
   * Resolves once `holds` gives something true (and gives that), looking again after every change.
   * Rejects after `withinMs` of real time with what `describe` says.
   */
  until<T>(holds: () => T | undefined | false | null, withinMs: number, describe: () => string): Promise<T>;
};

export function makeChanges(): Changes {
  const listeners = new Set<() => void>();
  let rev = 0;
  const onChange = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    rev: () => rev,
    changed() {
      rev += 1;
      for (const listener of listeners) listener();
    },
    onChange,
    until: (holds, withinMs, describe) =>
      new Promise((resolve, reject) => {
        const giveUp = setTimeout(() => {
          stop();
          reject(new Error(`still not so after ${withinMs} ms:\n${describe()}`));
        }, withinMs);
        const look = () => {
          try {
            const found = holds();
            if (found === undefined || found === false || found === null) return;
            stop();
            clearTimeout(giveUp);
            resolve(found);
          } catch (error) {
            stop();
            clearTimeout(giveUp);
            reject(error);
          }
        };
        const stop = onChange(look);
        look();
      }),
  };
}
