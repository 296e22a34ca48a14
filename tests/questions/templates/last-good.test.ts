import { describe, expect, test } from "vitest";
import { keepLastGood } from "../../../src/questions/templates/last-good.ts";
import { OFFLINE, offlineWith } from "./sample.ts";

const base = (text: string) => ({ file: "shipped/offline-mode.yaml", text });
const team = (text: string) => ({ file: "team/offline-mode.yaml", text });
const change = "extends: offline-mode\nowner: Sam\nweak: Hard to say.\n";

describe("a file that became wrong", () => {
  test("stands as it last was, and is named until it is mended", () => {
    const gather = keepLastGood();
    gather([[base(OFFLINE)]]);
    const wrong = gather([[base(offlineWith("form: open", "form: opne"))]]);
    expect(wrong.templates).toMatchObject([{ id: "offline-mode", form: "open" }]);
    expect(wrong.problems).toMatchObject([{ file: "shipped/offline-mode.yaml", line: 5 }]);
    const mended = gather([[base(offlineWith("form: open", "form: list"))]]);
    expect(mended.templates).toMatchObject([{ form: "list" }]);
    expect(mended.problems).toEqual([]);
  });

  test("goes when it is deleted", () => {
    const gather = keepLastGood();
    gather([[base(OFFLINE)]]);
    gather([[base("id: [")]]);
    expect(gather([[]]).templates).toEqual([]);
    expect(gather([[base("id: [")]]).templates).toEqual([]);
  });

  test("has an owner even where it cannot be read at all", () => {
    const gather = keepLastGood();
    gather([[base(OFFLINE)]]);
    expect(gather([[base("owner: Priya\n\tid: [")]]).problems).toMatchObject([{ owner: "Priya" }]);
  });

  test("that was never right is left out", () => {
    const { templates, problems } = keepLastGood()([[base("id: offline-mode")]]);
    expect(templates).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  test("takes nothing from files that lie over it", () => {
    const gather = keepLastGood();
    gather([[base(OFFLINE)], [team(change)]]);
    const { templates, problems } = gather([[base("id: offline-mode")], [team(change)]]);
    expect(templates).toMatchObject([{ weak: "Hard to say.", form: "open" }]);
    expect(problems.map(({ file }) => file)).toEqual(["shipped/offline-mode.yaml"]);
  });

  test("stands as it last was, too, where it is wrong only together with others", () => {
    const gather = keepLastGood();
    gather([[base(OFFLINE)], [team(change)]]);
    const { templates, problems } = gather([[base(OFFLINE)], [team(change.replace("offline", "online"))]]);
    expect(templates).toMatchObject([{ weak: "Hard to say." }]);
    expect(problems).toMatchObject([{ file: "team/offline-mode.yaml", owner: "Sam" }]);
  });

  test("a wrong glossary keeps its terms", () => {
    const gather = keepLastGood();
    const glossary = (text: string) => ({ file: "glossary.yaml", text });
    gather([[glossary("- term: cache\n  means: A copy.\n")]]);
    const { glossary: terms, problems } = gather([[glossary("- term: cache\n")]]);
    expect(terms).toMatchObject([{ term: "cache" }]);
    expect(problems).toHaveLength(1);
  });
});
