import { askThread } from "../../src/questions/ask-thread.ts";
import type { Library } from "../../src/questions/library.ts";
import type { Labelled } from "./labelled.ts";

/** Counts over labelled threads; the shares are made of them when shown. */
export type Scores = {
  readonly threads: number;
  readonly first: number;
  readonly oneOfThree: number;
  readonly suggested: number;
  readonly fair: number;
  readonly never: number;
  /** Threads where silence was wanted, and those where it was kept. */
  readonly quiet: number;
  readonly kept: number;
  /** Threads where questions were wanted and none came. */
  readonly silent: number;
};

export const NOTHING: Scores = {
  threads: 0,
  first: 0,
  oneOfThree: 0,
  suggested: 0,
  fair: 0,
  never: 0,
  quiet: 0,
  kept: 0,
  silent: 0,
};

export function add(a: Scores, b: Scores): Scores {
  return Object.fromEntries(
    Object.entries(a).map(([key, value]) => [key, value + b[key as keyof Scores]]),
  ) as Scores;
}

export function score(threads: readonly Labelled[], library: Library): Scores {
  return threads.map((thread) => scoreOne(thread, library)).reduce(add, NOTHING);
}

function scoreOne({ thread, ask, ok = [], never = [], quiet = false }: Labelled, library: Library): Scores {
  const got = askThread(thread, library).questions.map(({ id }) => id);
  const embarrassing = Number(got.some((id) => never.includes(id)));
  if (quiet) return { ...NOTHING, quiet: 1, kept: Number(got.length === 0), never: embarrassing };
  return {
    threads: 1,
    first: Number(ask.includes(got[0] ?? "")),
    oneOfThree: Number(got.some((id) => ask.includes(id))),
    suggested: got.length,
    fair: got.filter((id) => ask.includes(id) || ok.includes(id)).length,
    never: embarrassing,
    quiet: 0,
    kept: 0,
    silent: Number(got.length === 0),
  };
}

/** The shares targets are set for. */
export function shares(scores: Scores) {
  return {
    first: scores.first / scores.threads,
    oneOfThree: scores.oneOfThree / scores.threads,
    fair: scores.fair / scores.suggested,
    never: scores.never / (scores.threads + scores.quiet),
    quietKept: scores.kept / scores.quiet,
    silent: scores.silent / scores.threads,
    each: scores.suggested / scores.threads,
  };
}

export function row(name: string, scores: Scores): string {
  const cells = Object.entries(shares(scores)).map(([key, share]) => `${key} ${share.toFixed(2)}`);
  return `${name.padEnd(9)} ${cells.join("  ")}`;
}
