import type { Estimate } from "../../src/reading/reading.ts";
import { emptyThread } from "../../src/threads/fold.ts";
import type { Line, Offer, Thread } from "../../src/threads/thread.ts";

/** Lines, estimates and threads as tests need them: everything empty but what is said. */
export const weeks = (count: number): Estimate => ({
  quote: `${count} weeks`,
  at: 0,
  kind: "duration",
  low: count * 5,
  high: count * 5,
  hedged: false,
  rule: "duration",
});

export function line(ts: string, more: Partial<Line> = {}): Line {
  return {
    ts,
    user: "U0SAM",
    role: "doer",
    estimates: [],
    specs: [],
    reading: { struck: [], topics: [], hedges: [], covered: [], asksForEstimate: false },
    noticed: { cues: [], covered: [], notAbout: [], signs: [] },
    print: `print of ${ts}`,
    ...more,
  };
}

export function offer(about: string, more: Partial<Offer> = {}): Offer {
  return {
    id: `offer-${about}`,
    about,
    quote: "about 3 weeks",
    by: "U0SAM",
    value: "duration 15-15",
    questions: [
      { id: "integration-testing", text: "Does 3 weeks include testing it end to end?", because: "gateway" },
      { id: "rollout", text: "Where does 3 weeks stop?", because: "launch" },
      { id: "range", text: "What would the good case look like?", because: "about" },
    ],
    at: 0,
    to: { U0PRIYA: { state: "accepted", at: 0 } },
    pressed: {},
    ...more,
  };
}

export const thread = (more: Partial<Thread> = {}): Thread => ({
  ...emptyThread({ team: "T1", channel: "C1", root: "1700000000.000001" }),
  ...more,
});
