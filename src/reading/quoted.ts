import { findAmounts } from "./amounts.ts";
import type { Manner, Struck } from "./reading.ts";
import { scan } from "./scan.ts";

/** Code and quoted lines: what others wrote, or what is no speech at all. */
const REPEATED = /```[^`]*(?:```|$)|`[^`\n]+`|^(?:&gt;|>)[^\n]*/gm;

/** Amounts in quoted lines and code, which nobody says here. */
export function quotedFinds(text: string, cleaned: string, manner: Manner): Struck[] {
  if (!text.includes("`") && !text.includes("&gt;") && !text.includes(">")) return [];
  const struck: Struck[] = [];
  for (const match of text.matchAll(REPEATED)) {
    if (cleaned.slice(match.index, match.index + match[0].length).trim() !== "") continue;
    const t = scan(match[0]);
    for (const find of findAmounts(t, manner)) {
      const at = t.start[find.from]!;
      struck.push({ quote: match[0].slice(at, t.end[find.to - 1]), at: match.index + at, reason: "quoted" });
    }
  }
  return struck;
}
