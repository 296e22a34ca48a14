import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { CALL_RESULTS, type CallResult } from "./slack/calls.ts";
import { WORKSPACE_JOB_KINDS } from "./slack/several.ts";
import type { LeasedJob } from "./store/store.ts";
import type { Measured } from "./store/measured-store.ts";
import { JOB_KINDS } from "./story/jobs.ts";
import { DELIVERY_OUTCOMES, MESSAGE_OUTCOMES, SUGGESTION_OUTCOMES, type Tally } from "./story/tally.ts";
import { PRESSES } from "./telling/note.ts";
import { LABELS } from "./threads/thread.ts";

export type Metrics = {
  readonly tally: Tally;
  readonly slackCall: (method: string, result: CallResult, ms: number) => void;
  readonly storeCall: Measured;
  /** Does a job, and counts how late it is, how often it was tried, and what came of it. */
  readonly job: (due: (job: LeasedJob) => Promise<void>) => (job: LeasedJob) => Promise<void>;
  /** All figures, as Prometheus reads them. */
  readonly text: () => Promise<string>;
};

/** What is looked up when somebody asks for the figures. */
export type Looks = {
  readonly now: () => number;
  /** Jobs that are due and that nobody has taken yet. Rejects where the store does not answer. */
  readonly backlog: () => Promise<{ readonly due: number; readonly oldest: number | undefined }>;
  /** Question templates in force, and what is wrong with their files. */
  readonly templates: () => { readonly valid: number; readonly problems: number };
  /** Whether memory, processor and event loop of this process are figures, too. */
  readonly process: boolean;
};

const QUICK = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5];
const SLOW = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];
/** A minute is what an estimate takes with the default of quiet; a day, what waits for the morning. */
const MINUTES = [30, 60, 90, 120, 300, 900, 3600, 14_400, 86_400];
/** Kinds of jobs by name: what stands in a stored job is not trusted as a label. */
const KINDS: ReadonlySet<string> = new Set([...JOB_KINDS, ...WORKSPACE_JOB_KINDS]);
const OTHER = "other";

/**
 * The figures of one process, of its own registry, all beginning with `askwhy_` but for those of the process itself. Labels
 * are names out of fixed lists: no text, no names, no ids.
 */
export function makeMetrics(looks: Looks): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (looks.process) collectDefaultMetrics({ register: registry });
  const counter: MakeCounter = (name, help, labelNames) =>
    new Counter({ name: `askwhy_${name}`, help, labelNames, registers });
  const histogram: MakeHistogram = (name, help, buckets, labelNames = []) =>
    new Histogram({ name: `askwhy_${name}`, help, buckets, labelNames, registers });

  const slackCall = slackCalls(histogram);
  const store = histogram("store_call_seconds", "Calls to the store", QUICK, ["call", "result"]);
  const job = jobFigures(looks.now, counter, histogram);
  const look = gauges(looks, registers);
  return {
    tally: tallyOf(counter, histogram),
    slackCall,
    storeCall: (call, ok, ms) => store.observe({ call, result: ok ? "ok" : "failed" }, ms / 1000),
    job,
    text: async () => {
      await look();
      return registry.metrics();
    },
  };
}

type MakeCounter = <L extends string>(name: string, help: string, labels: L[]) => Counter<L>;
type MakeHistogram = <L extends string>(
  name: string,
  help: string,
  buckets: number[],
  labels?: L[],
) => Histogram<L>;

/** Which methods there are, only the calls tell: all results of one begin at 0 with its first call. */
function slackCalls(histogram: MakeHistogram): Metrics["slackCall"] {
  const calls = histogram("slack_call_seconds", "Calls to Slack", SLOW, ["method", "result"]);
  const methods = new Set<string>();
  return (method, result, ms) => {
    if (!methods.has(method)) for (const one of CALL_RESULTS) calls.zero({ method, result: one });
    methods.add(method);
    calls.observe({ method, result }, ms / 1000);
  };
}

function jobFigures(now: () => number, counter: MakeCounter, histogram: MakeHistogram): Metrics["job"] {
  const lag = histogram("job_lag_seconds", "How late a job was begun", MINUTES, ["kind"]);
  const tries = histogram("job_tries", "How often a job was taken before", [0, 1, 2, 5, 10, 30], ["kind"]);
  const jobs = counter("jobs_total", "Jobs begun, by what came of it; a failed one is tried again", [
    "kind",
    "result",
  ]);
  // At 0 from the start, as the outcomes are: the first failure is seen to be one.
  for (const kind of [...KINDS, OTHER])
    for (const result of ["done", "failed"]) jobs.inc({ kind, result }, 0);
  return (due) => async (job) => {
    const kind = KINDS.has(job.kind) ? job.kind : OTHER;
    lag.observe({ kind }, Math.max(0, now() - job.due) / 1000);
    tries.observe({ kind }, job.tries);
    try {
      await due(job);
      jobs.inc({ kind, result: "done" });
    } catch (error) {
      jobs.inc({ kind, result: "failed" });
      throw error;
    }
  };
}

/** Every outcome stands there from the start, at 0: Prometheus cannot tell a figure that begins at 1 from one that always was 1. */
function tallyOf(counter: MakeCounter, histogram: MakeHistogram): Tally {
  const counted = <T extends string>(name: string, help: string, label: string, values: readonly T[]) => {
    const all = counter(name, help, [label]);
    const each = new Map(values.map((value) => [value, all.labels(value)]));
    for (const one of each.values()) one.inc(0);
    return (value: T) => each.get(value)?.inc();
  };
  const late = histogram("delivery_seconds", "From the message to Slack taking the suggestion", MINUTES);
  const delivery = counted(
    "deliveries_total",
    "Suggestions for one PM each, by outcome",
    "outcome",
    DELIVERY_OUTCOMES,
  );
  return {
    message: counted("messages_total", "Messages heard, by what became of them", "outcome", MESSAGE_OUTCOMES),
    suggestion: counted(
      "suggestions_total",
      "Estimates and spec links looked at",
      "outcome",
      SUGGESTION_OUTCOMES,
    ),
    delivery: (outcome, ms) => {
      delivery(outcome);
      if (outcome === "accepted") late.observe(Math.max(0, ms) / 1000);
    },
    pressed: counted("pressed_total", "Buttons pressed and forms submitted", "press", PRESSES),
    question: counted("questions_total", "Questions to be posted in a thread", "outcome", [
      "posted",
      "failed",
    ]),
    verdict: counted("verdicts_total", "Verdicts on replies", "label", LABELS),
  };
}

/** What is looked up anew whenever somebody asks for the figures. */
function gauges({ now, backlog, templates }: Looks, registers: Registry[]): () => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name: `askwhy_${name}`, help, registers });
  const up = gauge("store_up", "1 where the store answered just now");
  const due = gauge("jobs_due", "Jobs that are due and not taken yet, of all processes");
  const oldest = gauge("jobs_oldest_due_seconds", "How long the oldest of them has been due");
  const valid = gauge("templates", "Question templates in force");
  const problems = gauge("template_problems", "What is wrong with template files");
  return async () => {
    const all = templates();
    valid.set(all.valid);
    problems.set(all.problems);
    const found = await backlog().catch(() => undefined);
    up.set(found === undefined ? 0 : 1);
    if (found === undefined) return;
    due.set(found.due);
    oldest.set(found.oldest === undefined ? 0 : Math.max(0, now() - found.oldest) / 1000);
  };
}
