import { spawn } from "node:child_process";
import { DateTime } from "luxon";
import type { Log } from "../log.ts";
import type { Settings } from "../settings.ts";
import { readPress } from "../slack/press.ts";
import { pageAssets } from "./page-assets.ts";
import { PEOPLE, PLANNING, PRICING, PRIYA } from "./people.ts";
import { servePage } from "./server.ts";
import { APP_TOKEN, BOT_TOKEN } from "./stand-in/app.ts";
import { elementsOf } from "./stand-in/blocks/find.ts";
import { startStandIn, type StandIn } from "./stand-in/stand-in.ts";
import type { Trace } from "./wire.ts";

/** The bot as the playground holds it. */
export type PlaygroundBot = {
  /** Looks for due jobs: the clock was moved on. */
  poke(): void;
  stop(): Promise<void>;
};

/** What the bot is started with: how to reach the stand-in, its clock, and where to report what it decided. */
export type PlaygroundSlack = Pick<Settings, "slack" | "slackApiUrl"> & {
  readonly now: () => number;
  readonly observe: (trace: Omit<Trace, "at">) => void;
};

export type PlaygroundOptions = {
  /** A free one unless told. */
  readonly port?: number;
  /** Whether to open the page in the browser. */
  readonly open: boolean;
  readonly startBot: (slack: PlaygroundSlack) => Promise<PlaygroundBot>;
  readonly log: Log;
};

/** The drawer shows what was decided lately; older things go. */
const MOST_TRACES = 200;

/** Opens the workspace in a box: a stand-in for Slack, the page, and the unchanged bot connected to it. */
export async function openPlayground(
  options: PlaygroundOptions,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const standIn = await startStandIn({
    startAt: workingAfternoon(),
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  const traces: Trace[] = [];
  const observe: PlaygroundSlack["observe"] = (trace) => {
    traces.push({ ...trace, at: standIn.clock.now() });
    traces.splice(0, traces.length - MOST_TRACES);
    standIn.world.changes.changed();
  };
  try {
    servePage(standIn, await pageAssets(), () => traces);
    const bot = await options.startBot({
      slack: { by: "socket", botToken: BOT_TOKEN, appToken: APP_TOKEN },
      slackApiUrl: standIn.apiUrl,
      now: standIn.clock.now,
      observe,
    });
    const stopPoking = standIn.clock.onMoved(() => bot.poke());
    await settleIn(standIn, options.log);
    if (options.open) openBrowser(standIn.url, options.log);
    return {
      url: standIn.url,
      async close() {
        stopPoking();
        await bot.stop();
        await standIn.stop();
      },
    };
  } catch (error) {
    await standIn.stop();
    throw error;
  }
}

/**
 * Priya invites the bot and says that she is the PM there, by the bot's own button as anybody would, so that the first estimate
 * somebody writes finds a reader. The shared channel is left for the visitor to try.
 */
async function settleIn(standIn: StandIn, log: Log): Promise<void> {
  for (const channel of [PLANNING, PRICING]) {
    standIn.inviteBot({ user: PRIYA, channel });
    try {
      const button = await standIn.until(() => optInButton(standIn, channel), PATIENCE_MS);
      await standIn.press({ user: PRIYA, surface: { on: "message", channel, ts: button.ts }, ...button });
    } catch {
      log.warn("the bot did not ask who the PM is; press its button, or /askwhy settings");
    }
  }
}

const PATIENCE_MS = 5_000;

function optInButton(
  standIn: StandIn,
  channel: string,
): { readonly ts: string; readonly block: string; readonly action: string } | undefined {
  for (const { ts, blocks = [] } of standIn.sees(PRIYA, channel)) {
    for (const block of blocks) {
      const button = elementsOf(block).find((element) => readPress(element.value)?.do === "opt-in");
      if (button !== undefined) {
        return { ts, block: block.block_id ?? "", action: button.action_id ?? "" };
      }
    }
  }
  return undefined;
}

/** Two minutes past three in the afternoon for the PM, on the latest working day: nobody's quiet hours, here or in New York. */
function workingAfternoon(): number {
  const zone = PEOPLE.find((person) => person.id === PRIYA)?.zone ?? "Etc/UTC";
  const today = DateTime.now().setZone(zone).set({ hour: 15, minute: 2, second: 0, millisecond: 0 });
  return today.minus({ days: Math.max(0, today.weekday - 5) }).toMillis();
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

function openBrowser(url: string, log: Log): void {
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const browser = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  browser.on("error", () => log.debug("no browser could be opened; the address stands in the terminal"));
  browser.unref();
}
