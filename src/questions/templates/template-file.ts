import { parse } from "node:path";
import { parseCue } from "../cue.ts";
import type { Problem } from "../problem.ts";
import { PLACEHOLDERS, templateSchema, type Template } from "../template.ts";
import { SPEAKERS, strangeSpeaker, WHO_MAY_SPEAK } from "./example.ts";
import { changeSchema } from "./file-schema.ts";
import { nearest } from "./nearest.ts";
import { refusals, valueAt } from "./refuse.ts";
import { parseYaml, type Path, type Source, type Yaml } from "./yaml.ts";

/** Plain data as YAML gives it: the keys of a template, not yet filled up with defaults. */
export type Data = Readonly<Record<string, unknown>>;

/** One file of a templates folder that holds a question, or changes one. */
export type TemplateFile = { readonly file: string } & (
  | { readonly kind: "whole"; readonly yaml: Yaml; readonly data: Data; readonly template: Template }
  | { readonly kind: "change"; readonly yaml: Yaml; readonly data: Data; readonly base: string }
  /** `read`: what of it can be looked at all the same, so that not each check brings up the next thing. */
  | {
      readonly kind: "wrong";
      readonly problems: readonly Problem[];
      readonly read?: { readonly yaml: Yaml; readonly data: Data };
    }
);

/** Understands one file by itself. What it says about other files is looked at when they are laid over each other. */
export function readTemplateFile(source: Source): TemplateFile {
  const { file } = source;
  const yaml = parseYaml(source);
  if (!("data" in yaml)) return { file, kind: "wrong", problems: [yaml] };
  const changes = yaml.has(["extends"]);
  const schema = changes ? changeSchema : templateSchema;
  const parsed = schema.safeParse(yaml.data);
  const data = yaml.data as Data;
  const unwritten = stillToWrite(yaml);
  const refused = parsed.success ? [] : (nameless(yaml) ?? refusals(parsed.error.issues, yaml, schema));
  const meant = unwritten ? [unwritten] : meanings(yaml).filter((one) => !refused.some(isAt(one)));
  const problems = [...refused, ...meant];
  if (!parsed.success || problems.length > 0)
    return { ...wrong(file, problems, data), ...(!unwritten && isGroup(data) && { read: { yaml, data } }) };
  if (changes) return { file, kind: "change", yaml, data, base: String(data["extends"]) };
  return { file, kind: "whole", yaml, data, template: parsed.data as Template };
}

function wrong(
  file: string,
  problems: readonly Problem[],
  data: unknown,
): TemplateFile & { readonly kind: "wrong" } {
  return { file, kind: "wrong", problems: owned(problems, data) };
}

/** Problems with the owner that the file names. */
export function owned(problems: readonly Problem[], data: unknown): Problem[] {
  const owner = valueAt(data, ["owner"]);
  if (typeof owner !== "string" || owner.trim() === UNWRITTEN) return [...problems];
  return problems.map((problem) => ({ ...problem, owner }));
}

/** Who looks after the file, where it says so. */
export function ownerOf(file: TemplateFile): string | undefined {
  const owner = file.kind === "wrong" ? undefined : file.data["owner"];
  return typeof owner === "string" ? owner : undefined;
}

const isAt = (one: Problem) => (other: Problem) => one.line === other.line && one.col === other.col;

const isGroup = (data: unknown): data is Data =>
  typeof data === "object" && data !== null && !Array.isArray(data);

function stillToWrite(yaml: Yaml): Problem | undefined {
  const unwritten = textsOf(yaml.data).filter(({ text }) => text.trim() === UNWRITTEN);
  const [first] = unwritten;
  if (first === undefined) return undefined;
  const keys = unwritten.map(({ path }) => path.filter((key) => typeof key === "string").join("."));
  return yaml.problem(first.path, `still to be written: ${keys.join(", ")}`);
}

/** What is wrong with a file that names no question and asks none: what it wants to change it leaves unsaid. */
function nameless(yaml: Yaml): Problem[] | undefined {
  const { data, file } = yaml;
  if (!isGroup(data) || ["id", "extends", "ask"].some((key) => key in data)) return undefined;
  const named = parse(file).name;
  const id = templateSchema.shape.id.safeParse(named).success ? named : "<id>";
  const inside = changeSchema.safeParse({ extends: id, ...data });
  return [
    yaml.problem([], "'id', 'ask' and all the rest are missing, and 'extends' as well", {
      allowed: `to change a question that is there, put "extends: ${id}" above it`,
    }),
    ...refusals(inside.error?.issues ?? [], yaml, changeSchema),
  ];
}

/** What the schema cannot see: words, patterns and placeholders that mean nothing. */
function meanings(yaml: Yaml): Problem[] {
  return textsOf(yaml.data).flatMap(({ path, text }) => {
    if (path[0] === "ask" || path[0] === "again") return placeholders(text, path, yaml, PLACEHOLDERS);
    if (path[0] === "unsized") return placeholders(text, path, yaml, UNSIZED_PLACEHOLDERS);
    if (path[0] === "examples") return speakers(text, path, yaml);
    const list = path.slice(0, 2).join(".");
    return WORD_LISTS.includes(list) ? words(text, list, path, yaml) : [];
  });
}

/** What `askwhy templates new` leaves to be filled in. */
const UNWRITTEN = "…";
/** The lists whose entries are listened for. */
export const WORD_LISTS = ["when.cues", "unless.covered", "unless.not_about"];

/** `/export/i`, as other languages write a pattern. */
const FLAGS = /^(\/.+\/)[dgimsuvy]+$/i;

function words(text: string, list: string, path: Path, yaml: Yaml): Problem[] {
  const flagged = FLAGS.exec(text.trim());
  if (flagged !== null)
    return [
      yaml.problem(path, "a pattern takes no flags here", {
        allowed: `no flags; capital letters do not matter: ${flagged[1]}`,
      }),
    ];
  const cue = parseCue(text);
  if (cue.kind === "wrong") {
    const { message, allowed } = cue;
    return [yaml.problem(path, message, allowed === undefined ? {} : { allowed })];
  }
  if (cue.kind === "test" && list !== "unless.covered")
    return [
      yaml.problem(path, `'${cue.test}' is no word`, { allowed: "tests stand under 'unless.covered'" }),
    ];
  return [];
}

function speakers(text: string, path: Path, yaml: Yaml): Problem[] {
  const strange = strangeSpeaker(text);
  if (strange === undefined) return [];
  const meant = nearest(strange, SPEAKERS);
  const hint = meant ? `, did you mean '${meant}:'?` : "";
  return [yaml.problem(path, `nobody speaks as '${strange}:'${hint}`, { allowed: WHO_MAY_SPEAK })];
}

/** Where no estimate can be named, none is. */
const UNSIZED_PLACEHOLDERS = PLACEHOLDERS.filter((name) => name !== "estimate" && name !== "previous");

function placeholders(text: string, path: Path, yaml: Yaml, allowed: readonly string[]): Problem[] {
  return [...text.matchAll(/\$?\{([^{}]*)\}?/g)].flatMap(([said, name = ""]) => {
    if (said === `{${name}}` && allowed.includes(name)) return [];
    const meant = nearest(name, allowed);
    const hint = meant ? `, did you mean {${meant}}?` : "";
    return [
      yaml.problem(path, `nothing fills ${said}${hint}`, {
        allowed: `placeholders: ${allowed.map((each) => `{${each}}`).join(" ")}`,
      }),
    ];
  });
}

/** Every text in the data, with its path. */
export function textsOf(data: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof data === "string") return [{ path, text: data }];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    textsOf(value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}
