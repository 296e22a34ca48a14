import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Change, Job, Key, Store } from "../../src/store/store.ts";
import { HOSTILE } from "./hostile.ts";

/** Monday, 5 January 2026, 09:00 UTC. A store gets its time from the caller alone. */
const NOW = Date.UTC(2026, 0, 5, 9);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Count = { readonly count: number };

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
    describe("lists and claims", () => listsAndClaims(given));
    describe("expiring and forgetting", () => endings(given));
  });
}

type Given = () => {
  readonly store: Store;
  readonly other: Store;
  readonly team: string;
  readonly newTeam: () => string;
  readonly dump: () => Promise<string[]>;
};

const keyOf = (team: string, id = "C1/1.1", kind = "thread"): Key => ({ team, kind, id });
const keep = <T>(record: T, more: Partial<Change<T>> = {}): Change<T> => ({
  record,
  until: NOW + DAY,
  ...more,
});
const put = (store: Store, key: Key, record: unknown, more: Partial<Change<unknown>> = {}) =>
  store.change(key, NOW, () => keep(record, more));
const addOne = (record: Count | undefined) => keep({ count: (record?.count ?? 0) + 1 });
const times = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));

function records(given: Given): void {
  test("what was written is read, by everybody", async () => {
    const { store, other, team } = given();
    const key = keyOf(team);
    expect(await store.get(key, NOW)).toBeUndefined();
    const record = { text: 'Zoë said "3 weeks"\n\u2028{}', list: [1, null, { deep: true }] };
    expect(await put(store, key, record)).toEqual(record);
    expect(await store.get(key, NOW)).toEqual(record);
    expect(await other.get(key, NOW)).toEqual(record);
  });

  test("the same id in another workspace or of another kind is another record", async () => {
    const { store, team, newTeam } = given();
    const [one, two, three] = [keyOf(team), keyOf(newTeam()), keyOf(team, "C1/1.1", "channel")];
    await put(store, one, "one");
    await put(store, two, "two");
    expect(await store.get(three, NOW)).toBeUndefined();
    expect([await store.get(one, NOW), await store.get(two, NOW)]).toEqual(["one", "two"]);
  });

  test("a change sees the newest record, whoever wrote it", async () => {
    const { store, other, team } = given();
    const key = keyOf(team);
    await store.change(key, NOW, addOne);
    await other.change(key, NOW, addOne);
    await store.change(key, NOW, addOne);
    expect(await other.get(key, NOW)).toEqual({ count: 3 });
  });

  test("a change that does nothing was decided on the newest record", async () => {
    const { store, other, team } = given();
    const key = keyOf(team);
    await store.change(key, NOW, addOne);
    await other.change(key, NOW, addOne);
    const seen: unknown[] = [];
    const after = await store.change<Count>(key, NOW, (record) => {
      seen.push(record?.count);
      return undefined;
    });
    expect(seen.at(-1)).toBe(2);
    expect(after).toEqual({ count: 2 });
    const late = await other.change<Count>(keyOf(team, "unknown"), NOW, () => undefined);
    expect(late).toBeUndefined();
  });

  test("a change that would do nothing on what this process knows does something on what is newest", async () => {
    const { store, other, team } = given();
    const key = keyOf(team);
    await put(store, key, "open");
    await put(other, key, "asked");
    const after = await store.change<string>(key, NOW, (record) =>
      record === "asked" ? keep("answered") : undefined,
    );
    expect(after).toBe("answered");
  });

  test("of many writers at once every change survives", async () => {
    const { store, other, team } = given();
    const key = keyOf(team);
    await Promise.all(times(100, (i) => (i % 2 ? store : other).change(key, NOW, addOne)));
    expect(await store.get(key, NOW)).toEqual({ count: 100 });
  });

  test("what a change function is given may be altered without altering what is kept", async () => {
    const { store, team } = given();
    const key = keyOf(team);
    await put(store, key, { count: 1 });
    await store.change<{ count: number }>(key, NOW, (record) => {
      if (record) record.count = 99;
      return undefined;
    });
    expect(await store.get(key, NOW)).toEqual({ count: 1 });
  });

  test("a change function that throws changes nothing, and the next one is heard", async () => {
    const { store, team } = given();
    const key = keyOf(team);
    await put(store, key, "before");
    const failing = store.change(key, NOW, () => {
      throw new Error("of our own making");
    });
    await expect(failing).rejects.toThrow("of our own making");
    expect(await put(store, key, "after")).toBe("after");
  });

  test("a record that cannot be written takes no job with it", async () => {
    const { store, team } = given();
    const circle: Record<string, unknown> = {};
    circle["circle"] = circle;
    const job = jobOf(team, "j", NOW);
    await expect(put(store, keyOf(team), circle, { schedule: [job] })).rejects.toThrow(TypeError);
    expect(await takeOf(store, team, NOW)).toEqual([]);
  });

  test("null deletes", async () => {
    const { store, other, team } = given();
    const key = keyOf(team);
    await put(store, key, "here");
    expect(await put(store, key, null)).toBeUndefined();
    expect(await other.get(key, NOW)).toBeUndefined();
    expect(await store.keys(team)).toEqual([]);
  });

  test("a record written anew after its deletion is not taken for the old one", async () => {
    const { store, other, team } = given();
    const key = keyOf(team);
    await put(store, key, "old");
    await put(other, key, null);
    await put(other, key, "new");
    const seen: unknown[] = [];
    await store.change(key, NOW, (record) => (seen.push(record), keep("newest")));
    expect(seen.at(-1)).toBe("new");
  });

  test("no name of a workspace, kind or record can run into another", async () => {
    const { store, other, team } = given();
    const names = HOSTILE.map((name, i) => [name, i] as const);
    const all = [
      ...names.map(([name, i]) => [keyOf(`${team}${name}`), `team ${i}`] as const),
      ...names.map(([name, i]) => [keyOf(team, "x", `k${name}`), `kind ${i}`] as const),
      ...names.map(([name, i]) => [keyOf(team, name), `id ${i}`] as const),
    ];
    for (const [key, record] of all) await put(store, key, record);
    for (const [key, record] of all) expect(await other.get(key, NOW)).toBe(record);
    const keys = (await store.keys(team)).filter(({ kind }) => kind === "thread").map(({ id }) => id);
    expect(new Set(keys)).toEqual(new Set([...HOSTILE, "C1/1.1"]));
  });

  test("an empty workspace id is one like any other", async () => {
    const { store } = given();
    await put(store, keyOf(""), "nameless", { schedule: [jobOf("", "j", NOW)] });
    expect(await store.get(keyOf(""), NOW)).toBe("nameless");
    await store.forget("");
    expect(await store.get(keyOf(""), NOW)).toBeUndefined();
  });
}

const jobOf = (team: string, id: string, due: number): Job => ({
  team,
  id,
  kind: "suggest",
  due,
  about: { channel: "C1", root: id },
});
const ids = (jobs: readonly Job[]) => jobs.map(({ id }) => id);
const schedule = (store: Store, team: string, ...jobs: Job[]) =>
  put(store, keyOf(team, "jobs"), {}, { schedule: jobs });
const cancel = (store: Store, team: string, ...gone: string[]) =>
  put(store, keyOf(team, "jobs"), {}, { cancel: gone });
/** Takes all that is due, and gives those of this workspace. */
const takeOf = async (store: Store, team: string, now: number) =>
  (await store.take(now, 1000, now + MINUTE)).filter((job) => job.team === team);

function jobs(given: Given): void {
  test("a job comes when it is due, as it was scheduled", async () => {
    const { store, other, team } = given();
    const job = { ...jobOf(team, "j", NOW + MINUTE), about: {} };
    await schedule(store, team, job);
    expect(await takeOf(other, team, NOW + MINUTE - 1)).toEqual([]);
    expect(await takeOf(other, team, NOW + MINUTE)).toMatchObject([{ ...job, tries: 0 }]);
  });

  test("one taker gets a job, however many reach for it", async () => {
    const { store, other, team } = given();
    await schedule(store, team, ...times(30, (i) => jobOf(team, `j${i}`, NOW)));
    const takers = times(10, (i) => (i % 2 ? store : other).take(NOW, 5, NOW + MINUTE));
    const taken = ids((await Promise.all(takers)).flat().filter((job) => job.team === team));
    const rest = ids(await takeOf(store, team, NOW));
    expect([...taken, ...rest].toSorted()).toEqual(times(30, (i) => `j${i}`).toSorted());
  });

  test("a job comes back when its taker is silent, and says how often", async () => {
    const { store, other, team } = given();
    await schedule(store, team, jobOf(team, "j", NOW));
    const [first] = await takeOf(store, team, NOW);
    expect(await takeOf(other, team, NOW + MINUTE - 1)).toEqual([]);
    const [second] = await takeOf(other, team, NOW + MINUTE);
    expect([first?.tries, second?.tries]).toEqual([0, 1]);
    expect(second?.lease).not.toBe(first?.lease);
    expect(second?.due).toBe(NOW);
  });

  test("a finished job is gone", async () => {
    const { store, other, team } = given();
    await schedule(store, team, jobOf(team, "j", NOW));
    for (const job of await takeOf(store, team, NOW)) await other.finish(job);
    expect(await takeOf(store, team, NOW + DAY)).toEqual([]);
  });

  test("a late finish of a lost lease does not end the next one's work", async () => {
    const { store, team } = given();
    await schedule(store, team, jobOf(team, "j", NOW));
    const [late] = await takeOf(store, team, NOW);
    const [next] = await takeOf(store, team, NOW + MINUTE);
    await store.finish(late!);
    await store.retry(late!, NOW + 2 * MINUTE);
    expect(ids(await takeOf(store, team, NOW + 2 * MINUTE))).toEqual(["j"]);
    expect(next?.tries).toBe(1);
  });

  test("a job handed back is due when it was said to be, and remembers its tries", async () => {
    const { store, team } = given();
    await schedule(store, team, jobOf(team, "j", NOW));
    const [job] = await takeOf(store, team, NOW);
    await store.retry(job!, NOW + 5 * MINUTE);
    expect(await takeOf(store, team, NOW + 5 * MINUTE - 1)).toEqual([]);
    expect(await takeOf(store, team, NOW + 5 * MINUTE)).toMatchObject([{ due: NOW + 5 * MINUTE, tries: 1 }]);
  });

  test("a second scheduling replaces the first", async () => {
    const { store, team } = given();
    await schedule(store, team, jobOf(team, "j", NOW));
    await schedule(store, team, { ...jobOf(team, "j", NOW + MINUTE), about: { root: "other" } });
    expect(await takeOf(store, team, NOW)).toEqual([]);
    expect(await takeOf(store, team, NOW + MINUTE)).toMatchObject([{ about: { root: "other" } }]);
  });

  test.each(["finish", "retry"] as const)(
    "a job scheduled anew while it is leased survives %s",
    async (how) => {
      const { store, team } = given();
      await schedule(store, team, jobOf(team, "j", NOW));
      const [job] = await takeOf(store, team, NOW);
      await schedule(store, team, jobOf(team, "j", NOW + 3 * MINUTE));
      await (how === "finish" ? store.finish(job!) : store.retry(job!, NOW + DAY));
      expect(await takeOf(store, team, NOW + 3 * MINUTE)).toMatchObject([{ tries: 0 }]);
    },
  );

  test("a cancelled job does not run, leased or not", async () => {
    const { store, team } = given();
    await schedule(store, team, jobOf(team, "a", NOW), jobOf(team, "b", NOW + MINUTE));
    const [a] = await takeOf(store, team, NOW);
    await cancel(store, team, "a", "b", "never was");
    await store.retry(a!, NOW + MINUTE);
    expect(await takeOf(store, team, NOW + DAY)).toEqual([]);
  });

  test("a job outlives the record it was written with", async () => {
    const { store, team } = given();
    await put(store, keyOf(team), null, { schedule: [jobOf(team, "j", NOW + 2 * DAY)] });
    expect(ids(await takeOf(store, team, NOW + 2 * DAY))).toEqual(["j"]);
  });

  test("the oldest come first, and no more than were wanted", async () => {
    const { store, team } = given();
    const due = [5, 1, 4, 2, 3];
    await schedule(store, team, ...due.map((n) => jobOf(team, `j${n}`, NOW - 100 * DAY + n)));
    expect(ids(await store.take(NOW - 99 * DAY, 3, NOW + MINUTE))).toEqual(["j1", "j2", "j3"]);
    expect(ids(await store.take(NOW - 99 * DAY, 3, NOW + MINUTE))).toEqual(["j4", "j5"]);
    expect(await store.take(NOW, 0, NOW + MINUTE)).toEqual([]);
  });

  test("a workspace with many jobs does not keep the others waiting", async () => {
    const { store, team, newTeam } = given();
    const early = NOW - 200 * DAY;
    const [second, third] = [newTeam(), newTeam()];
    await schedule(store, team, ...times(50, (i) => jobOf(team, `j${i}`, early + i)));
    await schedule(store, second, jobOf(second, "s", early + 60));
    await schedule(store, third, jobOf(third, "t1", early + 70), jobOf(third, "t2", early + 80));
    const taken = await store.take(early + 100, 9, NOW + MINUTE);
    expect(ids(taken)).toEqual(["j0", "j1", "j2", "j3", "j4", "j5", "s", "t1", "t2"]);
  });

  test("a job of the same id in another workspace is another job", async () => {
    const { store, team, newTeam } = given();
    const next = newTeam();
    await schedule(store, team, jobOf(team, "j", NOW));
    await schedule(store, next, jobOf(next, "j", NOW));
    await cancel(store, next, "j");
    expect(ids(await takeOf(store, team, NOW))).toEqual(["j"]);
  });

  test("no id of a job can run into another", async () => {
    const { store, team } = given();
    await schedule(store, team, ...HOSTILE.map((id) => jobOf(team, id, NOW)));
    const taken = await takeOf(store, team, NOW);
    expect(new Set(ids(taken))).toEqual(new Set(HOSTILE));
    for (const job of taken) await store.finish(job);
    expect(await takeOf(store, team, NOW + DAY)).toEqual([]);
  });

  test("the next time something is due is known, leases included", async () => {
    const { store, team } = given();
    const early = NOW - 300 * DAY;
    await schedule(store, team, jobOf(team, "b", early + 20), jobOf(team, "a", early));
    expect(await store.nextDue()).toBe(early);
    const [a] = await store.take(early, 1, early + 10);
    expect(await store.nextDue()).toBe(early + 10);
    await store.finish(a!);
    expect(await store.nextDue()).toBe(early + 20);
    await cancel(store, team, "b");
    expect((await store.nextDue()) ?? NOW).toBeGreaterThan(early + 20);
  });
}

function listsAndClaims(given: Given): void {
  const listed = async (store: Store, team: string, list = "l", limit = 100, now = NOW) =>
    (await store.list(team, list, now, limit)).map(({ id }) => id);
  const onList = (score: number | null, list = "l") => ({ lists: { [list]: score } });

  test("a list gives keys, highest score first, as many as wanted", async () => {
    const { store, other, team } = given();
    for (const [id, score] of [
      ["b", 2],
      ["d", 4.5],
      ["a", -1],
      ["c", 3],
    ] as const)
      await put(store, keyOf(team, id), id, onList(score));
    expect(await listed(store, team)).toEqual(["d", "c", "b", "a"]);
    expect(await listed(other, team, "l", 2)).toEqual(["d", "c"]);
    expect(await store.list(team, "l", NOW, 1)).toEqual([keyOf(team, "d")]);
    expect(await listed(store, team, "another")).toEqual([]);
  });

  test("a new score moves, null takes off, saying nothing leaves it", async () => {
    const { store, team } = given();
    for (const [id, score] of [
      ["a", 1],
      ["b", 2],
    ] as const)
      await put(store, keyOf(team, id), id, onList(score));
    await put(store, keyOf(team, "a"), "a", onList(3));
    expect(await listed(store, team)).toEqual(["a", "b"]);
    await put(store, keyOf(team, "b"), "b again");
    await put(store, keyOf(team, "a"), "a", onList(null));
    expect(await listed(store, team)).toEqual(["b"]);
  });

  test("what was deleted is on no list, also when it is written anew", async () => {
    const { store, other, team } = given();
    await put(store, keyOf(team, "a"), "a", { lists: { one: 1, two: 2 } });
    await put(other, keyOf(team, "a"), null);
    await put(store, keyOf(team, "a"), "again", onList(1, "two"));
    expect([await listed(store, team, "one"), await listed(store, team, "two")]).toEqual([[], ["a"]]);
  });

  test("what has expired is left out, and does not take the place of others", async () => {
    const { store, team } = given();
    for (const id of ["a", "b", "c", "d"])
      await put(store, keyOf(team, id), id, { lists: { l: 9 }, until: NOW + MINUTE });
    for (const id of ["y", "z"]) await put(store, keyOf(team, id), id, onList(id === "y" ? 1 : 2));
    expect(await listed(store, team, "l", 2, NOW + MINUTE)).toEqual(["z", "y"]);
  });

  test("what expired and is written anew is only on the lists it was put on anew", async () => {
    const { store, other, team } = given();
    const key = keyOf(team, "a");
    await put(store, key, "a", { lists: { one: 1, two: 2 }, until: NOW + MINUTE });
    const later = NOW + 2 * MINUTE;
    await other.change(key, later, (record) => {
      expect(record).toBeUndefined();
      return keep("anew", onList(5, "two"));
    });
    expect(await listed(store, team, "one", 9, later)).toEqual([]);
    expect(await listed(store, team, "two", 9, later)).toEqual(["a"]);
  });

  test("names of lists do not run into each other", async () => {
    const { store, team } = given();
    for (const [i, name] of HOSTILE.entries())
      await put(store, keyOf(team, `r${i}`), i, { lists: { [name]: 1 } });
    for (const [i, name] of HOSTILE.entries()) expect(await listed(store, team, name)).toEqual([`r${i}`]);
  });

  test("an event is claimed once, by whoever comes first", async () => {
    const { store, other, team, newTeam } = given();
    const claims = times(20, (i) => (i % 2 ? store : other).claim(team, "Ev1", NOW, NOW + MINUTE));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    expect(await store.claim(newTeam(), "Ev1", NOW, NOW + MINUTE)).toBe(true);
    expect(await store.claim(team, "Ev2", NOW, NOW + MINUTE)).toBe(true);
  });

  test("a claim ends when it was said to", async () => {
    const { store, other, team } = given();
    await store.claim(team, "Ev1", NOW, NOW + MINUTE);
    expect(await other.claim(team, "Ev1", NOW + MINUTE - 1, NOW + DAY)).toBe(false);
    expect(await other.claim(team, "Ev1", NOW + MINUTE, NOW + DAY)).toBe(true);
    expect(await store.claim(team, "Ev1", NOW + 2 * MINUTE, NOW + DAY)).toBe(false);
  });

  test("no id of a claim can run into another", async () => {
    const { store, team } = given();
    for (const id of HOSTILE) expect(await store.claim(team, id, NOW, NOW + MINUTE)).toBe(true);
    for (const id of HOSTILE) expect(await store.claim(team, id, NOW, NOW + MINUTE)).toBe(false);
  });
}

function endings(given: Given): void {
  test("a record ends at its end, by the caller's clock", async () => {
    const { store, other, team } = given();
    const key = keyOf(team);
    await put(store, key, "a", { until: NOW + MINUTE });
    expect(await other.get(key, NOW + MINUTE - 1)).toBe("a");
    expect(await other.get(key, NOW + MINUTE)).toBeUndefined();
    expect(await store.change(key, NOW + MINUTE, () => undefined)).toBeUndefined();
  });

  test("a later end counts, and an earlier one", async () => {
    const { store, team } = given();
    const key = keyOf(team);
    await put(store, key, "a", { until: NOW + MINUTE });
    await put(store, key, "b", { until: NOW + DAY });
    await store.take(NOW + MINUTE, 0, NOW + MINUTE);
    expect(await store.get(key, NOW + MINUTE)).toBe("b");
    await put(store, key, "c", { until: NOW + 2 });
    expect(await store.get(key, NOW + 2)).toBeUndefined();
  });

  test("a record that has ended already is not kept", async () => {
    const { store, team } = given();
    await put(store, keyOf(team), "a");
    expect(await put(store, keyOf(team), "b", { until: NOW, lists: { l: 1 } })).toBeUndefined();
    expect(await store.keys(team)).toEqual([]);
    expect(await store.list(team, "l", NOW - 1, 1)).toEqual([]);
  });

  test.each([
    ["hundreds of years", NOW + 1e13],
    ["for ever", Infinity],
    ["a fraction of a millisecond", NOW + 0.5],
  ])("a record may be kept %s", async (_, until) => {
    const { store, team } = given();
    await put(store, keyOf(team), "a", { until });
    expect(await store.get(keyOf(team), NOW)).toBe("a");
  });

  test("what has expired is cleared away whole", async () => {
    const { store, team, dump } = given();
    await put(store, keyOf(team, "kept"), "planted-kept", { until: NOW + 2 * DAY });
    for (const id of ["a", "b"])
      await put(store, keyOf(team, `planted-${id}`), `planted-${id}`, { lists: { [`planted-${id}`]: 1 } });
    await store.claim(team, "planted-claim", NOW, NOW + DAY);
    await store.take(NOW + DAY, 0, NOW + DAY + MINUTE);
    await store.claim(team, "another", NOW + DAY, NOW + DAY + MINUTE);
    const left = (await dump()).filter((line) => /planted-(?!kept)/.test(line));
    expect(left).toEqual([]);
    expect(await store.keys(team)).toEqual([keyOf(team, "kept")]);
  });

  test("a workspace is forgotten whole, and nothing else is touched", async () => {
    const { store, other, team, dump } = given();
    const next = `${team}5}`;
    const fill = async (workspace: string) => {
      for (const id of HOSTILE)
        await put(store, keyOf(workspace, id), `of ${workspace}`, {
          lists: { [id]: 1 },
          schedule: [jobOf(workspace, id, NOW), jobOf(workspace, `${id}later`, NOW + MINUTE)],
        });
      await store.claim(workspace, "Ev1", NOW, NOW + DAY);
      await store.take(NOW, 1000, NOW + 2 * MINUTE);
    };
    await fill(next);
    const before = await dump();
    await fill(team);
    await other.forget(team);

    expect((await dump()).toSorted()).toEqual(before.toSorted());
    expect(await store.keys(team)).toEqual([]);
    for (const id of HOSTILE) expect(await store.get(keyOf(team, id), NOW)).toBeUndefined();
    expect(await store.list(team, ":", NOW, 9)).toEqual([]);
    expect(await takeOf(store, team, NOW + 2 * MINUTE)).toEqual([]);
    expect(await store.claim(team, "Ev1", NOW, NOW + 1)).toBe(true);
    expect(await store.keys(next)).toHaveLength(HOSTILE.length);
  });

  test("a workspace forgotten by another process can be used again at once", async () => {
    const { store, other, team } = given();
    const key = keyOf(team);
    await store.change(key, NOW, addOne);
    await other.forget(team);
    await store.change(key, NOW, (record: Count | undefined) => ({
      ...addOne(record),
      schedule: [jobOf(team, "j", NOW)],
    }));
    expect(await other.get(key, NOW)).toEqual({ count: 1 });
    expect(ids(await takeOf(other, team, NOW))).toEqual(["j"]);
  });

  test("it answers when asked whether it is there", async () => {
    await expect(given().store.check()).resolves.toBeUndefined();
  });
}
