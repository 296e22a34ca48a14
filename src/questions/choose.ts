import type { Line, Question, Thread, Ts } from "../threads/thread.ts";
import { type Features, lineToAskAbout, see } from "./features.ts";
import { leadOf, saidPlainly, worthOfPlainWords } from "./leads.ts";
import type { Library } from "./library.ts";
import { phraseAsk } from "./phrase.ts";
import { isOutage, isOver, NOTHING_READ, OUTAGE_SAID, OVER, quietly } from "./quiet.ts";
import { type Case, isSettled, kindsOf, ruledOut } from "./ruled-out.ts";
import { mayHear } from "./silenced.ts";
import type { Template } from "./template.ts";

/** Why a template stands where it stands, for `why` and for whoever tunes templates. */
export type Standing = {
  readonly id: string;
  readonly score: number;
  /** The words that spoke for it, strongest first. */
  readonly because: readonly string[];
  readonly ruledOut?: string;
};

/** At most three questions, best first; or none, and in plain words why. */
export type Choice = {
  readonly about?: Ts;
  readonly questions: readonly Question[];
  readonly quiet?: string;
  readonly trace: readonly Standing[];
};

/**
 * How far behind the best the first, second and third question may stand; the measure is that of the weights. Among people
 * nobody has listened to, a third question this near was the one to ask in one thread of six, one further off in one of twenty-five.
 */
const BEHIND = [0, 1.25, 0.75];
/** As many questions as one suggestion holds. */
export const MOST_QUESTIONS = BEHIND.length;

/**
 * What a cue of a question nobody trained for is worth beyond the weights all questions share: an eng lead's own words
 * stand against weights learned for each shipped question.
 */
const UNTRAINED = 0.8;

/** Chooses what is worth asking about one line: the last estimate or spec link of a doer, unless told. */
export function choose(
  thread: Pick<Thread, "lines" | "asked" | "notEstimates">,
  library: Library,
  about?: Ts,
): Choice {
  const line = about === undefined ? lineToAskAbout(thread) : thread.lines.find(({ ts }) => ts === about);
  if (line === undefined) return { questions: [], quiet: NOTHING_READ, trace: [] };
  const seen = see(thread.lines, line, library.silenced);
  const facts: Case = { ...thread, about: line, kinds: kindsOf(thread.lines, line) };
  const standings = candidates(library, seen.questions).map((template) =>
    standing(template, library, facts, seen.thread, seen.questions.get(template.id)),
  );
  const trace = levelled(standings, library, seen.questions, facts).toSorted((a, b) => b.score - a.score);
  const settled = trace.some((standing) => isSettled(standing.ruledOut));
  const quiet = isOutage(thread.lines)
    ? OUTAGE_SAID
    : isOver(thread.lines)
      ? OVER
      : quietly(seen, thread.lines, library.weights, settled);
  if (quiet !== undefined) return { about: line.ts, questions: [], quiet, trace };
  const questions = pick(trace, library, seen.questions).map(({ template, because }) => ({
    id: template.id,
    text: phraseAsk(template, line, thread.lines),
    because: because.join(", ") || occasionOf(line, thread.lines),
  }));
  if (questions.length > 0) return { about: line.ts, questions, trace };
  return { about: line.ts, questions, quiet: "everything worth asking is covered, asked or answered", trace };
}

/** The least by which one question stands before another. */
const A_HAIR = 0.01;

/**
 * The standings with no question nobody trained for further ahead of the learned ones than a hair: how high those come differs
 * from thread to thread, and an eng lead's own cue should not push out all others. Behind the best of them where that is the
 * classic question of the occasion, or its own words are heard too.
 */
function levelled(
  standings: readonly Standing[],
  { weights }: Library,
  seen: ReadonlyMap<string, Features>,
  { kinds }: Case,
): Standing[] {
  const trained = ({ id }: Standing) => known(weights.own, id) !== undefined;
  const [best] = standings
    .filter((one) => trained(one) && one.ruledOut === undefined)
    .toSorted((a, b) => b.score - a.score);
  if (best === undefined) return [...standings];
  const heard = leadOf(best.id, kinds) > 0 || hasCue(seen.get(best.id));
  const most = best.score + (heard ? -A_HAIR : A_HAIR);
  return standings.map((one) => (trained(one) ? one : { ...one, score: Math.min(one.score, most) }));
}

const hasCue = (seen: Features | undefined): boolean =>
  [...(seen?.keys() ?? [])].some((name) => name.startsWith("cue"));

/**
 * The words that were the occasion, for a question that nothing else in the thread speaks for. Where somebody asks about a
 * thread in which nothing was read, that is the number that was struck out, or nothing.
 */
function occasionOf({ estimates, specs, reading }: Line, lines: readonly Line[]): string {
  const spec = specs[0] ?? lines.find((line) => line.specs.length > 0)?.specs[0];
  return estimates[0]?.quote ?? (spec ? (spec.label ?? "a spec link") : (reading.struck[0]?.quote ?? ""));
}

/** The questions whose words occur, and those that weights are known for: never all of a thousand. */
function candidates({ byId, weights }: Library, questions: ReadonlyMap<string, Features>): Template[] {
  const ids = new Set([...questions.keys(), ...Object.keys(weights.own)]);
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

/** An eng lead may call a question "constructor", which every plain object answers to. */
const known = <T>(table: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(table, id) ? table[id] : undefined;

function standing(
  template: Template,
  { weights, tests, silenced }: Library,
  facts: Case,
  thread: Features,
  seen: Features | undefined,
): Standing {
  const own = known(weights.own, template.id);
  const learned =
    silenced.get(template.id) === "all"
      ? 0
      : leadOf(template.id, facts.kinds) + wordsFor(template.id, facts.lines);
  const reasons: Reason[] = [];
  for (const [name, { value, quote }] of own === undefined ? [] : thread) {
    const weight = mayHear(silenced, template.id, quote) ? (own?.[name] ?? 0) * value : 0;
    if (weight !== 0) reasons.push({ weight, quote, named: false });
  }
  for (const [name, { value, quote }] of seen ?? []) {
    const weight = ((weights.shared[name] ?? 0) + (own?.[`own ${name}`] ?? 0)) * value;
    if (weight !== 0) reasons.push({ weight, quote, named: true });
  }
  const plainly = own === undefined ? undefined : saidPlainly(seen);
  if (plainly !== undefined && mayHear(silenced, template.id, plainly.quote))
    reasons.push({ weight: worthOfPlainWords(template.id), quote: plainly.quote, named: true });
  const reason = ruledOut(template, tests.get(template.id) ?? [], seen, facts);
  return {
    id: template.id,
    score: reasons.reduce(
      (sum, { weight }) => sum + weight,
      own === undefined && seen?.has("cue@any") ? UNTRAINED : learned,
    ),
    because: strongest(reasons),
    ...(reason === undefined ? {} : { ruledOut: reason }),
  };
}

/** What the single words of all lines speak for a question. */
function wordsFor(id: string, lines: readonly Line[]): number {
  return lines.reduce((sum, { noticed }) => sum + (known(noticed.leaning ?? {}, id) ?? 0), 0);
}

/** Words that say nothing by themselves, and so would explain nothing; nor do numbers and units. */
const EMPTY: ReadonlySet<string> = new Set(
  `a about an and are at be for i in is it maybe more of on one or so that the this to we with
  hour hours day days week weeks month months sprint sprints point points pts`.split(/\s+/),
);
const saysNothing = (quote: string): boolean =>
  quote.split(/[\s,]+/).every((word) => EMPTY.has(word.toLowerCase()) || /^\d{1,6}[a-z]{0,3}$/i.test(word));

/** `named`: words that speak of this very question, rather than of the thread at large. */
type Reason = { readonly weight: number; readonly quote: string | undefined; readonly named: boolean };

/** As many words as explain why a question stands where it stands. */
const MOST_REASONS = 3;

/** The words that spoke for a question: those that speak of it first, the strongest first, none inside another. */
function strongest(reasons: readonly Reason[]): string[] {
  const speaking = reasons.filter(
    ({ weight, quote }) => weight > 0 && quote !== undefined && !saysNothing(quote),
  );
  const ranked = speaking.toSorted((a, b) => Number(b.named) - Number(a.named) || b.weight - a.weight);
  const quotes: string[] = [];
  for (const { quote = "" } of ranked)
    if (quotes.length < MOST_REASONS && !quotes.some((known) => known.includes(quote))) quotes.push(quote);
  return quotes;
}

/** The best ones, one of a family unless each has a cue of its own, none far behind the first. */
function pick(trace: readonly Standing[], { byId }: Library, seen: ReadonlyMap<string, Features>) {
  const chosen: { template: Template; because: readonly string[] }[] = [];
  let first: number | undefined;
  for (const { id, score, because, ruledOut: reason } of trace) {
    const template = byId.get(id);
    if (template === undefined || reason !== undefined) continue;
    first ??= score;
    const most = BEHIND[chosen.length];
    if (most === undefined || first - score > most) break;
    const kin = chosen.filter((other) => other.template.family === template.family);
    if (
      kin.length > 0 &&
      !(hasCue(seen.get(id)) && kin.every((other) => hasCue(seen.get(other.template.id))))
    )
      continue;
    chosen.push({ template, because });
  }
  return chosen;
}
