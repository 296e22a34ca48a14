import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOUSE, type Installation, keepInstallations } from "../../src/slack/installations.ts";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { redisStore } from "../../src/store/redis-store.ts";
import { sealWith } from "../../src/store/seal.ts";
import type { Job, Store } from "../../src/store/store.ts";
import { OutsideError } from "../../src/telling/outside.ts";
import { startCluster } from "../store/redis-cluster.ts";
import { redisAvailable, startRedis } from "../store/redis-server.ts";

const NOW = Date.UTC(2030, 10, 26, 14);
const OLD = Buffer.alloc(32, "old");
const NEW = Buffer.alloc(32, "new");

const installationOf = (team: string, token = `xoxb-${team}`): Installation => ({
  team,
  token,
  bot: { user: "U0BOT" },
  url: `https://${team}.slack.example/`,
  at: NOW,
});

type Opened = { readonly store: Store; readonly close: () => Promise<void> };

const STORES: Readonly<Record<string, () => Promise<Opened>>> = {
  embedded: async () => {
    const store = await embeddedStore({ memory: true });
    return { store, close: () => store.close() };
  },
  ...(redisAvailable && {
    Redis: async () => {
      const redis = await startRedis();
      const store = await redisStore(redis.url);
      return { store, close: async () => (await store.close(), redis.stop()) };
    },
    "a Redis Cluster": async () => {
      const cluster = await startCluster();
      const store = await redisStore(cluster.url);
      return { store, close: async () => (await store.close(), cluster.stop()) };
    },
  }),
};

describe.each(Object.entries(STORES))("installations on %s", (_name, open) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  }, 30_000);
  afterAll(() => opened.close());

  let clock = NOW;
  const keep = (...keys: Buffer[]) =>
    keepInstallations({ store, seal: sealWith(keys.length > 0 ? keys : [NEW]), now: () => clock });
  let teams = 0;
  const newTeam = () => `T${(teams += 1)}NEW`;
  const sealedOf = async (team: string) =>
    (await store.get<{ sealed: string }>({ team, kind: "installation", id: "slack" }, clock))?.sealed;

  test("what is put is found, by another process too, and no token stands in the store", async () => {
    const one = installationOf(newTeam());
    await keep().put(one, []);
    expect(await keep().find(one.team)).toEqual(one);
    expect(await keep().find("T0NOBODY")).toBeUndefined();
    const record = await store.get({ team: one.team, kind: "installation", id: "slack" }, clock);
    expect(JSON.stringify(record)).not.toContain("xoxb");
    expect(Object.keys(record as object)).toEqual(["sealed"]);
  });

  test("it never ends, and its jobs are scheduled with it", async () => {
    const one = installationOf(newTeam());
    const job: Job = { team: one.team, id: "j", kind: "look", due: NOW, about: {} };
    await keep().put(one, [job]);
    const later = keepInstallations({ store, seal: sealWith([NEW]), now: () => NOW + 50 * 365 * 86_400_000 });
    expect(await later.find(one.team)).toEqual(one);
    const taken = await store.take(NOW, 100, NOW + 1000);
    expect(taken.filter(({ team }) => team === one.team)).toMatchObject([{ id: "j" }]);
  });

  test("it is forgotten with its workspace, and struck off the list", async () => {
    const [one, other] = [installationOf(newTeam()), installationOf(newTeam())];
    const kept = keep();
    await kept.put(one, []);
    await kept.put(other, []);
    await store.forget(one.team);
    await kept.strike(one.team);
    expect(await kept.find(one.team)).toBeUndefined();
    const names = [...(await kept.inspect()).fine].map(({ team }) => team);
    expect(names).toContain(other.team);
    expect(names).not.toContain(one.team);
    expect((await store.keys(HOUSE)).map(({ id }) => id)).not.toContain(one.team);
  });

  test("it is remembered for a minute; a new token is seen at once here, and after it elsewhere", async () => {
    const one = installationOf(newTeam());
    const [here, elsewhere] = [keep(), keep()];
    await here.put(one, []);
    expect((await elsewhere.find(one.team))?.token).toBe(one.token);
    await here.put({ ...one, token: "xoxb-another" }, []);
    expect((await here.find(one.team))?.token).toBe("xoxb-another");
    expect((await elsewhere.find(one.team))?.token).toBe(one.token);
    clock += 60_000;
    expect((await elsewhere.find(one.team))?.token).toBe("xoxb-another");
    elsewhere.forget(one.team);
    await store.forget(one.team);
    expect(await elsewhere.find(one.team)).toBeUndefined();
  });

  test("absence is not remembered: who installs by another process is served at once", async () => {
    const one = installationOf(newTeam());
    const elsewhere = keep();
    expect(await elsewhere.find(one.team)).toBeUndefined();
    await keep().put(one, []);
    expect(await elsewhere.find(one.team)).toEqual(one);
  });

  test("a record copied to another workspace does not open there", async () => {
    const [one, thief] = [installationOf(newTeam()), newTeam()];
    await keep().put(one, []);
    const sealed = await sealedOf(one.team);
    await store.change({ team: thief, kind: "installation", id: "slack" }, clock, () => ({
      record: { sealed },
      until: Infinity,
    }));
    await expect(keep().find(thief)).rejects.toThrow(OutsideError);
    await expect(keep().find(thief)).rejects.toThrow(
      /cannot be opened. It was altered, or sealed for something else/,
    );
  });

  test("on use, an older key's seal becomes the newest's", async () => {
    const one = installationOf(newTeam());
    await keep(OLD).put(one, []);
    await expect(keep(NEW).find(one.team)).rejects.toThrow(/ENCRYPTION_KEY does not name. Put that key back/);
    expect(await keep(NEW, OLD).find(one.team)).toEqual(one);
    expect(await keep(NEW).find(one.team)).toEqual(one);
  });

  test("all are sealed anew at once, and every other state is told by workspace", async () => {
    const [old, fine, foreign, altered] = [newTeam(), newTeam(), newTeam(), newTeam()];
    await keep(OLD).put(installationOf(old), []);
    await keep(NEW).put(installationOf(fine), []);
    await keep(Buffer.alloc(32, "a third")).put(installationOf(foreign), []);
    await keep(NEW).put(installationOf(altered), []);
    await store.change({ team: altered, kind: "installation", id: "slack" }, clock, (record) => ({
      record: { sealed: `${(record as { sealed: string }).sealed.slice(0, -3)}AAA` },
      until: Infinity,
    }));
    const kept = keep(NEW, OLD);
    const seen = await kept.inspect();
    expect(seen.old.map(({ team }) => team)).toEqual([old]);
    expect(seen.fine.map(({ team }) => team)).toContain(fine);
    expect(seen.foreign).toEqual([foreign]);
    expect(seen.broken).toEqual(expect.arrayContaining([altered]));
    const before = await sealedOf(old);
    expect((await kept.reseal()).old).toHaveLength(1);
    expect(await sealedOf(old)).not.toBe(before);
    expect((await kept.inspect()).old).toEqual([]);
    expect(await keep(NEW).find(old)).toEqual(installationOf(old));
  });

  test.each([{}, { sealed: 7 }, { sealed: null }, { sealed: "xoxb-plain" }, [], "text"])(
    "a broken record is told, and stops nobody else: %j",
    async (record) => {
      const team = newTeam();
      await keep().put(installationOf(team), []);
      await store.change({ team, kind: "installation", id: "slack" }, clock, () => ({
        record,
        until: Infinity,
      }));
      await expect(keep().find(team)).rejects.toThrow(OutsideError);
      const seen = await keep().inspect();
      expect([...seen.foreign, ...seen.broken]).toContain(team);
    },
  );
});
