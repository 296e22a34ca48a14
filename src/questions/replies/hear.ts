import type { Role } from "../../threads/thread.ts";
import { askedBy, clauseCues } from "./clause-cues.ts";
import { clausesOf, signsIn } from "./clauses.ts";
import { cues } from "./cues.ts";
import { type Found, findings } from "./findings.ts";
import { kindOf } from "./kinds.ts";
import { finder } from "./phrases.ts";
import type { Posed } from "./question.ts";
import { SIGNS } from "./signs.ts";
import { type Sentence, sentences, words } from "./text.ts";

/** What was heard in one reply: its sentences, its findings, its words and runs of words, and those of each clause. */
export type Heard = {
  readonly said: readonly Sentence[];
  readonly found: Found;
  readonly cues: readonly string[];
  readonly clauses: readonly (readonly string[])[];
};

const yes = finder(SIGNS.yes);
const no = finder(SIGNS.no);
/** What may stand beside a bare yes without adding to it. */
const AIRS = finder("@emoji, lol, haha, d, pls, please, sir, tbh, thanks, thx, hm, ok, oh, so, well");

/** Whether these words are a yes or a no and nothing else. */
function isBare(list: readonly string[]): "yes" | "no" | undefined {
  const words = list.filter((word) => /[\p{L}#@]/u.test(word));
  const covered = new Set(
    [yes, no, AIRS]
      .flatMap((find) => find(words))
      .flatMap(({ at, length }) => [...Array(length).keys()].map((i) => at + i)),
  );
  if (words.length === 0 || covered.size < words.length) return undefined;
  if (yes(words).length > 0) return "yes";
  return no(words).length > 0 ? "no" : undefined;
}

/** Words that add nothing to a choice named in the question's own words: "the existing one". */
const AROUND = new Set(
  "the a an it its is one ones our ours we that this on in to with for only just".split(" "),
);
const CHOICE_AT_MOST = 5;

/** Whether these words name one thing of the question and say nothing else: "code", "the existing one". */
function isBareChoice(question: Posed, list: readonly string[]): boolean {
  const named = list.filter((word) => /^\p{L}/u.test(word) && !AROUND.has(word));
  if (list.length > CHOICE_AT_MOST || named.length === 0 || named.length > 2) return false;
  const asked = new Set(words(question.text));
  return new Set(named).size === named.length && named.every((word) => asked.has(word));
}

/** The PM asking on: "which of the two", "so it's not in?". */
function asksOn(words: readonly string[]): boolean {
  const first = kindOf(words[0] ?? "");
  return words.at(-1) === "?" || words.length <= 2 || first === "WH" || first === "WHO";
}

const SAYS_SOMETHING = ["in or out", "number", "amount", "date", "nothing", "no"] as const;

function fromThePm(words: readonly string[]): Found {
  const signs = signsIn(words);
  const restates = words.at(-1) === "?" && (words.length >= 5 || SAYS_SOMETHING.some((sign) => signs[sign]));
  return restates ? { "pm asks": 1, "pm restates": 1 } : { "pm asks": 1 };
}

/** Hears one reply to a question. What the PM asks on is no answer, though a yes to it may be one. */
export function hear(question: Posed, reply: { readonly role: Role; readonly text: string }): Heard {
  const said = sentences(reply.text);
  const all = said.flatMap((sentence) => sentence.words);
  const bare = isBare(all);
  if (reply.role === "pm" && (bare || asksOn(all)))
    return { said, found: fromThePm(all), cues: [], clauses: [] };
  const own = cues(question, said);
  const found = { ...findings(question, said), cues: own.length };
  const alone = bare ?? (isBareChoice(question, all) ? "choice" : undefined);
  const asked = askedBy(question);
  const clauses = said.flatMap((sentence) =>
    clausesOf(sentence.words).map((clause) => clauseCues(asked, clause)),
  );
  return { said, found: alone ? { ...found, [`bare ${alone}`]: 1 } : found, cues: own, clauses };
}
