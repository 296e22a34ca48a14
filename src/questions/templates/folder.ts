import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Problem } from "../problem.ts";
import type { Source } from "./yaml.ts";

/** Files that lie in templates folders and hold no question: the team's own words are read elsewhere. */
const NO_TEMPLATES = new Set(["words.yaml", "words.yml"]);

/** The YAML files of one folder by name, and what could not be read. */
export type Folder = { readonly sources: readonly Source[]; readonly problems: readonly Problem[] };

/** Reads one folder. Folders inside it, and hidden files, are left alone. */
export function readFolder(folder: string): Folder {
  const sources: Source[] = [];
  const problems: Problem[] = [];
  for (const name of namesIn(folder, problems)) {
    const path = join(folder, name);
    try {
      sources.push({ file: shown(path), text: readFileSync(path, "utf8").replace(/^\uFEFF/, "") });
    } catch (error) {
      // Gone between the listing and the reading: the next look will not find it.
      if (codeOf(error) !== "ENOENT") problems.push(unreadable(path, error));
    }
  }
  return { sources, problems };
}

function namesIn(folder: string, problems: Problem[]): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(
        (entry) =>
          !entry.isDirectory() && /^[^.].*\.ya?ml$/.test(entry.name) && !NO_TEMPLATES.has(entry.name),
      )
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    problems.push(unreadable(folder, error));
    return [];
  }
}

function unreadable(path: string, error: unknown): Problem {
  const code = codeOf(error);
  const message = code === "ENOENT" ? "there is no such folder" : `cannot be read (${code})`;
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
