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
import { type Clockwork, startClockwork } from "./story/clockwork.ts";
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
  /** Resolves once somebody wants the bot to stop: a start that is not over by then is given up. */
  readonly told?: Promise<void>;
};

/** The bot was told to stop before it was running. */
export class StartGivenUp extends Error {
  override name = "StartGivenUp";
}

/** Milliseconds that jobs which have begun may take when the bot stops: less than a supervisor waits, as a rule. */
const FINISH = 10_000;

/**
 * Starts the bot: store, Slack, templates, story, jobs, in this order. Rejects with a message that says what to do, and has
 * closed what was open by then.
 */
export async function startBot(settings: Settings, around: Surroundings): Promise<Bot> {
  const { redisUrl, dataDir } = settings;
  const store = await openStore(
    { dataDir, ...(redisUrl !== undefined && { redisUrl }), ...(around.inMemory && { memory: true }) },
    around.log,
  );
  const open = [() => store.close()];
  try {
    return await startOn(store, settings, around, open);
  } catch (error) {
    await closeAll(open, around.log);
    throw error;
  }
}

/** How to close what is open, in the order in which it is to be closed. */
type Open = (() => unknown)[];

/** What cannot be closed keeps nothing else open: an embedded store would leave its lock behind. */
async function closeAll(open: Open, log: Log): Promise<void> {
  for (const close of open)
    try {
      await close();
    } catch (error) {
      log.error({ err: error }, "something could not be closed");
    }
}

async function startOn(opened: Store, settings: Settings, around: Surroundings, open: Open): Promise<Bot> {
  const { log, now, observe, told } = around;
  const unlessTold = <T>(step: Promise<T>): Promise<T> => (told ? Promise.race([step, givenUp(told)]) : step);
  const metrics = makeMetrics({
    now,
    backlog: async () => {
      await opened.check();
      return opened.backlog(now());
    },
    templates: () => templates.state(),
    process: !around.inMemory,
  });
  const store = measuredStore(opened, metrics.storeCall);
  const figures = metricsRoute(metrics.text);
  const { metricsPort } = settings;
  const health = healthRoutes({ ready: () => store.check() });
  const routes = metricsPort === undefined ? [...health, figures] : health;
  await unlessTold(store.check());
  const slack = await unlessTold(
    connectSlack(settings, { log, now, store, routes, called: metrics.slackCall }),
  );
  const words = watchWordsFile(settings.wordsFile, (message) => log.warn(message));
  open.unshift(() => words.close());
  const templates = templatesFor(settings, log);
  open.unshift(() => templates.close());
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
  let clockwork: Clockwork | undefined;
  open.unshift(() => Promise.all([slack.stop(), clockwork?.stop(FINISH)]));
  await unlessTold(slack.listen(askwhy));
  // Not before: a bot that cannot listen is about to end, and would leave half-done what it had begun.
  clockwork = startClockwork({ store, due, givenUp: askwhy.givenUp, now, log });
  // Over HTTP they stand beside Slack's own paths; the playground is nobody's to supervise.
  const overSocket = settings.slack?.by === "socket" && !around.inMemory;
  if (overSocket) open.splice(1, 0, await serveRoutes(routes, settings.port, log));
  if (metricsPort !== undefined && !around.inMemory)
    open.splice(1, 0, await serveRoutes([figures], metricsPort, log));
  log.info(
    { ...slack.where, store: settings.redisUrl === undefined ? "embedded" : "redis" },
    "askwhy is running",
  );
  return {
    poke: () => clockwork.poke(),
    async stop() {
      await closeAll(open, log);
      log.info("askwhy has stopped");
    },
  };
}

const givenUp = (told: Promise<void>) =>
  told.then((): never => {
    throw new StartGivenUp("told to stop before the start was over");
  });

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
