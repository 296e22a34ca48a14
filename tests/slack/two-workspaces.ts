import { makeLog } from "../../src/log.ts";
import { SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import { type StandIn, startStandIn } from "../../src/playground/stand-in/stand-in.ts";
import { readSettings } from "../../src/settings.ts";
import { type Bot, startBot } from "../../src/start-bot.ts";
import { AT_WORK } from "../end-to-end/bot-process.ts";
import { install, KEYS, oauthSettings, QUAY } from "../end-to-end/installing.ts";
import { freePort, postSigned } from "./street.ts";

/** The whole bot over HTTP, in this process, and two workspaces: Harbour and Quay, with people and channels of the same ids. */
export type Two = {
  readonly harbour: StandIn;
  readonly quay: StandIn;
  readonly url: string;
  readonly port: number;
  /** Everything logged so far. */
  readonly log: () => string;
  /** Stops the bot once it has done what it began. */
  readonly finish: () => Promise<void>;
  /** Starts it anew on its store. */
  readonly again: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Posts a signed event_callback, as it stands. */
  readonly event: (body: object) => Promise<Response>;
  /** Posts a signed command. */
  readonly command: (fields: Readonly<Record<string, string>>) => Promise<Response>;
  /** Posts a signed press, shortcut or submission. */
  readonly interact: (payload: object) => Promise<Response>;
};

export type TwoOptions = {
  /** Settings of the store; in memory unless told. */
  readonly store?: Readonly<Record<string, string>>;
  /** Both have installed the bot already; they have unless told. */
  readonly installed?: boolean;
};

export async function openTwo({ store, installed = true }: TwoOptions = {}): Promise<Two> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const harbour = await startStandIn({
    startAt: AT_WORK,
    retryDelays: [0, 200, 1000],
    deliverTo: `${url}/slack/events`,
    installed: false,
  });
  const quay = harbour.another({ company: QUAY });
  const lines: string[] = [];
  const log = makeLog("trace", { write: (line) => void lines.push(line) });
  const settings = readSettings({
    ...oauthSettings(harbour, port, KEYS.new),
    QUIET_SECONDS: "0",
    REPLY_QUIET_SECONDS: "0",
    ...store,
  });
  const start = () =>
    startBot(settings, { log, now: harbour.clock.now, ...(store === undefined && { inMemory: true }) });
  let bot: Bot | undefined = await start();
  const finish = async () => {
    await bot?.stop();
    bot = undefined;
  };
  if (installed) for (const standIn of [harbour, quay]) await install(url, standIn);
  const form = (fields: Readonly<Record<string, string>>) =>
    postSigned(port, new URLSearchParams(fields).toString(), { secret: SIGNING_SECRET, form: true });
  return {
    harbour,
    quay,
    url,
    port,
    log: () => lines.join(""),
    finish,
    again: async () => {
      bot = await start();
    },
    close: async () => {
      await finish();
      await harbour.stop();
    },
    event: (body) => postSigned(port, JSON.stringify(body), { secret: SIGNING_SECRET }),
    command: form,
    interact: (payload) => form({ payload: JSON.stringify(payload) }),
  };
}

/** Everything the bot ever sent to a workspace, calls and answers alike. */
export const toldTo = (standIn: StandIn): string => JSON.stringify(standIn.calls.map(({ args }) => args));
