import { expect, test } from "vitest";
import type { Change } from "../../../src/store/store.ts";
import { HOSTILE } from "../hostile.ts";
import { addOne, type Given, jobOf, keep, keyOf, NOW, put, takeOf, times } from "./given.ts";

export function records(given: Given): void {
  test("what was written is read, by everybody", async () => {
    const { store, other, team } = given();
    const key = keyOf(team);
    expect(await store.get(key, NOW)).toBeUndefined();
    const record = { text: 'Zoë said "3 weeks"\n\u2028{}', list: [1, null, { deep: true }] };
    expect(await put(store, key, record)).toEqual(record);
    expect(await store.get(key, NOW)).toEqual(record);
    expect(await other.get(key, NOW)).toEqual(record);
  });

  test("two are read as one is, each as it stands", async () => {
    const { store, other, team } = given();
    const [one, two] = [keyOf(team), keyOf(team, "C1/2.2")];
    expect(await store.getBoth([one, two], NOW)).toEqual([undefined, undefined]);
    await put(store, one, "one", { until: NOW + 10 });
    await put(store, two, "two", { until: NOW + 20 });
    expect(await other.getBoth([two, one], NOW)).toEqual(["two", "one"]);
    expect(await other.getBoth([one, two], NOW + 10)).toEqual([undefined, "two"]);
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
    const after = await store.change<{ count: number }>(key, NOW, (record) => {
      seen.push(record?.count);
      return undefined;
    });
    expect(seen.at(-1)).toBe(2);
    expect(after).toEqual({ count: 2 });
    const late = await other.change<{ count: number }>(keyOf(team, "unknown"), NOW, () => undefined);
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

  test.each<[string, (team: string) => Partial<Change<unknown>>]>([
    ["an end that is no number", () => ({ until: Number.NaN })],
    ["a score that is no number", () => ({ lists: { l: Number.NaN } })],
    ["an endless score", () => ({ lists: { l: Infinity } })],
    ["a due time that is no number", (team) => ({ schedule: [jobOf(team, "j", Number.NaN)] })],
    ["a job of another workspace", (team) => ({ schedule: [jobOf(`${team}9`, "j", NOW)] })],
  ])("%s is refused, and nothing of it written", async (_, wrong) => {
    const { store, team } = given();
    await expect(put(store, keyOf(team), "never", wrong(team))).rejects.toThrow(TypeError);
    expect(await store.get(keyOf(team), NOW)).toBeUndefined();
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
