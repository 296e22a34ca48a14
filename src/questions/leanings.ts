import type { Sign } from "./situations.ts";

/** What a situation says to a question: how much it speaks for asking (`for`) and for being settled (`settled`), from 1 to 3. */
export type Leaning = {
  readonly for: Readonly<Partial<Record<Sign, number>>>;
  readonly settled: Readonly<Partial<Record<Sign, number>>>;
};

/**
 * Which situations bear on which shipped question: a first judgement, which the weights refine.
 * A question that is not in this table is chosen by its own words alone.
 */
export const LEANINGS: Readonly<Record<string, Leaning>> = {
  "integration-testing": {
    for: { "joined-up": 2, stubs: 3, "teams-join": 3, alike: 1, depends: 1, firmware: 1, rewrite: 1 },
    settled: { e2e: 3, testing: 1 },
  },
  "review-and-qa": {
    for: { "code-done": 3, testing: 1, reviewing: 1, quick: 1, live: 1 },
    settled: { testing: 2, reviewing: 3, "small-ok": 2 },
  },
  rollout: {
    for: { live: 3, cutover: 2, "code-done": 1, load: 1, rewrite: 1 },
    settled: { staged: 3, rollback: 1 },
  },
  "docs-and-handover": {
    for: { audience: 3, rewrite: 1, deletes: 1, clients: 1 },
    settled: { "docs-ok": 3 },
  },
  exclusions: {
    for: { "scope-open": 3, unsure: 2, "left-out": 1, outcome: 1 },
    settled: { "outcome-ok": 1, "why-size": 1 },
  },
  "done-means": { for: { outcome: 3, "code-done": 1, purpose: 1 }, settled: { "outcome-ok": 3 } },
  "reuse-or-new-service": { for: { "new-thing": 3, exists: 3, copy: 1, rewrite: 1 }, settled: { reuse: 3 } },
  "schema-migration": {
    for: { database: 3, migration: 2, "big-table": 2, shortcut: 1 },
    settled: { "no-migration": 3 },
  },
  "data-backfill": {
    for: { "existing-data": 3, migration: 2, database: 1, deletes: 1, rewrite: 1 },
    settled: { "no-migration": 2 },
  },
  scale: { for: { load: 3, "tried-small": 3, depends: 1 }, settled: { "load-ok": 3 } },
  "failure-mode": { for: { "goes-down": 3, depends: 3, vendor: 1, unseen: 1 }, settled: { fallback: 3 } },
  "cost-driver": { for: { surprise: 3, everything: 2 }, settled: { "why-size": 3 } },
  "config-or-code": { for: { config: 3, quick: 1, doubt: 2 }, settled: { "config-ok": 3 } },
  compatibility: {
    for: { clients: 3, mobile: 2, firmware: 1, rewrite: 1, deletes: 1 },
    settled: { "clients-ok": 3 },
  },
  "security-review": { for: { sensitive: 3, vendor: 1 }, settled: { "sensitive-ok": 3 } },
  observability: { for: { unseen: 3, "goes-down": 1, live: 1, purpose: 1 }, settled: { watching: 3 } },
  uncertainty: { for: { unsure: 3, "never-done": 2 }, settled: { "looked-into": 1, "why-size": 1 } },
  range: { for: { unsure: 2, surprise: 1, "never-done": 1, tight: 1 }, settled: {} },
  spike: { for: { "never-done": 3, unsure: 2, choice: 1 }, settled: { "looked-into": 2 } },
  "hidden-work": { for: { quick: 3, doubt: 3, config: 1 }, settled: { "small-ok": 2 } },
  "estimate-changed": { for: { moved: 3, "no-reason": 3 }, settled: { "reason-told": 3 } },
  dependencies: { for: { "others-first": 3, vendor: 1, dodge: 1 }, settled: { "others-ok": 3 } },
  "third-party": { for: { vendor: 3, "others-first": 1 }, settled: { "vendor-ok": 3 } },
  availability: {
    for: { "other-load": 3, "effort-time": 3, "one-person": 1 },
    settled: { "displaces-ok": 2 },
  },
  parallel: { for: { split: 2, alike: 3, "one-person": 2, pressure: 1 }, settled: { "split-ok": 3 } },
  "first-slice": {
    for: { everything: 3, "one-wish": 3, pressure: 1, surprise: 1 },
    settled: { "slice-ok": 3 },
  },
  debt: { for: { shortcut: 3, choice: 1, copy: 2 }, settled: { "debt-ok": 3 } },
  "opportunity-cost": { for: { displaces: 3, "other-load": 1, pressure: 1 }, settled: { "displaces-ok": 3 } },
  reversible: { for: { deletes: 3, cutover: 3, migration: 1, rewrite: 1 }, settled: { rollback: 3 } },
  deadline: { for: { pressure: 3, tight: 3, when: 2 }, settled: { "date-ok": 3 } },
  "user-problem": { for: { purpose: 3, "one-wish": 1, "spec-words": 1 }, settled: { "purpose-ok": 3 } },
  alternatives: {
    for: { choice: 2, rewrite: 1, "new-thing": 1, "spec-words": 1, exists: 1, "one-wish": 1 },
    settled: {},
  },
  "open-questions": { for: { draft: 3, "spec-words": 1 }, settled: { final: 3 } },
  "spec-estimate": { for: { "no-size": 3, "size-asked": 2, "spec-words": 1, draft: 1 }, settled: {} },
};
