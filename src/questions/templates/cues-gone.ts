import type { Template } from "../template.ts";

/** Of fewer of its cues than this share a question is no longer the one that was learned for. */
const STILL_ITSELF = 0.5;

/**
 * The template with what it lost of the cues of the lowest question of its id, however they went: by a list in place of the
 * list, by `remove`, or by a file in place of the file. All are gone where fewer than half are left.
 */
export function withCuesGone(template: Template, lowest: Template): Template {
  const left = new Set(template.when.cues.map(heardAs));
  const gone = lowest.when.cues.filter((cue) => !left.has(heardAs(cue)));
  if (gone.length === 0) return template;
  const kept = lowest.when.cues.length - gone.length;
  return { ...template, cuesGone: kept < STILL_ITSELF * lowest.when.cues.length ? "all" : gone };
}

const heardAs = (cue: string): string => cue.trim().toLowerCase();
