import * as z from "zod";
import type { Problem } from "../problem.ts";
import { keysAt, schemaAt } from "./file-schema.ts";
import { nearest } from "./nearest.ts";
import type { Path, Yaml } from "./yaml.ts";

type Issue = z.core.$ZodIssue;

/** Says in plain words, and at its place in the file, what a schema has against the data. */
export function refusals(issues: readonly Issue[], yaml: Yaml, schema: z.ZodType): Problem[] {
  const misspelt = new Set(issues.flatMap((issue) => meantKeys(issue, schema)));
  const missing = issues.filter(({ path }) => path.length > 0 && valueAt(yaml.data, path) === undefined);
  const others = issues.filter((issue) => !missing.includes(issue));
  const reallyMissing = missing.filter(({ path }) => !misspelt.has(path.join(".")));
  return [
    ...missingKeys(reallyMissing, yaml, schema),
    ...others.flatMap((issue) => refusal(issue, yaml, schema)),
  ].sort((one, other) => one.line - other.line || one.col - other.col);
}

/** The keys that unknown keys were probably meant to be, with their paths: those are not missing as well. */
function meantKeys(issue: Issue, schema: z.ZodType): string[] {
  if (issue.code !== "unrecognized_keys") return [];
  return issue.keys.map((key) => [...issue.path, meantKey(key, keysAt(schema, issue.path))].join("."));
}

/** Keys people write that many YAML readers take for true and false, and the keys they mean here. */
const TRAPS: Readonly<Record<string, string>> = { on: "when", off: "disabled" };

function meantKey(key: string, keys: readonly string[]): string | undefined {
  const trap = Object.hasOwn(TRAPS, key) ? TRAPS[key] : undefined;
  return trap !== undefined && keys.includes(trap) ? trap : nearest(key, keys);
}

/** What is missing from one group is told in one sentence. */
function missingKeys(issues: readonly Issue[], yaml: Yaml, schema: z.ZodType): Problem[] {
  const groups = new Map<string, Path[]>();
  for (const { path } of issues) {
    const group = path.slice(0, -1).join(".");
    groups.set(group, [...(groups.get(group) ?? []), path]);
  }
  return [...groups.values()].flatMap((paths) => {
    const [first] = paths;
    if (!first) return [];
    const message = `${paths.map(named).join(", ")} ${paths.length === 1 ? "is" : "are"} missing`;
    const help = paths.length === 1 ? described(schema, first) : undefined;
    return [yaml.problem(first.slice(0, -1), message, allowed(help))];
  });
}

function refusal(issue: Issue, yaml: Yaml, schema: z.ZodType): Problem[] {
  const { path } = issue;
  const value = valueAt(yaml.data, path);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, path, yaml, schema));
  if (issue.code === "invalid_type") return [wrongType(issue.expected, path, yaml, schema)];
  if (issue.code === "invalid_value") return [unknownValue(issue.values, path, value, yaml)];
  if (issue.code === "invalid_union") {
    // A list, or { add, remove }: which of the two was meant shows in what is there.
    const branch = typeof value === "object" && !Array.isArray(value) ? 1 : 0;
    const inside = issue.errors[branch] ?? [];
    return inside.flatMap((each) => refusal({ ...each, path: [...path, ...each.path] }, yaml, schema));
  }
  if (issue.code === "too_small")
    return [yaml.problem(path, `${named(path)} is empty`, allowed(described(schema, path)))];
  return [yaml.problem(path, `${named(path)} cannot be ${quoted(value)}`, allowed(issue.message))];
}

function unknownKey(key: string, path: Path, yaml: Yaml, schema: z.ZodType): Problem {
  const keys = keysAt(schema, path);
  const meant = meantKey(key, keys);
  const home = path.length === 0 ? keys.find((group) => keysAt(schema, [group]).includes(key)) : undefined;
  const hint = home ? `: it belongs below '${home}'` : meant ? `, did you mean '${meant}'?` : "";
  const trap = Object.hasOwn(TRAPS, key) ? ` (many YAML readers take '${key}' for ${key === "on"})` : "";
  return yaml.problem([...path, key], `unknown key '${key}'${hint}${trap}`, {
    at: "key",
    allowed: `allowed here: ${keys.join(", ")}`,
  });
}

const SHAPES: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list: [one, two], or one a line after '- '",
  record: "a group of keys, indented below it",
  object: "a group of keys, indented below it",
  boolean: "true or false",
  number: "a number",
};

function wrongType(expected: string, path: Path, yaml: Yaml, schema: z.ZodType): Problem {
  const value = valueAt(yaml.data, path);
  const what = SHAPES[expected] ?? expected;
  if (value === null) return yaml.problem(path, `${named(path)} is empty`, allowed(`it should be ${what}`));
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean")) {
    const written = yaml.written(path) ?? String(value);
    // Quotes help only where a text like that may stand.
    const other = schemaAt(schema, path)?.safeParse(written).error?.issues[0]?.message;
    if (other !== undefined) return yaml.problem(path, `${named(path)} cannot be ${written}`, allowed(other));
    return yaml.problem(
      path,
      `${written} is read as a ${typeof value} here`,
      allowed(`write it in quotes: "${written}"`),
    );
  }
  if (expected === "string" && typeof value === "object")
    return yaml.problem(
      path,
      `${named(path)} should be a text`,
      allowed("a text with a colon in it, or a { at its front, needs quotes"),
    );
  return yaml.problem(path, `${named(path)} should be ${what}`);
}

function unknownValue(values: readonly unknown[], path: Path, value: unknown, yaml: Yaml): Problem {
  const names = values.map(String);
  const meant = typeof value === "string" ? nearest(value, names) : undefined;
  const message = `${named(path)} cannot be ${quoted(value)}${meant ? `, did you mean '${meant}'?` : ""}`;
  return yaml.problem(path, message, allowed(`allowed: ${names.join(", ")}`));
}

function quoted(value: unknown): string {
  return typeof value === "string" ? `'${value}'` : JSON.stringify(value);
}

/** `'when.about'`, "entry 2 of 'when.cues'", or "the file". */
function named(path: Path): string {
  const keys = path.filter((key) => typeof key !== "number").join(".");
  const place = path.findIndex((key) => typeof key === "number");
  const entry = place < 0 ? "" : `entry ${Number(path[place]) + 1}`;
  if (keys === "") return entry || "the file";
  if (entry === "") return `'${keys}'`;
  return place === 0 ? `'${keys}' of ${entry}` : `${entry} of '${keys}'`;
}

function described(schema: z.ZodType, path: Path): string | undefined {
  const [key, ...rest] = path;
  if (key === undefined || !(schema instanceof z.ZodObject)) return undefined;
  const inner = schema.shape[String(key)] as z.ZodType | undefined;
  if (!inner) return undefined;
  if (rest.length === 0) return inner.description;
  return schemaAt(inner, rest)?.description;
}

function allowed(text: string | undefined): { allowed?: string } {
  return text ? { allowed: text } : {};
}

/** The value under a path of plain data. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
