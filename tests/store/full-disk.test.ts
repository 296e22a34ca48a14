import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { keyOf, NOW } from "./promises/given.ts";

const FILLS = fileURLToPath(new URL("full-disk.ts", import.meta.url));

/** No file may grow beyond some MB: for the one that writes it is as if the disk were full. */
const LIMITED = 'trap "" XFSZ; ulimit -f 4000; exec "$0" "$@"';

test.skipIf(process.platform === "win32")("a store that cannot write says so when asked", async () => {
  const folder = await mkdtemp(join(tmpdir(), "askwhy-test-"));
  const args = ["-c", LIMITED, process.execPath, "--import", "tsx", FILLS, folder];
  const { stdout } = await promisify(execFile)("bash", args);
  const [before, after] = stdout.split("\n");
  expect(before).toBe("fine");
  expect(after).toMatch(/could not write\. Is the disk full/);
  const store = await embeddedStore({ folder });
  expect(await store.get(keyOf("T1", "r0"), NOW)).toBeTypeOf("string");
  await store.close();
  await rm(folder, { recursive: true });
});
