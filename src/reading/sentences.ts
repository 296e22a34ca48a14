import { clausesOf } from "./clauses.ts";
import type { Span } from "./reading.ts";
import { scan } from "./scan.ts";

/** The sentences, lines and bullets of a cleaned text, with where they stand. */
export function sentences(cleaned: string): Span[] {
  const t = scan(cleaned);
  const { starts, ends } = clausesOf(t);
  const spans: Span[] = [];
  for (let sentence = 0; sentence < starts.length; sentence++) {
    const from = starts[sentence]!;
    const to = ends[sentence]!;
    if (to <= from) continue;
    const at = t.start[from]!;
    const quote = cleaned.slice(at, t.end[to - 1]).trimEnd();
    if (quote !== "") spans.push({ quote, at });
  }
  return spans;
}
