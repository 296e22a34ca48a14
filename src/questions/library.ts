import type { RE2JS } from "re2js";
import { compilePattern, type CueTest, parseCue } from "./cue.ts";
import { lexicon, type Lexicon } from "./lexicon.ts";
import { type Silenced, silencedIn } from "./silenced.ts";
import type { Template } from "./template.ts";
import { WEIGHTS, type Weights } from "./weights.ts";
import { type WordWorth, without, wordWorth } from "./words.ts";

/** Which template a word belongs to, and what the word says there. */
export type Belongs = { readonly question: string; readonly as: "cues" | "covered" | "notAbout" };

/** The question templates, compiled once so that choosing costs the same however many there are. */
export type Library = {
  readonly templates: readonly Template[];
  readonly byId: ReadonlyMap<string, Template>;
  /** All words of all templates, found in one pass. */
  readonly words: Lexicon<Belongs>;
  readonly patterns: readonly { readonly pattern: RE2JS; readonly of: Belongs }[];
  /** Questions to the thread itself that settle a template, by its id; most have none. */
  readonly tests: ReadonlyMap<string, readonly CueTest[]>;
  readonly weights: Weights;
  /** What single words speak for: the weights' table, laid out. */
  readonly worth: WordWorth;
  /** What was learned and no longer speaks, by the id of a question that lost cues. */
  readonly silenced: Silenced;
};

/** Compiles templates into a library. Templates that are switched off stay known by id but are never chosen. */
export function compile(templates: readonly Template[], weights: Weights = WEIGHTS): Library {
  const entries = templates.flatMap(({ id, when, unless }) => [
    ...when.cues.map((cue) => ({ cue, of: { question: id, as: "cues" } as const })),
    ...unless.covered.map((cue) => ({ cue, of: { question: id, as: "covered" } as const })),
    ...unless.not_about.map((cue) => ({ cue, of: { question: id, as: "notAbout" } as const })),
  ]);
  const parsed = entries.map(({ cue, of }) => ({ cue, of, parsed: parseCue(cue) }));
  const silenced = silencedIn(templates);
  return {
    templates,
    byId: new Map(templates.map((template) => [template.id, template])),
    words: lexicon(parsed.filter(({ parsed: { kind } }) => kind === "start" || kind === "phrase")),
    patterns: parsed.flatMap(({ parsed: cue, of }) =>
      cue.kind === "pattern" ? [{ pattern: compilePattern(cue.source), of }] : [],
    ),
    tests: new Map(templates.map(({ id, unless }) => [id, unless.covered.flatMap(testOf)])),
    weights: { ...weights, own: stillOwn(weights.own, silenced) },
    worth: without(wordWorth(weights.words), silenced),
    silenced,
  };
}

/** The learned features of the questions that are still those that were learned for. */
function stillOwn(own: Weights["own"], silenced: Silenced): Weights["own"] {
  return Object.fromEntries(Object.entries(own).filter(([id]) => silenced.get(id) !== "all"));
}

function testOf(entry: string): CueTest[] {
  const cue = entry.startsWith("@") ? parseCue(entry) : undefined;
  return cue?.kind === "test" ? [cue.test] : [];
}
