import { describe, expect, test } from "vitest";
import { gather } from "../../../src/questions/templates/gather.ts";
import { OFFLINE, offlineWith } from "./sample.ts";

const shipped = [{ file: "shipped/offline-mode.yaml", text: OFFLINE }];

function laidOver(...texts: string[]) {
  const team = texts.map((text, n) => ({ file: `team/${n}.yaml`, text }));
  const gathered = gather([shipped, team]);
  return { ...gathered, byId: new Map(gathered.templates.map((template) => [template.id, template])) };
}

describe("a folder laid over another", () => {
  test("the same id replaces the question", () => {
    const { templates, origins } = laidOver(offlineWith("weak: It depends.", "weak: Hard to say."));
    expect(templates).toHaveLength(1);
    expect(templates[0]?.weak).toBe("Hard to say.");
    expect(origins.get("offline-mode")).toEqual(["team/0.yaml"]);
  });

  test("a file that extends one that itself extends is told which to name", () => {
    const { problems } = laidOver("extends: offline-mode\nid: variant\n", "extends: variant\nid: other\n");
    expect(problems).toMatchObject([
      {
        file: "team/1.yaml",
        message: "'variant' is itself made by team/0.yaml, which extends 'offline-mode'",
        allowed: expect.stringContaining("extends: offline-mode") as string,
      },
    ]);
  });

  test("a file that extends changes what it names, and leaves the rest", () => {
    const { byId, origins } = laidOver(
      "extends: offline-mode\nweak: Hard to say.\nwhen: { at_least: 3 days, cues: { add: [caching], remove: [offline] } }\n",
    );
    expect(byId.get("offline-mode")).toMatchObject({
      weak: "Hard to say.",
      form: "open",
      when: { about: ["duration", "points"], at_least: "3 days", cues: ["field staff", "sync ", "caching"] },
    });
    expect(origins.get("offline-mode")).toEqual(["shipped/offline-mode.yaml", "team/0.yaml"]);
  });

  test("another question brings its own words for where no estimate stands", () => {
    const below = offlineWith("form: open", "form: open\nunsized: What works without a connection?");
    const unsized = (change: string) =>
      gather([
        [{ file: "a.yaml", text: below }],
        [{ file: "b.yaml", text: `extends: offline-mode\n${change}\n` }],
      ]).templates[0]?.unsized;
    expect(unsized("weak: Hard to say.")).toBe("What works without a connection?");
    expect(unsized("ask: What of {estimate} works in a tunnel?")).toBeUndefined();
    expect(unsized("ask: What works in a tunnel?\nunsized: What does?")).toBe("What does?");
  });

  test("a list may be replaced whole", () => {
    const { byId } = laidOver("extends: offline-mode\nunless: { covered: [wifi] }\n");
    expect(byId.get("offline-mode")?.unless).toEqual({ covered: ["wifi"], not_about: ["server"] });
  });

  test("with an id of its own it is a variant, and both stand", () => {
    const { byId } = laidOver("extends: offline-mode\nid: tunnel-mode\nask: What works in a tunnel?\n");
    expect([...byId.keys()]).toEqual(["offline-mode", "tunnel-mode"]);
    expect(byId.get("tunnel-mode")).toMatchObject({
      ask: "What works in a tunnel?",
      why: expect.stringContaining("Field"),
    });
  });

  test("a question can be switched off", () => {
    expect(laidOver("extends: offline-mode\ndisabled: true\n").byId.get("offline-mode")?.disabled).toBe(true);
  });

  test("a third folder changes what the second made", () => {
    const folders = [
      shipped,
      [{ file: "b.yaml", text: "extends: offline-mode\nwhen: { cues: { add: [b] } }" }],
      [{ file: "c.yaml", text: "extends: offline-mode\nwhen: { cues: { add: [c], remove: [b] } }" }],
    ];
    expect(gather(folders).templates[0]?.when.cues).toEqual(["offline", "field staff", "sync ", "c"]);
  });

  test("a file may extend a question of its own folder, whatever their names", () => {
    const files = [
      { file: "a.yaml", text: "extends: offline-mode\nid: variant\n" },
      { file: "z.yaml", text: OFFLINE },
    ];
    expect(gather([files]).templates.map(({ id }) => id)).toEqual(["offline-mode", "variant"]);
  });
});

describe("an entry removed in vain", () => {
  test.each([
    ["when: { cues: { remove: [offline, onlin] } }", "2:35", "there is no 'onlin' to remove"],
    ["when: { cues: { add: [a], remove: [a] } }", "2:36", "there is no 'a' to remove"],
    ["replies: { partial: { remove: [hm] } }", "2:32", "there is no 'hm' to remove"],
  ])("%s gets a note, and the rest is done", (text, place, message) => {
    const { notes, problems, byId } = laidOver(`extends: offline-mode\n${text}\ndisabled: true\n`);
    expect(notes.map((note) => `${note.line}:${note.col} ${note.message}`)).toEqual([`${place} ${message}`]);
    expect(problems).toEqual([]);
    expect(byId.get("offline-mode")?.disabled).toBe(true);
  });

  test("one that is there gets none", () => {
    expect(laidOver("extends: offline-mode\nwhen: { cues: { remove: [offline] } }\n").notes).toEqual([]);
  });
});

describe("what is refused, while the others stand", () => {
  test.each([
    ["extends: offline\n", "1:10", "there is no question 'offline', did you mean 'offline-mode'?"],
    ["owner: Sam\nextends: checkout\n", "2:10", "there is no question 'checkout'"],
    ["extends: offline-mode\nform: yesno\n", "2:7", "'form' cannot be 'yesno', did you mean 'yes-no'?"],
  ])("%j", (text, place, message) => {
    const { problems, byId } = laidOver(text);
    expect(problems.map(({ line, col }) => `${line}:${col}`)).toEqual([place]);
    expect(problems[0]?.message).toContain(message);
    expect(byId.get("offline-mode")?.weak).toBe("It depends.");
  });

  test("two files of one folder with the same id: the first stands, the second is named", () => {
    const { problems, byId } = laidOver(
      offlineWith("weak: It depends.", "weak: first"),
      offlineWith("weak: It depends.", "weak: second"),
    );
    expect(problems).toMatchObject([
      {
        file: "team/1.yaml",
        line: 1,
        col: 5,
        message: "team/0.yaml already holds 'offline-mode'",
        owner: "Priya",
      },
    ]);
    expect(byId.get("offline-mode")?.weak).toBe("first");
  });

  test("a wrong file over a good one leaves the good one", () => {
    const { byId, problems } = laidOver("id: offline-mode\n");
    expect(byId.get("offline-mode")?.weak).toBe("It depends.");
    expect(problems).toHaveLength(1);
  });
});

describe("glossaries", () => {
  const glossary = (text: string, folder = "shipped") => ({ file: `${folder}/glossary.yaml`, text });

  test("are laid over each other term by term", () => {
    const below = glossary("- term: Canary\n  means: A bird.\n- term: cache\n  means: A copy.\n");
    const above = glossary("- term: canary\n  also: [canaries]\n  means: A first few.\n", "team");
    expect(gather([[below], [above]]).glossary).toEqual([
      { term: "canary", also: ["canaries"], means: "A first few." },
      { term: "cache", also: [], means: "A copy." },
    ]);
  });

  test.each([
    ["- term: cache\n  mean: A copy.\n", "2:3", "unknown key 'mean', did you mean 'means'?"],
    ["- term: cache\n", "1:3", "'means' of entry 1 is missing"],
    ["cache: A copy.\n", "1:1", "the file should be a list"],
  ])("wrong: %j", (text, place, message) => {
    const { problems, glossary: terms } = gather([[glossary(text)]]);
    expect(problems.map(({ line, col }) => `${line}:${col}`)).toEqual([place]);
    expect(problems[0]?.message).toContain(message);
    expect(terms).toEqual([]);
  });
});

describe("what is gone of the cues", () => {
  const gone = (text: string) => laidOver(text).byId.get("offline-mode")?.cuesGone;
  test.each([
    ["one is removed", "extends: offline-mode\nwhen: { cues: { remove: [offline] } }\n", ["offline"]],
    [
      "the list is replaced, most of it by itself",
      'extends: offline-mode\nwhen: { cues: [OFFLINE, "sync ", tunnel] }\n',
      ["field staff"],
    ],
    [
      "a whole file lacks one",
      offlineWith('  cues: [offline, field staff, "sync "]', '  cues: [offline, "sync "]'),
      ["field staff"],
    ],
    ["the list is replaced", "extends: offline-mode\nwhen: { cues: [tunnel] }\n", "all"],
    [
      "most are removed",
      "extends: offline-mode\nwhen: { cues: { remove: [offline, field staff] } }\n",
      "all",
    ],
    [
      "a whole file stands for another question",
      offlineWith('  cues: [offline, field staff, "sync "]', "  cues: [tunnel]"),
      "all",
    ],
  ])("where %s", (_, text, left) => {
    expect(gone(text)).toEqual(left);
  });

  test.each([
    ["some are added", "extends: offline-mode\nwhen: { cues: { add: [tunnel] } }\n"],
    ["they are left alone", "extends: offline-mode\nweak: Hard to say.\n"],
    ["others are removed in vain", "extends: offline-mode\nwhen: { cues: { remove: [tunnel] } }\n"],
    ["it is written anew with the same", OFFLINE],
    [
      "it is a variant with an id of its own",
      "extends: offline-mode\nid: tunnel-mode\nwhen: { cues: [tunnel] }\n",
    ],
  ])("nothing where %s", (_, text) => {
    for (const { cuesGone } of laidOver(text).templates) expect(cuesGone).toBeUndefined();
  });
});
