import type { Data } from "./template-file.ts";
import type { Path } from "./yaml.ts";

/**
 * What results when a file that `extends` a question is laid over it: keys it names replace those below, groups are
 * gone into, and a list may be changed by `{ add, remove }` instead of replaced.
 */
export function layOver(base: Data, change: Data): Data {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (key === "extends") continue;
    result[key] = merged(base[key], value);
  }
  // Another question: the words below for where no estimate stands are not its own.
  if ("ask" in change && !("unsized" in change)) delete result["unsized"];
  return result;
}

/** Entries that a change would remove from a list and that are not in it, with their path in the change. */
export function removedInVain(
  base: unknown,
  change: unknown,
  path: Path = [],
): { path: Path; entry: string }[] {
  if (!isGroup(change)) return [];
  return Object.entries(change).flatMap(([key, value]) => {
    if (key !== "remove" || !Array.isArray(value))
      return removedInVain(isGroup(base) ? base[key] : undefined, value, [...path, key]);
    const list: unknown[] = Array.isArray(base) ? base : [];
    return value.flatMap((entry, n) =>
      list.includes(entry) ? [] : [{ path: [...path, key, n], entry: String(entry) }],
    );
  });
}

function merged(below: unknown, value: unknown): unknown {
  if (!isGroup(value)) return value;
  if (Array.isArray(below) || "add" in value || "remove" in value) return changedList(below, value);
  return layOver(isGroup(below) ? below : {}, value);
}

function changedList(below: unknown, { add = [], remove = [] }: Data): unknown[] {
  const before = Array.isArray(below) ? below : [];
  const kept = before.filter((entry) => !(remove as unknown[]).includes(entry));
  return [...kept, ...(add as unknown[]).filter((entry) => !kept.includes(entry))];
}

function isGroup(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
