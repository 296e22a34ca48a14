import { open } from "lmdb";
import { Redis } from "ioredis";
import { unpack } from "../../src/store/stored.ts";

/** Everything in an embedded store's file, a line for each key with its value. */
export async function dumpFile(path: string): Promise<string[]> {
  const db = open<string, string[]>({ path, noSubdir: true, encoding: "string", readOnly: true });
  const lines = [...db.getRange()].map(({ key, value }) => `${key.join(" ")} = ${value}`);
  await db.close();
  return lines;
}

/** Everything in a Redis, a line for each member of each key; a squeezed record as it reads. */
export async function dumpRedis(url: string): Promise<string[]> {
  const redis = new Redis(url);
  const lines: string[] = [];
  for (const key of await redis.keys("*")) {
    // It comes and goes with every look whether Redis is there.
    if (key === "askwhy:alive") continue;
    const type = await redis.type(key);
    if (type === "string") lines.push(`${key} = ${readable((await redis.get(key)) ?? "")}`);
    else if (type === "zset")
      lines.push(...(await redis.zrange(key, "0", "-1")).map((one) => `${key} : ${one}`));
    else if (type === "set") lines.push(...(await redis.smembers(key)).map((one) => `${key} : ${one}`));
    else lines.push(...Object.entries(await redis.hgetall(key)).map((one) => `${key} : ${one.join(" = ")}`));
  }
  redis.disconnect();
  return lines;
}

const readable = (raw: string) => JSON.stringify(unpack(raw)) ?? raw;
