import { readFileSync } from "node:fs";

/** The worlds of the labelled corpus; the files of "common" stand beside this one. */
export const WORLDS = [
  "common",
  "money",
  "play",
  "machines",
  "platform",
  "commerce",
  "public",
  "b2b",
] as const;
export type World = (typeof WORLDS)[number];

/** Those that reading learns from and is tuned on; `b2b` is kept aside, to see how it reads where it has never been. */
export const READ_WORLDS = WORLDS.filter((world) => world !== "b2b");

export type Labelled = {
  readonly id: string;
  readonly thread: readonly { readonly from: string; readonly text: string }[];
  readonly ask: readonly string[];
  readonly ok?: readonly string[];
  readonly never?: readonly string[];
  readonly quiet?: boolean;
};

/** The labelled threads of one world. */
export const labelled = (world: World): Labelled[] => linesOf(world, "scenarios");

/** What one file of a world holds. */
export function linesOf<T>(world: World, name: "estimates" | "scenarios" | "answers"): T[] {
  const folder = world === "common" ? "" : `worlds/${world}/`;
  return jsonLines(new URL(`${folder}${name}.jsonl`, import.meta.url));
}

/** A file of one line of JSON each. */
export function jsonLines<T>(file: URL): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
