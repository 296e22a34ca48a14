import { describe, expect, test } from "vitest";
import { healthRoutes, metricsRoute, serveRoutes } from "../src/health.ts";
import { makeLog } from "../src/log.ts";
import { makeMetrics, type Metrics } from "../src/metrics.ts";
import { measuredStore } from "../src/store/measured-store.ts";
import { StoreError } from "../src/store/store.ts";
import { freePort } from "./slack/street.ts";
import { OutsideError } from "../src/telling/outside.ts";
import { asked, ESTIMATE, HOUR, lastForm, MINUTE, suggested } from "./story/scenes.ts";
import { CHANNEL, NOOR, PRIYA, pressOf, SAM, TEAM, type Village, village } from "./story/village.ts";

const NOW = Date.UTC(2026, 10, 24, 10);
const none = { now: () => NOW, templates: () => ({ valid: 34, problems: 1 }), process: false };
const made = (
  backlog: Parameters<typeof makeMetrics>[0]["backlog"] = async () => ({ due: 0, oldest: undefined }),
) => makeMetrics({ ...none, backlog });

/** The value of one figure, written as Prometheus writes it. */
async function figure({ text }: Metrics, name: string): Promise<number | undefined> {
  const line = (await text()).split("\n").find((one) => one.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

/** A channel whose PM opted in, with everything counted. */
async function counted() {
  const metrics = made();
  const lines: { readonly msg: string }[] = [];
  const log = makeLog("info", { write: (line: string) => void lines.push(JSON.parse(line)) });
  const here: Village = await village({ tally: metrics.tally, log });
  await here.optIn(PRIYA);
  return { here, metrics, lines };
}

describe("what the story counts", () => {
  test("messages, by what became of them", async () => {
    const { here, metrics } = await counted();
    for (const text of ["lunch?", "thanks!", ESTIMATE]) await here.say(SAM, text);
    await here.say(SAM, "search filters, 4 days", "1700000000.000001");
    await here.say(SAM, "+1", "1700000000.000002");
    await here.invoke(NOOR, "reading off");
    await here.say(NOOR, ESTIMATE);
    for (const [outcome, count] of [
      ["nothing", 2],
      ["kept", 2],
      ["not-followed", 1],
      ["not-read", 1],
      ["dormant", 0],
    ] as const)
      expect(await figure(metrics, `askwhy_messages_total{outcome="${outcome}"}`), outcome).toBe(count);
  });

  test("suggestions, deliveries with their time, presses, questions and verdicts", async () => {
    const { here, metrics } = await counted();
    await asked(here, "should be fine");
    for (const [name, count] of [
      ['askwhy_suggestions_total{outcome="offered"}', 1],
      ['askwhy_deliveries_total{outcome="accepted"}', 1],
      ['askwhy_delivery_seconds_bucket{le="60"}', 1],
      ['askwhy_delivery_seconds_bucket{le="30"}', 0],
      ['askwhy_pressed_total{press="ask"}', 1],
      ['askwhy_pressed_total{press="send"}', 1],
      ['askwhy_questions_total{outcome="posted"}', 1],
      ['askwhy_verdicts_total{label="non-answer"}', 1],
    ] as const)
      expect(await figure(metrics, name), name).toBe(count);
  });

  test("what nobody could be shown, and what Slack refused", async () => {
    const { here, metrics } = await counted();
    await here.say(PRIYA, "lunch?");
    here.faults.whisper.push({ accepted: false, reason: "user_not_in_channel" });
    await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    here.people.set(PRIYA, { stranger: true });
    await here.say(SAM, "search filters on the new index, 4 weeks");
    await here.pass(MINUTE);
    expect(await figure(metrics, 'askwhy_deliveries_total{outcome="waiting"}')).toBe(1);
    expect(await figure(metrics, 'askwhy_deliveries_total{outcome="accepted"}')).toBe(0);
    expect(await figure(metrics, 'askwhy_suggestions_total{outcome="nobody"}')).toBe(1);
  });

  test("what waits from the start, outside working hours, and what an edit of the number takes back", async () => {
    const { here, metrics, lines } = await counted();
    await here.pass(10 * HOUR);
    const message = await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    expect(await figure(metrics, 'askwhy_deliveries_total{outcome="waiting"}')).toBe(1);
    const [line] = lines.filter(({ msg }) => msg === "suggestion");
    expect(line).toMatchObject({
      user: PRIYA,
      channel: CHANNEL,
      outcome: "waiting",
      reason: "it was outside working hours",
    });

    await here.hear({
      what: "edited",
      message: { ...message, text: "checkout on the new gateway, about 9 weeks" },
    });
    await here.pass(MINUTE);
    expect(await figure(metrics, 'askwhy_deliveries_total{outcome="waiting"}')).toBe(2);
    expect(await figure(metrics, 'askwhy_deliveries_total{outcome="withdrawn"}')).toBe(1);
    expect(await figure(metrics, 'askwhy_deliveries_total{outcome="not-shown"}')).toBe(0);
    expect(await figure(metrics, 'askwhy_suggestions_total{outcome="offered"}')).toBe(2);
  });

  test("what a PM is not to be shown any more at the second look is no change of the message", async () => {
    const { here, metrics } = await counted();
    // Slack did not take it; by the next try nudges are paused.
    here.faults.whisper.push(new OutsideError("rate limited", { retryAt: here.now() + 300_000 }));
    await here.say(SAM, ESTIMATE);
    await here.pass(MINUTE);
    await here.press(PRIYA, { do: "opt-out", about: { c: CHANNEL } });
    await here.pass(10 * MINUTE);
    expect(await figure(metrics, 'askwhy_deliveries_total{outcome="not-shown"}')).toBe(1);
    expect(await figure(metrics, 'askwhy_deliveries_total{outcome="withdrawn"}')).toBe(0);
  });

  test("nothing of it names anybody, a channel or a word", async () => {
    const { here, metrics } = await counted();
    const { note } = await suggested(here);
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    await here.press(PRIYA, lastForm(here, PRIYA).press, { text: "Is it zyzzyva?" });
    metrics.storeCall("get", true, 1);
    const text = await metrics.text();
    for (const word of [TEAM, CHANNEL, SAM, PRIYA, "zyzzyva", "checkout"])
      expect(text).not.toContain(`"${word}`);
    expect(text).not.toMatch(/zyzzyva|checkout|U0|C0PLAN/);
  });
});

describe("jobs", () => {
  const job = { team: TEAM, id: "j", kind: "suggest", due: NOW - 90_000, about: {}, lease: "l", tries: 2 };

  test("how late, how often, and what came of it", async () => {
    const metrics = made();
    await metrics.job(async () => {})(job);
    const failing = metrics.job(async () => {
      throw new Error("no");
    });
    await expect(failing(job)).rejects.toThrow("no");
    expect(await figure(metrics, 'askwhy_job_lag_seconds_bucket{le="60",kind="suggest"}')).toBe(0);
    expect(await figure(metrics, 'askwhy_job_lag_seconds_bucket{le="90",kind="suggest"}')).toBe(2);
    expect(await figure(metrics, 'askwhy_job_tries_bucket{le="1",kind="suggest"}')).toBe(0);
    expect(await figure(metrics, 'askwhy_jobs_total{kind="suggest",result="done"}')).toBe(1);
    expect(await figure(metrics, 'askwhy_jobs_total{kind="suggest",result="failed"}')).toBe(1);
  });

  test("no failure yet is a figure, too: an alarm sees the first one", async () => {
    const metrics = made();
    for (const kind of ["suggest", "morning", "other"])
      expect(await figure(metrics, `askwhy_jobs_total{kind="${kind}",result="failed"}`), kind).toBe(0);
    const calls = (result: string) =>
      figure(metrics, `askwhy_slack_call_seconds_count{method="chat.postMessage",result="${result}"}`);
    metrics.slackCall("chat.postMessage", "ok", 20);
    metrics.slackCall("chat.postMessage", "later", 20);
    for (const [result, count] of [
      ["ok", 1],
      ["later", 1],
      ["refused", 0],
      ["failed", 0],
    ] as const)
      expect(await calls(result), result).toBe(count);
  });

  test("a kind nobody knows makes no label of its own", async () => {
    const metrics = made();
    await metrics.job(async () => {})({ ...job, kind: "planted" });
    expect(await metrics.text()).not.toContain("planted");
    expect(await figure(metrics, 'askwhy_jobs_total{kind="other",result="done"}')).toBe(1);
  });

  test("those that wait, from the store itself", async () => {
    const here = await village();
    await here.optIn(PRIYA);
    await here.say(SAM, ESTIMATE);
    const metrics = makeMetrics({
      ...none,
      backlog: () => here.store.backlog(here.now() + 75_000),
      now: () => here.now() + 75_000,
    });
    expect(await figure(metrics, "askwhy_jobs_due")).toBe(1);
    expect(await figure(metrics, "askwhy_jobs_oldest_due_seconds")).toBeCloseTo(30, 3);
    expect(await figure(metrics, "askwhy_store_up")).toBe(1);
    expect(await figure(metrics, "askwhy_templates")).toBe(34);
    expect(await figure(metrics, "askwhy_template_problems")).toBe(1);
  });

  test("a store that does not answer is a figure, too, and hides no other", async () => {
    const metrics = made(() => Promise.reject(new StoreError("away")));
    metrics.tally.message("kept");
    expect(await figure(metrics, "askwhy_store_up")).toBe(0);
    expect(await figure(metrics, 'askwhy_messages_total{outcome="kept"}')).toBe(1);
  });
});

test("calls to the store are counted, done or failed, and come back as they are", async () => {
  const { store } = await village();
  const told: [string, boolean][] = [];
  const measured = measuredStore(store, (call, ok) => told.push([call, ok]));
  const key = { team: TEAM, kind: "channel", id: "C1" };
  await measured.change(key, NOW, () => ({ record: 1, until: NOW + 1 }));
  expect(await measured.get(key, NOW)).toBe(1);
  await expect(measured.change(key, NOW, () => ({ record: 1, until: Number.NaN }))).rejects.toThrow(
    "no number",
  );
  expect(told).toEqual([
    ["change", true],
    ["get", true],
    ["change", false],
  ]);
});

test("/metrics is served in Prometheus's own format", async () => {
  const port = await freePort();
  const stop = await serveRoutes([metricsRoute(made().text)], { METRICS_PORT: port }, makeLog("silent"));
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  expect(await answer.text()).toContain("# TYPE askwhy_messages_total counter");
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(404);
  await stop();
});

test("a port that is taken is said with the pages that are missing, and which setting names it", async () => {
  const lines: string[] = [];
  const log = makeLog("info", { write: (line: string) => void lines.push(JSON.parse(line).msg) });
  const port = await freePort();
  const [figures, health] = [[metricsRoute(made().text)], healthRoutes({ ready: async () => {} })];
  const stop = await serveRoutes(figures, { METRICS_PORT: port }, log);
  const stops = [
    await serveRoutes(figures, { METRICS_PORT: port }, log),
    await serveRoutes(health, { PORT: port }, log),
  ];
  expect(lines).toEqual([
    "no /metrics: the port cannot be had; set METRICS_PORT to another",
    "no /healthz, /readyz: the port cannot be had; set PORT to another",
  ]);
  for (const one of [stop, ...stops]) await one();
});
