import { createAskwhy } from "./askwhy.ts";
import { templateFolders } from "./folders.ts";
import { healthRoutes, metricsRoute, serveRoutes } from "./health.ts";
import type { Log } from "./log.ts";
import { makeMetrics } from "./metrics.ts";
import { compile } from "./questions/library.ts";
import { type Problem, showProblem } from "./questions/problem.ts";
import { watchTemplates } from "./questions/watch.ts";
import type { Settings } from "./settings.ts";
import { connectSlack } from "./slack/connect.ts";
import { measuredStore } from "./store/measured-store.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";
import { startClockwork } from "./story/clockwork.ts";
import type { Trace } from "./story/parts.ts";
import { watchWordsFile } from "./words-file.ts";

export type Bot = {
  /** Looks for due jobs now: the clock was moved on. */
  poke(): void;
  /** Takes nothing more in, finishes what was begun, and closes what it opened. */
  stop(): Promise<void>;
};

/** What a bot is handed besides its settings. */
export type Surroundings = {
  readonly log: Log;
  readonly now: () => number;
  readonly observe?: (trace: Trace) => void;
  /** Everything is kept in memory and gone afterwards. */
  readonly inMemory?: boolean;
};

/** Milliseconds that jobs which have begun may take when the bot stops: less than a supervisor waits, as a rule. */
const FINISH = 10_000;

/** Starts the bot: store, templates, Slack, story, jobs, in this order. Rejects with a message that says what to do. */
export async function startBot(settings: Settings, around: Surroundings): Promise<Bot> {
  const { redisUrl, dataDir } = settings;
  const store = await openStore(
    { dataDir, ...(redisUrl !== undefined && { redisUrl }), ...(around.inMemory && { memory: true }) },
    around.log,
  );
  try {
    return await startOn(store, settings, around);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startOn(opened: Store, settings: Settings, around: Surroundings): Promise<Bot> {
  const { log, now, observe } = around;
  const metrics = makeMetrics({
    now,
    backlog: () => opened.backlog(now()),
    templates: () => templates.state(),
    process: !around.inMemory,
  });
  const store = measuredStore(opened, metrics.storeCall);
  const figures = metricsRoute(metrics.text);
  const { metricsPort } = settings;
  const health = healthRoutes({ ready: () => store.check() });
  const routes = metricsPort === undefined ? [...health, figures] : health;
  const slack = await connectSlack(settings, { log, now, store, routes, called: metrics.slackCall });
  const words = watchWordsFile(settings.wordsFile, (message) => log.warn(message));
  const templates = templatesFor(settings, log);
  const askwhy = createAskwhy({
    store,
    outside: slack.outside,
    library: templates.library,
    glossary: templates.glossary,
    log,
    now,
    rules: settings,
    manner: words.manner,
    tally: metrics.tally,
    ...(observe && { observe }),
  });
  const due = metrics.job(async (job) => {
    if (!(await slack.due(job))) await askwhy.due(job);
  });
  const clockwork = startClockwork({ store, due, givenUp: askwhy.givenUp, now, log });
  await slack.listen(askwhy);
  // Over HTTP they stand beside Slack's own paths; the playground is nobody's to supervise.
  const overSocket = settings.slack?.by === "socket" && !around.inMemory;
  const stopRoutes = overSocket ? await serveRoutes(routes, settings.port, log) : undefined;
  const stopFigures =
    metricsPort === undefined || around.inMemory ? undefined : await serveRoutes([figures], metricsPort, log);
  log.info(
    { ...slack.where, store: settings.redisUrl === undefined ? "embedded" : "redis" },
    "askwhy is running",
  );
  return {
    poke: () => clockwork.poke(),
    async stop() {
      await Promise.all([slack.stop(), clockwork.stop(FINISH)]);
      await stopRoutes?.();
      await stopFigures?.();
      words.close();
      templates.close();
      await store.close();
      log.info("askwhy has stopped");
    },
  };
}

/** The templates, compiled anew when a file changes. A wrong file is named in the log; its last good version goes on. */
function templatesFor(settings: Settings, log: Log) {
  const report = (problems: readonly Problem[]) => {
    for (const problem of problems) log.warn(showProblem(problem));
  };
  const watch = watchTemplates(templateFolders(settings.templatesDir), (loaded, fresh) => {
    library = compile(loaded.templates);
    log.info({ templates: loaded.templates.length }, "templates read anew");
    report(fresh);
  });
  let library = compile(watch.current().templates);
  report(watch.current().problems);
  return {
    library: () => library,
    glossary: () => watch.current().glossary,
    state: () => ({ valid: library.byId.size, problems: watch.current().problems.length }),
    close: () => watch.close(),
  };
}
