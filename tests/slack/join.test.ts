import { afterEach, describe, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import type { SlackSettings } from "../../src/settings.ts";
import { keepInstallations } from "../../src/slack/installations.ts";
import { joinSlack, SlackStartError } from "../../src/slack/join.ts";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { sealWith } from "../../src/store/seal.ts";
import type { LeasedJob, Store } from "../../src/store/store.ts";
import { OutsideError } from "../../src/telling/outside.ts";
import { openStreet } from "./street.ts";

const NOW = Date.UTC(2030, 10, 26, 14);
const [OLD, NEW] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function join(slack: SlackSettings, store: Store) {
  const lines: string[] = [];
  const street = await openStreet();
  open.push(street);
  const joined = await joinSlack(slack, {
    clientOptions: { slackApiUrl: street.api },
    store,
    log: makeLog("info", { write: (line) => void lines.push(line) }),
    now: () => NOW,
  });
  return { joined, log: () => lines.join("") };
}

async function newStore(): Promise<Store> {
  const store = await embeddedStore({ memory: true });
  open.push(store);
  return store;
}

const oauth = (...encryptionKeys: Buffer[]): SlackSettings => ({
  by: "oauth",
  clientId: "1.2",
  clientSecret: "a-client-secret",
  stateSecret: "any-random-text-of-some-length",
  signingSecret: "a-signing-secret",
  encryptionKeys,
  port: 3000,
});
const ONE: SlackSettings = { by: "socket", botToken: "xoxb-test", appToken: "xapp-test" };

async function installed(store: Store, team: string, key: Buffer): Promise<void> {
  const one = { team, token: "xoxb-planted", bot: { user: "U0BOT" }, url: "https://x.test/", at: NOW };
  await keepInstallations({ store, seal: sealWith([key]), now: () => NOW }).put(one, []);
}

const jobOf = (team: string): LeasedJob => ({
  team,
  id: "suggest:C1/1.1",
  kind: "suggest",
  due: NOW,
  about: {},
  lease: "l",
  tries: 0,
});

describe("several workspaces", () => {
  test("a job of one that is installed is the story's; of one that is gone, it is dropped without ado", async () => {
    const store = await newStore();
    await installed(store, "T0ACME", NEW);
    const { joined, log } = await join(oauth(NEW), store);
    expect(joined.where).toEqual({ workspaces: 1 });
    expect(await joined.due(jobOf("T0ACME"))).toBe(false);
    expect(await joined.due(jobOf("T0GONE"))).toBe(true);
    expect(log()).toMatch(/"level":30.*"team":"T0GONE".*was dropped/);
    expect(log()).not.toContain('"level":50');
  });

  test("a job is not dropped while its workspace's token cannot be opened", async () => {
    const store = await newStore();
    const { joined } = await join(oauth(NEW), store);
    await installed(store, "T0ACME", OLD);
    await expect(joined.due(jobOf("T0ACME"))).rejects.toThrow(OutsideError);
  });

  test("a key that is missing stops the start, says which workspaces, and changes nothing", async () => {
    const store = await newStore();
    for (const team of ["T0ACME", "T0QUAY"]) await installed(store, team, OLD);
    const starting = join(oauth(NEW), store);
    await expect(starting).rejects.toThrow(SlackStartError);
    await expect(starting).rejects.toThrow(/the tokens of .*T0ACME.*Nothing is lost. Put that key back/);
    expect((await join(oauth(NEW, OLD), store)).joined.where).toEqual({ workspaces: 2 });
  });

  test("with a newer key, all are sealed anew at the start: the older one can go", async () => {
    const store = await newStore();
    for (const team of ["T0ACME", "T0QUAY"]) await installed(store, team, OLD);
    expect((await join(oauth(NEW, OLD), store)).log()).toMatch(/"workspaces":2.*sealed anew/);
    const { joined } = await join(oauth(NEW), store);
    expect((await joined.workspaces.find("T0ACME"))?.token).toBe("xoxb-planted");
  });

  test("one that was altered is named, and keeps the others from nothing", async () => {
    const store = await newStore();
    for (const team of ["T0ACME", "T0QUAY"]) await installed(store, team, NEW);
    const sealed = sealWith([NEW]).close("{}", "something else");
    const key = { team: "T0QUAY", kind: "installation", id: "slack" };
    await store.change(key, NOW, () => ({ record: { sealed }, until: Infinity }));
    const { joined, log } = await join(oauth(NEW), store);
    expect(joined.where).toEqual({ workspaces: 1 });
    expect(log()).toMatch(/"level":50.*"team":"T0QUAY".*was altered/);
    expect((await joined.workspaces.find("T0ACME"))?.token).toBe("xoxb-planted");
    expect(log()).not.toContain("planted");
  });
});

describe("one workspace", () => {
  test("its jobs are the story's; another's are left to whom they belong", async () => {
    const { joined } = await join(ONE, await newStore());
    expect(joined.where).toEqual({ team: "T0ACME", bot: "U0BOT" });
    expect(await joined.due(jobOf("T0ACME"))).toBe(false);
    await expect(joined.due(jobOf("T0QUAY"))).rejects.toMatchObject({ retryAt: NOW + 60_000 });
  });

  test("what comes for another workspace finds none", async () => {
    const { joined } = await join(ONE, await newStore());
    expect(await joined.workspaces.find("T0ACME")).toMatchObject({ token: "xoxb-test" });
    expect(await joined.workspaces.find("T0QUAY")).toBeUndefined();
  });
});
