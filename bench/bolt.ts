import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { read } from "../src/reading/read.ts";
import { freePort } from "../tests/store/redis-server.ts";
import { LANES, ME, openSlack, over, SECRET, type Send } from "./bolt-street.ts";

/**
 * What Askwhy costs beside a bare Bolt app with one empty listener, in the same run: events a second, CPU of the bot's
 * process for one event, and the time from event to acknowledgement. Askwhy keeps an event before it acknowledges it;
 * bare Bolt acknowledges first. Of the traffic 95 % says nothing unless told: everyday talk out of the labelled threads, and in
 * a second run near misses alone, which are made to be hard to read. The rest are labelled estimates.
 *
 *   npm run build && npx tsx bench/bolt.ts [events per round] [rounds] [share that says nothing]
 */
const [EVENTS = 20_000, ROUNDS = 3, QUIET = 0.95] = process.argv.slice(2).map(Number);

type By = keyof typeof LANES;
type Kind = "bare" | "askwhy";
type Figures = {
  readonly perSecond: number;
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
};

function linesOf<T>(name: string): T[] {
  const path = new URL(`../tests/corpus/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as T);
}

const labelled = linesOf<{ text: string; estimates: unknown[] }>("estimates");
const telling = labelled.filter(({ estimates }) => estimates.length > 0).map(({ text }) => text);
const TALK = {
  "everyday talk": linesOf<{ thread: { from: string; text: string }[] }>("scenarios")
    .flatMap(({ thread }) => thread.map(({ text }) => text))
    .filter((text) => {
      const { estimates, links } = read(text);
      return estimates.length + links.length === 0;
    }),
  "near misses": labelled.filter(({ estimates }) => estimates.length === 0).map(({ text }) => text),
} as const;
type Talk = keyof typeof TALK;

await main();

async function main(): Promise<void> {
  say(`${EVENTS} events a round, ${ROUNDS} rounds, ${100 * QUIET} % say nothing\n`);
  say("transport  app      events/s  CPU us/event  ack p50 ms  p99 ms");
  const traffic = (Object.keys(TALK) as Talk[]).flatMap((talk) => [
    { by: "socket", talk } as const,
    { by: "http", talk } as const,
  ]);
  for (const { by, talk } of traffic) {
    const rounds: Record<Kind, Figures[]> = { bare: [], askwhy: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const kind of ["bare", "askwhy"] as const) rounds[kind].push(await measure(kind, by, talk));
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
      `${by.padEnd(9)}  ${talk}: askwhy reaches ${(askwhy.perSecond / bare.perSecond).toFixed(2)} of bare Bolt's events a second\n`,
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

async function measure(kind: Kind, by: By, talk: Talk): Promise<Figures> {
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
    await run(send, by, talk, "w");
    const before = await cpu(bot);
    const began = performance.now();
    const waits = await run(send, by, talk, "m");
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
async function run(send: Send, by: By, talk: Talk, name: "w" | "m"): Promise<number[]> {
  const count = name === "w" ? Math.ceil(EVENTS / 4) : EVENTS;
  const waits: number[] = [];
  let sent = 0;
  const lane = async () => {
    while (sent < count) {
      const index = sent++;
      const began = performance.now();
      await send(eventOf(index, talk, name), `${name}${index}`);
      waits.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: LANES[by] }, lane));
  return waits;
}

/** A message as Slack sends it; every twentieth says how long something takes, if 95 % say nothing. */
function eventOf(index: number, talk: Talk, name: string): object {
  const says = Math.floor(index * (1 - QUIET)) !== Math.floor((index + 1) * (1 - QUIET));
  const from = says ? telling : TALK[talk];
  const text = from[index % from.length] ?? "";
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
