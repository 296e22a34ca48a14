import { asksForEstimate } from "./asks.ts";
import type { Clauses } from "./clauses.ts";
import { anyPlays, doubts, type Find } from "./find.ts";
import { PART, SHAPE_ENTRY } from "./entries.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Earlier } from "./revises.ts";
import type { Tokens } from "./scan.ts";

/** What is known of the whole message once, for all finds in it. */
export type Setting = {
  readonly t: Tokens;
  readonly c: Clauses;
  /** Tokens of words that mark doubt: they are counted as such, and for nothing else. */
  readonly doubt: Uint8Array;
  /** Of each token its row in the tables of what words are worth; a find within counts as one. */
  readonly rows: readonly number[];
  /** How many durations and points there are. */
  readonly amounts: number;
  readonly asked: boolean;
  readonly struckThrough: boolean;
  /** What finds side by side tell of each other. */
  readonly neighbours: Neighbours;
};

/** What is known beside the words of the message: whether an estimate was asked for before it, a value is struck through, and its neighbours. */
type Besides = Pick<Setting, "asked" | "struckThrough" | "neighbours">;

export function settingOf(t: Tokens, c: Clauses, finds: readonly Find[], besides: Besides): Setting {
  const amounts = finds.filter((find) => find.kind === "duration" || find.kind === "points").length;
  return { t, c, doubt: doubtOf(t), rows: rowsOf(t, finds), amounts, ...besides };
}

/** `before` is the message before this one, cleaned; empty where there is none. */
export const besidesOf = (before: string, earlier: Earlier, neighbours: Neighbours): Besides => ({
  asked: before !== "" && asksForEstimate(before),
  struckThrough: earlier.struckAt >= 0,
  neighbours,
});

function doubtOf(t: Tokens): Uint8Array {
  const doubt = new Uint8Array(t.length);
  if (!anyPlays(t, PART.hedge)) return doubt;
  for (let i = 0; i < t.length; i++)
    if (doubts(t, i)) for (let at = i; at < Math.min(t.length, i + t.entries[i]!.reach); at++) doubt[at] = 1;
  return doubt;
}

const FIND_ROWS = {
  duration: SHAPE_ENTRY.duration.id,
  points: SHAPE_ENTRY.points.id,
  size: SHAPE_ENTRY.size.id,
  date: SHAPE_ENTRY.dated.id,
  vague: SHAPE_ENTRY.vague.id,
};

function rowsOf(t: Tokens, finds: readonly Find[]): number[] {
  const rows: number[] = [];
  for (let i = 0; i < t.length; i++) rows.push(t.entries[i]!.id);
  for (const find of finds) for (let i = find.from; i < find.to; i++) rows[i] = FIND_ROWS[find.kind];
  return rows;
}
