import type { EstimateKind } from "../reading/reading.ts";
import type { Label, ThreadRef, Ts } from "./thread.ts";

/** Somebody's words, and the message they stand in. */
export type Words = { readonly quote: string; readonly ts: Ts };

/** One value an estimate had: the number in the doer's words, and the line it stands in, where that is kept. */
export type Value = Words & {
  readonly kind: EstimateKind;
  readonly said?: string;
  /** `bound`: one end is open, as in "at least 3 weeks"; `several`: "backend 2 weeks, frontend 1 week". */
  readonly shape: "single" | "range" | "bound" | "several";
  /** What it was said in reply to: "how long for the store locator?" */
  readonly asked?: Words;
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
  /** What a reply to a question put on top of them since they were last given: "add three days". */
  readonly plus: readonly Value[];
  /** Other numbers in replies, which may be parts of the estimates or come on top. */
  readonly also: readonly Value[];
  readonly in: readonly Words[];
  readonly out: readonly Words[];
  readonly assumed: readonly Words[];
  readonly depends: readonly Words[];
  /** The reader's own questions: whether a reply answered one is for nobody else's eyes. */
  readonly learned: readonly CardQuestion[];
  readonly open: readonly CardQuestion[];
  /** What others asked, without a word on what came of it. */
  readonly others: readonly CardQuestion[];
  /** The newest message the card rests on. */
  readonly upTo: Ts;
};
