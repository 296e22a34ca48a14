import { randomUUID } from "node:crypto";
import { digest, type Row, type Tables } from "./embedded-tables.ts";
import { fairShares, roomFor } from "./shares.ts";
import type { Job, LeasedJob, Room, Store } from "./store.ts";
import { dueAt, packJob, type StoredJob, unpackJob } from "./stored.ts";

const jobRow = (team: string, id: string): Row => ["j", digest(team), digest(id)];
const dueRow = (at: number, [, team, id]: Row): Row => ["d", team!, at, id!];

/** Jobs by due time. What has ended is swept with every taking, since that is what happens again and again. */
export function embeddedJobs(
  tables: Tables,
  endings: { readonly any: (now: number) => boolean; readonly sweep: (now: number) => void },
): Pick<Store, "take" | "finish" | "retry" | "nextDue" | "backlog"> {
  return {
    take: async (now, limit, leasedUntil, room) => {
      const idle = !endings.any(now) && (waitingTeams(tables)[0]?.first ?? Infinity) > now;
      if (idle) return [];
      const held = new Map([...(room?.held ?? [])].map(([team, count]) => [digest(team), count]));
      return tables.write(() => {
        endings.sweep(now);
        return take(tables, now, limit, leasedUntil, room && { ...room, held });
      });
    },
    finish: (job) => tables.write(() => ifLeased(tables, job, (row, at) => removeJob(tables, row, at))),
    retry: (job, due) =>
      tables.write(() =>
        ifLeased(tables, job, (row, at) => {
          removeJob(tables, row, at);
          putJob(tables, row, { job: dueAt(job, due), at: due, tries: job.tries + 1 });
        }),
      ),
    nextDue: async () => waitingTeams(tables)[0]?.first,
    backlog: async (now) => {
      const teams = waitingTeams(tables).filter(({ first }) => first <= now);
      const due = teams.map(({ team }) => tables.db.getKeysCount(dueRange(team, now)));
      return { due: due.reduce((sum, count) => sum + count, 0), oldest: teams[0]?.first };
    },
  };
}

/** `room` names workspaces by their digests. */
function take(
  tables: Tables,
  now: number,
  limit: number,
  leasedUntil: number,
  room: Room | undefined,
): LeasedJob[] {
  const teams = waitingTeams(tables).filter(({ first, team }) => first <= now && roomFor(team, room) > 0);
  const waiting = teams.map(({ team }) => [
    ...dueRows(tables, team, now, Math.min(limit, roomFor(team, room))),
  ]);
  const shares = fairShares(
    waiting.map((rows) => rows.length),
    limit,
  );
  const rows = waiting.flatMap((due, i) => due.slice(0, shares[i]));
  const jobs = rows.flatMap((row) => lease(tables, row, leasedUntil) ?? []);
  return jobs.toSorted((a, b) => a.due - b.due);
}

/** Schedules a job, in place of one with the same id. Runs inside a write. */
export function scheduleJob(tables: Tables, job: Job): void {
  const row = jobRow(job.team, job.id);
  removeJob(tables, row, stored(tables, row)?.at);
  putJob(tables, row, { job, at: job.due, tries: 0 });
}

/** Takes a job away, leased or not. Runs inside a write. */
export function cancelJob(tables: Tables, team: string, id: string): void {
  const row = jobRow(team, id);
  removeJob(tables, row, stored(tables, row)?.at);
}

/** The workspaces that have jobs, by the time of their first. */
function waitingTeams({ db }: Tables): { team: string; first: number }[] {
  const teams: { team: string; first: number }[] = [];
  for (let start: Row = ["d"]; ;) {
    const [next] = db.getKeys({ start, end: ["e"], limit: 1 });
    if (next === undefined) break;
    const team = String(next[1]);
    teams.push({ team, first: Number(next[2]) });
    start = ["d", team, "\uffff"];
  }
  return teams.toSorted((a, b) => a.first - b.first);
}

const dueRange = (team: string, now: number) => ({
  start: ["d", team] satisfies Row,
  end: ["d", team, now, "\uffff"] satisfies Row,
});

const dueRows = ({ db }: Tables, team: string, now: number, limit: number) =>
  db.getKeys({ ...dueRange(team, now), limit });

function lease(tables: Tables, due: Row, leasedUntil: number): LeasedJob | undefined {
  const row: Row = ["j", due[1]!, due[3]!];
  const found = stored(tables, row);
  removeJob(tables, row, Number(due[2]));
  if (found === undefined) {
    tables.log?.warn({ row }, "A stored job is broken and was dropped");
    return undefined;
  }
  const lease = randomUUID();
  putJob(tables, row, { job: found.job, at: leasedUntil, tries: found.tries + 1, lease });
  return { ...found.job, lease, tries: found.tries };
}

function ifLeased(
  tables: Tables,
  { team, id, lease }: LeasedJob,
  then: (row: Row, at: number) => void,
): void {
  const row = jobRow(team, id);
  const found = stored(tables, row);
  if (found?.lease === lease) then(row, found.at);
}

function stored({ db }: Tables, row: Row): StoredJob | undefined {
  const raw = db.get(row);
  return raw === undefined ? undefined : unpackJob(raw);
}

function putJob({ db }: Tables, row: Row, job: StoredJob): void {
  void db.put(row, packJob(job));
  void db.put(dueRow(job.at, row), "");
}

function removeJob({ db }: Tables, row: Row, at: number | undefined): void {
  void db.remove(row);
  if (at !== undefined) void db.remove(dueRow(at, row));
}
