import { execFileSync } from "node:child_process";
import { freePort, type RedisServer, startRedis } from "./redis-server.ts";

/** Starts a real Redis Cluster of three masters on the loopback. */
export async function startCluster(): Promise<{
  readonly url: string;
  readonly nodes: readonly RedisServer[];
  stop(): Promise<void>;
}> {
  const nodes = await Promise.all([1, 2, 3].map(startNode));
  const ports = nodes.map(({ port }) => port);
  const hosts = ports.map((port) => `127.0.0.1:${port}`);
  const stop = async () => void (await Promise.all(nodes.map((node) => node.stop())));
  try {
    execFileSync("redis-cli", ["--cluster", "create", ...hosts, "--cluster-yes"], { stdio: "pipe" });
    for (const port of ports) while (!info(port).includes("cluster_state:ok"));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `redis+cluster://${hosts.join(",")}`, nodes, stop };
}

const info = (port: number) => execFileSync("redis-cli", ["-p", String(port), "cluster", "info"]).toString();

/** The port of the bus between nodes is 10,000 higher by itself, which may be none. */
const startNode = async () =>
  startRedis({
    args: [
      "--cluster-enabled",
      "yes",
      "--cluster-require-full-coverage",
      "no",
      "--cluster-port",
      String(await freePort()),
    ],
  });

/** Starts a master with one sentinel that watches it. */
export async function startSentinel(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const master = await startRedis();
  const sentinel = await startRedis({ sentinelOf: master.port });
  const stop = async () => {
    await sentinel.stop();
    await master.stop();
  };
  return { url: `redis+sentinel://127.0.0.1:${sentinel.port}/planning`, stop };
}
