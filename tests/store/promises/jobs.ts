import { expect, test } from "vitest";
import { HOSTILE } from "../hostile.ts";
import {
  cancel,
  DAY,
  type Given,
  ids,
  jobOf,
  keyOf,
  MINUTE,
  NOW,
  put,
  schedule,
  takeOf,
  times,
} from "./given.ts";

export function jobs(given: Given): void {
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

  test("jobs of several workspaces come in the order of their time", async () => {
    const { store, team, newTeam } = given();
    const early = NOW - 150 * DAY;
    const next = newTeam();
    await schedule(store, team, jobOf(team, "1", early + 1), jobOf(team, "4", early + 4));
    await schedule(store, next, jobOf(next, "2", early + 2), jobOf(next, "3", early + 3));
    expect(ids(await store.take(early + 4, 9, NOW + MINUTE))).toEqual(["1", "2", "3", "4"]);
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

  test("of a workspace comes no more than there is room for, and the others use what is left", async () => {
    const { store, team, newTeam } = given();
    const early = NOW - 250 * DAY;
    const next = newTeam();
    await schedule(store, team, ...times(9, (i) => jobOf(team, `j${i}`, early + i)));
    await schedule(store, next, ...times(9, (i) => jobOf(next, `n${i}`, early + 50 + i)));
    const take = (held: readonly (readonly [string, number])[]) =>
      store.take(early + 100, 6, NOW + MINUTE, { most: 4, held: new Map(held) });
    expect(ids(await take([[team, 3]]))).toEqual(["j0", "n0", "n1", "n2", "n3"]);
    expect(await take([team, next].map((full) => [full, 4]))).toEqual([]);
    expect(ids(await take([[team, 4]]))).toEqual(["n4", "n5", "n6", "n7"]);
    expect(ids(await take([]))).toEqual(["j1", "j2", "j3", "j4", "n8"]);
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

  test("how much is due and not taken is known, and since when", async () => {
    const { store, team, newTeam } = given();
    const before = (await store.backlog(NOW)).due;
    const next = newTeam();
    await schedule(store, team, jobOf(team, "j", NOW - 5), jobOf(team, "k", NOW), jobOf(team, "l", NOW + 1));
    await schedule(store, next, jobOf(next, "j", NOW - 1_000_000));
    expect(await store.backlog(NOW)).toEqual({ due: before + 3, oldest: NOW - 1_000_000 });
    expect((await store.backlog(NOW + 1)).due).toBe(before + 4);
    expect(await store.backlog(0)).toEqual({ due: 0, oldest: undefined });
    await store.take(NOW, 1000, NOW + DAY);
    expect(await store.backlog(NOW)).toEqual({ due: 0, oldest: undefined });
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
