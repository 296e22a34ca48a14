import { readdirSync } from "node:fs";

/** The rows of a table of words as they stand in a file that people read: one word a line, in the order of the alphabet. */
export const oneALine = (table: Readonly<Record<string, object>>): string =>
  Object.entries(table)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, row]) => `  ${JSON.stringify(word)}: ${JSON.stringify(row)}`)
    .join(",\n");

/** The names of the files in this folder that fit, in the same order everywhere. */
export const filesHere = (fits: RegExp): string[] =>
  readdirSync(new URL(".", import.meta.url))
    .filter((name) => fits.test(name))
    .toSorted();
