import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import { dumpFile } from "./dump.ts";
import { promises } from "./promises.ts";

promises("the embedded store, on disk", async () => {
  const root = await mkdtemp(join(tmpdir(), "askwhy-test-"));
  const folder = join(root, ".askwhy");
  const store = await embeddedStore({ folder });
  const close = async () => {
    await store.close();
    await rm(root, { recursive: true });
  };
  return { store, other: store, dump: () => dumpFile(join(folder, "askwhy.lmdb")), close };
});

promises("the embedded store, in memory", async () => {
  const store = await embeddedStore({ memory: true });
  return { store, other: store, dump: undefined, close: () => store.close() };
});
