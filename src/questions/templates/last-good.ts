import type { Problem } from "../problem.ts";
import { gather, isGlossary, type Gathered } from "./gather.ts";
import { readGlossary } from "./glossary-file.ts";
import { ownerOf, readTemplateFile, type TemplateFile } from "./template-file.ts";
import type { Source } from "./yaml.ts";

type Folders = readonly (readonly Source[])[];

/**
 * Gathers again and again, and remembers the last good text of every file: a file that became wrong is named among
 * the problems, and stands as it last was. What did not change is not understood anew.
 */
export function keepLastGood(): (folders: Folders) => Gathered {
  const good = new Map<string, Source>();
  const readFile = remember(readTemplateFile);
  return (folders) => {
    const sources = folders.flat();
    const own = sources.flatMap((source) => problemsOf(source, readFile));
    const standing = gather(standIn(folders, good, own), readFile);
    // Right by itself, but not together with the others: it extends what is gone, or takes an id that is taken.
    const mine = new Set(own.map(({ file }) => file));
    const crossed = standing.problems.filter(({ file }) => !mine.has(file));
    const problems = [...own, ...crossed];
    const kept = crossed.length > 0 ? gather(standIn(folders, good, problems), readFile) : standing;
    const owned = problems.map((problem) => withOwner(problem, good.get(problem.file), readFile));
    remainGood(good, sources, problems);
    return { ...kept, problems: owned };
  };
}

function problemsOf(source: Source, readFile: typeof readTemplateFile): readonly Problem[] {
  if (isGlossary(source.file)) return readGlossary(source).problems;
  const file = readFile(source);
  return file.kind === "wrong" ? file.problems : [];
}

/** The folders with the last good text of every file that has a problem. */
function standIn(folders: Folders, good: ReadonlyMap<string, Source>, problems: readonly Problem[]): Folders {
  const wrong = new Set(problems.map(({ file }) => file));
  return folders.map((sources) =>
    sources.map((source) => (wrong.has(source.file) && good.get(source.file)) || source),
  );
}

function withOwner(problem: Problem, before: Source | undefined, readFile: typeof readTemplateFile): Problem {
  const owner = problem.owner ?? (before && ownerOf(readFile(before)));
  return owner ? { ...problem, owner } : problem;
}

function remainGood(
  good: Map<string, Source>,
  sources: readonly Source[],
  problems: readonly Problem[],
): void {
  const wrong = new Set(problems.map(({ file }) => file));
  const here = new Set(sources.map(({ file }) => file));
  for (const source of sources) if (!wrong.has(source.file)) good.set(source.file, source);
  for (const file of good.keys()) if (!here.has(file)) good.delete(file);
}

/** The last two texts of a file stay understood: what stands in it, and what last was good. */
function remember(readFile: typeof readTemplateFile): typeof readTemplateFile {
  const known = new Map<string, readonly { text: string; made: TemplateFile }[]>();
  return (source) => {
    const before = known.get(source.file) ?? [];
    const found = before.find(({ text }) => text === source.text);
    const entry = found ?? { text: source.text, made: readFile(source) };
    known.set(source.file, [entry, ...before.filter((other) => other !== entry)].slice(0, 2));
    return entry.made;
  };
}
