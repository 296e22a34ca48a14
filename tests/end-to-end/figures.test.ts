import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { PLANNING, PRIYA, SAM } from "../../src/playground/people.ts";
import { optIn, pressLabel, whispered } from "./acting.ts";
import { type By, freePort, startWhole, type Whole } from "./bot-process.ts";

let whole: Whole | undefined;
let folder: string;
afterEach(async () => {
  await whole?.stop();
  whole = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function start(by: By, env: Record<string, string>): Promise<Whole> {
  folder = await mkdtemp(join(tmpdir(), "askwhy-data-"));
  whole = await startWhole(by, { ASKWHY_DATA_DIR: folder }, { env });
  return whole;
}

const HAPPENED = [
  'askwhy_messages_total{outcome="nothing"} 1',
  'askwhy_messages_total{outcome="kept"} 1',
  'askwhy_suggestions_total{outcome="offered"} 1',
  'askwhy_deliveries_total{outcome="accepted"} 1',
  'askwhy_pressed_total{press="not-useful"} 1',
  'askwhy_slack_call_seconds_count{method="chat.postEphemeral",result="ok"} 2',
  'askwhy_slack_call_seconds_count{method="response_url",result="ok"} 2',
  "askwhy_store_up 1",
  "askwhy_template_problems 0",
];

const get = (port: number, path: string) => fetch(`http://127.0.0.1:${port}${path}`);

test.each([
  ["socket", "beside the health checks"],
  ["socket", "on a port of its own"],
  ["http", "on a port of its own"],
] as [By, string][])("over %s, /metrics %s tells what happened", async (by, where) => {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const own = where === "on a port of its own";
  const env = {
    ...(by === "socket" && { PORT: String(port) }),
    ...(own && { METRICS_PORT: String(metricsPort) }),
  };
  const { standIn } = await start(by, env);
  await optIn(standIn);
  for (const text of ["lunch?", "checkout on the new gateway, about 3 weeks"])
    standIn.say({ user: SAM, channel: PLANNING, text });
  const suggestion = await whispered(standIn, PRIYA, PLANNING, "Ask in thread");
  await pressLabel(standIn, PRIYA, PLANNING, suggestion, "Not useful");
  await standIn.settled();

  const figures = await vi.waitFor(async () => {
    const answer = await get(own ? metricsPort : port, "/metrics");
    expect(answer.status).toBe(200);
    const text = await answer.text();
    for (const line of HAPPENED) expect(text).toContain(`${line}\n`);
    return text;
  }, 10_000);
  expect(figures).toMatch(/process_resident_memory_bytes \d/);
  expect(figures).not.toMatch(/U0|C0PLANNING|T0HARBOUR|checkout|Priya/);
  if (by === "socket") {
    for (const path of ["/healthz", "/readyz", "/healthz?from=balancer"])
      expect((await get(port, path)).status, path).toBe(200);
    expect((await get(port, "/metrics")).status).toBe(own ? 404 : 200);
  }
  if (own) expect((await get(metricsPort, "/healthz")).status).toBe(404);
});

test("over http, without a port of its own, /metrics stands beside Slack's paths and the health checks", async () => {
  const port = await freePort();
  await start("http", { PORT: String(port) });
  for (const path of ["/healthz", "/readyz", "/metrics"])
    expect((await get(port, path)).status, path).toBe(200);
  expect(await (await get(port, "/metrics")).text()).toContain("askwhy_store_up 1\n");
});
