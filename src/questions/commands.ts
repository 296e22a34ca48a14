import { parseArgs } from "node:util";
import { check, test } from "./commands/checking.ts";
import { openDesk, type Desk, type Result } from "./commands/desk.ts";
import { list, show } from "./commands/listing.ts";
import { tryOne, why } from "./commands/trying.ts";
import { schema, writeNew } from "./commands/writing.ts";
import { type Problem, showProblem } from "./problem.ts";
import { nearest } from "./templates/nearest.ts";

/** What the `templates` commands are given: words of the command line, the folders in order, and where to write. */
export type TemplatesCommand = {
  readonly args: readonly string[];
  readonly folders: readonly string[];
  readonly write: (text: string) => void;
};

type Options = { json?: boolean; extends?: string; in?: string };
type Command = {
  readonly usage: string;
  readonly does: string;
  readonly run: (desk: Desk, args: readonly string[], options: Options) => Result;
  /** Says by itself that a folder is not there, or needs none. */
  readonly withoutFolder?: true;
};

const COMMANDS: Readonly<Record<string, Command>> = {
  list: { usage: "list", does: "every question, and the files it is made from", run: list },
  show: { usage: "show <id>", does: "one question as it stands after all folders", run: show },
  new: {
    usage: "new <id> [--extends <id>] [--in <folder>]",
    does: "writes a file to fill in",
    run: writeNew,
    withoutFolder: true,
  },
  check: {
    usage: "check",
    does: "what is wrong with the files, and the tone of the questions",
    run: check,
    withoutFolder: true,
  },
  test: { usage: "test [id …]", does: "runs every example and every reply", run: test },
  try: { usage: 'try <id> "text"', does: "would this question be asked here?", run: tryOne },
  why: { usage: 'why "text"', does: "every question: asked here or not, and why", run: why },
  schema: {
    usage: "schema",
    does: "the JSON Schema of the files, for editors",
    run: schema,
    withoutFolder: true,
  },
};

/** `askwhy templates …`. Resolves to the exit code: 0, 1 where something is wrong with templates, 2 where the command was not understood. */
export async function templatesCommand({ args, folders, write }: TemplatesCommand): Promise<number> {
  const parsed = parse(args);
  if (typeof parsed === "string") {
    write(`${parsed}\n\n${help()}`);
    return 2;
  }
  const { command, rest, options } = parsed;
  const desk = openDesk(folders);
  const result =
    desk.noFolders.length > 0 && !command.withoutFolder
      ? notThere(desk.noFolders)
      : command.run(desk, rest, options);
  write(options.json ? JSON.stringify(result.json) : result.text);
  return result.exit;
}

/** What would come out without the team's own folder is not what was asked for. */
function notThere(noFolders: readonly Problem[]): Result {
  const text = noFolders.map(showProblem).join("\n\n");
  return { text, json: { error: text }, exit: 1 };
}

function parse(
  args: readonly string[],
): { command: Command; rest: readonly string[]; options: Options } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean" }, extends: { type: "string" }, in: { type: "string" } },
    });
    const [name = "", ...rest] = positionals;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
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
  return [...lines, "", "  --json  for programs"].join("\n");
}
