import { expects } from "./expects.ts";
import type { Found } from "./findings.ts";
import type { Posed } from "./weigh.ts";

/** Findings whose size grows with the length of what was said: counted by their logarithm. */
const LENGTHS: ReadonlySet<string> = new Set(["words", "content words", "echoed words"]);

/** Adds up what was found in several replies. */
export function together(all: readonly Readonly<Found>[]): Found {
  const sum: Found = {};
  for (const found of all)
    for (const [name, value] of Object.entries(found)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
}

/** The strengths a verdict is weighed by: every finding, alone and beside what the question wants. */
export function vector(question: Posed, found: Readonly<Found>): Map<string, number> {
  const { parts, wants } = expects(question);
  const out = new Map<string, number>([
    ["bias", 1],
    [`parts ${Math.min(3, parts)}`, 1],
  ]);
  for (const want of wants) out.set(`wants ${want}`, 1);
  for (const [name, value] of Object.entries(found)) {
    if (name.startsWith("phrases") || name === "cues") continue;
    const strength = LENGTHS.has(name) ? Math.log1p(value) / 2 : Math.min(2, value) / (value > 1 ? 1.3 : 1);
    out.set(name, strength);
    for (const want of wants) out.set(`${name} × ${want}`, strength / 2);
    if (parts > 1) out.set(`${name} × two parts`, strength / 2);
  }
  for (const [name, holds] of shapes(found)) if (holds) out.set(name, 1);
  out.set("echo", (found["echoed words"] ?? 0) / (1 + (found["content words"] ?? 0)));
  return out;
}

function shapes(found: Readonly<Found>): [string, boolean][] {
  const has = (name: string) => (found[name] ?? 0) > 0;
  const size = found["words"] ?? 0;
  const length = size <= 2 ? "2" : size <= 5 ? "5" : size <= 10 ? "10" : size <= 20 ? "20" : "more";
  return [
    [`length ${length}`, true],
    ["known and unknown", has("unknown clauses") && has("plain clauses")],
    ["hard and unknown", has("unknown clauses") && has("hard clauses")],
    ["all unknown", has("unknown clauses") && !has("plain clauses")],
  ];
}

/** How much the phrases of a reply count: the longer it is, the less each of them. */
export const phraseScale = (found: Readonly<Found>) => 2.5 / Math.sqrt((found["cues"] ?? 0) + 5);
