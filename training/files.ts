import { readdirSync } from "node:fs";

/** The names of the files in this folder that fit, in the same order everywhere. */
export const filesHere = (fits: RegExp): string[] =>
  readdirSync(new URL(".", import.meta.url))
    .filter((name) => fits.test(name))
    .toSorted();
