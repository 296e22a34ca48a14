import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { bundlePage } from "../../src/playground/build-page.ts";
import { PLANNING, PRIYA } from "../../src/playground/people.ts";
import { servePage } from "../../src/playground/server.ts";
import { startStandIn, type StandIn } from "../../src/playground/stand-in/stand-in.ts";
import type { Trace } from "../../src/playground/wire.ts";

type Json = Record<string, unknown>;

/** What the bot of these tests is told by a press or a submit. */
export type Told = Json & {
  readonly type: string;
  readonly trigger_id: string;
  readonly view: { readonly state: { readonly values: unknown } };
};

/** The page before a stand-in, whose bot does what a test says. */
export type Opened = {
  readonly standIn: StandIn;
  readonly traces: Trace[];
  /** What the bot answers to presses and submits from now on; nothing until told. */
  botAnswers(answer: (told: Told) => Promise<Json | undefined>): void;
  /** Opens the page as somebody. */
  visit(as: string, options?: Visit): Promise<Page>;
  close(): Promise<void>;
};

export type Visit = {
  readonly width?: number;
  /** A channel's id or "home". */
  readonly in?: string;
  readonly colors?: "light" | "dark";
};

/** Half past two in the afternoon, UTC, of a Wednesday. */
export const START = Date.UTC(2026, 10, 18, 14, 30);

export async function open(browser: Browser): Promise<Opened> {
  let answer: Parameters<Opened["botAnswers"]>[0] = () => Promise.resolve(undefined);
  const bot = createServer((request, response) => {
    void (async () => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      const payload = new URLSearchParams(body).get("payload");
      const said = payload === null ? undefined : await answer(JSON.parse(payload) as Told);
      response.writeHead(200, { "content-type": "application/json" });
      response.end(said === undefined ? "" : JSON.stringify(said));
    })();
  });
  await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve));
  const deliverTo = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/`;
  const standIn = await startStandIn({ startAt: START, deliverTo, retryDelays: [] });
  standIn.inviteBot({ user: PRIYA, channel: PLANNING });
  const traces: Trace[] = [];
  servePage(standIn, await bundlePage(), () => traces);

  return {
    standIn,
    traces,
    botAnswers(next) {
      answer = next;
    },
    async visit(as, options = {}) {
      const context = await browser.newContext({
        viewport: { width: options.width ?? 1280, height: 800 },
        colorScheme: options.colors ?? "light",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(`${standIn.url}/#as=${as}&in=${options.in ?? PLANNING}`);
      await page.getByRole("banner").waitFor();
      return page;
    },
    async close() {
      await Promise.all(browser.contexts().map((context) => context.close()));
      bot.closeAllConnections();
      bot.close();
      await standIn.stop();
    },
  };
}
