import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import { startStandIn, type StandIn, type StandInOptions } from "../../src/playground/stand-in/stand-in.ts";

/** A stand-in and a real Bolt app on it, to be stopped by the test that started them. */
export type Pair = { readonly standIn: StandIn; readonly app: App; stop(): Promise<void> };

const QUIET = { logLevel: LogLevel.ERROR };

/** Connects Bolt's own Socket Mode client; `listen` adds the test's listeners before. */
export async function onSocket(listen: (app: App) => void, options: StandInOptions = {}): Promise<Pair> {
  const standIn = await startStandIn({ ackWithin: 500, retryDelays: [0, 20, 50], ...options });
  const receiver = new SocketModeReceiver({
    appToken: APP_TOKEN,
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
    ackWithin: 500,
    retryDelays: [0, 20, 50],
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
