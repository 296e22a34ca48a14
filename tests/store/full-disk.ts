/**
 * A process of its own for the tests, with the bot's own end for what nobody caught: fills the embedded store in the folder named by
 * its argument until writes fail, again and again, and prints what `check` says before, twice meanwhile, and after there is room.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { makeLog } from "../../src/log.ts";
import { endOnUncaught } from "../../src/run.ts";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { keyOf, put, times } from "./promises/given.ts";

const [, , folder = ""] = process.argv;
endOnUncaught(makeLog("info"));
const store = await embeddedStore({ folder });
const say = (line: unknown) => process.stdout.write(`${String(line)}\n`);
const check = () => store.check().then(() => "fine", String);
/** Keeps something of so many bytes; whether it could. */
const kept = (id: string, bytes: number) =>
  put(store, keyOf("T1", id), randomBytes(bytes).toString("base64")).then(
    () => true,
    () => false,
  );

say(await check());
for (let i = 0; await kept(`r${i}`, 50_000);) i += 1;
for (let i = 0; i < 10; i++) await kept(`one-by-one ${i}`, 50_000);
const atOnce = await Promise.all(times(30, (i) => kept(`at-once ${i}`, 50_000)));
say(`${atOnce.filter(Boolean).length} of ${atOnce.length} kept`);
// What is small may find room in the file itself, and tells nothing of the disk.
await kept("small", 10);
say(await check());
say(await check());
// Node gives a rejection nobody listens to some turns before it says so.
for (let i = 0; i < 10; i++) await setImmediate();
if (process.platform === "linux") {
  execFileSync("prlimit", ["--pid", String(process.pid), "--fsize=unlimited"]);
  say(await check());
  say((await kept("with room again", 50_000)) ? "kept" : "refused");
}
await store.close();
