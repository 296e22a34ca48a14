import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "..", "..");

/** The bot as it is shipped: compiled, in a folder of its own. It starts in a third of the time of the sources. */
export type Built = { readonly folder: string; remove(): Promise<void> };

export async function buildBot(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), "askwhy-built-"));
  const tsc = join(ROOT, "node_modules", ".bin", "tsc");
  await promisify(execFile)(tsc, ["-p", join(ROOT, "tsconfig.build.json"), "--outDir", join(folder, "dist")]);
  for (const name of ["node_modules", "question-templates", "package.json"]) {
    await symlink(join(ROOT, name), join(folder, name));
  }
  await writeFile(join(folder, "preload.mjs"), PRELOAD);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Loaded before the bot's own code: the clock can be set from outside, and memory asked for. */
const PRELOAD = `
const real = Date.now;
let shift = Number(process.env.SHIFT_CLOCK_MS ?? 0);
Date.now = () => real() + shift;
process.on("message", (message) => {
  if ("shift" in message) shift = message.shift;
  if ("memory" in message) process.send({ memory: { peak: process.resourceUsage().maxRSS * 1024 } });
});
process.channel?.unref();
`;

export type BuiltBot = {
  readonly process: ChildProcess;
  /** The last of what it logged. */
  readonly tail: () => string;
  readonly alive: () => boolean;
  setClock(shift: number): void;
  /** The most memory it has held at once, in bytes. */
  peakMemory(): Promise<number>;
  kill(): Promise<void>;
  /** Asks it to stop; resolves to its exit code. */
  stop(): Promise<number | null>;
};

const KEPT_OF_LOG = 20_000;

/** Starts the built bot with these settings, and nothing else from the environment. Resolves once it runs. */
export async function startBuiltBot(
  built: Built,
  env: Readonly<Record<string, string>>,
  shift: number,
): Promise<BuiltBot> {
  const child = spawn(
    process.execPath,
    ["--import", join(built.folder, "preload.mjs"), join(built.folder, "dist", "main.js")],
    {
      cwd: built.folder,
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: process.env["HOME"] ?? "",
        DOTENV_CONFIG_PATH: "/nonexistent",
        SHIFT_CLOCK_MS: String(shift),
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  let tail = "";
  const ended = once(child, "exit");
  await new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      tail = (tail + chunk.toString()).slice(-KEPT_OF_LOG);
      if (tail.includes("askwhy is running")) resolve();
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    void ended.then(() => reject(new Error(`the bot ended before it was running:\n${tail}`)));
  });
  const alive = () => child.exitCode === null && child.signalCode === null;
  return {
    process: child,
    tail: () => tail,
    alive,
    setClock: (to) => void (alive() && child.send({ shift: to })),
    async peakMemory() {
      child.send({ memory: true });
      const [{ memory }] = (await once(child, "message")) as [{ memory: { peak: number } }];
      return memory.peak;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}
