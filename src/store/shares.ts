import type { Room } from "./store.ts";

/** How many more jobs of a workspace a taker has room for. */
export const roomFor = (team: string, room: Room | undefined): number =>
  room === undefined ? Infinity : Math.max(0, room.most - (room.held.get(team) ?? 0));

/**
 * How many jobs each workspace gets of the next `limit`, by how many it has waiting: evenly, and what one does not use goes to the
 * others. Where there are more workspaces than jobs to take, the first ones get one each.
 */
export function fairShares(waiting: readonly number[], limit: number): number[] {
  const shares = waiting.map(() => 0);
  let left = limit;
  while (left > 0) {
    const hungry = waiting.flatMap((count, i) => (count > (shares[i] ?? 0) ? [i] : []));
    if (hungry.length === 0) break;
    const each = Math.max(1, Math.floor(left / hungry.length));
    for (const i of hungry) {
      const more = Math.min(each, left, (waiting[i] ?? 0) - (shares[i] ?? 0));
      shares[i] = (shares[i] ?? 0) + more;
      left -= more;
    }
  }
  return shares;
}
