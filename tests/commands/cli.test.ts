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
