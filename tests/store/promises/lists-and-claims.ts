import { expect, test } from "vitest";
import type { Store } from "../../../src/store/store.ts";
import { HOSTILE } from "../hostile.ts";
import { DAY, type Given, keep, keyOf, MINUTE, NOW, put, times } from "./given.ts";

export function listsAndClaims(given: Given): void {
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
