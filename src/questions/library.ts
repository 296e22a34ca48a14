import { lexicon, type Lexicon } from "./lexicon.ts";
import { parseCue } from "./cue.ts";
import type { Template } from "./template.ts";

/** Which template a word belongs to, and what the word says there. */
export type Belongs = { readonly question: string; readonly as: "cues" | "covered" | "notAbout" };

/** The question templates, compiled once so that choosing costs the same however many there are. */
export type Library = {
  readonly templates: readonly Template[];
  readonly byId: ReadonlyMap<string, Template>;
  /** All words of all templates, found in one pass. */
  readonly words: Lexicon<Belongs>;
};

/** Compiles templates into a library. Templates that are switched off stay known by id but are never chosen. */
export function compile(templates: readonly Template[]): Library {
  const spellings = templates.flatMap((template) => [
    ...spell(template.when.cues, { question: template.id, as: "cues" }),
    ...spell(template.unless.covered, { question: template.id, as: "covered" }),
    ...spell(template.unless.not_about, { question: template.id, as: "notAbout" }),
  ]);
  return {
    templates,
    byId: new Map(templates.map((template) => [template.id, template])),
    words: lexicon(spellings),
  };
}

function spell(cues: readonly string[], of: Belongs) {
  return cues
    .map((cue) => ({ cue, parsed: parseCue(cue) }))
    .filter(({ parsed }) => parsed.kind === "start" || parsed.kind === "phrase")
    .map(({ cue }) => ({ cue, of }));
}
