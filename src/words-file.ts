import { readFileSync, unwatchFile, watchFile } from "node:fs";
import type { Manner } from "./reading/reading.ts";
import { showProblem } from "./questions/problem.ts";
import { tooDeep } from "./questions/templates/too-deep.ts";
import { MOST_CHARACTERS, parseYaml } from "./questions/templates/yaml.ts";
import { teamWords } from "./reading/team-words.ts";

/** How often the file is looked at, in milliseconds; looking also works where the system tells of no changes. */
const LOOK = 5000;

/** A wrong line is shown so far. */
const LONGEST_SHOWN = 200;

export type WordsFile = { readonly manner: () => Manner; close(): void };

/** A team's own words from their YAML file, or none where there is no file. Throws in words that say what is wrong, and where. */
export function readWordsFile(path: string | undefined): Manner {
  if (path === undefined) return {};
  const text = textOf(path);
  if (text.length > MOST_CHARACTERS)
    throw new WordsFileError(
      `${path} is larger than ${MOST_CHARACTERS} characters, more than words ever need.`,
    );
  if (tooDeep(text) !== undefined) throw new WordsFileError(`${path} nests deeper than words ever need to.`);
  const words = teamWords(text);
  if ("manner" in words) return words.manner;
  const yaml = parseYaml({ file: path, text });
  const source = (text.split("\n")[words.error.line - 1] ?? "").slice(0, LONGEST_SHOWN);
  throw new WordsFileError(showProblem("data" in yaml ? { file: path, source, ...words.error } : yaml));
}

/** The same, read anew when the file changes. A file that became wrong is named, and its last good words go on. */
export function watchWordsFile(path: string | undefined, complain: (message: string) => void): WordsFile {
  let manner = readWordsFile(path);
  if (path === undefined) return { manner: () => manner, close: () => {} };
  const look = () => {
    try {
      manner = readWordsFile(path);
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
  };
  watchFile(path, { interval: LOOK, persistent: false }, look);
  return { manner: () => manner, close: () => unwatchFile(path, look) };
}

/** The words file cannot be used. The message says where and what to do. */
export class WordsFileError extends Error {
  override name = "WordsFileError";
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new WordsFileError(
      `ASKWHY_WORDS names ${path}, which cannot be read. Correct the path, or take it out.`,
    );
  }
}
