import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const FAILS = fileURLToPath(new URL("uncaught.ts", import.meta.url));

test.skipIf(process.platform === "win32").each(["rejection", "exception"])(
  "a %s that nobody catches ends the process, even where its threads would never let it exit",
  async (what) => {
    const child = spawn(process.execPath, ["--import", "tsx", FAILS, what]);
    let says = "";
    child.stdout.on("data", (chunk: Buffer) => (says += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (says += chunk.toString()));
    await once(child, "close");
    expect(child.signalCode).toBe("SIGKILL");
    const { level, err } = JSON.parse(says);
    expect([level, err.kind]).toEqual([60, "TypeError"]);
    expect(says).not.toContain("zyzzyva");
  },
);
