import { type RedisPlace, showPlace } from "./redis-url.ts";
import { StoreError } from "./store.ts";

/** What the first word of a refusal by Redis means for whoever runs it. */
const REFUSALS: Readonly<Record<string, string>> = {
  NOAUTH: "wants a password. Put it into REDIS_URL",
  WRONGPASS: "refuses the user or password. Correct them in REDIS_URL",
  NOPERM: "does not let this user do what Askwhy needs. Give it all commands on its keys",
  OOM: "is out of memory. Give it more, or shorten RETENTION_DAYS",
  MISCONF: "cannot save to disk and takes no writes. See its log",
  READONLY: "is a read-only replica. Let REDIS_URL name the master, or use redis+sentinel:",
  WRONGTYPE:
    "holds something of another kind under a key of Askwhy's. Is this Redis shared? Give Askwhy a database of its own, or delete what begins with askwhy: and is not Askwhy's",
  LOADING: "is still loading its data. It will answer soon",
  CLUSTERDOWN: "Cluster is down. See CLUSTER INFO",
  MOVED: "is part of a cluster. Write redis+cluster: in REDIS_URL",
  CROSSSLOT: "is part of a cluster. Write redis+cluster: in REDIS_URL",
};

/**
 * An error of ioredis as one that says what to do. `connection` is what last went wrong with the connection, if it is down.
 *
 * No cause is kept: ioredis hangs the command with its arguments on its errors, and those hold what people wrote.
 */
export function explained(error: unknown, connection: unknown, place: RedisPlace): StoreError {
  const where = `Redis at ${showPlace(place)}`;
  const refused = error instanceof Error && error.name === "ReplyError";
  const word = firstWord(refused || connection === undefined ? error : connection);
  if (Object.hasOwn(REFUSALS, word)) return new StoreError(`${where} ${REFUSALS[word]} (${word}).`);
  if (refused) return new StoreError(`${where} refused a command (${word}). Is it version 6.2 or newer?`);
  const late = error instanceof Error && error.message === "Command timed out";
  const code = (connection as NodeJS.ErrnoException | undefined)?.code;
  const why = late ? "in time" : `(${code ?? "connection closed"})`;
  return new StoreError(
    `${where} does not answer ${why}. Start it or correct REDIS_URL; Askwhy goes on by itself once it is back.`,
  );
}

const firstWord = (error: unknown) => (error instanceof Error ? (error.message.split(" ")[0] ?? "") : "");
