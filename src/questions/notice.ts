import type { Reading } from "../reading/reading.ts";
import type { Hit, Noticed } from "../threads/thread.ts";
import { findIn } from "./lexicon.ts";
import type { Library } from "./library.ts";
import { mannerAt, settling, situationsIn } from "./situations.ts";
import { type Token, tokens } from "./tokens.ts";

const QUOTE = 40;

/** What the question templates see in one message. Its text is not kept, so everything choosing needs is noted here. */
export function notice(text: string, _reading: Reading, library: Library): Noticed {
  const said = tokens(text);
  const settled = settling(said);
  const quote = (from: number, to: number) => quoted(text, said.words, from, to);
  const noticed = { cues: new Map<string, Hit>(), covered: new Map<string, Hit>(), notAbout: new Map<string, Hit>() };
  for (const { of, from, to } of findIn(library.words, said.words)) {
    const manner = of.as === "cues" ? mannerAt(said, from, settled) : "";
    const key = `${of.question}${manner}${said.words[from]?.word}`;
    if (!noticed[of.as].has(key))
      noticed[of.as].set(key, { question: of.question + manner, quote: quote(from, to), at: said.words[from]?.at ?? 0 });
  }
  const signs = new Map<string, { sign: string; quote: string }>();
  for (const { sign, manner, from, to } of situationsIn(said, settled)) {
    const named = sign + manner;
    if (!signs.has(named)) signs.set(named, { sign: named, quote: quote(from, to) });
  }
  return {
    cues: [...noticed.cues.values()],
    covered: [...noticed.covered.values()],
    notAbout: [...noticed.notAbout.values()],
    signs: [...signs.values()],
  };
}

function quoted(text: string, words: readonly Token[], from: number, to: number): string {
  return text.slice(words[from]?.at, words[to]?.end).slice(0, QUOTE);
}
