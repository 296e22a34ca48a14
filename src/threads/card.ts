import type { EstimateKind } from "../reading/reading.ts";
import type { Label, ThreadRef, Ts } from "./thread.ts";

/** Somebody's words, and the message they stand in. */
export type Words = { readonly quote: string; readonly ts: Ts };

/** One value an estimate had: the number in the doer's words, and the line it stands in, where that is kept. */
export type Value = Words & {
  readonly kind: EstimateKind;
  readonly said?: string;
  /** `bound`: one end is open, as in "at least 3 weeks". */
  readonly shape: "single" | "range" | "bound";
  /** The words of doubt it was given with: "about", "roughly". */
  readonly hedges: readonly string[];
};

/** One estimate: what it is now, and what it was before, oldest first. */
export type Valued = { readonly now: Value; readonly before: readonly Words[] };

/** A question asked in the thread, and what came of it. */
export type CardQuestion = {
  /** The template's id. */
  readonly question: string;
  readonly text: string;
  readonly asked: Ts;
  readonly label?: Label;
  /** The deciding sentence. */
  readonly reply?: Words;
};

/** What is known about the estimates of one thread: what a PM repeats to stakeholders. */
export type Card = {
  readonly ref: ThreadRef;
  /** In the order they were first given. */
  readonly estimates: readonly [Valued, ...Valued[]];
  /** Said on top of them in reply to a question: "add three days". */
  readonly added: readonly Value[];
  readonly in: readonly Words[];
  readonly out: readonly Words[];
  readonly assumed: readonly Words[];
  readonly depends: readonly Words[];
  readonly learned: readonly CardQuestion[];
  readonly open: readonly CardQuestion[];
  /** The newest message the card rests on. */
  readonly upTo: Ts;
};
