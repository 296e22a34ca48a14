import type { Manner } from "../reading/reading.ts";
import type { Library } from "../questions/library.ts";
import type { Glossary } from "../questions/glossary.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import type { Outside } from "../telling/outside.ts";
import type { Ts } from "../threads/thread.ts";
import type { Tally } from "./tally.ts";

/** What the story is handed. Nothing in it looks at the clock, the environment or Slack by itself. */
export type Parts = {
  readonly store: Store;
  readonly outside: Outside;
  /** The templates as they are now; files may change while the bot runs. */
  readonly library: () => Library;
  readonly glossary: () => Glossary;
  readonly log: Log;
  readonly now: () => number;
  readonly rules: Rules;
  /** The team's own words, as they are now. */
  readonly manner: () => Manner;
  /** Counts what happens. */
  readonly tally?: Tally;
  /** Told what was decided and why; the playground's drawer. */
  readonly observe?: (trace: Trace) => void;
};

export type Rules = {
  readonly quietSeconds: number;
  readonly replyQuietSeconds: number;
  readonly retentionDays: number;
  /** Users and user groups who may change channel settings and see corrections, besides admins. */
  readonly leads: readonly string[];
};

/** What was read in one message, or decided about it, in plain words. */
export type Trace = {
  readonly channel: string;
  readonly ts: Ts;
  /** "read", "chosen", "kept quiet", "verdict". */
  readonly step: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
};

export const SECOND = 1000;
export const DAY = 24 * 60 * 60 * SECOND;
