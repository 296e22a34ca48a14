import type { Line, Question, Thread, Ts } from "../threads/thread.ts";
import { type Features, lineToAskAbout, see } from "./features.ts";
import { leadOf } from "./leads.ts";
import type { Library } from "./library.ts";
import { phrase } from "./phrase.ts";
import { isOutage, OUTAGE_SAID, quietly } from "./quiet.ts";
import { type Case, isSettled, kindsOf, ruledOut } from "./ruled-out.ts";
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

const MOST = 3;
/** A second or third question may stand this much behind the first; the measure is that of the weights. */
const BEHIND = 1.5;

/** Chooses what is worth asking about one line: the last estimate or spec link of a doer, unless told. */
export function choose(
  thread: Pick<Thread, "lines" | "asked" | "notEstimates">,
  library: Library,
  about?: Ts,
): Choice {
  const line = about === undefined ? lineToAskAbout(thread) : thread.lines.find(({ ts }) => ts === about);
  if (line === undefined) return { questions: [], quiet: "no estimate and no spec to ask about", trace: [] };
  const seen = see(thread.lines, line);
  const facts: Case = { ...thread, about: line, kinds: kindsOf(thread.lines, line) };
  const trace = candidates(library, seen.questions)
    .map((template) => standing(template, library, facts, seen.thread, seen.questions.get(template.id)))
    .toSorted((a, b) => b.score - a.score);
  const settled = trace.some((standing) => isSettled(standing.ruledOut));
  const quiet = isOutage(thread.lines) ? OUTAGE_SAID : quietly(seen, library.weights, settled);
  if (quiet !== undefined) return { about: line.ts, questions: [], quiet, trace };
  const questions = pick(trace, library, seen.questions).map(({ template, because }) => ({
    id: template.id,
    text: phrase(template, line, thread.lines),
    because: because.join(", ") || occasionOf(line),
  }));
  if (questions.length > 0) return { about: line.ts, questions, trace };
  return { about: line.ts, questions, quiet: "everything worth asking is covered, asked or answered", trace };
}

/** The words that were the occasion, for a question that nothing else in the thread speaks for. */
function occasionOf({ estimates, specs }: Line): string {
  return estimates[0]?.quote ?? specs[0]?.label ?? "a spec link";
}

/** The questions whose words occur, and those that weights are known for: never all of a thousand. */
function candidates({ byId, weights }: Library, questions: ReadonlyMap<string, Features>): Template[] {
  const ids = new Set([...questions.keys(), ...Object.keys(weights.own)]);
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

function standing(
  template: Template,
  { weights, tests }: Library,
  facts: Case,
  thread: Features,
  seen: Features | undefined,
): Standing {
  const own = weights.own[template.id];
  const reasons: { weight: number; quote: string | undefined }[] = [];
  for (const [name, { value, quote }] of own === undefined ? [] : thread) {
    const weight = (own?.[name] ?? 0) * value;
    if (weight !== 0) reasons.push({ weight, quote });
  }
  for (const [name, { value, quote }] of seen ?? []) {
    const weight = ((weights.shared[name] ?? 0) + (own?.[`own ${name}`] ?? 0)) * value;
    if (weight !== 0) reasons.push({ weight, quote });
  }
  const reason = ruledOut(template, tests.get(template.id) ?? [], seen, facts);
  return {
    id: template.id,
    score: reasons.reduce((sum, { weight }) => sum + weight, leadOf(template.id, facts.kinds)),
    because: strongest(reasons),
    ...(reason === undefined ? {} : { ruledOut: reason }),
  };
}

function strongest(
  reasons: readonly { readonly weight: number; readonly quote: string | undefined }[],
): string[] {
  const speaking = reasons.filter(({ weight, quote }) => weight > 0 && quote !== undefined);
  const quotes = speaking.toSorted((a, b) => b.weight - a.weight).map(({ quote }) => quote ?? "");
  return [...new Set(quotes)].slice(0, MOST);
}

/** The best ones, one of a family unless each has a cue of its own, none far behind the first. */
function pick(trace: readonly Standing[], { byId }: Library, seen: ReadonlyMap<string, Features>) {
  const chosen: { template: Template; because: readonly string[] }[] = [];
  const hasCue = (id: string) => [...(seen.get(id)?.keys() ?? [])].some((name) => name.startsWith("cue"));
  let first: number | undefined;
  for (const { id, score, because, ruledOut: reason } of trace) {
    const template = byId.get(id);
    if (template === undefined || reason !== undefined) continue;
    first ??= score;
    if (chosen.length === MOST || first - score > BEHIND) break;
    const kin = chosen.filter((other) => other.template.family === template.family);
    if (kin.length > 0 && !(hasCue(id) && kin.every((other) => hasCue(other.template.id)))) continue;
    chosen.push({ template, because });
  }
  return chosen;
}
