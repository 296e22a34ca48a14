import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { Entry } from "./entries.ts";
import { ownEntry } from "./lexicon.ts";
import { SIZES, type Manner } from "./reading.ts";

const name = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}][\p{L}\p{N}'_]*$/u, "expected one word, letters first");
const names = z.array(name);

/** One YAML file with a team's own words; every key may be left out. */
const TEAM_WORDS = z.strictObject({
  sprint_days: z.number().positive().max(60).optional(),
  hours_in_day: z.number().positive().max(24).optional(),
  spec_hosts: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9.-]+$/, "expected a host like wiki.example.com"),
    )
    .optional(),
  /** What the team calls each size: `L: [elephant]`. */
  sizes: z.partialRecord(z.enum(SIZES), names).optional(),
  /** What the team calls a stretch of work, with its working days: `cycle: 30`. */
  units: z.record(name, z.number().positive()).optional(),
  environments: names.optional(),
  releases: names.optional(),
});

/** What is wrong with a team's words file, and where; line and column count from 1. */
export type TeamWordsError = { readonly line: number; readonly col: number; readonly message: string };

/** Reads a team's own words from the text of their YAML file. Never throws: the first mistake comes back with its place. */
export function teamWords(yaml: string): { readonly manner: Manner } | { readonly error: TeamWordsError } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) return { error: { ...lines.linePos(broken.pos[0]), message: firstLine(broken.message) } };
  const plain = plainValue(document);
  if ("wrong" in plain) return { error: { line: 1, col: 1, message: plain.wrong } };
  const parsed = TEAM_WORDS.safeParse(plain.value ?? {});
  if (parsed.success) return { manner: mannerOf(parsed.data) };
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  const message = `${path.join(".")}: ${issue?.message ?? "not understood"}`.replace(/^: /, "");
  return { error: { ...placeOf(document, path, lines), message } };
}

/** An alias that leads nowhere, or to more and more of the same, shows only when the values are put together. */
function plainValue(
  document: ReturnType<typeof parseDocument>,
): { readonly value: unknown } | { readonly wrong: string } {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    return { wrong: firstLine(error instanceof Error ? error.message : String(error)) };
  }
}

const firstLine = (text: string): string => text.split("\n", 1)[0] ?? text;

/** The place of the deepest part of the path that the file has. */
function placeOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
  lines: LineCounter,
): { line: number; col: number } {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range))
      return lines.linePos(Number(node.range[0]));
  }
  return { line: 1, col: 1 };
}

function mannerOf(words: z.infer<typeof TEAM_WORDS>): Manner {
  const sizeNames = Object.entries(words.sizes ?? {}).flatMap(([size, called]) =>
    (called ?? []).map((one) => [one, size]),
  );
  return {
    ...(words.sprint_days !== undefined && { sprintDays: words.sprint_days }),
    ...(words.hours_in_day !== undefined && { hoursInDay: words.hours_in_day }),
    ...(words.spec_hosts && { specHosts: words.spec_hosts }),
    ...(sizeNames.length > 0 && {
      sizeNames: Object.fromEntries(sizeNames) as NonNullable<Manner["sizeNames"]>,
    }),
    ...(words.units && { unitNames: words.units }),
    ...(words.environments && { environments: words.environments }),
    ...(words.releases && { releases: words.releases }),
  };
}

const taught = new WeakMap<Manner, ReadonlyMap<string, Entry> | undefined>();

/** The team's words as the scanner looks them up; undefined where the team has none. Built once for each manner. */
export function ownWords(manner: Manner): ReadonlyMap<string, Entry> | undefined {
  if (!taught.has(manner)) taught.set(manner, entriesOf(manner));
  return taught.get(manner);
}

function entriesOf(manner: Manner): ReadonlyMap<string, Entry> | undefined {
  const entries = [
    ...Object.keys(manner.sizeNames ?? {}).map((word) => ownEntry(word, { part: "size", like: "large" })),
    ...Object.keys(manner.unitNames ?? {}).map((word) =>
      ownEntry(word, { unit: `team:${word}`, like: "weeks" }),
    ),
    ...(manner.environments ?? []).map((word) => ownEntry(word, { sign: "deliver", like: "production" })),
    ...(manner.releases ?? []).map((word) => ownEntry(word, { part: "occasion", like: "launch" })),
  ];
  return entries.length === 0 ? undefined : new Map(entries.map((entry) => [entry.word, entry]));
}
