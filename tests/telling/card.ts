import type { Card, Value } from "../../src/threads/card.ts";

/** A card as tests need it: one estimate and nothing known of it but what is said. */
export const value = (more: Partial<Value> = {}): Value => ({
  quote: "about 3 weeks",
  // A Tuesday, the 24th of November 2026, ten in the morning in UTC.
  ts: "1795514400.000001",
  kind: "duration",
  said: "checkout on the new gateway, about 3 weeks",
  shape: "single",
  hedges: ["about"],
  ...more,
});

export const card = (more: Partial<Card> = {}): Card => ({
  ref: { team: "T1", channel: "C0PLANNING", root: "1795514400.000001" },
  estimates: [{ now: value(), before: [] }],
  plus: [],
  also: [],
  in: [],
  out: [],
  assumed: [],
  depends: [],
  learned: [],
  open: [],
  others: [],
  upTo: "1795514400.000001",
  ...more,
});
