import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { escape } from "./redis-keys.ts";
import type { Link } from "./redis-link.ts";
import { PEEK, SETTLE, TAKE } from "./redis-scripts.ts";
import { fairShares, roomFor } from "./shares.ts";
import type { LeasedJob, Store } from "./store.ts";
import { isJob, parse, dueAt } from "./stored.ts";

/** How many workspaces one call looks into, where all lie on one node. */
const AT_ONCE = 500;
/** How many expired records of one workspace are cleared away with a taking. */
const SWEEP = 100;
/** How often a workspace that is broken is named in the log, in milliseconds. */
const NAME_AGAIN = 10 * 60_000;

/** What waits in a workspace: the time of its first job, how many are due, how many records have ended. */
type Waiting = {
  readonly team: string;
  readonly first: number;
  readonly due: number;
  readonly ended: number;
};

export function redisJobs(
  link: Link,
  teams: () => Promise<string[]>,
  sweep: (team: string, now: number, limit: number) => Promise<void>,
): Pick<Store, "take" | "finish" | "retry" | "nextDue" | "backlog"> {
  const look = waitingIn(link, teams);
  return {
    take: async (now, limit, leasedUntil, room) => {
      const waiting = await look(now);
      const shares = fairShares(
        waiting.map(({ team, due }) => Math.min(due, roomFor(team, room))),
        limit,
      );
      const taken = waiting.map(async ({ team, ended }, i) => {
        if (ended > 0) await sweep(team, now, SWEEP);
        return shares[i] ? takeFrom(link, team, now, shares[i], leasedUntil) : [];
      });
      return (await whatAnswers(taken)).flat().toSorted((a, b) => a.due - b.due);
    },
    finish: async (job) =>
      void (await link.run(SETTLE, jobKeys(link, job.team), [escape(job.id), job.lease, "", ""])),
    retry: async (job, due) => {
      const again = JSON.stringify(dueAt(job, due));
      await link.run(SETTLE, jobKeys(link, job.team), [escape(job.id), job.lease, due, again]);
    },
    nextDue: async () => {
      const first = (await look(0))[0]?.first;
      return first === Infinity ? undefined : first;
    },
    backlog: async (now) => {
      const waiting = await look(now);
      const oldest = waiting[0]?.first ?? Infinity;
      return {
        due: waiting.reduce((sum, { due }) => sum + due, 0),
        oldest: oldest <= now ? oldest : undefined,
      };
    },
  };
}

const jobKeys = (link: Link, team: string) => {
  const { due, jobs, leases } = link.names.workspace(team);
  return [due, jobs, leases];
};

/** Looks into every workspace that can be read: what waits there at `now`, whose first job is due first before the others. */
function waitingIn(link: Link, teams: () => Promise<string[]>): (now: number) => Promise<Waiting[]> {
  const nameBroken = brokenNamer(link);
  return async (now) => {
    const parts = chunks(await teams(), link.cluster ? 1 : AT_ONCE);
    const found = (await whatAnswers(parts.map((some) => peek(link, some, now)))).flat();
    nameBroken(found.filter(({ due }) => due < 0).map(({ team }) => team));
    return found.filter(({ due }) => due >= 0).toSorted((a, b) => a.first - b.first);
  };
}

/** What waits in these workspaces, in one call. Where something else stands under a workspace's keys, less than nothing is due. */
async function peek(link: Link, teams: readonly string[], now: number): Promise<Waiting[]> {
  const keys = teams.flatMap((team) => {
    const { due, ends, jobs, leases } = link.names.workspace(team);
    return [due, ends, jobs, leases];
  });
  const reply = (await link.run(PEEK, keys, [now])) as (string | number | null)[];
  return chunks(reply, 3).map(([first, due, ended], i) => ({
    team: teams[i] ?? "",
    first: Number(first ?? Infinity),
    due: Number(due),
    ended: Number(ended),
  }));
}

/** Names in the log the workspaces under whose keys something else stands, each now and then. */
function brokenNamer(link: Link): (broken: readonly string[]) => void {
  const named = new LRUCache<string, number>({ max: AT_ONCE });
  return (broken) => {
    for (const team of broken) {
      if (performance.now() - (named.get(team) ?? -Infinity) < NAME_AGAIN) continue;
      named.set(team, performance.now());
      link.log?.warn({ team }, "Something else stands under this workspace's keys: its jobs do not run");
    }
  };
}

/** Leases up to `limit` due jobs of one workspace. One that is broken is dropped. */
async function takeFrom(
  link: Link,
  team: string,
  now: number,
  limit: number,
  leasedUntil: number,
): Promise<LeasedJob[]> {
  const lease = randomUUID();
  const reply = await link.run(TAKE, jobKeys(link, team), [now, limit, leasedUntil, lease]);
  const taken = chunks(reply as [string, string, number], 3).map(async ([id, raw, tries]) => {
    const job = parse(String(raw));
    if (isJob(job)) return { ...job, lease, tries: Number(tries) };
    link.log?.warn({ team, job: id }, "A stored job is broken and was dropped");
    await link.run(SETTLE, jobKeys(link, team), [String(id), lease, "", ""]);
    return undefined;
  });
  return (await Promise.all(taken)).filter((job) => job !== undefined);
}

/** One node of a cluster that is down must not keep the jobs of the others waiting. */
async function whatAnswers<T>(all: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(all);
  const answers = settled.filter((one) => one.status === "fulfilled");
  const failed = settled.find((one) => one.status === "rejected");
  if (failed !== undefined && answers.length === 0) throw failed.reason;
  return answers.map(({ value }) => value);
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
