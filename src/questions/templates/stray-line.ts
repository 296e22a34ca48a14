type Key = { readonly line: number; readonly indent: number; readonly opens: boolean };

/**
 * The key that is not indented like its neighbours, as line and column, where a reader of YAML stumbles at line `at`: it takes the
 * first key of a group for the measure, and so blames the second. Undefined where no line stands out.
 */
export function strayKey(lines: readonly string[], at: number): { line: number; col: number } | undefined {
  const keys = keysOf(lines);
  const usual = mostCommon(keys.flatMap(({ indent }) => (indent > 0 ? [indent] : [])));
  const from = keys.findLastIndex(({ line }) => line <= at);
  for (let n = from; n >= 0; n--) {
    const { line, indent, opens } = keys[n]!;
    const begins = keys[n - 1]?.indent === 0 && keys[n - 1]?.opens === true;
    if (indent !== usual && (indent > 0 || (begins && !opens))) return { line, col: indent + 1 };
    if (indent === 0) return undefined;
  }
  return undefined;
}

/** The keys that stand at the front of their lines; a thread under `- |` holds none. */
function keysOf(lines: readonly string[]): Key[] {
  const keys: Key[] = [];
  let block = Infinity;
  for (const [n, text] of lines.entries()) {
    const indent = text.search(/\S/);
    if (indent < 0 || indent > block) continue;
    block = /[|>][+-]?\s*$/.test(text) ? indent : Infinity;
    const key = /^ *[\w-]+:(?:\s|$)/.exec(text)?.[0];
    if (key !== undefined) keys.push({ line: n + 1, indent, opens: text.trimEnd() === key.trimEnd() });
  }
  return keys;
}

function mostCommon(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
