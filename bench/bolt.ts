import { type ChildProcess, fork } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent, createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/**
 * What Askwhy costs beside a bare Bolt app with one empty listener, in the same run: events a second, CPU of the bot's
 * process for one event, and the time from event to acknowledgement. Askwhy keeps an event before it acknowledges it;
 * bare Bolt acknowledges first. Traffic: messages of the labelled sets, of which 95 % say nothing unless told; those that
 * say nothing are near misses, harder to read than everyday talk.
 *
 *   npx tsx bench/bolt.ts [events per round] [rounds] [share that says nothing]
 */
const [EVENTS = 8000, ROUNDS = 3, QUIET = 0.95] = process.argv.slice(2).map(Number);
const SECRET = "bench-signing-secret";
const LANES = { http: 16, socket: 50 } as const;

type By = keyof typeof LANES;
type Kind = "bare" | "askwhy";
type Figures = {
  readonly perSecond: number;
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
};
type Send = (body: object, id: string) => Promise<void>;

const ME = { ok: true, url: "https://bench.test/", team_id: "T0BENCH", user_id: "U0BOT", bot_id: "B0BOT" };
const PERSON = { tz: "Etc/UTC", team_id: ME.team_id, is_admin: true };
const ANSWERS: Record<string, object> = {
  "auth.test": ME,
  "users.info": { ok: true, user: PERSON },
  "users.getPresence": { ok: true, presence: "active" },
};

const texts = readFileSync("tests/corpus/estimates.jsonl", "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { text: string; estimates: unknown[] });
const quiet = texts.filter(({ estimates }) => estimates.length === 0);
const telling = texts.filter(({ estimates }) => estimates.length > 0);

await main();

async function main(): Promise<void> {
  say(`${EVENTS} events a round, ${ROUNDS} rounds, ${100 * QUIET} % say nothing\n`);
  say("transport  app      events/s  CPU us/event  ack p50 ms  p99 ms");
  for (const by of ["socket", "http"] as const) {
    const rounds: Record<Kind, Figures[]> = { bare: [], askwhy: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const kind of ["bare", "askwhy"] as const) rounds[kind].push(await measure(kind, by));
    }
    const [bare, askwhy] = [middle(rounds.bare), middle(rounds.askwhy)];
    for (const [kind, one] of [
      ["bare", bare],
      ["askwhy", askwhy],
    ] as const) {
      const cells = [
        one.perSecond.toFixed(0).padStart(8),
        one.cpu.toFixed(0).padStart(12),
        one.p50.toFixed(1).padStart(10),
        one.p99.toFixed(1).padStart(6),
      ];
      say(`${by.padEnd(9)}  ${kind.padEnd(7)}  ${cells.join("  ")}`);
    }
    say(
      `${by.padEnd(9)}  askwhy reaches ${(askwhy.perSecond / bare.perSecond).toFixed(2)} of bare Bolt's events a second\n`,
    );
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The round in the middle by events a second. */
function middle(rounds: readonly Figures[]): Figures {
  const sorted = rounds.toSorted((a, b) => a.perSecond - b.perSecond);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (found === undefined) throw new Error("no rounds");
  return found;
}

async function measure(kind: Kind, by: By): Promise<Figures> {
  const slack = await openSlack();
  const port = await freePort();
  const bot = fork("bench/bolt-bot.ts", [kind, by], {
    execArgv: ["--import", "tsx"],
    env: {
      ...process.env,
      SLACK_BOT_TOKEN: "xoxb-bench",
      SLACK_API_URL: slack.api,
      PORT: String(port),
      QUIET_SECONDS: "3600",
      SLACK_APP_TOKEN: by === "socket" ? "xapp-bench" : "",
      SLACK_SIGNING_SECRET: by === "http" ? SECRET : "",
    },
  });
  try {
    await next(bot);
    if (by === "socket") await slack.linked();
    const send = by === "socket" ? slack.send : over(port);
    await send(optIn(), "opt-in");
    await run(send, by, Math.ceil(EVENTS / 4), "w");
    const before = await cpu(bot);
    const began = performance.now();
    const waits = await run(send, by, EVENTS, "m");
    const seconds = (performance.now() - began) / 1000;
    const used = (await cpu(bot)) - before;
    waits.sort((a, b) => a - b);
    const at = (share: number) => waits[Math.floor(waits.length * share)] ?? 0;
    return { perSecond: EVENTS / seconds, cpu: used / EVENTS, p50: at(0.5), p99: at(0.99) };
  } finally {
    bot.kill();
    await slack.close();
  }
}

/** The bot's CPU so far, in microseconds. */
async function cpu(bot: ChildProcess): Promise<number> {
  bot.send("cpu");
  const { user, system } = (await next(bot)) as NodeJS.CpuUsage;
  return user + system;
}

function next(bot: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    bot.once("message", resolve);
    bot.once("exit", (code) => reject(new Error(`the bot ended with ${code}`)));
  });
}

/** Sends events in so many lanes, one after another in each; gives the milliseconds to each acknowledgement. */
async function run(send: Send, by: By, count: number, name: string): Promise<number[]> {
  const waits: number[] = [];
  let sent = 0;
  const lane = async () => {
    while (sent < count) {
      const index = sent++;
      const began = performance.now();
      await send(eventOf(index, name), `${name}${index}`);
      waits.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: LANES[by] }, lane));
  return waits;
}

/** A message as Slack sends it; every twentieth says how long something takes, if 95 % say nothing. */
function eventOf(index: number, name: string): object {
  const says = Math.floor(index * (1 - QUIET)) !== Math.floor((index + 1) * (1 - QUIET));
  const from = says ? telling : quiet;
  const text = from[index % from.length]?.text ?? "";
  const ts = `${name === "w" ? 1_600_000_000 + index : 1_700_000_000 + index}.000100`;
  const elements = [{ type: "rich_text_section", elements: [{ type: "text", text }] }];
  return {
    token: "unused",
    team_id: ME.team_id,
    api_app_id: "A0BENCH",
    type: "event_callback",
    event_id: `Ev${name}${index}`,
    event_time: 1_700_000_000,
    authorizations: [{ enterprise_id: null, team_id: ME.team_id, user_id: ME.user_id, is_bot: true }],
    event: {
      type: "message",
      channel: "C0BENCH",
      channel_type: "channel",
      user: `U0${index % 50}SAM`,
      client_msg_id: `c-${index}`,
      text,
      ts,
      team: ME.team_id,
      blocks: [{ type: "rich_text", block_id: "b1", elements }],
    },
  };
}

/** A PM opts in, so that the channel is listened to. */
function optIn(): object {
  return {
    type: "block_actions",
    user: { id: "U0PRIYA", team_id: ME.team_id },
    team: { id: ME.team_id },
    channel: { id: "C0BENCH" },
    actions: [{ type: "button", action_id: "aw:opt-in:1", value: "opt-in?c=C0BENCH&self=yes" }],
  };
}

type Slack = { readonly api: string; readonly send: Send; linked(): Promise<void>; close(): Promise<void> };

async function openSlack(): Promise<Slack> {
  const waiting = new Map<string, () => void>();
  let link: WebSocket | undefined;
  let ready = () => {};
  const linked = new Promise<void>((resolve) => (ready = resolve));
  const server: Server = createServer((call, response) => {
    const method = (call.url ?? "").replace("/api/", "");
    call.resume();
    const url = `ws://127.0.0.1:${port}/link`;
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify(
        method === "apps.connections.open" ? { ok: true, url } : (ANSWERS[method] ?? { ok: true }),
      ),
    );
  });
  new WebSocketServer({ server, path: "/link", perMessageDeflate: false }).on("connection", (socket) => {
    link = socket;
    socket.on("message", (data: Buffer) => {
      const { envelope_id } = JSON.parse(data.toString()) as { envelope_id: string };
      waiting.get(envelope_id)?.();
      waiting.delete(envelope_id);
    });
    socket.send(JSON.stringify({ type: "hello" }));
    ready();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    api: `http://127.0.0.1:${port}/api/`,
    linked: () => linked,
    // A bare app has no listener for the press, and so never acknowledges it.
    send: (payload, envelope_id) =>
      new Promise((resolve) => {
        const press = "actions" in payload;
        if (press) setTimeout(resolve, 300);
        else waiting.set(envelope_id, resolve);
        link?.send(JSON.stringify({ envelope_id, type: press ? "interactive" : "events_api", payload }));
      }),
    close: async () => {
      link?.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Signed POSTs over connections that are kept. */
function over(port: number): Send {
  const agent = new Agent({ keepAlive: true, maxSockets: LANES.http });
  return (payload) =>
    new Promise((resolve, reject) => {
      const press = "actions" in payload;
      const json = JSON.stringify(payload);
      const body = press ? new URLSearchParams({ payload: json }).toString() : json;
      const at = String(Math.floor(Date.now() / 1000));
      const headers = {
        "content-type": press ? "application/x-www-form-urlencoded" : "application/json",
        "content-length": Buffer.byteLength(body),
        "x-slack-request-timestamp": at,
        "x-slack-signature": `v0=${createHmac("sha256", SECRET).update(`v0:${at}:${body}`).digest("hex")}`,
      };
      const call = request({ port, agent, method: "POST", path: "/slack/events", headers }, (response) => {
        response.resume();
        response.on("end", resolve);
        if (response.statusCode !== 200 && !press) reject(new Error(`refused with ${response.statusCode}`));
      });
      call.on("error", reject);
      call.end(body);
    });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
