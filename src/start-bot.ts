import { createAskwhy } from "./askwhy.ts";
import { templateFolders } from "./folders.ts";
import { healthRoutes, metricsRoute, serveRoutes } from "./health.ts";
import type { Log } from "./log.ts";
import { type Looks, makeMetrics, type Metrics } from "./metrics.ts";
import { compile } from "./questions/library.ts";
import { type Problem, showProblem } from "./questions/problem.ts";
import { watchTemplates } from "./questions/watch.ts";
import type { Settings } from "./settings.ts";
import { connectSlack } from "./slack/connect.ts";
import { measuredStore } from "./store/measured-store.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";
import { watchedStore } from "./store/watched-store.ts";
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
  const open = makeOpen(around.log);
  try {
    const store = await openUnlessTold(settings, around);
    open.add("store", () => store.close());
    return await startOn(store, settings, around, open);
  } catch (error) {
    await open.close();
    throw error;
  }
}

/** The store; where the start is given up meanwhile, it is closed as soon as it is open. */
async function openUnlessTold(settings: Settings, { log, told, inMemory }: Surroundings): Promise<Store> {
  const { redisUrl, dataDir } = settings;
  const opening = openStore(
    { dataDir, ...(redisUrl !== undefined && { redisUrl }), ...(inMemory && { memory: true }) },
    log,
  );
  return unlessTold(opening, told).catch((error: unknown) => {
    if (error instanceof StartGivenUp) void opening.then((store) => store.close()).catch(() => undefined);
    throw error;
  });
}

/** The phases in which what is open is closed: what takes things in, the pages that tell of it, the files watched, the store. */
const PHASES = ["work", "pages", "files", "store"] as const;

type Open = {
  readonly add: (phase: (typeof PHASES)[number], close: () => unknown) => void;
  readonly close: () => Promise<void>;
};

function makeOpen(log: Log): Open {
  const all: { readonly phase: (typeof PHASES)[number]; readonly close: () => unknown }[] = [];
  return {
    add: (phase, close) => void all.push({ phase, close }),
    async close() {
      for (const { close } of PHASES.flatMap((now) => all.filter(({ phase }) => phase === now)))
        try {
          await close();
        } catch (error) {
          // It keeps nothing else open: an embedded store would leave its lock behind.
          log.error({ err: error }, "something could not be closed");
        }
    },
  };
}

async function startOn(opened: Store, settings: Settings, around: Surroundings, open: Open): Promise<Bot> {
  const { log, now, observe, told } = around;
  await unlessTold(opened.check(), told);
  const { store, metrics } = measured(opened, around, () => templates.state());
  const { routes, serve } = pagesOf(store, metrics, settings);
  const slack = await unlessTold(
    connectSlack(settings, { log, now, store, routes, called: metrics.slackCall }),
    told,
  );
  const words = watchWordsFile(settings.wordsFile, (message) => log.warn(message));
  open.add("files", () => words.close());
  const templates = templatesFor(settings, log);
  open.add("files", () => templates.close());
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
  open.add("work", () => Promise.all([slack.stop(), clockwork?.stop(FINISH)]));
  await unlessTold(slack.listen(askwhy), told);
  // Not before: a bot that cannot listen is about to end, and would leave half-done what it had begun.
  clockwork = startClockwork({ store, due, givenUp: askwhy.givenUp, now, log });
  // The playground is nobody's to supervise.
  if (!around.inMemory) await serve(open, log);
  log.info(
    { ...slack.where, store: settings.redisUrl === undefined ? "embedded" : "redis" },
    "askwhy is running",
  );
  return {
    poke: () => clockwork.poke(),
    async stop() {
      await open.close();
      log.info("askwhy has stopped");
    },
  };
}

/** The store with its faults in the log and its calls among the figures, and the figures of this process. */
function measured(opened: Store, { log, now, inMemory }: Surroundings, templates: Looks["templates"]) {
  const watched = watchedStore(opened, log);
  const metrics = makeMetrics({
    now,
    backlog: async () => {
      await watched.check();
      return watched.backlog(now());
    },
    templates,
    process: !inMemory,
  });
  return { store: measuredStore(watched, metrics.storeCall), metrics };
}

/** The pages for whoever supervises the bot. Over HTTP `routes` stand beside Slack's own paths; what else is to be served, `serve` does. */
function pagesOf(store: Store, metrics: Metrics, { slack, port, metricsPort }: Settings) {
  const health = healthRoutes({ ready: () => store.check() });
  const figures = metricsRoute(metrics.text);
  const routes = metricsPort === undefined ? [...health, figures] : health;
  const serve = async (open: Open, log: Log): Promise<void> => {
    if (slack?.by === "socket") open.add("pages", await serveRoutes(routes, { PORT: port }, log));
    if (metricsPort !== undefined)
      open.add("pages", await serveRoutes([figures], { METRICS_PORT: metricsPort }, log));
  };
  return { routes, serve };
}

const unlessTold = <T>(step: Promise<T>, told: Promise<void> | undefined): Promise<T> =>
  told ? Promise.race([step, givenUp(told)]) : step;

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
