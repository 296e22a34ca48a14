import { stem } from "./stem.ts";
import type { Template } from "./template.ts";
import { tokens } from "./tokens.ts";

/**
 * What no longer speaks for a question, since a file took cues away: the single words of the removed cues, by their stems,
 * or everything but the question's own words.
 */
export type Silenced = ReadonlyMap<string, "all" | ReadonlySet<string>>;

export function silencedIn(templates: readonly Template[]): Silenced {
  return new Map(
    templates.flatMap(({ id, cuesGone }): [string, "all" | ReadonlySet<string>][] => {
      if (cuesGone === undefined) return [];
      return [[id, cuesGone === "all" ? "all" : new Set(cuesGone.flatMap(stemsOf))]];
    }),
  );
}

/** Whether these words of a thread, which belong to no list of the question, may speak to it. */
export function mayHear(silenced: Silenced, id: string, quote: string | undefined): boolean {
  const gone = silenced.get(id);
  if (gone === undefined) return true;
  return gone !== "all" && !(quote && stemsOf(quote).every((word) => gone.has(word)));
}

/** Patterns and tests are no words. */
function stemsOf(text: string): string[] {
  if (/^\s*[/@]/.test(text)) return [];
  return tokens(text).words.map(({ word }) => stem(word));
}
