import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSettings } from "../src/settings.ts";
import { keepInstallations } from "../src/slack/installations.ts";
import { embeddedStore } from "../src/store/embedded-store.ts";
import { sealWith } from "../src/store/seal.ts";
import { workspacesCommand } from "../src/workspaces-command.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "askwhy-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const KEYS = [1, 2].map((byte) => Buffer.alloc(32, byte));
const OAUTH = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "a-client-secret",
  SLACK_STATE_SECRET: "any-random-text-of-some-length",
  SLACK_SIGNING_SECRET: "0123456789abcdef",
};
const AT = Date.UTC(2030, 10, 26, 14);

async function run(
  args: readonly string[],
  keys: readonly Buffer[] = KEYS,
  env: Record<string, string> = OAUTH,
) {
  const said: string[] = [];
  const settings = readSettings({
    ...env,
    ...(env === OAUTH && { ENCRYPTION_KEY: keys.map((key) => key.toString("hex")).join() }),
    ASKWHY_DATA_DIR: folder,
  });
  const complain = (text: string) => (said.push(text), 1);
  const code = await workspacesCommand({ args, settings, write: (text) => void said.push(text), complain });
  return { code, said: said.join("\n") };
}

async function installed(team: string, key: Buffer | undefined): Promise<void> {
  const store = await embeddedStore({ folder });
  const seal = sealWith(key === undefined ? [] : [key]);
  const one = { team, token: "xoxb-planted", bot: { user: "U0BOT" }, url: `https://${team}.test/`, at: AT };
  await keepInstallations({ store, seal, now: () => AT }).put(one, []);
  await store.change({ team, kind: "thread", id: "C1/1.1" }, AT, () => ({ record: {}, until: Infinity }));
  await store.close();
}

test("lists who installed the app, and how each stands", async () => {
  expect((await run([])).said).toBe("No workspace has installed the app.");
  await installed("T0ACME", KEYS[0]);
  await installed("T0QUAY", KEYS[1]);
  await installed("T0LOST", Buffer.alloc(32, 3));
  const { code, said } = await run([]);
  expect(code).toBe(0);
  expect(said.split("\n")).toEqual([
    "T0ACME  since 2030-11-26  https://T0ACME.test/",
    "T0LOST  sealed with a key that ENCRYPTION_KEY does not name",
    "T0QUAY  since 2030-11-26  https://T0QUAY.test/  sealed with an older key",
  ]);
  expect(said).not.toContain("planted");
});

test("erases one of them, also one whose key is lost, and no other", async () => {
  await installed("T0ACME", KEYS[0]);
  await installed("T0LOST", Buffer.alloc(32, 3));
  const { code, said } = await run(["erase", "T0LOST"]);
  expect([code, said]).toEqual([0, expect.stringMatching(/^Everything of T0LOST is erased \(records: 2\)/)]);
  expect((await run([])).said).toMatch(/^T0ACME[^\n]*$/);
  // A bot that runs beside it may know the workspace for a minute, and write.
  const store = await embeddedStore({ folder });
  const due = (await store.nextDue()) ?? 0;
  const jobs = await store.take(due, 10, due + 1000);
  await store.close();
  expect(jobs).toMatchObject([{ kind: "erase-workspace", about: { team: "T0LOST" } }]);
  expect(await run(["erase", "T0LOST"])).toMatchObject({
    code: 1,
    said: "Nothing is kept of a workspace T0LOST.",
  });
});

test.each([["erase"], ["erase", "T1", "T2"], ["remove", "T1"]])(
  "%s %s is not understood",
  async (...args) => {
    expect(await run(args)).toEqual({ code: 1, said: "usage: askwhy workspaces [erase <id>]" });
  },
);

test("with one workspace it says where the others would come from", async () => {
  const one = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "0123456789abcdef" };
  expect(await run([], KEYS, one)).toMatchObject({
    code: 1,
    said: expect.stringContaining("docs/workspaces.md"),
  });
});

test("without any token it says so, and of no workspace that there is one", async () => {
  const { code, said } = await run([], KEYS, {});
  expect(code).toBe(1);
  expect(said).toMatch(/^No Slack tokens are set\. .*docs\/workspaces\.md/);
});

test("beside a running bot on the embedded store it says that the store is in use", async () => {
  const store = await embeddedStore({ folder });
  const { code, said } = await run([]);
  await store.close();
  expect([code, said]).toEqual([1, expect.stringMatching(/use/)]);
});
