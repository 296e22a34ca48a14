import type { Role } from "../../threads/thread.ts";
import { askedBy, clauseCues } from "./clause-cues.ts";
import { type Bare, bareIn } from "./bare.ts";
import { clausesOf, signsIn } from "./clauses.ts";
import { cues } from "./cues.ts";
import { type Found, findings } from "./findings.ts";
import { kindOf } from "./kinds.ts";
import type { Posed } from "./question.ts";
import { type Sentence, sentences } from "./text.ts";

/** What was heard in one reply: its sentences, its findings, its words and runs of words, and those of each clause. */
export type Heard = {
  readonly said: readonly Sentence[];
  readonly found: Found;
  readonly cues: readonly string[];
  readonly clauses: readonly (readonly string[])[];
};

/** The PM asking on: "which of the two", "so it's not in?". */
function asksOn(words: readonly string[]): boolean {
  const first = kindOf(words[0] ?? "");
  return words.at(-1) === "?" || words.length <= 2 || first === "WH" || first === "WHO";
}

const SAYS_SOMETHING = ["in or out", "number", "amount", "date", "nothing", "no"] as const;

const RESTATES: ReadonlySet<Bare | undefined> = new Set<Bare>(["choice", "in or out", "nobody"]);

function fromThePm(question: Posed, words: readonly string[]): Found {
  const signs = signsIn(words);
  const asks = words.at(-1) === "?";
  const says = words.length >= 5 || SAYS_SOMETHING.some((sign) => signs[sign]);
  const restates = asks && (says || RESTATES.has(bareIn(question, words.slice(0, -1))));
  return restates ? { "pm asks": 1, "pm restates": 1 } : { "pm asks": 1 };
}

/** Hears one reply to a question. What the PM asks on is no answer, though a yes to it may be one. */
export function hear(question: Posed, reply: { readonly role: Role; readonly text: string }): Heard {
  const said = sentences(reply.text);
  const all = said.flatMap((sentence) => sentence.words);
  const bare = bareIn(question, all);
  const agrees = bare === "yes" || bare === "no";
  if (reply.role === "pm" && (agrees || asksOn(all)))
    return { said, found: fromThePm(question, all), cues: [], clauses: [] };
  const own = cues(question, said);
  const found = { ...findings(question, said), cues: own.length };
  const asked = askedBy(question);
  const clauses = said.flatMap((sentence) =>
    clausesOf(sentence.words).map((clause) => clauseCues(asked, clause)),
  );
  return { said, found: bare ? { ...found, [`bare ${bare}`]: 1 } : found, cues: own, clauses };
}
