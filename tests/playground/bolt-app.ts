import { App, HTTPReceiver, LogLevel, SocketModeReceiver, type Logger } from "@slack/bolt";
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import { startStandIn, type StandIn, type StandInOptions } from "../../src/playground/stand-in/stand-in.ts";

/** A stand-in and a real Bolt app on it, to be stopped by the test that started them. */
export type Pair = { readonly standIn: StandIn; readonly app: App; stop(): Promise<void> };

/** Retries until the bot is there again, so that no test depends on how long that takes. */
const PATIENT: StandInOptions = { retryDelays: Array.from({ length: 1000 }, () => 10) };

const nothing = () => {};
/** Bolt reports a cut socket as an error, which here is what was asked for. */
const SILENT: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};
const QUIET = { logger: SILENT };

/** Connects Bolt's own Socket Mode client; `listen` adds the test's listeners before. */
export async function onSocket(listen: (app: App) => void, options: StandInOptions = {}): Promise<Pair> {
  const standIn = await startStandIn({ ...PATIENT, ...options });
  const receiver = new SocketModeReceiver({
    appToken: APP_TOKEN,
    // Longer than a busy machine keeps a process waiting: a cut socket is noticed by itself.
    clientPingTimeout: 2000,
    ...QUIET,
    installerOptions: { clientOptions: { slackApiUrl: standIn.apiUrl } },
  });
  const app = appOn(standIn, receiver);
  listen(app);
  await app.init();
  await app.start();
  return {
    standIn,
    app,
    async stop() {
      await receiver.client.disconnect();
      await standIn.stop();
    },
  };
}

/** Lets Bolt's own HTTP receiver take signed POSTs. */
export async function onHttp(listen: (app: App) => void, port: number): Promise<Pair> {
  const standIn = await startStandIn({
    ...PATIENT,
    deliverTo: `http://127.0.0.1:${port}/slack/events`,
  });
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, port, ...QUIET });
  const app = appOn(standIn, receiver);
  listen(app);
  await app.init();
  await app.start();
  return {
    standIn,
    app,
    async stop() {
      await app.stop();
      await standIn.stop();
    },
  };
}

function appOn(standIn: StandIn, receiver: SocketModeReceiver | HTTPReceiver): App {
  return new App({
    token: BOT_TOKEN,
    receiver,
    deferInitialization: true,
    ...QUIET,
    clientOptions: { slackApiUrl: standIn.apiUrl, retryConfig: { retries: 0 } },
  });
}
