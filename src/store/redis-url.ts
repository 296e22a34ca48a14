import { StoreError } from "./store.ts";

/** Where Redis is, out of `REDIS_URL`. */
export type RedisPlace = {
  readonly kind: "single" | "sentinel" | "cluster";
  readonly nodes: readonly { readonly host: string; readonly port: number }[];
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  readonly db?: number;
  /** The name under which the sentinels know the master, and their own password. */
  readonly master?: string;
  readonly sentinelPassword?: string;
};

/** What `REDIS_URL` may look like: each scheme with its kind, and the port where none is named. */
const SCHEMES = {
  redis: { kind: "single", port: 6379, tls: false },
  rediss: { kind: "single", port: 6379, tls: true },
  "redis+sentinel": { kind: "sentinel", port: 26379, tls: false },
  "rediss+sentinel": { kind: "sentinel", port: 26379, tls: true },
  "redis+cluster": { kind: "cluster", port: 6379, tls: false },
  "rediss+cluster": { kind: "cluster", port: 6379, tls: true },
} as const;

const SHAPE =
  /^(?<scheme>[a-z+]+):\/\/(?:(?<auth>[^/?#]*)@)?(?<nodes>[^/?#@]*)(?:\/(?<path>[^?#]*))?(?:\?(?<query>[^#]*))?$/;
const NODE = /^(?:\[(?<six>[0-9a-f:.]+)\]|(?<host>[^:[\]]+))(?::(?<port>\d{1,5}))?$/i;
const HELP =
  "Write redis://[user:password@]host[:port][/database] (rediss:// for TLS), " +
  "redis+sentinel://[user:password@]host[:port],…/master-name[/database][?sentinelPassword=…], " +
  "or redis+cluster://[user:password@]host[:port],… (rediss+sentinel://, rediss+cluster:// for TLS); percent-encode special " +
  "characters of the password, or leave it out for the embedded store.";

/** Reads a Redis URL. Throws a `StoreError` that says what is allowed and never repeats the URL, which may hold a password. */
export function readRedisUrl(url: string): RedisPlace {
  const { scheme = "", auth, nodes = "", path = "", query = "" } = SHAPE.exec(url)?.groups ?? {};
  if (!Object.hasOwn(SCHEMES, scheme)) throw wrong("it does not begin as it should");
  const { kind, port, tls } = SCHEMES[scheme as keyof typeof SCHEMES];
  const parts = path.split("/").filter((part) => part !== "");
  const master = kind === "sentinel" ? parts.shift() : undefined;
  if (kind === "sentinel" && master === undefined) throw wrong("the name of the master is missing");
  const [db] = parts;
  if (parts.length > 1 || (db !== undefined && !/^\d{1,5}$/.test(db)))
    throw wrong("the database is no number");
  if (kind === "cluster" && db !== undefined) throw wrong("a cluster has no numbered databases");
  const sentinelPassword = new URLSearchParams(query).get("sentinelPassword");
  return {
    kind,
    tls,
    nodes: readNodes(nodes, port, kind === "single"),
    ...readAuth(auth),
    ...(db !== undefined && { db: Number(db) }),
    ...(master !== undefined && { master: decode(master) }),
    ...(sentinelPassword !== null && { sentinelPassword }),
  };
}

/** The place as it may be shown: hosts and ports. */
export const showPlace = ({ nodes }: RedisPlace) =>
  nodes.map(({ host, port }) => `${host}:${port}`).join(", ");

function readNodes(text: string, port: number, single: boolean): RedisPlace["nodes"] {
  const nodes = text.split(",").map((node) => {
    const found = NODE.exec(node)?.groups;
    const host = found?.["six"] ?? found?.["host"];
    if (host === undefined) throw wrong("a host is missing or malformed");
    return { host, port: Number(found?.["port"] ?? port) };
  });
  if (single && nodes.length > 1) throw wrong("it names several hosts");
  if (nodes.some((node) => node.port < 1 || node.port > 65_535)) throw wrong("a port is out of range");
  return nodes;
}

function readAuth(auth: string | undefined): { username?: string; password?: string } {
  if (auth === undefined) return {};
  const colon = auth.indexOf(":");
  const username = decode(colon < 0 ? auth : auth.slice(0, colon));
  const password = decode(colon < 0 ? "" : auth.slice(colon + 1));
  return { ...(username && { username }), ...(password && { password }) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong("a percent sign in it is not encoded as %25");
  }
}

const wrong = (why: string) => new StoreError(`REDIS_URL cannot be read: ${why}. ${HELP}`);
