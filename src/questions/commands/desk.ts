import type { Manner } from "../../reading/reading.ts";
import { gatherRead } from "../load.ts";
import type { Problem } from "../problem.ts";
import { readFolder, unreadInside } from "../templates/folder.ts";
import { isGlossary, type Gathered } from "../templates/gather.ts";
import { readTemplateFile, textsOf, type TemplateFile } from "../templates/template-file.ts";

/** What every command works on: the folders as they are now, read once. */
export type Desk = {
  readonly folders: readonly string[];
  /** The team's own words, as the bot reads with them. */
  readonly manner: () => Manner;
  readonly loaded: Gathered;
  /** Every file that holds a question, also the wrong ones. */
  readonly files: readonly TemplateFile[];
  /** Those of them that lie in the first folder. */
  readonly shipped: readonly TemplateFile[];
  /** Those of them that do not lie in the first folder: the team's own. */
  readonly own: readonly TemplateFile[];
  /** Folders that are not there, or cannot be read. */
  readonly noFolders: readonly Problem[];
  /** What lies in the folders and is not read. */
  readonly unread: readonly Problem[];
};

/** One command: what it writes, and its exit code. `json` is what `--json` writes instead. */
export type Result = { readonly text: string; readonly json?: unknown; readonly exit: 0 | 1 | 2 };

/** Reads the folders. */
export function openDesk(folders: readonly string[], manner: () => Manner): Desk {
  const found = folders.map(readFolder);
  const [shipped = [], ...own] = found.map(({ sources }) =>
    sources.filter(({ file }) => !isGlossary(file)).map((source) => readTemplateFile(source)),
  );
  return {
    folders,
    manner,
    loaded: gatherRead(found),
    files: [...shipped, ...own.flat()],
    shipped,
    own: own.flat(),
    noFolders: found.flatMap(({ unreadable }) => unreadable ?? []),
    unread: folders.flatMap(unreadInside),
  };
}

/** Where a text of a template stands: in the last of its files that says it, else at the group it belongs to. */
export function placeOf(desk: Desk, id: string, under: string, text?: string): (message: string) => Problem {
  const origins = desk.loaded.origins.get(id) ?? [];
  const files = origins.toReversed().flatMap((name) => desk.files.find(({ file }) => file === name) ?? []);
  const path = under.split(".");
  for (const file of files) {
    if (file.kind === "wrong" || text === undefined) continue;
    const found = textsOf(file.data).find(
      (each) => each.text === text && path.every((key, n) => each.path[n] === key),
    );
    if (found) return (message) => file.yaml.problem(found.path, message);
  }
  const last = files.find((file) => file.kind !== "wrong");
  if (last) return (message) => last.yaml.problem(path, message);
  return (message) => ({ file: origins.at(-1) ?? id, line: 1, col: 1, message });
}
