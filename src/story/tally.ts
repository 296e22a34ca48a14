import type { PressName } from "../telling/note.ts";
import type { Label } from "../threads/thread.ts";

/** Told what happened, so that it can be counted: outcomes by name and times, never anybody's id or words. */
export type Tally = {
  /** A message was heard, and this became of it. */
  readonly message: (outcome: MessageOutcome) => void;
  /** An estimate or spec link was looked at, its author being quiet. */
  readonly suggestion: (outcome: SuggestionOutcome) => void;
  /** A suggestion went on for one PM; `ms` since the message it is about. */
  readonly delivery: (outcome: DeliveryOutcome, ms: number) => void;
  readonly pressed: (press: PressName) => void;
  /** A question was to be posted. */
  readonly question: (outcome: "posted" | "failed") => void;
  /** The verdict on a question is this one now, and was not before. */
  readonly verdict: (label: Label) => void;
};

export const MESSAGE_OUTCOMES = [
  "nothing", // it says nothing to us, and belongs to no thread
  "dormant", // nobody opted in there
  "not-followed", // in a thread nobody follows, or nothing new in one that is
  "kept",
  "not-read", // its author switched the reading off
] as const;
export type MessageOutcome = (typeof MESSAGE_OUTCOMES)[number];

export const SUGGESTION_OUTCOMES = [
  "offered",
  "quiet", // nothing worth asking
  "nobody", // no PM to show it to
] as const;
export type SuggestionOutcome = (typeof SUGGESTION_OUTCOMES)[number];

export const DELIVERY_OUTCOMES = [
  "accepted", // Slack took it
  "waiting", // for the morning, in Home
  "withdrawn", // the message says something else now, or all was asked
  "not-shown", // that PM is not to be nudged about it any more: a pause, a thread muted, the channel left
  "again", // Slack did not take it, and is asked again
] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];
