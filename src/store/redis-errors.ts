import { type RedisPlace, showPlace } from "./redis-url.ts";
import { StoreError } from "./store.ts";

/** What a refusal by Redis means for whoever runs it, by its first words. */
const REFUSALS: readonly (readonly [refusal: RegExp, means: string])[] = [
  [/^NOAUTH/, "wants a password. Put it into REDIS_URL"],
  [/^WRONGPASS/, "refuses the user or password. Correct them in REDIS_URL"],
  [/^NOPERM/, "does not let this user do what Askwhy needs. Give it all commands on its keys"],
  [/^OOM/, "is out of memory. Give it more, or shorten RETENTION_DAYS"],
  [/^MISCONF/, "cannot save to disk and takes no writes. See its log"],
  [
    /^NOREPLICAS/,
    "has too few replicas and takes no writes. Bring them back, or lower min-replicas-to-write",
  ],
  [/^READONLY/, "is a read-only replica. Let REDIS_URL name the master, or use redis+sentinel:"],
  [
    /^MASTERDOWN/,
    "is a replica that has lost its master. Let REDIS_URL name the master, or use redis+sentinel:",
  ],
  [
    /^WRONGTYPE/,
    "holds something of another kind under a key of Askwhy's. Is this Redis shared? Give Askwhy a database of its own, or delete what begins with askwhy: and is not Askwhy's",
  ],
  [/^LOADING/, "is still loading its data. It will answer soon"],
  [/^BUSY/, "is busy with a script of somebody's. It will answer soon; if not, see SCRIPT KILL"],
  [/^CLUSTERDOWN/, "Cluster is down. See CLUSTER INFO"],
  [/^(?:MOVED|CROSSSLOT)/, "is part of a cluster. Write redis+cluster: in REDIS_URL"],
  [/^ERR This instance has cluster support disabled/, "is no cluster. Write redis: in REDIS_URL"],
  [/^ERR unknown command ['`]sentinel/i, "is no sentinel. Name the sentinels in REDIS_URL, or write redis:"],
  [/^ERR DB index is out of range/, "has no database of this number. Correct it in REDIS_URL"],
  [
    /^ERR max number of clients reached/,
    "takes no more connections. Raise maxclients, or see who holds them",
  ],
];

/**
 * An error of ioredis as one that says what to do. `connection` is what last went wrong with the connection, if it is down.
 *
 * No cause is kept: ioredis hangs the command with its arguments on its errors, and those hold what people wrote.
 */
export function explained(error: unknown, connection: unknown, place: RedisPlace): StoreError {
  const where = `Redis at ${showPlace(place)}`;
  const refused = error instanceof Error && error.name === "ReplyError";
  const says = refusalIn(refused || connection === undefined ? error : connection);
  const word = says.split(" ")[0] ?? "";
  const means = REFUSALS.find(([refusal]) => refusal.test(says))?.[1];
  if (means !== undefined) return new StoreError(`${where} ${means}${word === "ERR" ? "" : ` (${word})`}.`);
  if (refused) return new StoreError(`${where} refused a command (${word}). Is it version 6.2 or newer?`);
  const late = error instanceof Error && error.message === "Command timed out";
  const code = (connection as NodeJS.ErrnoException | undefined)?.code;
  const why = late ? "in time" : `(${code ?? "connection closed"})`;
  return new StoreError(`${where} does not answer ${why}. Start it or correct REDIS_URL.`);
}

/** What Redis said. ioredis packs what the last node of a cluster, and the last sentinel, answered into errors of its own. */
function refusalIn(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("lastNodeError" in error && error.lastNodeError instanceof Error) return error.lastNodeError.message;
  return /^All sentinels .* Last error: (.+)/s.exec(error.message)?.[1] ?? error.message;
}
