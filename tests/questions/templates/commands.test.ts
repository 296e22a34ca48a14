import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { templatesCommand } from "../../../src/questions/commands.ts";
import { teamWords } from "../../../src/reading/team-words.ts";
import { folderWith, OFFLINE, offlineWith } from "./sample.ts";

async function run(folders: readonly string[], ...args: string[]) {
  let text = "";
  const exit = await templatesCommand({ args, folders, write: (written) => (text += written) });
  return { exit, text };
}

async function runJson(folders: readonly string[], ...args: string[]) {
  const { exit, text } = await run(folders, ...args, "--json");
  return { exit, json: JSON.parse(text) as unknown };
}

const shipped = () => folderWith({ "offline-mode.yaml": OFFLINE });
const change = "extends: offline-mode\nowner: Sam\nweak: Hard to say.\n";

describe("list", () => {
  test("shows each question and its files", async () => {
    const [below, team] = [shipped(), folderWith({ "offline-mode.yaml": change })];
    const { exit, text } = await run([below, team], "list");
    expect(exit).toBe(0);
    expect(text).toMatch(/offline-mode +on +open +offline-mode +duration points +\S+ \+ \S+$/m);
  });

  test("says what was not read", async () => {
    const { text } = await run([folderWith({ "a.yaml": OFFLINE, "b.yaml": "id: [" })], "list");
    expect(text).toContain("1 not read: see 'askwhy templates check'");
  });

  test("for programs", async () => {
    expect(await runJson([shipped()], "list")).toMatchObject({
      exit: 0,
      json: [{ id: "offline-mode", disabled: false, examples: { ask: 1, quiet: 1, replies: 2 } }],
    });
  });
});

test.each([["try", "offline-mode"], ["why"]])("%s tells why a number is no estimate", async (...args) => {
  const { text } = await run([shipped()], ...args, "the offline mode took 3 weeks");
  expect(text).toContain(
    'no estimate and no spec to ask about; "3 weeks" is none, since it tells what already happened',
  );
});

test("check tells of a cue that does not hear its -ing, in one's own files", async () => {
  const team = folderWith({ "a.yaml": "extends: offline-mode\nwhen: { cues: { add: [purge] } }\n" });
  const { exit, text } = await run([shipped(), team], "check");
  expect(text).toContain("note: 'purge' hears purge, purges, purged, not purging");
  expect(exit).toBe(0);
});

describe("a folder that is not there", () => {
  const nowhere = () => join(folderWith({}), "nosuch");
  test.each([
    [["list"]],
    [["show", "offline-mode"]],
    [["test"]],
    [["test", "offline-mode"]],
    [["try", "offline-mode", "3 weeks for the offline mode"]],
    [["why", "3 weeks for the offline mode"]],
    [["check"]],
  ])("is said: %s", async (args) => {
    const { exit, text } = await run([shipped(), nowhere()], ...args);
    expect(text).toContain("nosuch:1:1 there is no such folder: make it, or correct ASKWHY_TEMPLATES_DIR");
    expect(exit).toBe(1);
  });

  test("or is a file", async () => {
    const file = join(folderWith({ "a.yaml": OFFLINE }), "a.yaml");
    expect((await run([shipped(), file], "list")).text).toContain("is a file, not a folder");
    expect((await run([shipped(), file], "new", "tunnels")).text).toContain("is a file, not a folder");
  });

  test("for programs", async () => {
    const { exit, json } = await runJson([shipped(), nowhere()], "list");
    expect({ exit, json }).toEqual({
      exit: 1,
      json: { error: expect.stringContaining("there is no such folder") },
    });
  });

  test("is made for a new question, and that is said", async () => {
    const folder = nowhere();
    const first = await run([shipped(), folder], "new", "tunnels");
    expect(first).toMatchObject({
      exit: 0,
      text: expect.stringMatching(/^There was no folder .*nosuch; it is made\.$/m),
    });
    expect(existsSync(join(folder, "tunnels.yaml"))).toBe(true);
    expect((await run([shipped(), folder], "new", "bridges")).text).not.toContain("it is made");
  });

  test("is none of the schema's business", async () => {
    expect((await run([shipped(), nowhere()], "schema")).exit).toBe(0);
  });
});

describe("show", () => {
  test("gives what results, and from which files", async () => {
    const [below, team] = [shipped(), folderWith({ "offline-mode.yaml": change })];
    const { exit, text } = await run([below, team], "show", "offline-mode");
    expect(exit).toBe(0);
    expect(text.split("\n").slice(0, 3)).toEqual([
      `# from ${join(below, "offline-mode.yaml")}`,
      `# changed by ${join(team, "offline-mode.yaml")}`,
      "id: offline-mode",
    ]);
    expect(text).toContain("weak: Hard to say.");
  });

  test.each([
    ["{ remove: [field staff] }", '# not heard for it any longer, nor the single words of it: "field staff"'],
    ["[tunnel]", "# its cues were replaced: it stands by its own words alone"],
  ])("tells what is no longer heard where the cues are %s", async (cues, told) => {
    const team = folderWith({ "offline-mode.yaml": `extends: offline-mode\nwhen: { cues: ${cues} }\n` });
    const { text } = await run([shipped(), team], "show", "offline-mode");
    expect(text.split("\n").slice(2, 4)).toEqual([told, "id: offline-mode"]);
    expect(text).not.toContain("cuesGone");
  });

  test("what it gives can be read again as it is", async () => {
    const { text } = await run([shipped()], "show", "offline-mode");
    const again = await run([folderWith({ "offline-mode.yaml": text })], "show", "offline-mode");
    expect(again.text.split("\n").slice(1)).toEqual(text.split("\n").slice(1));
  });

  test.each([
    ["ofline-mode", "Did you mean 'offline-mode'?"],
    ["", "Which question?"],
  ])("an id that is not there: %j", async (id, hint) => {
    const { exit, text } = await run([shipped()], "show", id);
    expect(exit).toBe(2);
    expect(text).toContain(hint);
  });

  test("an id whose file is refused", async () => {
    const { exit, text } = await run([folderWith({ "b.yaml": "id: b" })], "show", "b");
    expect(exit).toBe(2);
    expect(text).toContain("b.yaml is not in use: 'ask', 'again'");
  });
});

describe("check", () => {
  test("finds nothing where nothing is wrong", async () => {
    expect(await run([shipped()], "check")).toEqual({
      exit: 0,
      text: "1 question checked: no problems, no notes",
    });
  });

  test("shows what is wrong, with the place, the line, and what is allowed", async () => {
    const folder = folderWith({ "offline-mode.yaml": offlineWith("form: open", "form: opne") });
    const { exit, text } = await run([folder], "check");
    expect(exit).toBe(1);
    expect(text.split("\n")).toEqual([
      `${join(folder, "offline-mode.yaml")}:5:7 'form' cannot be 'opne', did you mean 'open'?`,
      "  5 | form: opne",
      "            ^",
      "  allowed: yes-no, either-or, open, list",
      "  looked after by Priya",
      "",
      "no questions checked: 1 problem, no notes",
    ]);
  });

  test("hears the tone", async () => {
    const folder = folderWith({
      "a.yaml": offlineWith("again: Which one screen has to work on the train?", "again: Why {estimate}?"),
    });
    expect(await runJson([folder], "check")).toMatchObject({
      exit: 1,
      json: { questions: 1, problems: [{ line: 4, col: 8, message: expect.stringContaining("'why'") }] },
    });
  });

  test("a family of one's own gets a note, a shipped one does not", async () => {
    const odd = offlineWith("family: offline-mode", "family: offlin");
    const below = folderWith({ "a.yaml": odd });
    expect((await run([below], "check")).text).toContain("no notes");
    const team = folderWith({ "b.yaml": odd.replace("id: offline-mode", "id: tunnel-mode") });
    expect((await run([shipped(), team], "check")).text).toContain(
      "no other question is of the family 'offlin'",
    );
  });

  test("questions in a folder inside get a note", async () => {
    const folder = folderWith({ "a.yaml": OFFLINE });
    for (const name of ["old", "pictures", ".git"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "old", "b.yaml"), OFFLINE);
    writeFileSync(join(folder, ".git", "c.yaml"), OFFLINE);
    writeFileSync(join(folder, "pictures", "d.png"), "");
    const { exit, text } = await run([folder], "check");
    expect(exit).toBe(0);
    expect(text).toContain(`${join(folder, "old")}:1:1 note: the file in this folder is not read`);
    expect(text).toContain("no problems, 1 note");
  });

  test("what makes no sense is told, also of a change", async () => {
    const change = "extends: offline-mode\nexamples: { ask: [] }\nunless: { covered: [offline] }\n";
    const { exit, text } = await run([shipped(), folderWith({ "offline-mode.yaml": change })], "check");
    expect(exit).toBe(1);
    expect(text).toContain("note: 'offline' stands both under");
    expect(text).toContain("1 problem, 1 note");
    expect(text).toContain(`offline-mode.yaml:2:18 at least one is needed under 'examples.ask'`);
  });

  test("notes alone do not fail", async () => {
    const folder = folderWith({ "a.yaml": offlineWith("  not_about: [server]", "  not_about: [no]") });
    const { exit, text } = await run([folder], "check");
    expect(exit).toBe(0);
    expect(text).toContain("note: many YAML readers take a bare no for false");
  });
});

describe("test", () => {
  test("fails where an example does not turn out, and says where it stands", async () => {
    const folder = folderWith({
      "a.yaml": offlineWith("  ask: [3 weeks for the offline mode]", "  ask: [lunch anyone?]"),
    });
    const { exit, text } = await run([folder], "test");
    expect(exit).toBe(1);
    expect(text).toContain("FAIL  offline-mode: 1 to ask, 1 quiet, 2 replies");
    expect(text).toContain(`${join(folder, "a.yaml")}:17:9 examples.ask: "lunch anyone?" not asked`);
    expect(text).toContain("1 question tried: 1 not as they say");
  });

  test("fails where a file cannot be read", async () => {
    const { exit, text } = await run([folderWith({ "b.yaml": "id: b" })], "test");
    expect(exit).toBe(1);
    expect(text).toContain("no questions tried: all as they say, 1 problem with files");
  });

  test("an example that a change brought along stands in the change", async () => {
    const changed = "extends: offline-mode\nexamples:\n  quiet: { add: [2 weeks for the offline mode] }\n";
    const team = folderWith({ "offline-mode.yaml": changed });
    const { text } = await run([shipped(), team], "test", "offline-mode");
    expect(text).toContain(`${join(team, "offline-mode.yaml")}:3:18 examples.quiet:`);
  });

  test("a reply of the question below that fits no longer is told with the file that changed it", async () => {
    const below = folderWith({
      "offline-mode.yaml": offlineWith("  non-answer: [it depends]", "  non-answer: [yep]"),
    });
    const team = folderWith({
      "offline-mode.yaml":
        "extends: offline-mode\nform: yes-no\nask: Does {estimate} include the offline mode?\n",
    });
    const { text } = await run([below, team], "test");
    const changer = join(team, "offline-mode.yaml");
    expect(text).toContain(
      `taken for: answered, because of: a yes or no; ${changer} changed the question: write 'replies' that fit it there`,
    );
    expect((await run([below], "test")).text).not.toContain("changed the question");
  });

  test("can be asked for one", async () => {
    const folder = folderWith({ "a.yaml": OFFLINE, "b.yaml": "extends: offline-mode\nid: variant\n" });
    const { json } = await runJson([folder], "test", "variant");
    expect(json).toMatchObject({ results: [{ id: "variant" }] });
  });

  test("an unknown id is an error, not a success", async () => {
    expect((await run([shipped()], "test", "offline")).exit).toBe(2);
  });
});

describe("try and why", () => {
  test("asked, in the words of the thread", async () => {
    const { exit, text } = await run([shipped()], "try", "offline-mode", "3 weeks for the offline mode");
    expect(exit).toBe(0);
    expect(text).toMatch(/^Asked, first:\n {2}What works without a connection once the 3 weeks is spent\?/);
  });

  test("a thread, one line after the other", async () => {
    const said = String.raw`pm: and the offline mode?\neng: 3 weeks`;
    expect((await runJson([shipped()], "try", "offline-mode", said)).json).toMatchObject({ asked: true });
  });

  test("not asked, and what speaks against it", async () => {
    const { text } = await run([shipped()], "try", "offline-mode", "lunch anyone?");
    expect(text).toMatch(/^Not asked: \S/);
  });

  test.each([
    ["try", "offline-mode"],
    ["why", undefined],
  ])("%s: a speaker nobody knows is refused", async (command, id) => {
    const said = String.raw`pm: and the offline mode?\nboss: 3 weeks`;
    const { exit, text } = await run([shipped()], command, ...(id ? [id] : []), said);
    expect(exit).toBe(2);
    expect(text).toContain("Nobody speaks as 'boss:'; in a thread each line begins with pm:, eng:,");
  });

  test("one that is switched off shows what it would do", async () => {
    const folder = folderWith({ "a.yaml": offlineWith("owner: Priya", "disabled: true") });
    const { text } = await run([folder], "try", "offline-mode", "3 weeks for the offline mode");
    expect(text).toContain("What works without a connection");
    expect(text).toContain("switched off");
  });

  test("why names every question", async () => {
    const folder = folderWith({
      "a.yaml": OFFLINE,
      "b.yaml": "extends: offline-mode\nid: variant\ndisabled: true\n",
    });
    const { exit, text } = await run([folder], "why", "3 weeks for the offline mode");
    expect(exit).toBe(0);
    expect(text).toMatch(/^offline-mode +asked/m);
    expect(text).toMatch(/^variant +ruled out +-?[\d.]+ +switched off/m);
  });

  test.each([
    ["try", "offline-mode"],
    ["why", undefined],
  ])("%s without a text says what is missing", async (command, id) => {
    const { exit, text } = await run([shipped()], command, ...(id ? [id] : []));
    expect(exit).toBe(2);
    expect(text).toContain("What was said?");
  });
});

describe("new", () => {
  test("writes a file to fill in, which is not in use before it is", async () => {
    const team = folderWith({});
    const { exit, text } = await run([shipped(), team], "new", "audit-trail");
    expect(exit).toBe(0);
    expect(text).toContain("askwhy templates test audit-trail");
    const checked = await run([shipped(), team], "check");
    expect(checked.exit).toBe(1);
    expect(checked.text).toContain("audit-trail.yaml:3:8 still to be written: owner, ask, again, why,");
    expect(checked.text).not.toContain("looked after by");
    expect((await runJson([shipped(), team], "list")).json).toMatchObject([{ id: "offline-mode" }]);
  });

  test("says so where it will replace a question, and what changes parts of it", async () => {
    const { exit, text } = await run([shipped(), folderWith({})], "new", "offline-mode");
    expect(exit).toBe(0);
    expect(text).toMatch(/replaces it whole.*--extends offline-mode/);
    expect((await run([shipped(), folderWith({})], "new", "other")).text).not.toContain("replaces");
    const change = await run([shipped(), folderWith({})], "new", "offline-mode", "--extends", "offline-mode");
    expect(change.text).not.toContain("replaces");
  });

  test("filled in, it is in use", async () => {
    const team = folderWith({});
    await run([folderWith({}), team], "new", "audit-trail");
    const path = join(team, "audit-trail.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("…", "audit trail"));
    expect((await runJson([team], "list")).json).toMatchObject([{ id: "audit-trail" }]);
  });

  test("filled in with one of each, it lacks nothing", async () => {
    const team = folderWith({});
    await run([folderWith({}), team], "new", "audit-trail");
    const path = join(team, "audit-trail.yaml");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replaceAll("…", "audit trail"));
    expect((await run([folderWith({}), team], "check")).text).not.toContain("is needed");
    expect(text).toMatch(/ask: \[…\] .*one at least\n {2}quiet: \[…\] .*one at least\n/);
  });

  test("a change of another, filled in", async () => {
    const team = folderWith({});
    await run([shipped(), team], "new", "tunnel-mode", "--extends", "offline-mode");
    const path = join(team, "tunnel-mode.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("…", "tunnel"));
    const { text } = await run([shipped(), team], "show", "tunnel-mode");
    expect(text).toContain("    - field staff");
    expect(text).toContain("    - tunnel");
  });

  test("leaves the schema for editors beside it", async () => {
    const team = folderWith({});
    await run([shipped(), team], "new", "audit-trail");
    expect(readFileSync(join(team, "audit-trail.yaml"), "utf8")).toMatch(
      /^# yaml-language-server: \$schema=\.\/schema\.json\n/,
    );
    expect(existsSync(join(team, "schema.json"))).toBe(true);
  });

  test.each([
    [["new"], "Give the new question an id"],
    [["new", "Audit Trail"], "Give the new question an id"],
    [["new", "../audit"], "Give the new question an id"],
    [["new", "offline-mode"], "is already there"],
    [["new", "x", "--extends", "ofline-mode"], "Did you mean 'offline-mode'?"],
  ])("%j is refused", async (args, message) => {
    const { exit, text } = await run([folderWith({}), shipped()], ...args);
    expect(exit).toBe(2);
    expect(text).toContain(message);
  });

  test("does not write into the shipped folder, and says what to do", async () => {
    const below = shipped();
    const { exit, text } = await run([below], "new", "audit-trail");
    expect(exit).toBe(2);
    expect(text).toMatch(/set ASKWHY_TEMPLATES_DIR .* or pass --in <folder>/);
    expect(existsSync(join(below, "audit-trail.yaml"))).toBe(false);
  });

  test("--in names a folder, which is then still to be set", async () => {
    const team = join(folderWith({}), "team");
    const { exit, text } = await run([shipped()], "new", "audit-trail", "--in", team);
    expect(exit).toBe(0);
    expect(existsSync(join(team, "audit-trail.yaml"))).toBe(true);
    expect(text).toContain(`export ASKWHY_TEMPLATES_DIR=${team}`);
  });
});

test("new says where it cannot write", async () => {
  const file = join(folderWith({ "a.yaml": OFFLINE }), "a.yaml");
  const { exit, text } = await run([shipped()], "new", "audit-trail", "--in", join(file, "team"));
  expect(exit).toBe(2);
  expect(text).toMatch(/audit-trail\.yaml cannot be written \(ENOTDIR\). Make the folder writable/);
});

describe("the team's own words", () => {
  const whales = offlineWith("  about: [duration, points]", "  about: [size]").replace(
    "3 weeks for the offline mode",
    "the offline mode is a whale",
  );
  const read = teamWords("sizes: { XL: [whale] }");
  const manner = () => ("manner" in read ? read.manner : {});

  test.each([
    [["test"], "all as they say", "1 not as they say"],
    [["try", "offline-mode", "the offline mode is a whale"], "Asked, first", "Not asked"],
    [["why", "the offline mode is a whale"], /^offline-mode +asked/m, "Nothing is asked"],
  ])("%j", async (args, withThem, without) => {
    const folder = folderWith({ "offline-mode.yaml": whales });
    let text = "";
    const write = (written: string) => void (text = written);
    await templatesCommand({ args, folders: [folder], manner, write });
    expect(text).toMatch(withThem);
    await templatesCommand({ args, folders: [folder], write });
    expect(text).toMatch(without);
  });
});

describe("why names also", () => {
  test("the questions that nothing said could bring up", async () => {
    const folder = folderWith({
      "a.yaml": OFFLINE,
      "b.yaml": offlineWith("id: offline-mode", "id: no-cues").replace(/cues: .*/, "cues: []"),
      "c.yaml": offlineWith("id: offline-mode", "id: off\ndisabled: true"),
    });
    const { text } = await run([folder], "why", "3 weeks for the server");
    expect(text).toMatch(/^offline-mode +ruled out +\S+ +another kind of work: "server"$/m);
    const quiet = await run([folder], "why", "3 weeks for the login page");
    expect(quiet.text).toContain("everything worth asking is covered");
    const more = await run([folder, folderWith({ "d.yaml": OTHER })], "why", "3 weeks for the alarm");
    expect(more.text).toMatch(/^offline-mode +ruled out +none of its cues is heard$/m);
    expect(more.text).toMatch(/^no-cues +ruled out +it has no cues$/m);
    expect(more.text).toMatch(/^off +ruled out +switched off$/m);
    expect(more.text).toContain("Higher scores come first");
  });

  const OTHER = offlineWith("id: offline-mode", "id: alarm").replace(/cues: .*/, "cues: [alarm]");
});

describe("--in", () => {
  test.each([[["check"]], [["list"]], [["show", "offline-mode"]], [["test"]]])(
    "lays a folder over the shipped questions: %j",
    async (args) => {
      const team = folderWith({ "offline-mode.yaml": change });
      const below = shipped();
      const { text } = await run([below, folderWith({})], ...args, "--in", team, "--json");
      expect(text).toBe((await run([below, team], ...args, "--json")).text);
    },
  );

  test("a folder that is not there is said", async () => {
    const { exit, text } = await run([shipped()], "list", "--in", "nosuch");
    expect(exit).toBe(1);
    expect(text).toContain("nosuch:1:1 there is no such folder");
  });
});

test.each([[["--help"]], [["new", "--help"]], [["help"]], [["check", "-h"]]])("%j helps", async (args) => {
  const { exit, text } = await run([shipped()], ...args);
  expect(exit).toBe(0);
  expect(text).toContain("new <id> [--extends <id>] [--in <folder>]");
});

describe("what is not understood", () => {
  test.each([
    [[], "for whoever writes questions"],
    [["lst"], "There is no 'templates lst'. Did you mean 'list'?"],
    [["toString"], "There is no 'templates toString'."],
    [["list", "--jason"], "Unknown option '--jason'"],
    [["check", "offline-mode"], "'templates check' takes no 'offline-mode'"],
    [["show", "offline-mode", "rollout"], "'templates show' takes no 'rollout'"],
    [["list", "--extends", "rollout"], "--extends goes with 'templates new'"],
  ])("%j", async (args, message) => {
    const { exit, text } = await run([], ...args);
    expect(exit).toBe(2);
    expect(text).toContain(message);
    expect(text).toContain('why "text"');
  });
});
