import { type Log, makeLog, onceWritten } from "./log.ts";
import { nearSettings } from "./near-settings.ts";
import { openPlayground } from "./playground/playground.ts";
import { type Settings, SettingsError, settingsOrError } from "./settings.ts";
import { startBot, StartGivenUp } from "./start-bot.ts";

const NO_TOKENS =
  "No Slack tokens are set. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Socket Mode; the README names the others.";

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Runs the bot until it is told to stop; without Slack tokens, says so and opens the playground, unless the bot alone is wanted.
 * Resolves to the exit code: 1 where something has to be put right first, with one message that says what.
 */
export async function run(env: Env, wishes: { readonly botOnly?: boolean } = {}): Promise<number> {
  for (const note of nearSettings(env)) complain(note);
  const settings = settingsOrError(env);
  if (settings instanceof SettingsError) return complain(settings.message);
  if (settings.slack === undefined && wishes.botOnly) return complain(NO_TOKENS);
  if (settings.slack === undefined) {
    process.stdout.write(
      "No Slack tokens are set (see .env.example), so here is the playground: a small workspace in a box.\n",
    );
    return runPlayground(settings, { open: true });
  }
  const log = makeLog(settings.logLevel);
  endOnUncaught(log);
  const told = signalled();
  try {
    const bot = await startBot(settings, { log, now: Date.now, told });
    await told;
    await bot.stop();
    return 0;
  } catch (error) {
    if (error instanceof StartGivenUp) return 0;
    return complain(error instanceof Error ? error.message : String(error));
  }
}

export type PlaygroundWishes = { readonly open: boolean; readonly port?: number; readonly keep?: boolean };

/** Opens the playground, and closes it when told to stop. */
export async function runPlayground(settings: Settings, wishes: PlaygroundWishes): Promise<number> {
  const log = makeLog(settings.logLevel === "info" ? "warn" : settings.logLevel);
  const told = signalled();
  try {
    const playground = await openPlayground({
      log,
      open: wishes.open,
      ...(wishes.port !== undefined && { port: wishes.port }),
      startBot: ({ now, observe, ...slack }) =>
        startBot({ ...settings, ...slack }, { log, now, observe, told, inMemory: !wishes.keep }),
    });
    process.stdout.write(`The playground is open at ${playground.url}\nPress Ctrl+C to close it.\n`);
    await told;
    await playground.close();
    return 0;
  } catch (error) {
    if (error instanceof StartGivenUp) return 0;
    return complain(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Ends the process once everything is written. Nothing else may keep it: a request that was sent by halves and never goes on
 * would do so for ever.
 */
export function endProcess(code: number): void {
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}

/**
 * From here on what nobody caught ends the process, with a line in the log. Node itself would write the whole error, which may quote
 * what somebody wrote.
 */
export function endOnUncaught(log: Log): void {
  for (const uncaught of ["unhandledRejection", "uncaughtException"] as const)
    process.on(uncaught, (error: unknown) => {
      log.fatal(
        { err: error },
        "something failed that nobody caught; stopping, so that a supervisor can start anew",
      );
      onceWritten(log, endNow);
      // Nobody may take it.
      setTimeout(endNow, LAST_LINE);
    });
}

/** Milliseconds that the last line of the log may take. */
const LAST_LINE = 1000;

/** Not by `exit` if it can be helped: that waits for the thread of the embedded store, which may be waiting for us. */
function endNow(): void {
  process.kill(process.pid, "SIGKILL");
  // Only the first process of a container is still there: the system spares it.
  process.exit(1);
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
