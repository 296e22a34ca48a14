import { unnamed } from "../threads/quote.ts";
import type { Hit, Noticed, Role } from "../threads/thread.ts";
import { framesIn } from "./frames.ts";
import { findIn } from "./lexicon.ts";
import type { Belongs, Library } from "./library.ts";
import { isWrittenAsName, namedIn } from "./named.ts";
import { mannerAt, settling, situationsIn } from "./situations.ts";
import { tokens, type Tokens } from "./tokens.ts";
import { leaningOf } from "./words.ts";

/** Characters kept of one hit: a thread should stay small, and hold no more words than explain the choice. */
const LONGEST_QUOTE = 24;

/** As much of the words as is kept: whole words, or the beginning of a single one that is longer. */
function beginningOf(said: string): string {
  const words = unnamed(said);
  if (words.length <= LONGEST_QUOTE) return words;
  const cut = words.slice(0, LONGEST_QUOTE);
  const whole = /^\S/.test(words.slice(LONGEST_QUOTE)) ? cut.slice(0, cut.search(/\s\S*$/) + 1) : cut;
  const tidy = whole.replace(/[\s\p{P}]{1,24}$/u, "");
  // A cut through a surrogate pair would leave half a character behind.
  return tidy === "" ? cut.replace(/[\uD800-\uDBFF]$/, "") : tidy;
}

type Place = { readonly of: Belongs; readonly from: number; readonly to: number };

/** What the question templates see in one message, said in this role. Its text is not kept, so everything choosing needs is noted here. */
export function notice(text: string, role: Role, library: Library): Noticed {
  const said = tokens(text);
  const settled = settling(said);
  const quote = (from: number, to: number) =>
    beginningOf(text.slice(said.words[from]?.at, said.words[to]?.end));
  const noticed = {
    cues: new Map<string, Hit>(),
    covered: new Map<string, Hit>(),
    notAbout: new Map<string, Hit>(),
  };
  for (const { of, from, to } of [...findIn(library.words, said.words), ...patternsIn(text, said, library)]) {
    const question = of.as === "cues" ? of.question + mannerAt(said, from, settled) : of.question;
    const key = question + said.words[from]?.word;
    const isName = of.as === "cues" && from === to && isWrittenAsName(text, said, from);
    const hit = { question, quote: quote(from, to), ...(isName && { name: true as const }) };
    if (!noticed[of.as].has(key)) noticed[of.as].set(key, hit);
  }
  const signs = new Map<string, string>();
  for (const { sign, manner, from, to } of situationsIn(said, settled)) {
    if (!signs.has(sign + manner)) signs.set(sign + manner, quote(from, to));
  }
  for (const { sign, from, to } of framesIn(said.words)) {
    const named = sign + mannerAt(said, from, settled);
    if (!signs.has(named)) signs.set(named, quote(from, to));
  }
  const named = namedIn(text, said);
  return {
    cues: [...noticed.cues.values()],
    covered: [...noticed.covered.values()],
    notAbout: [...noticed.notAbout.values()],
    signs: [...signs].map(([sign, words]) => ({ sign, quote: words })),
    leaning: leaningOf(said, role, library.worth),
    ...(named && { named }),
  };
}

/** Patterns run on an engine that cannot backtrack, so whatever somebody types costs linear time. */
function patternsIn(text: string, { words }: Tokens, { patterns }: Library): Place[] {
  return patterns.flatMap(({ pattern, of }) => {
    const matcher = pattern.matcher(text);
    if (!matcher.find()) return [];
    const from = words.findIndex(({ end }) => end > matcher.start());
    const to = words.findLastIndex(({ at }) => at < matcher.end());
    return from < 0 || to < from ? [] : [{ of, from, to }];
  });
}
