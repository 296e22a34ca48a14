/**
 * A process of its own for the tests: fills the embedded store in the folder named by its argument until a write fails, and
 * prints what `check` says before and after.
 */
import { randomBytes } from "node:crypto";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { keyOf, put } from "./promises/given.ts";

const [, , folder = ""] = process.argv;
const store = await embeddedStore({ folder });
const check = () =>
  store.check().then(
    () => "fine",
    (error: unknown) => String(error),
  );
process.stdout.write(`${await check()}\n`);
for (let i = 0, full = false; !full; i++)
  full = await put(store, keyOf("T1", `r${i}`), randomBytes(50_000).toString("base64")).then(
    () => false,
    () => true,
  );
process.stdout.write(`${await check()}\n`);
await store.close();
