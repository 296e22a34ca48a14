import { clausesOf } from "./clauses.ts";
import { clean } from "./clean.ts";
import { isHedged } from "./doubt.ts";
import { settingOf } from "./evidence.ts";
import type { Find } from "./find.ts";
import { findAll } from "./finders.ts";
import { findLinks } from "./links.ts";
import type { Estimate, Reading, ReadingContext, Span, Struck } from "./reading.ts";
import { revises, STRUCK_THROUGH } from "./revises.ts";
import { scan, type Tokens } from "./scan.ts";
import { judge } from "./weigh.ts";

/** What one message says. Pure; never throws, whatever the text. */
export function read(text: string, context: ReadingContext = {}): Reading {
  const manner = context.manner ?? {};
  const t = scan(clean(text));
  const finds = findAll(t, manner);
  const links = findLinks(text, manner.specHosts);
  const c = clausesOf(t);
  const amounts = finds.filter((find) => find.kind === "duration" || find.kind === "points").length;
  const setting = settingOf(t, c, amounts, /(?:^|\n)(?:&gt;|>)/.test(text), text.includes("`"), false, STRUCK_THROUGH.test(text));
  const estimates: Estimate[] = [];
  const struck: Struck[] = [];
  for (const find of finds) {
    const where = span(text, t, find);
    const verdict = judge(setting, find);
    if (verdict === "estimate") {
      const hedged = isHedged(t, c, find, finds);
      const changed = revises(text, t, c, find, finds);
      estimates.push({
        ...where,
        kind: find.kind,
        low: find.low,
        high: find.high,
        hedged,
        rule: find.rule,
        ...(changed ? { revises: true } : {}),
      } as Estimate);
    } else struck.push({ ...where, reason: verdict });
  }
  return { estimates, links, struck, topics: [], hedges: [], covered: [], asksForEstimate: false };
}

function span(text: string, t: Tokens, find: Find): Span {
  const at = t.start[find.from]!;
  return { quote: text.slice(at, homeEnd(text, t, find.to - 1)), at };
}

/** An escape like "&gt;" is longer in the text than the character it stands for. */
const homeEnd = (_text: string, t: Tokens, last: number): number => t.end[last]!;
