import { readFolder, type Folder } from "./templates/folder.ts";
import { gather, type Gathered } from "./templates/gather.ts";

/** Gathers what was read of folders; what could not be read stands first among the problems. */
export function gatherRead(
  read: readonly Folder[],
  gatherSources: (sources: readonly Folder["sources"][]) => Gathered = gather,
): Gathered {
  const gathered = gatherSources(read.map(({ sources }) => sources));
  return { ...gathered, problems: [...read.flatMap(({ problems }) => problems), ...gathered.problems] };
}

/** Reads folders of question templates in order, a later one laid over the earlier. A wrong file is left out and named; the others keep working. */
export async function loadTemplates(folders: readonly string[]): Promise<Gathered> {
  return gatherRead(folders.map(readFolder));
}
