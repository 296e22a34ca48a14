import { PART } from "./entries.ts";
import { askedUnit, asksForEstimate } from "./asks.ts";
import { clausesOf, type Clauses } from "./clauses.ts";
import { clean } from "./clean.ts";
import { corrects, statedUnit } from "./corrections.ts";
import { isHedged } from "./doubt.ts";
import { besidesOf, settingOf } from "./setting.ts";
import { anyPlays, plays, type Find } from "./find.ts";
import { findAll } from "./finders.ts";
import { findLinks } from "./links.ts";
import { neighboursOf } from "./neighbours.ts";
import { quotedFinds } from "./quoted.ts";
import type { Estimate, Manner, Reading, ReadingContext, Span, Struck } from "./reading.ts";
import { earlierOf, revises } from "./revises.ts";
import { scan, type Tokens } from "./scan.ts";
import { ownWords } from "./team-words.ts";
import { findCovered, findTopics } from "./topics.ts";
import { judge } from "./weigh.ts";
import type { Unit } from "./words/amounts.ts";

const NO_MANNER: Manner = {};

/**
 * What one message says: cleans the text, finds everything that looks like an estimate, and strikes out what is none.
 *
 * Durations come in working days; positions count from the start of `text` as Slack sent it. Pure; never throws, whatever
 * the text. `context.before` is the message before it, for a bare "3 weeks" after "how long?".
 */
export function read(text: string, context: ReadingContext = {}): Reading {
  const manner = context.manner ?? NO_MANNER;
  const cleaned = clean(text);
  const t = scan(cleaned, context.manner && ownWords(context.manner));
  const before = context.before === undefined ? "" : clean(context.before);
  const asked = before === "" ? undefined : askedUnit(before);
  const stated =
    asked === undefined && before !== "" && corrects(cleaned) ? statedUnit(before, manner) : undefined;
  const finds = findAll(t, manner, asked ?? stated);
  const topics = findTopics(t);
  const c = finds.length === 0 && topics.length === 0 ? undefined : clausesOf(t);
  const judged =
    c === undefined || finds.length === 0 ? NOTHING_JUDGED : judgeAll(text, t, c, finds, { before, stated });
  return {
    estimates: judged.estimates,
    links: findLinks(text, manner.specHosts),
    struck: cleaned === text ? judged.struck : [...judged.struck, ...quotedFinds(text, cleaned, manner)],
    topics,
    hedges: hedgesOf(text, t),
    covered: c === undefined || topics.length === 0 ? [] : findCovered(t, c),
    asksForEstimate: judged.struck.some((one) => one.reason === "question") || asksForEstimate(cleaned),
  };
}

type Judged = { readonly estimates: readonly Estimate[]; readonly struck: readonly Struck[] };
const NOTHING_JUDGED: Judged = { estimates: [], struck: [] };

/** The message before, and the unit of its number where this message puts another in its place. */
type Before = { readonly before: string; readonly stated: Unit | undefined };

function judgeAll(
  text: string,
  t: Tokens,
  c: Clauses,
  finds: readonly Find[],
  { before, stated }: Before,
): Judged {
  const earlier = earlierOf(text, finds);
  const neighbours = neighboursOf(text, t, c, finds);
  const setting = settingOf(t, c, finds, {
    ...besidesOf(before, earlier, neighbours),
    ...(stated && { asked: true }),
  });
  const owner = Array.from<Find | undefined>({ length: t.length });
  for (const find of finds) for (let i = find.from; i < find.to; i++) owner[i] = find;
  const estimates: Estimate[] = [];
  const struck: Struck[] = [];
  for (const find of finds) {
    const where = span(text, t, find);
    const verdict = judge(setting, find);
    if (verdict === "estimate") {
      const { kind, low, high, rule } = find;
      const hedged = isHedged(t, c, find, owner);
      const estimate = { quote: where.quote, at: where.at, kind, low, high, hedged, rule };
      estimates.push(
        (revises(text, t, c, find, earlier, neighbours) || (find.bare && find.unit === stated)
          ? { ...estimate, revises: true }
          : estimate) as Estimate,
      );
    } else struck.push({ quote: where.quote, at: where.at, reason: verdict });
  }
  return { estimates, struck };
}

function span(text: string, t: Tokens, find: Find): Span {
  const at = t.start[find.from]!;
  return { quote: text.slice(at, t.end[find.to - 1]), at };
}

function hedgesOf(text: string, t: Tokens): Span[] {
  const hedges: Span[] = [];
  if (!anyPlays(t, PART.hedge)) return hedges;
  for (let i = 0; i < t.length; i++)
    if (plays(t, i, PART.hedge))
      hedges.push({ quote: text.slice(t.start[i], t.end[i + t.entries[i]!.reach - 1]), at: t.start[i]! });
  return hedges;
}
