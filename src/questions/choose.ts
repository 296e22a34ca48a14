import type { Line, Question, Thread, Ts } from "../threads/thread.ts";
import { type Features, lineToAskAbout, situation } from "./features.ts";
import type { Library } from "./library.ts";
import { phrase } from "./phrase.ts";
import { quietly } from "./quiet.ts";
import { ruledOut } from "./ruled-out.ts";
import type { Template } from "./template.ts";
import { WEIGHTS } from "./weights.ts";

/** Why a template stands where it stands, for `why` and for whoever tunes templates. */
export type Standing = {
  readonly id: string;
  readonly score: number;
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

/** Chooses what is worth asking about one line: the last estimate or spec link of a doer, unless told. */
export function choose(
  thread: Pick<Thread, "lines" | "asked" | "notEstimates">,
  library: Library,
  about?: Ts,
): Choice {
  const line =
    about === undefined ? lineToAskAbout(thread) : thread.lines.find((candidate) => candidate.ts === about);
  if (line === undefined) return { questions: [], quiet: "no estimate and no spec to ask about", trace: [] };
  const { shared, cues } = situation(thread.lines, line);
  const quiet = quietly(thread.lines, line, shared);
  const trace = library.templates
    .map((template) => standing(template, thread, line, shared, cues.get(template.id)))
    .toSorted((a, b) => b.score - a.score);
  if (quiet !== undefined) return { about: line.ts, questions: [], quiet, trace };
  const chosen = pick(trace, library);
  const questions = chosen.map(({ template, because }) => ({
    id: template.id,
    text: phrase(template, line, thread.lines),
    because: because.join(", "),
  }));
  if (questions.length > 0) return { about: line.ts, questions, trace };
  return { about: line.ts, questions, quiet: "everything worth asking is covered, asked or answered", trace };
}

function standing(
  template: Template,
  thread: Pick<Thread, "lines" | "asked">,
  line: Line,
  shared: Features,
  cues: Features | undefined,
): Standing {
  const reason = ruledOut(template, thread, line);
  const parts = [...weigh(shared, WEIGHTS.own[template.id]), ...weigh(cues, WEIGHTS.shared)];
  const score = parts.reduce((sum, part) => sum + part.weight, 0);
  const because = parts
    .filter(({ weight, quote }) => weight > 0 && quote !== undefined)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ quote }) => quote ?? "");
  const told = [...new Set(because)].slice(0, MOST);
  return { id: template.id, score, because: told, ...(reason === undefined ? {} : { ruledOut: reason }) };
}

function* weigh(features: Features | undefined, weights: Readonly<Record<string, number>> | undefined) {
  if (features === undefined || weights === undefined) return;
  for (const [name, { value, quote }] of features) {
    const weight = weights[name];
    if (weight !== undefined) yield { weight: weight * value, quote };
  }
}

/** The best ones, one of a family. */
function pick(trace: readonly Standing[], library: Library) {
  const chosen: { template: Template; because: readonly string[] }[] = [];
  for (const { id, because, ruledOut: reason } of trace) {
    const template = library.byId.get(id);
    if (template === undefined || reason !== undefined) continue;
    if (chosen.length === MOST) break;
    chosen.push({ template, because });
  }
  return chosen;
}
