import { readdirSync, readFileSync } from "node:fs";

/** The rows of a table of words as they stand in a file that people read: one word a line, in the order of the alphabet. */
export const oneALine = (table: Readonly<Record<string, object>>): string =>
  Object.entries(table)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, row]) => `  ${JSON.stringify(word)}: ${JSON.stringify(row)}`)
    .join(",\n");

/** One file of data beside the scripts: `pairs/verdict-pairs-1.txt`. */
export const fileHere = (path: string): URL => new URL(path, import.meta.url);

/** The lines of such a file. */
export const linesHere = (path: string): string[] => readFileSync(fileHere(path), "utf8").trim().split("\n");

/** The paths of what such a folder holds, in the same order everywhere. */
export const filesIn = (folder: "lines" | "threads" | "pairs"): string[] =>
  readdirSync(fileHere(folder))
    .toSorted()
    .map((name) => `${folder}/${name}`);
