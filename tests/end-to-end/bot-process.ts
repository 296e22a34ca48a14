import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import { type StandIn, startStandIn, type StandInOptions } from "../../src/playground/stand-in/stand-in.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** A Tuesday in 2030, three in the afternoon in Berlin: everybody in the box is at work. */
export const AT_WORK = Date.UTC(2030, 10, 26, 14);

export type By = "socket" | "http";

export type BotProcess = {
  readonly process: ChildProcess;
  /** Everything it wrote to its log and to the terminal. */
  output(): string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop, and resolves to its exit code. */
  stop(): Promise<number | null>;
};

/** Starts `src/main.ts` as an operator would, with these settings and nothing else from the environment. */
export async function startBotProcess(
  env: Readonly<Record<string, string>>,
  wishes: { readonly shiftClock?: number; readonly until?: string } = {},
): Promise<BotProcess> {
  const { running, ...bot } = startingBot(env, wishes);
  await running(wishes.until ?? "askwhy is running");
  return bot;
}

/** The same, still on its way. `running` resolves once it has said these words, and rejects if it ended before. */
export function startingBot(
  env: Readonly<Record<string, string>>,
  wishes: { readonly shiftClock?: number } = {},
): BotProcess & { readonly running: (says: string) => Promise<void> } {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--import", join(import.meta.dirname, "shifted-clock.ts"), join(ROOT, "src/main.ts")],
    {
      cwd: ROOT,
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: process.env["HOME"] ?? "",
        DOTENV_CONFIG_PATH: "/nonexistent",
        SHIFT_CLOCK_MS: String(wishes.shiftClock ?? 0),
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  const exited = once(child, "exit");
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return {
    process: child,
    output: () => output,
    running: (says) =>
      new Promise((resolve, reject) => {
        const look = () => output.includes(says) && output !== "" && resolve();
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        void exited.then(() => reject(new Error(`the bot ended before it was running:\n${output}`)));
      }),
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    async stop() {
      child.kill("SIGTERM");
      await exited;
      return child.exitCode;
    },
  };
}

/** Runs the bot to its end, for what it says when something is wrong. */
export async function botComplains(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; says: string }> {
  const bot = await startBotProcess(env, { until: "" }).catch((error: Error) => error);
  if (bot instanceof Error) return { code: 1, says: bot.message };
  await once(bot.process, "exit");
  return { code: bot.process.exitCode, says: bot.output() };
}

export type Whole = {
  readonly standIn: StandIn;
  readonly bot: () => BotProcess;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** A stand-in and the real bot process on it, over Socket Mode or signed HTTP. `store` are the settings of the store. */
export async function startWhole(
  by: By,
  store: Readonly<Record<string, string>>,
  options: StandInOptions & { readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Whole> {
  const port = await freePort();
  const { env, ...standInOptions } = options;
  const standIn = await startStandIn({
    startAt: AT_WORK,
    botClock: () => standIn.clock.now(),
    retryDelays: [0, 200, 1000, 3000],
    ...(by === "http" && { deliverTo: `http://127.0.0.1:${port}/slack/events` }),
    ...standInOptions,
  });
  const settings = {
    SLACK_API_URL: standIn.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    ...(by === "socket" ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
    PORT: String(port),
    QUIET_SECONDS: "1",
    REPLY_QUIET_SECONDS: "1",
    // A whole day of planning passes here within seconds.
    SLACK_RATE_PERCENT: "100000",
    ...store,
    ...env,
  };
  const start = () => startBotProcess(settings, { shiftClock: standIn.clock.now() - Date.now() });
  let bot = await start();
  return {
    standIn,
    bot: () => bot,
    async restart() {
      bot = await start();
    },
    async stop() {
      await bot.stop();
      await standIn.stop();
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
