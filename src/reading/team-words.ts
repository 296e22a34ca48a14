import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { Entry } from "./entries.ts";
import { ownEntry } from "./lexicon.ts";
import { SIZES, type Manner } from "./reading.ts";

const ONE_WORD = "expected one word that begins with a letter";
const name = z
  .string(ONE_WORD)
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}][\p{L}\p{N}'_]*$/u, ONE_WORD);
const names = z.array(name, "expected a list of words, like [moon, mars]");

const HOST = "expected a host like wiki.example.com";
const host = z
  .string(HOST)
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9.-]+$/, HOST);

/** A number above nothing; `most` is the greatest. */
const amount = (what: string, most = Number.MAX_VALUE) => {
  const words = `expected a number of ${what} above 0${most < Number.MAX_VALUE ? `, at most ${most}` : ""}`;
  return z.number(words).positive(words).max(most, words);
};

/** What a group of keys says of a key it does not know, and of what is no group at all. */
const group = (allowed: readonly string[], like: string) => ({
  error: ({ code, keys }: { readonly code: string; readonly keys?: unknown }): string =>
    code === "unrecognized_keys"
      ? `there is no '${String(keys)}' here; allowed: ${allowed.join(", ")}`
      : `expected a group of keys, like ${like}`,
});

const UNITS = {
  error: ({ code }: { readonly code: string }): string =>
    code === "invalid_key" ? ONE_WORD : "expected a group of keys, like cycle: 30",
};

const KEYS = {
  sprint_days: amount("working days", 60).optional(),
  hours_in_day: amount("hours", 24).optional(),
  spec_hosts: z.array(host, "expected a list of hosts, like [wiki.example.com]").optional(),
  /** What the team calls each size: `L: [elephant]`. */
  sizes: z.partialRecord(z.enum(SIZES), names, group(SIZES, "L: [elephant]")).optional(),
  /** What the team calls a stretch of work, with its working days: `cycle: 30`. */
  units: z.record(name, amount("working days"), UNITS).optional(),
  environments: names.optional(),
  releases: names.optional(),
};

/** One YAML file with a team's own words; every key may be left out. */
const TEAM_WORDS = z.strictObject(KEYS, group(Object.keys(KEYS), "sprint_days: 10"));

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
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  return {
    error: { ...(keyPlace(document, path, unknown, lines) ?? placeOf(document, path, lines)), message },
  };
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

/** The place of a key in the group under the path. */
function keyPlace(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
  key: string | undefined,
  lines: LineCounter,
): { line: number; col: number } | undefined {
  const node: unknown = document.getIn(path, true);
  if (key === undefined || !isMap(node)) return undefined;
  const found = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)?.key;
  return isScalar(found) && found.range ? lines.linePos(found.range[0]) : undefined;
}

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
