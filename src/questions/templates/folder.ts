import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Problem } from "../problem.ts";
import { MOST_CHARACTERS, TOO_LARGE, type Source } from "./yaml.ts";

/** Files that lie in templates folders and hold no question: the team's own words are read elsewhere. */
const NO_TEMPLATES = new Set(["words.yaml", "words.yml"]);

/** The YAML files of one folder by name, and what could not be read. */
export type Folder = {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  /** Why the folder itself could not be read: it is not there, or is none. Among the problems, too. */
  readonly unreadable?: Problem;
};

/** Reads one folder. Folders inside it, and hidden files, are left alone. */
export function readFolder(folder: string): Folder {
  const sources: Source[] = [];
  const problems: Problem[] = [];
  const names = namesIn(folder, problems);
  const [noFolder] = problems;
  for (const name of names) {
    const path = join(folder, name);
    try {
      const real = realpathSync(path);
      // What is wrong in a file is shown with its line: not of files that lie elsewhere.
      if (!real.startsWith(realpathSync(folder) + sep))
        problems.push({
          file: shown(path),
          line: 1,
          col: 1,
          message: "leads out of its folder",
          allowed: LINKS,
        });
      // Reading a pipe would wait for somebody to write.
      else if (statSync(real).isFile() && statSync(real).size > MOST_BYTES)
        problems.push({ file: shown(path), line: 1, col: 1, message: TOO_LARGE });
      else if (statSync(real).isFile()) sources.push({ file: shown(path), text: textOf(real) });
      else problems.push({ file: shown(path), line: 1, col: 1, message: "is not a file" });
    } catch (error) {
      // Gone between the listing and the reading: the next look will not find it. A link is still there, and leads nowhere.
      if (codeOf(error) !== "ENOENT" || isLink(path)) problems.push(unreadable(path, error, NOT_A_FILE));
    }
  }
  return { sources, problems, ...(noFolder && { unreadable: noFolder }) };
}

/** The text as UTF-8, letters with accents in their short form: "é" may be written in two ways that look the same. */
const textOf = (path: string): string =>
  readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .normalize();

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Folders inside that hold YAML files, which nobody reads, and files whose names are nearly those of YAML files. */
export function unreadInside(folder: string): Problem[] {
  const entries = entriesOf(folder, []).filter((entry) => !entry.name.startsWith("."));
  const misnamed = entries
    .filter((entry) => !entry.isDirectory() && NEARLY_YAML.test(entry.name) && !YAML.test(entry.name))
    .map(({ name }): Problem => {
      const file = shown(join(folder, name));
      return { file, line: 1, col: 1, message: "this file is not read", allowed: NAMES, mild: true };
    });
  const inside = entries.filter((entry) => entry.isDirectory());
  return [...misnamed, ...unreadFolders(folder, inside)];
}

function unreadFolders(folder: string, inside: readonly Dirent[]): Problem[] {
  return inside.flatMap(({ name }) => {
    const path = join(folder, name);
    const held = entriesOf(path, []).filter((entry) => YAML.test(entry.name)).length;
    if (held === 0) return [];
    const message = `the ${held === 1 ? "file" : `${held} files`} in this folder ${held === 1 ? "is" : "are"} not read`;
    return [{ file: shown(path), line: 1, col: 1, message, allowed: INSIDE, mild: true }];
  });
}

/** A character takes four bytes at most. What is larger is not even read. */
const MOST_BYTES = 4 * MOST_CHARACTERS;
const LINKS = "a link leads to a file in the same folder, or in one inside it";
const YAML = /^[^.].*\.ya?ml$/;
/** "A.YAML", and "a.yaml.txt" as some editors save it. */
const NEARLY_YAML = /\.ya?ml(?:\.txt)?$/i;
const NAMES = "names of questions end in .yaml or .yml, in small letters";
const INSIDE = "questions lie in the templates folder itself, not in folders inside it";

function namesIn(folder: string, problems: Problem[]): string[] {
  return entriesOf(folder, problems)
    .filter((entry) => !entry.isDirectory() && YAML.test(entry.name) && !NO_TEMPLATES.has(entry.name))
    .map((entry) => entry.name);
}

function entriesOf(folder: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) =>
      one.name < other.name ? -1 : 1,
    );
  } catch (error) {
    problems.push(unreadable(folder, error));
    return [];
  }
}

/** What the system says of a folder that is none, in words that tell what to do. */
const NOT_A_FOLDER: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder: make it, or correct ASKWHY_TEMPLATES_DIR",
  ENOTDIR: "is a file, not a folder: correct ASKWHY_TEMPLATES_DIR",
};

const NOT_A_FILE: Readonly<Record<string, string>> = {
  ENOENT: "is a link that leads nowhere",
  ELOOP: "is a link that leads to itself",
};
const NO_RIGHT = "may not be read by this user: give it the right to, or change the owner";

function unreadable(path: string, error: unknown, meanings = NOT_A_FOLDER): Problem {
  const code = codeOf(error);
  const told = code === "EACCES" || code === "EPERM" ? NO_RIGHT : meanings[code];
  const message = told ?? `cannot be read (${code})`;
  return { file: shown(path), line: 1, col: 1, message };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** Paths below the current folder are shown without it. */
function shown(path: string): string {
  const short = relative("", path);
  return short.startsWith("..") ? path : short;
}
