import { parseArgs } from "node:util";
import type { Manner } from "../reading/reading.ts";
import { check, test } from "./commands/checking.ts";
import { openDesk, type Desk, type Result } from "./commands/desk.ts";
import { list, show } from "./commands/listing.ts";
import { tryOne, why } from "./commands/trying.ts";
import { schema, writeNew } from "./commands/writing.ts";
import { type Problem, showProblem } from "./problem.ts";
import { nearest } from "./templates/nearest.ts";

/** What the `templates` commands are given: words of the command line, the folders in order, the team's own words, and where to write. */
export type TemplatesCommand = {
  readonly args: readonly string[];
  readonly folders: readonly string[];
  /** Asked for where something is read; throws where the team's own words cannot be used. */
  readonly manner?: () => Manner;
  readonly write: (text: string) => void;
};

type Options = { json?: boolean; extends?: string; in?: string };
type Command = {
  readonly usage: string;
  readonly does: string;
  readonly run: (desk: Desk, args: readonly string[], options: Options) => Result;
  /** How many words may follow its name: what nobody looks at is refused. */
  readonly takes: number;
  /** Says by itself that a folder is not there, or needs none. */
  readonly withoutFolder?: true;
};

const COMMANDS: Readonly<Record<string, Command>> = {
  list: { usage: "list", does: "every question, and the files it is made from", run: list, takes: 0 },
  show: { usage: "show <id>", does: "one question as it stands after all folders", run: show, takes: 1 },
  new: {
    usage: "new <id> [--extends <id>] [--in <folder>]",
    does: "writes a file to fill in",
    run: writeNew,
    takes: 1,
    withoutFolder: true,
  },
  check: {
    usage: "check",
    does: "what is wrong with the files, and the tone of the questions",
    run: check,
    takes: 0,
    withoutFolder: true,
  },
  test: { usage: "test [id …]", does: "runs every example and every reply", run: test, takes: Infinity },
  try: { usage: 'try <id> "text"', does: "would this question be asked here?", run: tryOne, takes: Infinity },
  why: { usage: 'why "text"', does: "every question: asked here or not, and why", run: why, takes: Infinity },
  schema: {
    usage: "schema",
    does: "the JSON Schema of the files, for editors",
    run: schema,
    takes: 0,
    withoutFolder: true,
  },
};

/** `askwhy templates …`. Resolves to the exit code: 0, 1 where something is wrong with templates, 2 where the command was not understood. */
export async function templatesCommand(given: TemplatesCommand): Promise<number> {
  const { args, write, manner = () => ({}) } = given;
  if (args.some((word) => word === "--help" || word === "-h") || args[0] === "help") {
    write(help());
    return 0;
  }
  const parsed = parse(args);
  if (typeof parsed === "string") {
    write(`${parsed}\n\n${help()}`);
    return 2;
  }
  const { command, rest, options } = parsed;
  const desk = openDesk(foldersFor(parsed, given.folders), manner);
  const result =
    desk.noFolders.length > 0 && !command.withoutFolder
      ? notThere(desk.noFolders)
      : command.run(desk, rest, options);
  write(options.json ? JSON.stringify(result.json) : result.text);
  return result.exit;
}

/** `--in` lays another folder over the shipped one. `new` writes into it, and may have to make it first. */
function foldersFor({ command, options }: Understood, folders: readonly string[]): readonly string[] {
  if (options.in === undefined || command === COMMANDS["new"]) return folders;
  return [...folders.slice(0, 1), options.in];
}

/** What would come out without the team's own folder is not what was asked for. */
function notThere(noFolders: readonly Problem[]): Result {
  const text = noFolders.map(showProblem).join("\n\n");
  return { text, json: { error: text }, exit: 1 };
}

type Understood = { command: Command; rest: readonly string[]; options: Options };

function parse(args: readonly string[]): Understood | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean" }, extends: { type: "string" }, in: { type: "string" } },
    });
    const [name = "", ...rest] = positionals;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    const extra = command && rest[command.takes];
    if (extra !== undefined) return `'templates ${name}' takes no '${extra}'.`;
    if (values.extends !== undefined && command && name !== "new")
      return "--extends goes with 'templates new'.";
    if (command) return { command, rest, options: values };
    const meant = nearest(name, Object.keys(COMMANDS));
    if (name === "") return "askwhy templates: for whoever writes questions";
    return `There is no 'templates ${name}'.${meant ? ` Did you mean '${meant}'?` : ""}`;
  } catch (error) {
    // Node adds advice of its own, which does not fit here
    return error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error);
  }
}

function help(): string {
  const width = Math.max(...Object.values(COMMANDS).map(({ usage }) => usage.length));
  const lines = Object.values(COMMANDS).map(({ usage, does }) => `  ${usage.padEnd(width)}  ${does}`);
  const options = [
    "  --in <folder>  laid over the shipped questions, instead of the one that ASKWHY_TEMPLATES_DIR names",
    "  --json         for programs",
  ];
  return [...lines, "", ...options].join("\n");
}
