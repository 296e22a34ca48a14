import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const CLI = join(import.meta.dirname, "../../src/cli.ts");
const TSX = import.meta.resolve("tsx");

/** From a folder without an `.env`, with no settings. A bot that starts all the same is stopped. */
function askwhy(...args: string[]) {
  const { PATH = "" } = process.env;
  return spawnSync(process.execPath, ["--import", TSX, CLI, ...args], {
    cwd: tmpdir(),
    env: { PATH },
    input: "",
    encoding: "utf8",
    timeout: 20_000,
  });
}

test.each([["start"], ["doctor"], ["read"]])("%s refuses words it does not know", (command) => {
  const { status, stderr } = askwhy(command, "--foo");
  expect(status).toBe(1);
  expect(stderr).toContain("Unknown option '--foo'");
  expect(stderr).toContain(`usage: askwhy ${command}`);
});

test.each([["doctor"], ["try"], ["workspaces"], ["manifest"]])("%s --help says how it is used", (command) => {
  for (const asked of [
    [command, "--help"],
    ["help", command],
  ]) {
    const { status, stdout } = askwhy(...asked);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^usage: askwhy ${command}`));
  }
});

test("templates --help shows its commands", () => {
  const { status, stdout } = askwhy("templates", "--help");
  expect(status).toBe(0);
  expect(stdout).toContain("runs every example and every reply");
});

test.each([
  [["tyr", "x"], 'There is no command "tyr". Did you mean "try"?'],
  [["manifest", "--http", "askwhy.example.com"], "--http takes the public address"],
  [["manifest", "--http", "http://askwhy.example.com"], "such as https://"],
  [["manifest", "--http", "https://askwhy.example.com?a=b"], "--http takes the public address"],
  [["manifest", "--socket", "--http", "https://askwhy.example.com"], "One or the other"],
])("%j is refused", (args, says) => {
  const { status, stdout, stderr } = askwhy(...args);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(says);
});
