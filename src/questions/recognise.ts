import { findIn } from "./lexicon.ts";
import type { Library } from "./library.ts";
import { askedWords, likeliest } from "./recognise-words.ts";
import learned from "./recognise-words.json" with { type: "json" };
import { stem } from "./stem.ts";
import { tokens } from "./tokens.ts";

/** Words every question is made of; they tell none from another. */
const PLAIN = new Set(
  "the a an and or of to in on for with is are was be it its this that what which who how when would will does do did has have we you us i there any anyone if then so what's whats out by from at as about can could".split(
    " ",
  ),
);
/** How much of the meaning words of a template's question must be there, and how far ahead of the next it must be. */
const ALIKE = 0.5;
const AHEAD = 0.15;
/** Two words of the question's own cues say as much as half its wording. */
const CUES = 2;

/** How likely a template must be by the learned words: rather none than the wrong one. */
export const SURE = 0.75;

/**
 * This likely, the learned words count for more than some of the wording: "how long if it goes badly?" has words of the way back, and
 * asks for a range.
 */
const SURER = 0.9;

/** The templates whose questions were learned: a team's own is known by its wording alone, and no other takes it away. */
const LEARNED: ReadonlySet<string> = new Set(
  Object.values<Readonly<Record<string, number>>>(learned.words).flatMap((row) => Object.keys(row)),
);

/**
 * The template that a question typed by hand amounts to: by the template's own wording, else by the words in which people
 * ask such questions. A template nobody learned for is known by its wording alone.
 */
export function recognise(typed: string, library: Library): string | undefined {
  const text = asksUnmarked(typed) ? `${typed.trim()}?` : typed;
  const worded = byWording(text, library);
  const words = askedWords(text);
  const { id, chance } = likeliest(learned.words, words);
  const known = words.length > 0 && library.byId.has(id);
  if (worded !== undefined) return known && chance >= SURER && LEARNED.has(worded) ? id : worded;
  return known && chance >= SURE ? id : undefined;
}

/** Longer than this, a sentence without a question mark tells something, however it begins. */
const UNMARKED_AT_MOST = 12;
/** How a question begins where its mark was left out; "when it is done …" and "what a week" tell something. */
const ASKS =
  /^(?:and |so |but )?(?:whats|what(?:'s|’s)? (?:is|are|happens|happened|do|does|did|would|will|could|can|if|about|else|has|in)\b|who(?:'s|’s|s)? (?:is|has|needs|else|will|can|does|do)\b|how (?:do|does|did|would|will|can|could|much|many|long|sure)\b|which (?:part|bit|of)\b|where (?:do|does|would|is)\b|why (?:is|did|does|do)\b|(?:is|are|does|do|did|would|will|can|could) (?:that|it|this|the|we|there|you|anyone|anybody|somebody|someone)\b)/i;

/** "what happens to the old records": in chat the mark is often left out. */
const asksUnmarked = (text: string) =>
  !/[?.!\n]/.test(text.trim()) &&
  text.trim().split(/\s+/).length <= UNMARKED_AT_MOST &&
  ASKS.test(text.trim());

/** The template whose own wording a question has, or enough of its words and cues. */
export function byWording(text: string, library: Library): string | undefined {
  const said = tokens(text);
  if (!said.sentences.some(({ asks }) => asks)) return undefined;
  const asked = said.words.filter(({ sentence, word }) => said.sentences[sentence]?.asks && word !== "?");
  const words = new Set(asked.map(({ word }) => stem(word)));
  const hits = new Map<string, Set<string>>();
  for (const { of, from } of findIn(library.words, asked)) {
    const heard = hits.get(of.question) ?? new Set();
    hits.set(of.question, heard.add(asked[from]?.word ?? ""));
  }
  const scored = wordings(library)
    .map(({ id, ask, again }) => ({
      id,
      score:
        Math.max(alike(ask, words), alike(again, words)) + Math.min(hits.get(id)?.size ?? 0, CUES) / CUES / 4,
    }))
    .toSorted((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (best === undefined || best.score < ALIKE || best.score - (next?.score ?? 0) < AHEAD) return undefined;
  return best.id;
}

type Wording = { readonly id: string; readonly ask: readonly string[]; readonly again: readonly string[] };
const KNOWN = new WeakMap<Library, readonly Wording[]>();

/** The meaning words of every question, worked out once for a library. */
function wordings(library: Library): readonly Wording[] {
  const known = KNOWN.get(library);
  if (known !== undefined) return known;
  const made = library.templates.map(({ id, ask, again }) => ({
    id,
    ask: meaning(ask),
    again: meaning(again),
  }));
  KNOWN.set(library, made);
  return made;
}

/** The share of a question's own meaning words that were said. */
function alike(own: readonly string[], words: ReadonlySet<string>): number {
  const shared = own.filter((word) => words.has(word)).length;
  return shared / Math.max(4, Math.min(own.length, 8));
}

function meaning(question: string): string[] {
  const [asked = ""] = question.replace(/\{\w+\}/g, " ").split("?");
  const words = tokens(asked).words.map(({ word }) => word);
  return [...new Set(words.filter((word) => !PLAIN.has(word)).map(stem))];
}
