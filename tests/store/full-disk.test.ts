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

/** No file may grow beyond some MB: for the one that writes it is as if the disk were full, until the limit is lifted. */
const LIMITED = 'trap "" XFSZ; ulimit -Sf 4000; exec "$0" "$@"';

test.skipIf(process.platform === "win32")(
  "on a full disk the process lives on and says so whenever asked, until there is room again",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "askwhy-test-"));
    const args = ["-c", LIMITED, process.execPath, "--import", "tsx", FILLS, folder];
    const { stdout } = await promisify(execFile)("bash", args);
    const [before, many, meanwhile, again, after, kept] = stdout.split("\n");
    expect(before).toBe("fine");
    expect(many).toBe("0 of 30 kept");
    for (const says of [meanwhile, again]) expect(says).toMatch(/could not write\. Is the disk full/);
    if (process.platform === "linux") expect([after, kept]).toEqual(["fine", "kept"]);
    const store = await embeddedStore({ folder });
    expect(await store.get(keyOf("T1", "r0"), NOW)).toBeTypeOf("string");
    await store.close();
    await rm(folder, { recursive: true });
  },
);
