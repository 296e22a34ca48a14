import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * True where redis-server can be started here. On CI its absence is an error: a suite that silently runs half of
 * its promises proves nothing. Elsewhere the caller skips: `describe.skipIf(!redisAvailable)("… (needs redis-server)", …)`.
 */
export const redisAvailable = hasRedis();

function hasRedis(): boolean {
  try {
    execFileSync("redis-server", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    if (process.env["CI"])
      throw new Error("redis-server is not installed, and on CI the Redis tests must run");
    return false;
  }
}

export type RedisServer = {
  readonly url: string;
  readonly port: number;
  /** Kills the server and starts it anew on the same port. What it held is gone unless it keeps an append-only file. */
  restart(): Promise<void>;
  /** Kills the server at once; `restart` brings it back. */
  kill(): Promise<void>;
  /** Stops the process from answering, without closing its connections, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Kills the server and removes its folder. */
  stop(): Promise<void>;
};

type RedisOptions = {
  /** Whether what was acknowledged survives a kill of the server. */
  readonly appendonly?: boolean;
  /** Makes it a sentinel, which watches the master on this port under the name "planning". */
  readonly sentinelOf?: number;
  /** More of redis-server's own options. */
  readonly args?: readonly string[];
};

/** Starts a real redis-server on a free port of the loopback. Stop it in `afterAll`. */
export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), "askwhy-redis-"));
  const port = await freePort();
  const args = [...(options.args ?? []), "--port", String(port), "--bind", "127.0.0.1", "--dir", folder];
  if (options.sentinelOf === undefined)
    args.push("--save", "", "--appendonly", options.appendonly ? "yes" : "no", "--appendfsync", "always");
  else args.unshift(await sentinelFile(folder, options.sentinelOf), "--sentinel");
  let server = await start(args, port);
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    server.kill("SIGKILL");
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    restart: async () => {
      await kill();
      server = await start(args, port);
    },
    freeze: () => void server.kill("SIGSTOP"),
    thaw: () => void server.kill("SIGCONT"),
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A sentinel wants a file of settings, which it writes to. */
async function sentinelFile(folder: string, master: number): Promise<string> {
  const file = join(folder, "sentinel.conf");
  await writeFile(file, `sentinel monitor planning 127.0.0.1 ${master} 1\n`);
  return file;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port given");
  return address.port;
}

async function start(args: readonly string[], port: number): Promise<ChildProcess> {
  const server = spawn("redis-server", args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  server.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  server.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`redis-server did not start:\n${said}`);
  }
  return server;
}

/** True once the server answers PING with anything but "still loading". */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    socket.write("PING\r\n");
    const [reply] = (await once(socket, "data")) as [Buffer];
    return !reply.toString().includes("LOADING");
  } catch {
    return new Promise((resolve) => setTimeout(resolve, 20, false));
  } finally {
    socket.destroy();
  }
}
