import { daysIn } from "../ruled-out.ts";
import type { Problem } from "../problem.ts";
import { needsEstimate } from "../phrase.ts";
import type { Template } from "../template.ts";
import { textsOf, WORD_LISTS, type TemplateFile } from "./template-file.ts";
import { NEEDED } from "./trial.ts";
import type { Path } from "./yaml.ts";

type Understood = Exclude<TemplateFile, { kind: "wrong" }>;

/**
 * What a file says that can be read and makes no sense: bounds that leave nothing between them, lists that every
 * question needs and that are empty, an estimate to be named where none stands, words in curly quotes.
 */
export function senseProblems(files: readonly TemplateFile[], known: readonly Template[]): Problem[] {
  return [
    ...eachWith(files, known, (file, template) => [
      ...lacking(file, template),
      ...bounds(file, template),
      ...unsized(file, template),
    ]),
    ...files.flatMap(curly),
  ];
}

/** Words that speak for the question and against it. */
export function bothWays(files: readonly TemplateFile[], known: readonly Template[]): Problem[] {
  return eachWith(files, known, inBoth);
}

/** Each file with the question it makes: a change makes what results once it is laid over the others. */
export function eachWith(
  files: readonly TemplateFile[],
  known: readonly Template[],
  look: (file: Understood, template: Template) => Problem[],
): Problem[] {
  return files.flatMap((file) => {
    if (file.kind === "wrong") return [];
    if (file.kind === "whole") return look(file, file.template);
    const template = known.find(({ id }) => id === (file.data["id"] ?? file.base));
    return template ? look(file, template) : [];
  });
}

/** A change answers only for what it names. */
function answersFor({ kind, yaml }: Understood, path: Path): boolean {
  return kind === "whole" || yaml.has(path);
}

function lacking(file: Understood, template: Template): Problem[] {
  return NEEDED.flatMap(([under, list]) => {
    const path = under.split(".");
    if (list(template)?.length || !answersFor(file, path)) return [];
    return [file.yaml.problem(path, `at least one is needed under '${under}'`)];
  });
}

function bounds(file: Understood, { when }: Template): Problem[] {
  const { at_least: least, at_most: most } = when;
  if (least === undefined || most === undefined || daysIn(least) <= daysIn(most)) return [];
  const key = ["at_most", "at_least"].find((each) => answersFor(file, ["when", each]));
  if (key === undefined) return [];
  return [
    file.yaml.problem(["when", key], `at_least (${least}) is above at_most (${most}): nothing lies between`),
  ];
}

function unsized(file: Understood, template: Template): Problem[] {
  if (!template.when.about.includes("spec") || !needsEstimate(template)) return [];
  const path = [["ask"], ["when", "about"]].find((each) => answersFor(file, each));
  if (path === undefined) return [];
  return [
    file.yaml.problem(path, "asks about a spec too, where no estimate stands that {estimate} could name", {
      allowed: "'unsized:' with the words for there, or 'about:' without spec",
    }),
  ];
}

const CURLY = /[“”„]|^[‘’‚]|[‘’]$/;

function curly(file: TemplateFile): Problem[] {
  const read = file.kind === "wrong" ? file.read : file;
  if (read === undefined) return [];
  const { data, yaml } = read;
  return wordsOf(data)
    .filter(({ text }) => CURLY.test(text))
    .map(({ path, text }) =>
      yaml.problem(path, `the curly quotes in ${text} belong to the word`, {
        allowed: "quotes are straight: \" or '",
      }),
    );
}

function inBoth({ data, yaml }: Understood, { when, unless }: Template): Problem[] {
  const raised = new Set(when.cues.map(heardAs));
  const both = new Set(unless.covered.map(heardAs).filter((word) => raised.has(word)));
  const words = wordsOf(data).filter(
    ({ list, text }) => list !== "unless.not_about" && both.has(heardAs(text)),
  );
  // Told once: at the cue, or where a change brings only the other along.
  const cues = new Set(words.flatMap(({ list, text }) => (list === "when.cues" ? [heardAs(text)] : [])));
  return words
    .filter(({ list, text }) => list === "when.cues" || !cues.has(heardAs(text)))
    .map(({ path, text }) =>
      yaml.problem(path, `'${text}' stands both under 'when.cues' and 'unless.covered'`, {
        allowed: "where it is said, the question is not asked; leave it out of one",
        mild: true,
      }),
    );
}

/** The words a file brings along, each with the list it stands in. */
export function wordsOf(data: unknown): { list: string; path: Path; text: string }[] {
  return textsOf(data)
    .map(({ path, text }) => ({ list: path.slice(0, 2).join("."), path, text }))
    .filter(({ list, path }) => WORD_LISTS.includes(list) && !path.includes("remove"));
}

/** Capital letters do not matter; a space at the end does. */
function heardAs(entry: string): string {
  return entry.trimStart().toLowerCase();
}
