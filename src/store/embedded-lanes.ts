import type { Store } from "./store.ts";

/** Lanes of one workspace that are kept before those that are free again are cleared away. */
const MANY = 500;

/** What is booked in memory, since one process alone books. `BOOK` in `redis-scripts.ts` does the same for several. */
export function embeddedLanes(): Pick<Store, "book"> & { readonly forget: (team: string) => void } {
  const teams = new Map<string, Map<string, number>>();
  return {
    book: async (team, lanes, now, most) => {
      // By lane, when a turn taken as late as the lane allows would come: one number tells the whole past.
      const dueAt = teams.get(team) ?? new Map<string, number>();
      teams.set(team, dueAt);
      const booked = lanes.map(({ name, every, ahead }) => {
        const due = dueAt.get(name) ?? 0;
        // No lane is booked further ahead than this, unless the clock was set back.
        return { name, every, ahead, due: due <= now + most + ahead + every ? due : 0 };
      });
      const turn = Math.max(now, ...booked.map(({ due, ahead }) => due - ahead));
      if (turn > now + most) return turn;
      for (const { name, due, every } of booked) dueAt.set(name, Math.max(due, turn) + every);
      if (dueAt.size > MANY) for (const [name, due] of dueAt) if (due <= now) dueAt.delete(name);
      return turn;
    },
    forget: (team) => void teams.delete(team),
  };
}
