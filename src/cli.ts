#!/usr/bin/env node
import "dotenv/config";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { answeredBatch, askBatch, readBatch, runBatch } from "./commands/batch.ts";
import { tryText } from "./commands/try.ts";
import { doctor, showDoctor, stops } from "./doctor.ts";
import { templateFolders } from "./folders.ts";
import { manifest } from "./manifest.ts";
import { templatesCommand } from "./questions/commands.ts";
import { compile } from "./questions/library.ts";
import { nearest } from "./questions/templates/nearest.ts";
import { loadTemplates } from "./questions/load.ts";
import { showProblem } from "./questions/problem.ts";
import { workspacesCommand } from "./workspaces-command.ts";
import { readWordsFile, WordsFileError } from "./words-file.ts";
import { endProcess, run, runPlayground } from "./run.ts";
import { readOwnFiles, SettingsError, settingsOrError } from "./settings.ts";

type Command = {
  readonly usage: string;
  readonly does: string;
  readonly run: (args: string[]) => Promise<number>;
};

/** Everything `askwhy` does from a terminal. */
const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    usage: "start [--bot]",
    does: "run the bot; without Slack tokens the playground, or with --bot nothing",
    run: startCommand,
  },
  playground: {
    usage: "playground [--port N] [--no-open] [--keep]",
    does: "a small workspace in a box, in the browser; --keep keeps its data in ASKWHY_DATA_DIR or Redis",
    run: playgroundCommand,
  },
  try: {
    usage: 'try "3 weeks for checkout" [--trace] [--json]',
    does: "what is read in a text and what would be asked",
    run: tryCommand,
  },
  read: {
    usage: "read < messages.jsonl",
    does: 'lines of {"id","text","before"?}: what each says',
    run: plain(() => runBatch(readBatch(manner()), process.stdin, process.stdout)),
  },
  ask: {
    usage: "ask < threads.jsonl",
    does: 'lines of {"id","thread":[{"from","text"}]}: what to ask',
    run: plain(async () => runBatch(askBatch(await library(), manner()), process.stdin, process.stdout)),
  },
  answered: {
    usage: "answered < pairs.jsonl",
    does: 'lines of {"id","question_id","question","replies":[{"from","text"}]}: was it answered?',
    run: plain(async () => runBatch(answeredBatch(await library()), process.stdin, process.stdout)),
  },
  templates: {
    usage: "templates list | show | new | check | test | try | why | schema",
    does: "for whoever writes questions",
    run: (args) => templatesCommand({ args, folders: folders(), manner, write: print }),
  },
  manifest: {
    usage: "manifest --socket | --http https://askwhy.example.com",
    does: "the Slack app manifest",
    run: manifestCommand,
  },
  workspaces: {
    usage: "workspaces [erase T0123]",
    does: "which workspaces installed the app by OAuth; or erases everything of one",
    run: async (args) => {
      const settings = settingsOrError(process.env);
      if (settings instanceof SettingsError) return complain(settings.message);
      return workspacesCommand({ args, settings, write: print, complain });
    },
  },
  doctor: {
    usage: "doctor",
    does: "checks settings, tokens, scopes, store and templates",
    run: plain(doctorCommand),
  },
};

/** A command that takes no words after its name, and says so. */
function plain(does: () => Promise<number>): Command["run"] {
  return async (args) => {
    parseArgs({ args });
    return does();
  };
}

const print = (text: string) => void process.stdout.write(`${text}\n`);
const complain = (text: string) => {
  process.stderr.write(`${text}\n`);
  return 1;
};

const own = readOwnFiles(process.env);
const manner = () => readWordsFile(own.wordsFile);
const folders = () => templateFolders(own.templatesDir);

async function library() {
  const { templates, problems } = await loadTemplates(folders());
  for (const problem of problems) complain(showProblem(problem));
  return compile(templates);
}

async function startCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { bot: { type: "boolean", default: false } } });
  return run(process.env, { botOnly: values.bot });
}

async function playgroundCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { port: { type: "string" }, "no-open": { type: "boolean" }, keep: { type: "boolean" } },
  });
  const settings = settingsOrError(process.env);
  if (settings instanceof SettingsError) return complain(settings.message);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    return complain("--port takes a port number, 0 for any free one.");
  }
  return runPlayground(settings, {
    open: !values["no-open"],
    ...(port !== undefined && { port }),
    ...(values.keep && { keep: true }),
  });
}

async function tryCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { trace: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
  });
  const text = positionals.join(" ");
  if (text === "") return complain(`usage: askwhy ${COMMANDS["try"]?.usage}`);
  print(tryText(text, await library(), { ...values, manner: manner() }));
  return 0;
}

async function manifestCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { socket: { type: "boolean" }, http: { type: "string" } } });
  if (values.http !== undefined && !/^https:\/\/[^\s?#]+$/.test(values.http)) {
    return complain("--http takes the public address of the bot, such as https://askwhy.example.com");
  }
  if (values.http !== undefined && values.socket) {
    return complain("One or the other: --socket needs no address, --http takes one.");
  }
  print(
    JSON.stringify(manifest(values.http === undefined ? { socket: true } : { http: values.http }), null, 2),
  );
  return 0;
}

async function doctorCommand(): Promise<number> {
  const findings = await doctor(process.env);
  print(showDoctor(findings));
  return stops(findings) ? 1 : 0;
}

function usage(): string {
  const width = Math.max(...Object.values(COMMANDS).map((command) => command.usage.length));
  const lines = Object.values(COMMANDS).map((command) => `  ${command.usage.padEnd(width)}  ${command.does}`);
  return ["usage: askwhy <command>", "", ...lines].join("\n");
}

async function main([name = "", ...args]: string[]): Promise<number> {
  if (name === "help" && Object.hasOwn(COMMANDS, args[0] ?? "")) return main([...args.slice(0, 1), "--help"]);
  if (["", "help", "--help", "-h"].includes(name)) {
    print(usage());
    return name === "" ? 1 : 0;
  }
  if (["--version", "-v"].includes(name)) {
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    print(version);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const meant = nearest(name, Object.keys(COMMANDS));
    const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
    return complain(`There is no command "${name}".${hint}\n\n${usage()}`);
  }
  // The templates have help of their own.
  if (name !== "templates" && args.some((word) => word === "--help" || word === "-h")) {
    print(`usage: askwhy ${command.usage}\n${command.does}`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    // Words of the command line that parseArgs does not know.
    if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      // Node adds advice of its own, which does not fit here.
      return complain(`${error.message.split(". ")[0]}\nusage: askwhy ${command.usage}`);
    }
    if (error instanceof WordsFileError) return complain(error.message);
    throw error;
  }
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
endProcess(await main(process.argv.slice(2)));
