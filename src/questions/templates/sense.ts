import { UNIT_DAYS } from "../../reading/words/amounts.ts";
import type { Problem } from "../problem.ts";
import type { Template } from "../template.ts";
import { textsOf, WORD_LISTS, type TemplateFile } from "./template-file.ts";
import { NEEDED } from "./trial.ts";
import type { Path } from "./yaml.ts";

type Understood = Exclude<TemplateFile, { kind: "wrong" }>;

/**
 * What a file says that can be read and makes no sense: bounds that leave nothing between them, lists that every
 * question needs and that are empty, words that could never be heard or that speak for and against.
 */
export function senseProblems(files: readonly TemplateFile[], known: readonly Template[]): Problem[] {
  return files.flatMap((file) => {
    if (file.kind === "wrong") return [];
    const template = known.find(({ id }) => id === (file.data["id"] ?? file.data["extends"]));
    return template
      ? [...lacking(file, template), ...bounds(file, template), ...wordsInVain(file, template)]
      : [];
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
  if (least === undefined || most === undefined || inDays(least) <= inDays(most)) return [];
  const key = ["at_most", "at_least"].find((each) => answersFor(file, ["when", each]));
  if (key === undefined) return [];
  return [
    file.yaml.problem(["when", key], `at_least (${least}) is above at_most (${most}): it is never asked`),
  ];
}

/** "3 weeks" in working days. */
function inDays(bound: string): number {
  const [amount = "0", unit = "day"] = bound.split(" ");
  return Number(amount) * UNIT_DAYS[unit.replace(/s$/, "") as keyof typeof UNIT_DAYS];
}

const CURLY = /[“”„«»]|^[‘’‚]|[‘’]$/;

function wordsInVain({ data, yaml }: Understood, { when, unless }: Template): Problem[] {
  const settled = new Set(unless.covered.map(heardAs));
  const raised = new Set(when.cues.map(heardAs));
  return textsOf(data).flatMap(({ path, text }) => {
    const list = path.slice(0, 2).join(".");
    if (!WORD_LISTS.includes(list) || path.includes("remove")) return [];
    if (CURLY.test(text))
      return [yaml.problem(path, `the curly quotes in ${text} belong to the word`, { allowed: STRAIGHT })];
    const word = heardAs(text);
    const both = settled.has(word) && raised.has(word);
    // Told once: at the cue, or where a change brings only the other along.
    const twice = list === "unless.covered" && namesCue(data, word);
    if (!both || list === "unless.not_about" || twice) return [];
    return [
      yaml.problem(path, `'${text}' stands both under 'when.cues' and 'unless.covered'`, {
        allowed: "where it is said, the question is not asked; leave it out of one",
        mild: true,
      }),
    ];
  });
}

const STRAIGHT = "quotes are straight: \" or '; curly ones are never heard";

function namesCue(data: unknown, word: string): boolean {
  return textsOf(data).some(
    ({ path, text }) =>
      path[0] === "when" && path[1] === "cues" && !path.includes("remove") && heardAs(text) === word,
  );
}

/** Capital letters do not matter; a space at the end does. */
function heardAs(entry: string): string {
  return entry.trimStart().toLowerCase();
}
