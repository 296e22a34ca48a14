import { expect, test } from "vitest";
import { HOSTILE } from "../hostile.ts";
import { type Given, NOW, times } from "./given.ts";

/** One turn a second, three at once. */
const LANE = { name: "users.info", every: 1000, ahead: 2000 };

export function lanes(given: Given): void {
  test("turns come at once as far as the lane allows, then one by one, whoever books", async () => {
    const { store, other, team } = given();
    const turns: number[] = [];
    for (const one of times(6, (i) => (i % 2 ? store : other)))
      turns.push(await one.book(team, [LANE], NOW, 60_000));
    expect(turns.map((turn) => turn - NOW)).toEqual([0, 0, 0, 1000, 2000, 3000]);
  });

  test("many at once get a turn each", async () => {
    const { store, other, team } = given();
    const turns = await Promise.all(
      times(40, (i) => (i % 2 ? store : other).book(team, [LANE], NOW, 60_000)),
    );
    expect(turns.toSorted((a, b) => a - b).slice(2)).toEqual(times(38, (i) => NOW + 1000 * i));
  });

  test("whoever would wait longer than they want is told when, and books nothing", async () => {
    const { store, team } = given();
    for (const _ of times(5, Number)) await store.book(team, [LANE], NOW, 2000);
    for (const _ of times(3, Number)) expect(await store.book(team, [LANE], NOW, 2000)).toBe(NOW + 3000);
    expect(await store.book(team, [LANE], NOW, 3000)).toBe(NOW + 3000);
    expect(await store.book(team, [LANE], NOW, 3000)).toBe(NOW + 4000);
  });

  test("a turn in two lanes waits for the later, and counts in both", async () => {
    const { store, team } = given();
    const narrow = { name: "in C1", every: 5000, ahead: 0 };
    expect(await store.book(team, [LANE, narrow], NOW, 60_000)).toBe(NOW);
    expect(await store.book(team, [LANE, narrow], NOW, 60_000)).toBe(NOW + 5000);
    expect(await store.book(team, [LANE], NOW, 60_000)).toBe(NOW + 4000);
    expect(await store.book(team, [narrow], NOW, 60_000)).toBe(NOW + 10_000);
  });

  test("fractions of a millisecond count", async () => {
    const { store, team } = given();
    const third = { name: "third", every: 1000 / 3, ahead: 0 };
    const turns: number[] = [];
    for (const _ of times(4, Number)) turns.push(await store.book(team, [third], NOW, 60_000));
    expect(turns[3]! - NOW).toBeCloseTo(1000, 1);
  });

  test("a lane is free again when its time is over, and where the clock was set back", async () => {
    const { store, team } = given();
    for (const _ of times(5, Number)) await store.book(team, [LANE], NOW, 60_000);
    expect(await store.book(team, [LANE], NOW + 5000, 0)).toBe(NOW + 5000);
    expect(await store.book(team, [LANE], NOW - 3_600_000, 0)).toBe(NOW - 3_600_000);
  });

  test("no lane runs into another, nor into another workspace's", async () => {
    const { store, team, newTeam } = given();
    for (const where of [team, newTeam()])
      for (const name of HOSTILE)
        expect(await store.book(where, [{ name, every: 60_000, ahead: 0 }], NOW, 0)).toBe(NOW);
  });

  test("what was booked is gone with the workspace", async () => {
    const { store, team, dump } = given();
    await store.book(team, [{ name: "in C0PLANTED", every: 60_000, ahead: 0 }], NOW, 0);
    await store.forget(team);
    expect((await dump()).join("\n")).not.toContain("C0PLANTED");
    expect(await store.book(team, [{ name: "in C0PLANTED", every: 60_000, ahead: 0 }], NOW, 0)).toBe(NOW);
  });
}
