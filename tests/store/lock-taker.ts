/**
 * A process of its own for the tests: for every line it reads, the path of a folder, it tries to hold that folder and prints
 * whether it does. It lets go of none before it ends.
 */
import { createInterface } from "node:readline";
import { holdFolder } from "../../src/store/one-process.ts";

process.stdout.write("ready\n");
for await (const folder of createInterface(process.stdin)) {
  const held = await holdFolder(folder).then(
    () => "held",
    (error: unknown) => String(error),
  );
  process.stdout.write(`${held}\n`);
}
