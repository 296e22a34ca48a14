/**
 * A process of its own for the tests: opens the store named by its argument, a URL or a folder, and writes records
 * until it is killed, or as many as its second argument says. Prints the number of each one the store has acknowledged.
 */
import { openStore } from "../../src/store/open-store.ts";
import { DAY, jobOf, keyOf, NOW } from "./promises/given.ts";

const [, , place = "", count = "Infinity"] = process.argv;
const store = await openStore(place.includes("://") ? { redisUrl: place, dataDir: "" } : { dataDir: place }, {
  warn: () => undefined,
});
process.stdout.write("open\n");

async function write(i: number): Promise<void> {
  const job = jobOf("T1", `j${i}`, NOW + i);
  await store.change(keyOf("T1", `r${i}`), NOW, () => ({
    record: { i, filler: "x".repeat(500) },
    until: NOW + DAY,
    lists: { written: i },
    schedule: [job],
  }));
  await store.change(keyOf("T1", "count"), NOW, (before: number | undefined) => ({
    record: (before ?? 0) + 1,
    until: NOW + DAY,
  }));
  process.stdout.write(`${i}\n`);
}

for (let i = 0; i < Number(count); i += 4) await Promise.all([i, i + 1, i + 2, i + 3].map(write));
await store.close();
