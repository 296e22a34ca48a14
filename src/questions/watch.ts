import { watch, type FSWatcher } from "node:fs";
import { basename } from "node:path";
import { gatherRead } from "./load.ts";
import type { Problem } from "./problem.ts";
import { readFolder, type Folder } from "./templates/folder.ts";
import type { Gathered } from "./templates/gather.ts";
import { keepLastGood } from "./templates/last-good.ts";

/** Templates that are picked up when their files change. `current` is what stands now; `close` ends the watching. */
export type Watch = { current(): Gathered; close(): void };

/** Milliseconds: how long a folder must rest before it is read, since editors save in several steps. */
const REST = 100;
/** Milliseconds between looks at folders whose changes the system does not tell (network drives, a folder made anew). */
const LOOK = 10_000;

/**
 * Reads the folders now, and again whenever a file in them changes. A file that became wrong keeps its last good
 * version, and so do a file and a folder that cannot be read any more. `onChange` gets what stands now, and apart from that the problems not told before: each is told once,
 * and again only after it was mended in between.
 */
export function watchTemplates(
  folders: readonly string[],
  onChange: (loaded: Gathered, fresh: readonly Problem[]) => void,
  { rest = REST, look = LOOK }: { readonly rest?: number; readonly look?: number } = {},
): Watch {
  const gatherKept = keepLastGood();
  const readKept = readKeeping();
  let seen = "";
  let told = new Set<string>();
  let loaded: Gathered | undefined;
  const read = (): readonly Problem[] | undefined => {
    const found = folders.map(readKept);
    const now = JSON.stringify(found);
    if (now === seen) return undefined;
    seen = now;
    loaded = gatherRead(found, gatherKept);
    const { problems } = loaded;
    const fresh = problems.filter((problem) => !told.has(print(problem)));
    told = new Set(problems.map(print));
    return fresh;
  };
  const reread = () => {
    const fresh = read();
    if (fresh && loaded) onChange(loaded, fresh);
  };
  read();
  const stop = watchFolders(folders, reread, rest, look);
  return { current: () => loaded as Gathered, close: stop };
}

/**
 * Reads folders again and again. What cannot be read just now stands as it last was: a folder that is mounted anew, or a file
 * nobody may read, takes no question away, and brings none back that a team switched off.
 */
function readKeeping(): (folder: string) => Folder {
  const last = new Map<string, Folder["sources"]>();
  return (folder) => {
    const found = readFolder(folder);
    const unread = new Set(found.problems.map(({ file }) => file));
    const missing = ({ file }: { readonly file: string }) =>
      found.unreadable !== undefined || unread.has(file);
    const kept = (last.get(folder) ?? []).filter(missing);
    const sources = [...found.sources, ...kept].toSorted((one, other) => (one.file < other.file ? -1 : 1));
    last.set(folder, sources);
    return { ...found, sources };
  };
}

/** Calls `changed` when a folder has changed and rests again, and every `look` milliseconds to be sure. */
function watchFolders(
  folders: readonly string[],
  changed: () => void,
  rest: number,
  look: number,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let resting: NodeJS.Timeout | undefined;
  const stirred = () => {
    clearTimeout(resting);
    resting = setTimeout(rested, rest);
    resting.unref();
  };
  const rested = () => {
    for (const folder of folders) arm(folder);
    changed();
  };
  const drop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const arm = (folder: string) => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { persistent: false }, (event, name) => {
        // The folder itself was moved or deleted: this watch hears nothing more.
        if (event === "rename" && name !== null && name === basename(folder)) drop(folder);
        stirred();
      });
      watcher.on("error", () => drop(folder));
      watchers.set(folder, watcher);
    } catch {
      // No such folder yet, or no watches left: the next look tries again
    }
  };
  for (const folder of folders) arm(folder);
  const looking = setInterval(rested, look);
  looking.unref();
  return () => {
    clearInterval(looking);
    clearTimeout(resting);
    for (const folder of folders) drop(folder);
  };
}

function print({ file, line, col, message }: Problem): string {
  return JSON.stringify([file, line, col, message]);
}
