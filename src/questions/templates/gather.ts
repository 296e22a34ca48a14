import type { Glossary } from "../glossary.ts";
import type { Problem } from "../problem.ts";
import { templateSchema, type Template } from "../template.ts";
import { withCuesGone } from "./cues-gone.ts";
import { layGlossary, readGlossary } from "./glossary-file.ts";
import { layOver, removedInVain } from "./lay-over.ts";
import { nearest } from "./nearest.ts";
import { refusals } from "./refuse.ts";
import { owned, readTemplateFile, type Data, type TemplateFile } from "./template-file.ts";
import type { Source } from "./yaml.ts";

/** What folders of question templates gave: what can be used, and what was refused and why. */
export type Gathered = {
  readonly templates: readonly Template[];
  readonly glossary: Glossary;
  readonly problems: readonly Problem[];
  /** What is worth a look where one file is laid over another; the files are used all the same. */
  readonly notes: readonly Problem[];
  /** The files each template was made from, lowest first, by its id. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
};

/** A question with the data it was made from, so that another file can be laid over it. */
type Entry = {
  readonly template: Template;
  readonly data: Data;
  readonly files: readonly string[];
  readonly notes: readonly Problem[];
};
type Pile = ReadonlyMap<string, Entry>;
type ReadFile = (source: Source) => TemplateFile;

/** Makes templates and glossary from the texts of folders, in order, a later folder laid over the earlier. */
export function gather(
  folders: readonly (readonly Source[])[],
  readFile: ReadFile = readTemplateFile,
): Gathered {
  const problems: Problem[] = [];
  let pile: Pile = new Map();
  let lowest: Pile = new Map();
  let glossary: Glossary = [];
  for (const sources of folders) {
    const files = sources.filter((source) => !isGlossary(source.file)).map(readFile);
    pile = layFolder(pile, files, problems);
    lowest = new Map([...pile, ...lowest]);
    for (const source of sources.filter(({ file }) => isGlossary(file))) {
      const read = readGlossary(source);
      problems.push(...read.problems);
      glossary = layGlossary(glossary, read.terms);
    }
  }
  return {
    templates: [...pile].map(([id, { template }]) =>
      withCuesGone(template, lowest.get(id)?.template ?? template),
    ),
    glossary,
    problems,
    notes: [...pile.values()].flatMap(({ notes }) => notes),
    origins: new Map([...pile].map(([id, { files }]) => [id, files])),
  };
}

export function isGlossary(file: string): boolean {
  return /(^|[\\/])glossary\.ya?ml$/.test(file);
}

/** Whole questions first, so that a file may extend a question of its own folder. */
function layFolder(below: Pile, files: readonly TemplateFile[], problems: Problem[]): Pile {
  const here = new Map<string, Entry>();
  const add = (file: TemplateFile & { kind: "whole" | "change" }, entry: Entry) => {
    const { id } = entry.template;
    const taken = here.get(id)?.files.at(-1);
    if (taken) problems.push(...owned([alreadyHeld(file, id, taken)], file.data));
    else here.set(id, entry);
  };
  for (const file of files) {
    if (file.kind === "wrong") problems.push(...file.problems);
    if (file.kind === "whole")
      add(file, { template: file.template, data: file.data, files: [file.file], notes: [] });
  }
  const under = new Map([...below, ...here]);
  for (const file of files) {
    if (file.kind !== "change") continue;
    const made = change(file, under, files);
    if (Array.isArray(made)) problems.push(...made);
    else add(file, made);
  }
  return new Map([...below, ...here]);
}

function alreadyHeld(file: TemplateFile & { kind: "whole" | "change" }, id: string, taken: string): Problem {
  const key = file.yaml.has(["id"]) ? "id" : "extends";
  return file.yaml.problem([key], `${taken} already holds '${id}'`, {
    allowed: "one file for each question of a folder; a file that extends another may have an id of its own",
  });
}

function change(
  file: TemplateFile & { kind: "change" },
  under: Pile,
  beside: readonly TemplateFile[],
): Entry | Problem[] {
  const { yaml, data } = file;
  const base = under.get(file.base);
  if (!base) {
    const maker = beside.find(
      (other) => other !== file && other.kind === "change" && other.data["id"] === file.base,
    );
    if (maker?.kind === "change" && under.has(maker.base))
      return [
        yaml.problem(
          ["extends"],
          `'${file.base}' is itself made by ${maker.file}, which extends '${maker.base}'`,
          {
            allowed: `a file extends a whole question, or one of the folder below: extends: ${maker.base}`,
          },
        ),
      ];
    const meant = nearest(file.base, under.keys());
    const hint = meant ? `, did you mean '${meant}'?` : "";
    const ids = [...under.keys()].sort().join(", ");
    return [
      yaml.problem(["extends"], `there is no question '${file.base}'${hint}`, { allowed: `ids: ${ids}` }),
    ];
  }
  const merged = layOver(base.data, data);
  const parsed = templateSchema.safeParse(merged);
  if (!parsed.success) return owned(refusals(parsed.error.issues, yaml, templateSchema), data);
  const notes = removedInVain(base.data, data).map(({ path, entry }) =>
    yaml.problem(path, `there is no '${entry}' to remove`, {
      allowed: `'askwhy templates show ${file.base}' shows the list`,
      mild: true,
    }),
  );
  return {
    template: parsed.data,
    data: merged,
    files: [...base.files, file.file],
    notes: [...base.notes, ...notes],
  };
}
