import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { doctor, showDoctor, stops } from "../src/doctor.ts";
import { SCOPES } from "../src/manifest.ts";
import { keepInstallations } from "../src/slack/installations.ts";
import { embeddedStore } from "../src/store/embedded-store.ts";
import { openStore } from "../src/store/open-store.ts";
import { sealWith } from "../src/store/seal.ts";
import { killAfter, startWriter } from "./store/processes.ts";
import { redisAvailable, startRedis } from "./store/redis-server.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "askwhy-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ALL = Object.keys(SCOPES);
type Slack = Readonly<Record<string, { readonly body: object; readonly scopes?: readonly string[] }>>;
const FINE: Slack = {
  "auth.test": { body: { ok: true, team_id: "T0ACME" }, scopes: ALL },
  "apps.connections.open": { body: { ok: true, url: "wss://slack.test" } },
};

const pretend =
  (slack: Slack): typeof fetch =>
  async (to) => {
    const url = to instanceof Request ? to.url : to.toString();
    const { body, scopes } = slack[url.split("/api/")[1] ?? ""] ?? { body: { ok: true } };
    return Response.json(body, { headers: scopes ? { "x-oauth-scopes": scopes.join(",") } : {} });
  };

const SOCKET = { SLACK_BOT_TOKEN: "xoxb-planted", SLACK_APP_TOKEN: "xapp-planted" };

async function look(env: Record<string, string>, slack: Slack = FINE) {
  const findings = await doctor({ ASKWHY_DATA_DIR: join(folder, "data"), ...env }, { fetch: pretend(slack) });
  return { findings, shown: showDoctor(findings), stops: stops(findings) };
}

test("all is well", async () => {
  const { findings, shown, stops: stopped } = await look(SOCKET);
  expect(findings.map(({ what, state }) => [what, state])).toEqual([
    ["settings", "fine"],
    ["bot token", "fine"],
    ["scopes", "fine"],
    ["app token", "fine"],
    ["store (embedded)", "fine"],
    ["templates", "fine"],
  ]);
  expect(stopped).toBe(false);
  expect(shown).toContain("Nothing stops the bot.");
  expect(shown).not.toContain("planted");
});

test("a setting that is nearly one we know is worth a look", async () => {
  const { findings, stops: stopped } = await look({ ...SOCKET, QUIET_SECOND: "planted" });
  expect(findings.filter(({ what }) => what === "settings")).toEqual([
    {
      what: "settings",
      state: "worth a look",
      says: "QUIET_SECOND is no setting and changes nothing. Did you mean QUIET_SECONDS?",
    },
  ]);
  expect(stopped).toBe(false);
  const wrong = await look({ QUIET_SECOND: "planted", RETENTION_DAYS: "no" });
  expect(wrong.findings.map(({ state }) => state)).toEqual(["stops", "worth a look"]);
});

test("without tokens it points to the playground and the manifest", async () => {
  const { shown, stops: stopped } = await look({});
  expect(shown).toMatch(/No Slack tokens, so `npm start` opens the playground.*askwhy manifest --socket/);
  expect(stopped).toBe(false);
});

test("wrong settings are all named, and nothing else is tried", async () => {
  const { findings, stops: stopped } = await look({ PORT: "x", LOG_LEVEL: "y" });
  expect(findings.map(({ what }) => what)).toEqual(["settings", "settings"]);
  expect(stopped).toBe(true);
});

describe("Slack", () => {
  const said = (error: string) => ({ body: { ok: false, error } });

  test.each<[string, Slack, RegExp]>([
    [
      "a refused bot token",
      { ...FINE, "auth.test": said("invalid_auth") },
      /STOP {2}bot token: Slack refuses SLACK_BOT_TOKEN/,
    ],
    [
      "a withdrawn bot token",
      { ...FINE, "auth.test": said("account_inactive") },
      /STOP {2}bot token: .*Install the app again/,
    ],
    [
      "a refused app token",
      { ...FINE, "apps.connections.open": said("invalid_auth") },
      /STOP {2}app token: .*connections:write/,
    ],
  ])("%s", async (_what, slack, says) => {
    const { shown, stops: stopped } = await look(SOCKET, slack);
    expect(shown).toMatch(says);
    expect(stopped).toBe(true);
  });

  test("a scope that is missing says what it is for", async () => {
    const lacking = (scope: string) => ({
      ...FINE,
      "auth.test": { body: { ok: true, team_id: "T0ACME" }, scopes: ALL.filter((one) => one !== scope) },
    });
    const quiet = await look(SOCKET, lacking("dnd:read"));
    expect(quiet.shown).toMatch(/look {2}scope dnd:read: Missing. It keeps quiet.*install the app again/);
    expect(quiet.stops).toBe(false);
    expect((await look(SOCKET, lacking("chat:write"))).stops).toBe(true);
  });

  test("over HTTP the secret cannot be tried, and that is said", async () => {
    const { shown, stops: stopped } = await look({
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_SIGNING_SECRET: "0123456789",
    });
    expect(shown).toMatch(/look {2}signing secret: Only a delivery can show/);
    expect(stopped).toBe(false);
  });
});

describe("several workspaces by OAuth", () => {
  const KEY = Buffer.alloc(32, "key").toString("base64");
  const OAUTH = {
    SLACK_CLIENT_ID: "1.2",
    SLACK_CLIENT_SECRET: "planted-client-secret",
    SLACK_STATE_SECRET: "planted-state-secret",
    SLACK_SIGNING_SECRET: "planted-signing-secret",
    ENCRYPTION_KEY: KEY,
  };
  const oauth = (error: string): Slack => ({ ...FINE, "oauth.v2.access": { body: { ok: false, error } } });

  /** Two workspaces installed the app, while this key was the newest. */
  async function installed(key = KEY): Promise<void> {
    const store = await embeddedStore({ folder: join(folder, "data") });
    const seal = sealWith([Buffer.from(key, "base64")]);
    const installations = keepInstallations({ store, seal, now: Date.now });
    for (const team of ["T0ACME", "T0QUAY"]) {
      const one = {
        team,
        token: "xoxb-planted",
        bot: { user: "U0BOT" },
        url: "https://x.test/",
        at: Date.now(),
      };
      await installations.put(one, []);
    }
    await store.close();
  }

  test("all is well", async () => {
    await installed();
    const { findings, shown, stops: stopped } = await look(OAUTH, oauth("invalid_code"));
    expect(findings.map(({ what, state }) => [what, state])).toEqual([
      ["settings", "fine"],
      ["client id and secret", "fine"],
      ["signing secret", "worth a look"],
      ["install page", "worth a look"],
      ["store (embedded)", "fine"],
      ["encryption key", "fine"],
      ["workspace T0QUAY", "fine"],
      ["workspace T0ACME", "fine"],
      ["templates", "fine"],
    ]);
    expect(stopped).toBe(false);
    expect(shown).not.toContain("planted");
    expect(shown).not.toContain(KEY);
  });

  test.each([
    ["invalid_client_id", /STOP {2}client id and secret: Slack does not know SLACK_CLIENT_ID/, true],
    ["bad_client_secret", /STOP {2}client id and secret: Slack refuses SLACK_CLIENT_SECRET/, true],
    ["internal_error", /look {2}client id and secret: Slack does not say/, false],
  ])("Slack says %s of the client", async (error, says, stopping) => {
    const { shown, stops: stopped } = await look(OAUTH, oauth(error));
    expect(shown).toMatch(says);
    expect(shown).toContain("No workspace has installed the app yet: /slack/install");
    expect(stopped).toBe(stopping);
  });

  test("a key that is missing stops the bot, an older one does not, and the doctor changes neither", async () => {
    const older = Buffer.alloc(32, "older").toString("base64");
    await installed(older);
    for (let times = 0; times < 2; times += 1) {
      const without = await look(OAUTH, oauth("invalid_code"));
      expect(without.shown).toMatch(/STOP {2}encryption key: .* of T0\w+, T0\w+: .*Put that key back/);
      const both = await look({ ...OAUTH, ENCRYPTION_KEY: `${KEY},${older}` }, oauth("invalid_code"));
      expect(both.shown).toMatch(/ok {4}encryption key: It opens the tokens of 2. 2 of them by an older key/);
      expect([without.stops, both.stops]).toEqual([true, false]);
    }
  });

  test("a workspace with fewer scopes, and one whose token is withdrawn, are named", async () => {
    await installed();
    const fewer = {
      body: FINE["auth.test"]?.body ?? {},
      scopes: ALL.filter((scope) => scope !== "dnd:read"),
    };
    const lacking = await look(OAUTH, { ...oauth("invalid_code"), "auth.test": fewer });
    expect(lacking.shown).toMatch(/look {2}workspace T0ACME: It did not grant dnd:read. Have it install/);
    const gone = { body: { ok: false, error: "account_inactive" } };
    const withdrawn = await look(OAUTH, { ...oauth("invalid_code"), "auth.test": gone });
    expect(withdrawn.shown).toMatch(
      /look {2}workspace T0QUAY: Slack does not take its token \(account_inactive\)/,
    );
  });
});

test("a Redis that does not answer stops the bot", async () => {
  const { shown, stops: stopped } = await look({ REDIS_URL: "redis://127.0.0.1:1" });
  expect(shown).toMatch(/STOP {2}store \(Redis\): /);
  expect(stopped).toBe(true);
});

describe("the folder of the embedded store", () => {
  const data = () => join(folder, "data");
  const hold = (holder: object) => {
    mkdirSync(data());
    writeFileSync(join(data(), "askwhy.lock"), JSON.stringify(holder));
  };

  test("is not made by looking", async () => {
    const { shown, stops: stopped } = await look(SOCKET);
    expect(shown).toMatch(
      /ok {4}store \(embedded\): Its folder .*data is not there yet: the start makes it\./,
    );
    expect(stopped).toBe(false);
    expect(existsSync(data())).toBe(false);
  });

  test("that could not be made stops the bot", async () => {
    writeFileSync(data(), "");
    const { shown, stops: stopped } = await look({ ...SOCKET, ASKWHY_DATA_DIR: join(data(), "deep", "er") });
    expect(shown).toMatch(/STOP {2}store \(embedded\): The folder .* cannot be written \(ENOTDIR\)/);
    expect(stopped).toBe(true);
  });

  test("held by a bot that runs is no fault: one looks before the restart", async () => {
    const other = await startWriter(data());
    const { shown, stops: stopped } = await look(SOCKET);
    expect(shown).toContain(
      `look  store (embedded): In use by process ${other.child.pid}, an Askwhy that runs`,
    );
    expect(stopped).toBe(false);
    await killAfter(other, 1);
    // What it left behind holds nobody up.
    expect((await look(SOCKET)).shown).toContain("ok    store (embedded): It answers.");
  });

  test("held by nobody any more is taken", async () => {
    hold({ pid: process.pid, host: hostname(), token: "an earlier life of this pid" });
    expect((await look(SOCKET)).shown).toContain("ok    store (embedded): It answers.");
  });
});

describe.skipIf(!redisAvailable)("with redis-server", () => {
  test("a workspace under whose keys something else stands is named", async () => {
    const redis = await startRedis();
    const store = await openStore({ redisUrl: redis.url, dataDir: folder }, { warn: () => {} });
    const due = { team: "T0ACME", id: "j", kind: "suggest", due: 1, about: {} };
    const key = { team: "T0ACME", kind: "thread", id: "1" };
    await store.change(key, 1, () => ({ record: {}, until: 2, schedule: [due] }));
    const env = { ...SOCKET, REDIS_URL: redis.url };
    expect((await look(env)).shown).not.toContain("look");
    const admin = new Redis(redis.url);
    for (const name of await admin.keys("askwhy:*due*"))
      await admin.del(name).then(() => admin.set(name, "x"));
    const { shown, stops: stopped } = await look(env);
    expect(shown).toMatch(/look {2}workspace T0ACME: Something else stands under this workspace's keys/);
    expect(stopped).toBe(false);
    admin.disconnect();
    await store.close();
    await redis.stop();
  });

  test("a database that is not there stops the bot", async () => {
    const redis = await startRedis();
    const { shown, stops: stopped } = await look({ ...SOCKET, REDIS_URL: `${redis.url}/99` });
    expect(shown).toMatch(/STOP {2}store \(Redis\): .* has no database of this number/);
    expect(stopped).toBe(true);
    await redis.stop();
  });
});

test("a broken template is shown with its place, and stops nothing", async () => {
  writeFileSync(join(folder, "ours.yaml"), "id: ours\nask: [\n");
  const { shown, stops: stopped } = await look({ ASKWHY_TEMPLATES_DIR: folder });
  expect(shown).toMatch(/look {2}template: .*ours\.yaml:\d+:\d+/);
  expect(stopped).toBe(false);
});

test("a words file that cannot be used stops the bot, and so the doctor says", async () => {
  const path = join(folder, "words.yaml");
  writeFileSync(path, "sprint_days: soon\n");
  const wrong = await look({ ...SOCKET, ASKWHY_WORDS: path });
  expect(wrong.stops).toBe(true);
  expect(wrong.shown).toMatch(/STOP {2}words: .*words\.yaml:1:14/);
  writeFileSync(path, "sprint_days: 15\n");
  expect((await look({ ...SOCKET, ASKWHY_WORDS: path })).shown).toContain("ok    words: They can be used.");
});
