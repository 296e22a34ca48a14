import { readFileSync } from "node:fs";

/** The labelled threads: the common ones, and one file for each world. */
export const WORLDS = ["common", "money", "play", "machines", "platform", "commerce", "public", "b2b"] as const;
export type World = (typeof WORLDS)[number];

export type Labelled = {
  readonly id: string;
  readonly thread: readonly { readonly from: string; readonly text: string }[];
  readonly ask: readonly string[];
  readonly ok?: readonly string[];
  readonly never?: readonly string[];
  readonly quiet?: boolean;
};

export function labelled(world: World): Labelled[] {
  const path = world === "common" ? "scenarios.jsonl" : `worlds/${world}/scenarios.jsonl`;
  const text = readFileSync(new URL(path, import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Labelled);
}
