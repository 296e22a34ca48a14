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

/** Words of up to three letters mean themselves and no longer word. */
const spelled = (cue: string) => (/^\S{1,3}$/.test(cue) ? `${cue} ` : cue);

const SIGNS = lexicon(
  Object.entries(TABLES).flatMap(([sign, cues]) =>
    cues.split("|").map((cue) => ({ cue: spelled(cue), of: sign as Sign })),
  ),
);

const DENIES = new Set(
  "no not dont doesnt didnt isnt arent wasnt wont without never none nothing zero nobody cant cannot neither nor".split(" "),
);

const SETTLES = lexicon(
  (
    "incl |include|including|inclusive|counted|covered|covers|part of it|part of the|in that|in it |in there|on top|extra|is in|are in|thats in|thats with|" +
    "planned|booked|agreed|signed|approved|cleared|confirmed|tested|tried|checked|verified|ready|works|stays|exists|handled|settled|" +
    "no need|unaffected|untouched|has it|have it|is done|are done|is set|are set|is there|are there|in place|since|in the ticket|scheduled|running|said yes|is fine|are fine|out of scope|not included|without|with"
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
  return findIn(SIGNS, said.words).map(({ of, from, to }) => ({ sign: of, manner: mannerAt(said, from, settled), from, to }));
}
