import { findIn, lexicon } from "./lexicon.ts";
import { GOING_LIVE } from "./situations/going-live.ts";
import { PEOPLE } from "./situations/people.ts";
import { SUBSTANCE } from "./situations/substance.ts";
import { SYSTEMS } from "./situations/systems.ts";
import type { Tokens } from "./tokens.ts";

/** How words stand in their sentence: said, asked ("?"), denied ("-") or settled: in, out or how ("!"). */
export type Manner = "" | "?" | "-" | "!";

const TABLES = { ...SYSTEMS, ...GOING_LIVE, ...PEOPLE, ...SUBSTANCE };
export type Sign = keyof typeof TABLES;

/** Short words mean themselves and their own endings, not every longer word: "bus" is no business. */
function spelled(cue: string): string[] {
  const last = cue.split(" ").at(-1) ?? "";
  if (last.length === 0 || last.length > 4) return [cue];
  return ["", "s", "d", "ed", "ing"].map((ending) => `${cue}${ending} `);
}

const SIGNS = lexicon(
  Object.entries(TABLES).flatMap(([sign, cues]) =>
    cues
      .split("|")
      .flatMap(spelled)
      .map((cue) => ({ cue, of: sign as Sign })),
  ),
);

const DENIES = new Set(
  "no not dont doesnt didnt isnt arent wasnt wont without never none nothing zero nobody cant cannot neither nor".split(
    " ",
  ),
);

const SETTLES = lexicon(
  (
    "incl |inclusive|including|included|counted|covered|is part of|are part of|in that|in it |in there|on top|extra|is in |are in |thats in|" +
    "planned|booked|agreed|signed|approved|cleared|confirmed|verified|checked|is ready|are ready|stays|is done|are done|is set|are set|in place|" +
    "scheduled|said yes|is fine|are fine|out of scope|not included|handled|settled|no need|unaffected|untouched|has it |have it |in the ticket|already"
  )
    .split("|")
    .map((cue) => ({ cue, of: true })),
);

/** Which sentences settle something: they say that a thing is in, out, ready or agreed. */
export function settling({ words }: Tokens): ReadonlySet<number> {
  return new Set(findIn(SETTLES, words).map(({ from }) => words[from]?.sentence ?? 0));
}

/** How the words from `from` on stand in their sentence. */
export function mannerAt({ words, sentences }: Tokens, from: number, settled: ReadonlySet<number>): Manner {
  const sentence = words[from]?.sentence ?? 0;
  if (sentences[sentence]?.asks) return "?";
  for (let back = 1; back <= 3; back++) {
    const before = words[from - back];
    if (before?.sentence === sentence && DENIES.has(before.word)) return "-";
  }
  return settled.has(sentence) ? "!" : "";
}

/** The situations one message speaks of, each with its manner and the words that showed it. */
export function situationsIn(said: Tokens, settled: ReadonlySet<number>) {
  return findIn(SIGNS, said.words).map(({ of, from, to }) => ({
    sign: of,
    manner: mannerAt(said, from, settled),
    from,
    to,
  }));
}
