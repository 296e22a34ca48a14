import * as z from "zod";
import type { Problem } from "../problem.ts";
import { templateSchema } from "../template.ts";
import { schemaAt } from "./file-schema.ts";
import { invisible, twoAlphabets } from "./letters.ts";
import { textsOf, type TemplateFile } from "./template-file.ts";
import { TONE } from "./tone.ts";
import type { Path, Yaml } from "./yaml.ts";

/** What is to be said about the tone of one question, and about entries that other YAML readers take for something else. */
export function toneProblems(file: TemplateFile): Problem[] {
  const read = file.kind === "wrong" ? file.read : file;
  if (read === undefined) return [];
  const { yaml, data } = read;
  return [
    ...["ask", "unsized", "again"].flatMap((key) => tone(key, data[key], yaml)),
    ...sameTwice(data, yaml),
    ...strangeLetters(data, yaml),
    ...traps(yaml),
    ...swallowed(yaml),
    ...["why", "good", "weak"].flatMap((key) => long(key, data[key], yaml)),
  ];
}

/** What the PM reads behind "Why ask?" is read in passing, too. */
const LONG = 300;

function long(key: string, text: unknown, yaml: Yaml): Problem[] {
  if (typeof text !== "string" || text.length <= LONG) return [];
  return [
    yaml.problem([key], `${key}: ${text.length} characters`, {
      allowed: `a sentence or two, at most ${LONG}: the PM reads them beside the question`,
      mild: true,
    }),
  ];
}

/** "ticket #12": what was meant as text became a comment. A comment that is one has a space behind its sign. */
function swallowed(yaml: Yaml): Problem[] {
  return yaml.bare
    .filter(({ comment }) => comment !== undefined && /^[^\s#]/.test(comment))
    .map(({ path, comment = "" }) =>
      yaml.problem(path, `what follows # is not read: '#${comment.split("\n")[0]}'`, {
        allowed: "put the whole text in quotes",
        mild: true,
      }),
    );
}

function tone(key: string, text: unknown, yaml: Yaml): Problem[] {
  if (typeof text !== "string") return [];
  return TONE.flatMap(({ broken }) => {
    const found = broken(text);
    return found ? [yaml.problem([key], `${key}: ${found.message}`, { allowed: found.allowed })] : [];
  });
}

function sameTwice(data: Readonly<Record<string, unknown>>, yaml: Yaml): Problem[] {
  if (typeof data["again"] !== "string" || data["again"] !== data["ask"]) return [];
  return [
    yaml.problem(["again"], "again: the same words as ask", { allowed: "a kinder, easier second try" }),
  ];
}

function strangeLetters(data: unknown, yaml: Yaml): Problem[] {
  return textsOf(data).flatMap(({ path, text }) => {
    const found = invisible(text) ?? twoAlphabets(text);
    return found ? [yaml.problem(path, found.message, { allowed: found.allowed })] : [];
  });
}

/** YAML 1.1 readers, which many tools still are, take these for true and false. */
const TRAPS = /^(?:y|n|yes|no|on|off)$/i;

function traps(yaml: Yaml): Problem[] {
  return yaml.bare
    .filter(({ text, path }) => TRAPS.test(text) && !isSwitch(path))
    .map(({ path, text }) =>
      yaml.problem(path, `many YAML readers take a bare ${text} for ${meansTrue(text)}`, {
        allowed: `write it in quotes: "${text}"`,
        mild: true,
      }),
    );
}

/** Where true or false is wanted, quotes would not help. */
const isSwitch = (path: Path): boolean => schemaAt(templateSchema, path) instanceof z.ZodBoolean;

function meansTrue(text: string): string {
  return /^(?:y|yes|on)$/i.test(text) ? "true" : "false";
}

/** A family that one question alone claims is probably a slip, unless it is the question's own name. */
export function familyProblems(
  files: readonly TemplateFile[],
  known: readonly { readonly id: string; readonly family: string }[],
): Problem[] {
  const count = new Map<string, number>();
  for (const { family } of known) count.set(family, (count.get(family) ?? 0) + 1);
  return files.flatMap((file) => {
    if (file.kind === "wrong") return [];
    const family = file.data["family"];
    const id = file.data["id"] ?? file.data["extends"];
    if (typeof family !== "string" || family === id || (count.get(family) ?? 0) > 1) return [];
    return [
      file.yaml.problem(["family"], `no other question is of the family '${family}'`, {
        allowed: `families: ${[...count.keys()]
          .filter((each) => each !== family)
          .sort()
          .join(", ")}; or the question's own id`,
        mild: true,
      }),
    ];
  });
}
