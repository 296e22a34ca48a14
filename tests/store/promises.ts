import { afterAll, beforeAll, describe } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { endings } from "./promises/endings.ts";
import { jobs } from "./promises/jobs.ts";
import { lanes } from "./promises/lanes.ts";
import { listsAndClaims } from "./promises/lists-and-claims.ts";
import { records } from "./promises/records.ts";

export type Opened = {
  readonly store: Store;
  /** A second store on the same data, as another process has it; the same one where only one process may use it. */
  readonly other: Store;
  /** Everything stored, keys and values, as lines of text; undefined where nobody can look. */
  readonly dump: (() => Promise<string[]>) | undefined;
  readonly close: () => Promise<void>;
};

/** What every store promises. `open` is called once; each test has a workspace of its own. */
export function promises(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    let store: Store;
    let other: Store;
    let teams = 0;
    const newTeam = () => `T${++teams}`;
    beforeAll(async () => {
      opened = await open();
      ({ store, other } = opened);
    });
    afterAll(() => opened.close());
    const given = () => ({ store, other, team: newTeam(), newTeam, dump: opened.dump ?? (async () => []) });

    describe("records", () => records(given));
    describe("jobs", () => jobs(given));
    describe("turns in lanes", () => lanes(given));
    describe("lists and claims", () => listsAndClaims(given));
    describe("expiring and forgetting", () => endings(given));
  });
}
