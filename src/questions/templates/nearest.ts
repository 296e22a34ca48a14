/**
 * The name somebody probably meant: the nearest by letters to change, add or leave out, if it is near enough
 * to be a slip of the fingers (a third of the word), or one that begins alike.
 */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: { name: string; far: number } | undefined;
  for (const candidate of names) {
    const far = distance(wanted, candidate.toLowerCase());
    if (!best || far < best.far) best = { name: candidate, far };
  }
  if (!best) return undefined;
  const near = best.far <= Math.max(1, Math.floor(wanted.length / 3));
  const begins = wanted.length > 2 && (best.name.startsWith(wanted) || wanted.startsWith(best.name));
  return near || begins ? best.name : undefined;
}

/** Levenshtein's distance, with two neighbours swapped counted as one slip. Names longer than 60 letters are never near. */
export function distance(from: string, to: string): number {
  if (from.length > 60 || to.length > 60) return Infinity;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const turned = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const turn = turned ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(swap, turn, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? Infinity;
}
