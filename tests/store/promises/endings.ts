import { expect, test } from "vitest";
import { HOSTILE } from "../hostile.ts";
import { addOne, DAY, type Given, ids, jobOf, keyOf, MINUTE, NOW, put, takeOf } from "./given.ts";

export function endings(given: Given): void {
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

  test("a clock may tell fractions of a millisecond", async () => {
    const { store, team } = given();
    await store.change(keyOf(team), NOW + 0.25, () => ({ record: "a", until: NOW + 1.75 }));
    expect(await store.claim(team, "Ev1", NOW + 0.25, NOW + 1.75)).toBe(true);
    expect(await store.get(keyOf(team), NOW + 1.5)).toBe("a");
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
    await store.change(key, NOW, (record: { count: number } | undefined) => ({
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
