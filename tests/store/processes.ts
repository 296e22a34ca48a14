import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const WRITER = fileURLToPath(new URL("writer.ts", import.meta.url));

/** Starts `writer.ts` on a store; resolves once it has opened it. */
export async function startWriter(place: string, count?: number): Promise<Writer> {
  const args = ["--import", "tsx", WRITER, place, ...(count === undefined ? [] : [String(count)])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const { value } = await lines.next();
  if (value !== "open") throw new Error("the writer did not open its store");
  return { child, lines };
}

type Writer = { readonly child: ChildProcess; readonly lines: AsyncIterator<string> };

/** Kills the writer in the middle of its work, after so many acknowledgements, and gives all it had printed. */
export async function killAfter({ child, lines }: Writer, count: number): Promise<number[]> {
  const printed: number[] = [];
  const ended = once(child, "exit");
  for (;;) {
    const { value, done } = await lines.next();
    if (done) {
      await ended;
      return printed;
    }
    printed.push(Number(value));
    if (printed.length === count) child.kill("SIGKILL");
  }
}

/** Waits until the writer has done what it should; rejects if it failed. */
export async function finished({ child, lines }: Writer): Promise<void> {
  const ended = once(child, "exit");
  while (!(await lines.next()).done);
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`the writer ended with ${code}`);
}
