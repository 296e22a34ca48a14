import { App, HTTPReceiver, SocketModeReceiver } from "@slack/bolt";
import type * as Log from "../src/log.ts";
import type * as Settings from "../src/settings.ts";
import type * as Bot from "../src/start-bot.ts";

/**
 * The bot under load, in a process of its own so that only its own work is counted: `bare` is a Bolt app with one empty
 * listener, `askwhy` is all of ours, compiled as it is shipped, on the embedded store in memory. It answers "cpu" with what it has used so far.
 */
const [kind, by] = process.argv.slice(2);
const { makeLog } = (await built("log")) as typeof Log;
const { readSettings } = (await built("settings")) as typeof Settings;
const { startBot } = (await built("start-bot")) as typeof Bot;
const settings = readSettings(process.env);
if (settings.slack === undefined) throw new Error("started by bolt.ts, with settings");

if (kind === "bare") await startBare();
else await startBot(settings, { log: makeLog("silent"), now: Date.now, inMemory: true });

process.on("message", () => process.send?.(process.cpuUsage()));
process.send?.("ready");

/** A module as `npm run build` makes it. */
function built(name: string): Promise<unknown> {
  return import(new URL(`../dist/${name}.js`, import.meta.url).href);
}

async function startBare(): Promise<void> {
  const slackApiUrl = settings.slackApiUrl ?? "";
  const receiver =
    by === "http"
      ? new HTTPReceiver({ signingSecret: process.env["SLACK_SIGNING_SECRET"] ?? "", port: settings.port })
      : new SocketModeReceiver({
          appToken: process.env["SLACK_APP_TOKEN"] ?? "",
          installerOptions: { clientOptions: { slackApiUrl } },
        });
  const app = new App({
    token: process.env["SLACK_BOT_TOKEN"] ?? "",
    receiver,
    convoStore: false,
    clientOptions: { slackApiUrl },
  });
  app.event("message", async () => {});
  await app.start();
}
