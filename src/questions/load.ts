import { readFolder } from "./templates/folder.ts";
import { gather, type Gathered } from "./templates/gather.ts";

/** What the folders of question templates gave: what can be used, and what was refused and why. */
export type Loaded = Gathered;

/** Reads folders of question templates in order, a later one laid over the earlier. A wrong file is left out and named; the others keep working. */
export async function loadTemplates(folders: readonly string[]): Promise<Loaded> {
  const read = folders.map(readFolder);
  const gathered = gather(read.map(({ sources }) => sources));
  return { ...gathered, problems: [...read.flatMap(({ problems }) => problems), ...gathered.problems] };
}
