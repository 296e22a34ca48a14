import type { Question, Thread, Ts } from "../threads/thread.ts";
import type { Library } from "./library.ts";

/** Why a template stands where it stands, for `why` and for whoever tunes templates. */
export type Weighed = {
  readonly id: string;
  readonly score: number;
  readonly because: readonly string[];
  readonly ruledOut?: string;
};

/** At most three questions, best first; or none, and in plain words why. */
export type Choice = {
  readonly about?: Ts;
  readonly questions: readonly Question[];
  readonly quiet?: string;
  readonly trace: readonly Weighed[];
};

/** Chooses what is worth asking about one line: the last estimate or spec link of a doer, unless told. */
export function choose(
  _thread: Pick<Thread, "lines" | "asked" | "notEstimates">,
  _library: Library,
  _about?: Ts,
): Choice {
  return { questions: [], quiet: "nothing to ask about", trace: [] };
}
